"""Reads the object of a verb as a list of named things, with the words restored that the list leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..language.reading import Name, ReadSentence
from .triggers import _BRACKET, _MASK, _QUOTED, _TITLE
from .wording import Head, generic, head_of, tails, verbs

_SEPARATOR = re.compile(r"、|以及|[和及与暨]|，|,(?!\d)")
_NAMED = frozenset({"Program", "Center", "Event", "Plan", "Document"})
_LEADING = re.compile(
    r"^(?:[\s　：:了好]|首批|第[一二三四五六七八九十\d]+批|新?一?大?批|一系列|多[份个项]|若干|一些|各类|各项|全部|部分|条件成熟的|已认定的?|有条件的|重点|相关|有关|"
    r"(?:\d{4}年(?!度|.{0,3}(?:工业|全国|中国|世界))(?:度)?)|的|以(?=“)|对|将|为(?=国家|省)|其他|更多|一(?=个|项|家|支))+"
)
_NOTE = re.compile(r"[（(](?:以下(?:简称|称)[^（）()]*|[^（）()]{9,})[）)]$")  # a remark, no part of the name
_LEVELS = ("国家", "省级", "市级")
_COUNTED = re.compile(r"^(?:多?(?:个|大)?(?:领域|方面|行业|类|重点领域|省市|地|城市|[个项家大])?的?)")
_GROUPED = re.compile(r"[\d一二三四五六七八九十]+(?:大|个|项)(?:重点|重大|专项|主要)?((?:[^\d、，。]{2,8}))$")
_AFTER = re.compile(r"(?<![平高中同对均优初何])等(?![级次额保待于同距号离])(?:地(?!区)|省份?|市|单位)?")


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of a list.

    name: in full, elided words restored. start, end: where its own words stand in the sentence. head: what the name ends
    with, None where it has no known ending. role: "one" (stands alone or beside equals), "class" (what the listed
    ones are: 4家国家制造业创新中心), "listed" (one of those, by its restored name), "place" (listed by its region),
    "example" (X等63家企业为…). nominal: the act named after it (认定 in …认定工作), "" without. canonical: what the names
    say it is, None where no name covers it. counted: a number stands beside it. title: it stands in 《》.
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


def members(read: ReadSentence, start: int, end: int) -> tuple[Member, ...]:
    """The things named in characters start..end of a sentence, the class first where a list has one."""
    hidden = _hidden(read, start, end)
    found: list[Member] = []
    begin = start
    for match in [*re.finditer("以及", hidden), None]:  # 以及 parts whole lists
        stop = end if match is None else match.start()
        if match is None or (start < match.start() < end and _whole(read, begin, stop)):
            found.extend(_list(read, begin, stop))
            begin = end if match is None else match.end()
    return tuple(found)


def _whole(read: ReadSentence, start: int, end: int) -> bool:
    """Whether what stands before 以及 is a list of its own: it ends in 等, in a known ending or in a closed name."""
    text = read.text[start:end].strip()
    return text.endswith(("等", "”", "》", "）", ")")) or "等" in text or head_of(tails().sub("", text)) is not None


def _list(read: ReadSentence, start: int, end: int) -> tuple[Member, ...]:
    pieces = _pieces(read, start, end)
    if not pieces:
        return ()
    for index, (a, b) in enumerate(pieces[:-1]):
        if (etc := _AFTER.search(read.text, a, b)) and etc.end() < b:  # A、B等X和Y: X ends one list, Y begins the next
            return (*_list(read, pieces[0][0], b), *_list(read, pieces[index + 1][0], end))
    listed, whole = _with_class(read, pieces)
    named = any(head_of(read.text[a:b].strip()) is not None for a, b in listed)
    if whole is not None and whole.head is not None and whole.head.type == "Center" and not whole.counted and not named:
        return (replace(whole, name=read.text[listed[0][0] : whole.start] + whole.name, role="one"),)
    if whole is not None:
        made = [_listed(read, a, b, whole) for a, b in listed]
        return (whole, *(m for m in made if m is not None))
    return _restored(read, [m for m in (_member(read, a, b) for a, b in pieces) if m is not None])


def _hidden(read: ReadSentence, start: int, end: int) -> str:
    """The text with what a separator may not cut blotted out: names, titles, quotations, brackets, quantities."""
    characters = list(read.text)
    spans = [(n.start, n.end) for n in read.names if n.type != "Region"]
    spans += [m.span() for p in (_TITLE, _QUOTED, _BRACKET) for m in p.finditer(read.text)]
    for a, b in spans:
        if a >= start and b <= end:
            characters[a:b] = _MASK * (b - a)
    return "".join(characters)


def _pieces(read: ReadSentence, start: int, end: int) -> list[tuple[int, int]]:
    hidden, text = _hidden(read, start, end), read.text
    cut = _modifier_end(hidden, start, end)
    start = cut
    found: list[tuple[int, int]] = []
    begin = start
    for match in _SEPARATOR.finditer(hidden, start, end):
        if match.start() == begin:
            begin = match.end()
            continue
        if match.group() in "和及与暨" and not _parts(text, hidden, begin, match.start(), match.end(), end):
            continue
        found.append((begin, match.start()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    # neighbours in quotation marks or titles without a separator: “X行动”“Y行动”, 《X》《Y》
    split: list[tuple[int, int]] = []
    for a, b in found:
        last = a
        for m in re.finditer(r"(?<=[”》])(?=[“《])", text[a:b]):
            split.append((last, a + m.start()))
            last = a + m.start()
        split.append((last, b))
    return [(a, b) for a, b in split if text[a:b].strip()]


def _modifier_end(hidden: str, start: int, end: int) -> int:
    """Where the list begins behind a modifier that ends in 的 (特色鲜明、优势互补的A和B)."""
    at = hidden.rfind("的", start, end)
    if at == -1:
        return start
    left, right = hidden[start:at], hidden[at + 1 : end]
    if len(right) < 5 or (head_of(tails().sub("", right)) is None and _MASK not in right):
        return start
    first = re.split(r"[、和及与]", left)[0]
    if head_of(first) is not None and not generic(first) and "的" not in left and "、" in left:
        return start  # the first of the list has its own name: only the last one carries the modifier
    if left.startswith("面向") or (_MASK in left and "、" not in left and len(left) < 12):
        return start
    return at + 1


def _parts(text: str, hidden: str, begin: int, left: int, right: int, end: int) -> bool:
    """Whether 和 parts two things rather than standing inside one (质量控制和技术评价实验室)."""
    if re.match(r"\s*\d+(?:余|多)?[个家项批支]", text[right:end]):
        return True
    before = text[begin:left].rstrip()
    if hidden[left - 1] == _MASK or before[-1:] in "”》）)":
        return True
    stripped = tails().sub("", before) or before
    head = head_of(stripped)
    strong = head is not None and (head.strong or head.designated or hidden[right : right + 1] == _MASK)
    if head is not None and strong and (len(stripped) > len(head.text) or text[:begin].rstrip().endswith("、")):
        return True
    if re.search(r"\d+(?:余|多)?[个家项批]$", before):
        return True
    earlier = text[:begin].rstrip()
    return earlier.endswith(("、", "，")) and head is None and len(before) <= 12


def _with_class(read: ReadSentence, pieces: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], Member | None]:
    """The list and its class, where the last piece holds 等 or a number between both; else no class."""
    a, b = pieces[-1]
    text = read.text[a:b]
    split = None
    etc = _AFTER.search(text)
    if etc and etc.start() > 0:
        split, rest = a + etc.start(), a + etc.end()
    else:
        for quantity in read.quantities:
            if (
                a < quantity.start
                and quantity.end < b
                and not read.text[quantity.end : b].startswith("以上")
                and head_of(read.text[a : quantity.start]) is None
                and len(pieces) > 1
            ):
                split, rest = quantity.start, quantity.start
                break
    if split is None:
        return pieces, None
    for quantity in read.quantities:
        if quantity.start <= rest < quantity.end or quantity.start == rest:
            rest = quantity.end
            break
    else:
        number = re.match(r"[\d一二三四五六七八九十两多几]+(?:个|大|项|家|类)?", read.text[rest:b])
        rest += number.end() if number else 0
    counted = _COUNTED.match(read.text[rest:b])
    rest += counted.end() if counted else 0
    grouped = _GROUPED.search(read.text, rest, b)
    if grouped:  # …等科技创新七大重点工程: how many they are, and what each is
        rest = grouped.start(1)
    whole = _member(read, rest, b)
    if whole is None:
        return [*pieces[:-1], (a, split)], Member("", rest, max(rest, b), None, "class")
    counts = bool(re.search(r"[\d一二三四五六七八九十两多几]", read.text[split : whole.start]))
    return [*pieces[:-1], (a, split)], replace(whole, role="class", counted=counts)


def _member(read: ReadSentence, start: int, end: int) -> Member | None:
    """One thing, without the words around it that are no part of its name."""
    counted = False
    start, end = _strip(read.text, start, end)
    for quantity in read.quantities:
        if start <= quantity.start and quantity.end <= end:
            counted = True
            if quantity.start <= start + 1:
                start = quantity.end
            elif quantity.end >= end - 1 and head_of(read.text[start : quantity.start].strip()):
                end = quantity.start
            else:
                break
            start, end = _strip(read.text, start, end)
    if start >= end:
        return None
    if start < end and read.text[start:end].startswith(("个", "家", "项")):
        start += 1
    title = _TITLE.search(read.text, start, end)
    if title and title.start() > start and any(n.end == title.start() and n.type in {"Agency", "Organization"} for n in read.names):
        start = title.start()  # 国务院办公厅《X》: the issuer stands before the title
    if title and title.start() == start:
        name = _name_over(read, start, title.end())
        inner = name.canonical if name else title.group()[1:-1]
        rest = read.text[title.end() : end]
        if not rest or not head_of(rest) or name:
            return Member(
                inner.strip("《》"), start, title.end(), head_of(inner), canonical=name, title=True, counted=counted
            )
    note = _NOTE.search(read.text, start, end)
    end = note.start() if note else end
    nominal = ""
    end_of_name = end
    while True:
        tail = tails().search(read.text, start, end_of_name)
        if tail is None or tail.start() <= start + 1:
            break
        kept = read.text[start : tail.start()]
        if head_of(read.text[start:end_of_name]) is not None and head_of(kept) is None and _name_ending(read, start, tail.start()) is None:
            break  # …贯标工作: without its last word it is no name
        for verb in verbs("recognises", "nominal") | {"建设", "创建"}:
            if verb in tail.group():
                nominal = verb
        end_of_name = tail.start()
    covering = _name_ending(read, start, end_of_name)
    text = read.text[start:end_of_name].strip()
    head = head_of(text)
    if head is None and covering is None:
        first = next((n for n in read.names if n.start == start and n.end < end_of_name and n.type in _NAMED), None)
        if first is not None:  # what follows the name is a clause of its own (…大会在南京开幕)
            return Member(first.text, start, first.end, head_of(first.text), canonical=first, counted=counted)
    if head is None and nominal == "" and end_of_name < end:
        return Member(
            read.text[start:end].strip(), start, end, head_of(read.text[start:end]), counted=counted, canonical=covering
        )
    canonical = covering if covering is not None and covering.start <= start + 2 else None
    return Member(text, start, end_of_name, head, nominal=nominal, canonical=canonical, counted=counted)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    while start < end and text[start] in " 、，\t　":
        start += 1
    while start < end and text[end - 1] in " 、，\t　":
        end -= 1
    return start, end


def _name_over(read: ReadSentence, start: int, end: int) -> Name | None:
    """The name that fills a title's place."""
    return next(
        (n for n in read.names if start <= n.start + 1 and n.end - 1 <= end and n.start < end and n.end > start), None
    )


