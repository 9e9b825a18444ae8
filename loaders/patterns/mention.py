"""One thing that a verb's object names: where its name begins and ends, and what it ends with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import alternation
from ..language.reading import Name, ReadSentence
from .masking import TITLE
from .wording import Head, head_of, leading, tails, verbs

_NAMED = frozenset({"Program", "Center", "Event", "Plan", "Document"})
_NOTE = re.compile(r"[（(](?:以下(?:简称|称)[^（）()]*|[^（）()]{9,})[）)]$")  # a remark, no part of the name
_GOES_ON = ("成员", "筹备", "系列", "秘书")
"""主席会议成员务虚会: another event, named by the first."""
_CLAUSE = re.compile(r"[在于将已被正]|(?:初见|取得|顺利)")
_HELD = re.compile(
    r"(?:今天|昨天|近日|日前|\d{1,2}日)?在[^，。；的]{2,14}(?:开赛|开幕|闭幕|举行|举办|召开|启动|落幕)$"
)
"""…大赛在太原开赛: the event, then what is said of it."""
_GREAT = re.compile(r"“?[一二两三四五六七八九十]{1,2}大(?!型|量|力|中|小|批|规|数)(?=.{3})")
_SPACE = " 、，\t　"


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of an object, which may be a list.

    name: in full, elided words restored. start, end: where its own words stand in the sentence. head: what the name
    ends with, None where it has no known ending. role: "one" (stands alone or beside its like), "class" (what the
    listed ones are: 4家国家制造业创新中心), "listed" (one of those, by its restored name), "place" (listed by its
    region). nominal: the act named after it (认定 in …认定工作), "" without. canonical: the name found there by the
    language stage, None where it found none. counted: a number stands beside it. title: it stands in 《》. region: of a
    "place", the region it is listed by.
    """

    name: str
    start: int
    end: int
    head: Head | None
    role: str = "one"
    nominal: str = ""
    canonical: Name | None = None
    counted: bool = False
    title: bool = False
    region: Name | None = None


@cache
def _leading() -> re.Pattern[str]:
    """Words before a name that only count or point; a year too, unless it names an edition (2017年全国…大会)."""
    year = r"\d{4}年(?!度|.{0,3}(?:工业|全国|中国|世界))(?:度)?"
    batch = r"第[一二三四五六七八九十\d]+批"
    return re.compile(
        rf"(?:[\s　：:]|{alternation(leading())}|{batch}|{year}|以(?=“)|为(?=国家|省)|成为|一(?:个|项|支|家(?=国)))+"
    )


def bare(text: str) -> str:
    """The text without counting and pointing words at its beginning."""
    lead = _leading().match(text)
    return text[lead.end() :] if lead else text


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """start..end without such words and without separators at both ends."""
    start = end - len(bare(text[start:end]))
    while start < end and text[start] in _SPACE:
        start += 1
    while start < end and text[end - 1] in _SPACE:
        end -= 1
    return start, end


def mention(read: ReadSentence, start: int, end: int) -> Member | None:
    """The thing that characters start..end name, without the words around it; None where nothing is left."""
    start, end, counted = _uncounted(read, start, end)
    if start >= end:
        return None
    titled = _titled(read, start, end, counted)
    if titled is not None:
        return titled
    note = _NOTE.search(read.text, start, end)
    end = note.start() if note else end
    held = _HELD.search(read.text[start:end])
    what = None if held is None else head_of(read.text[start : start + held.start()])
    if held is not None and what is not None and (what.type == "Event" or what.text.endswith("赛")):
        end = start + held.start()
    stop, nominal = _untailed(read, start, end)
    covering = _name_ending(read, start, stop)
    text = read.text[start:stop].strip()
    head = head_of(text)
    if head is None and covering is None:
        first = next((n for n in read.names if n.start == start and n.end < stop and n.type in _NAMED), None)
        goes_on = first is None or read.text.startswith(_GOES_ON, first.end)
        clause = first is not None and not goes_on and (first.type == "Event" or _CLAUSE.match(read.text, first.end))
        if first is not None and clause:  # what follows the name is a clause of its own (…大会在南京开幕)
            return Member(first.text, start, first.end, head_of(first.text), canonical=first, counted=counted)
    if head is None and not nominal and stop < end:
        whole = read.text[start:end].strip()
        return Member(whole, start, end, head_of(whole), canonical=covering, counted=counted)
    known = covering if covering is not None and covering.start <= start + 2 else None
    return Member(text, start, stop, head, nominal=nominal, canonical=known, counted=counted)


def _uncounted(read: ReadSentence, start: int, end: int) -> tuple[int, int, bool]:
    """start..end without a number before or behind the name, and whether there was one."""
    counted = False
    start, end = strip(read.text, start, end)
    if _GREAT.match(read.text, start, end):
        return start, end, False  # 十大重点节能工程: how many they are belongs to the name
    for quantity in read.quantities:
        if start <= quantity.start and quantity.end <= end:
            counted = True
            if quantity.start <= start + 1:
                start = quantity.end
            elif quantity.end >= end - 1 and head_of(read.text[start : quantity.start].strip()):
                end = quantity.start
            else:
                break
            start, end = strip(read.text, start, end)
    if counted and read.text.startswith(("个", "家", "项"), start) and not read.text.startswith("项目", start):
        start += 1
    return start, end, counted


def _titled(read: ReadSentence, start: int, end: int, counted: bool) -> Member | None:
    """《X》, with its issuer before it or not (国务院办公厅《X》)."""
    title = TITLE.search(read.text, start, end)
    if title is None:
        return None
    at = title.start()
    issued = any(n.end == at and n.type in {"Agency", "Organization"} for n in read.names)
    if at > start and not issued:
        return None
    name = next((n for n in read.names if at <= n.start + 1 and n.end - 1 <= title.end() and at < n.end), None)
    name = name if name is not None and name.start < title.end() else None
    inner = name.canonical if name else title.group()[1:-1]
    rest = read.text[title.end() : end]
    if rest and head_of(rest) and name is None:
        return None  # 《X》…工程: the title is only part of a name
    return Member(inner.strip("《》"), at, title.end(), head_of(inner), canonical=name, counted=counted, title=True)


def _untailed(read: ReadSentence, start: int, end: int) -> tuple[int, str]:
    """Where the name ends before 建设, 认定工作 and the like, and the act that they name ("" for none)."""
    nominal = ""
    if any(n.end == end and n.start == start and n.found_by != "suffix" for n in read.names):
        return end, nominal  # 京津冀协同发展: a name that is known as a whole
    while True:
        tail = tails().search(read.text, start, end)
        if tail is None or tail.start() <= start + 1:
            return end, nominal
        kept = read.text[start : tail.start()]
        named = head_of(kept) is not None or _name_ending(read, start, tail.start()) is not None
        if head_of(read.text[start:end]) is not None and not named:
            return end, nominal  # …贯标工作: without its last word it is no name
        acts = verbs("recognises", "nominal") | verbs("launches", "nominal")
        nominal = next((verb for verb in sorted(acts) if verb in tail.group()), nominal)
        end = tail.start()


def _name_ending(read: ReadSentence, start: int, end: int) -> Name | None:
    return next((n for n in read.names if n.end == end and n.start >= start), None)