def _name_ending(read: ReadSentence, start: int, end: int) -> Name | None:
    return next((n for n in read.names if n.end == end and n.start >= start), None)


def _listed(read: ReadSentence, start: int, end: int, whole: Member) -> Member | None:
    """One of a list that a class follows: its full name is made of both."""
    start, end = _strip(read.text, start, end)
    if start >= end:
        return None
    text = read.text[start:end]
    region = next(
        (n for n in (*read.names, *read.nested) if n.type == "Region" and n.start >= start and n.end == end), None
    )
    head = head_of(text)
    if whole.head is None:
        made = _member(read, start, end)
        return made
    if head is not None and (head.text.endswith(whole.head.text) or (head.strong and len(text) > len(head.text))):
        return _member(read, start, end)
    if generic(whole.name) or whole.name == whole.head.text:
        name = text + whole.head.text
    else:
        name = text + whole.name
    role = "place" if region is not None else "listed"
    return Member(name, start, end, whole.head, role, region=region)


def _modifiers(read: ReadSentence, found: list[Member]) -> list[Member]:
    """What stands without an ending before a centre says what it is for (检测、认证、许可服务平台): one centre."""
    first = len(found) - 1
    while first > 0 and found[first - 1].head is None and not found[first - 1].title:
        first -= 1
    if first == len(found) - 1:
        return found
    last = found[-1]
    name = read.text[found[first].start : last.start] + last.name
    return [*found[:first], replace(last, name=name, start=found[first].start, canonical=None)]


def _restored(read: ReadSentence, found: list[Member]) -> tuple[Member, ...]:
    """The list with shared endings given to all (蓝天、碧水、净土保卫战) and shared beginnings (示范企业、示范项目)."""
    if len(found) < 2:
        return tuple(found)
    last = found[-1]
    if last.head is not None and last.head.type == "Center" and not last.name.startswith(_LEVELS):
        found = _modifiers(read, found)
        last = found[-1]
    made: list[Member] = []
    for member in found:
        if (
            member.head is None
            and not member.title
            and last.head is not None
            and member is not last
            and last.head.strong
        ):
            member = replace(
                member, name=member.name + last.head.text, head=last.head, nominal=member.nominal or last.nominal
            )
        elif made and member.head is not None and not member.title and _bare(member) and made[0].head is not None:
            first = made[0]
            beginning = first.name.removesuffix(first.head.text if first.head else "")
            if beginning and beginning != first.name and not member.name.startswith(beginning):
                member = replace(member, name=beginning + member.name)
        made.append(member)
    return tuple(made)


def _bare(member: Member) -> bool:
    """Whether a name is little more than its ending (示范项目), so that the first of the list lends its beginning."""
    assert member.head is not None
    quoted = member.name.startswith("“") and member.name.endswith("”")
    return member.name == member.head.text or (quoted and len(member.name) <= 6)
