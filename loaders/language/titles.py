"""Titles of documents: in 《》 with what is nested in them, and the recognisable ones without brackets."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from ...schema.punctuation import TITLE_MARKS
from ...schema.vocabulary import alternation, vocabulary
from .candidates import Scope, names, scope, text_of
from .reading import Name

COMPONENT = "policygraph_titles"

LONGEST = 200
"""A title is no longer, in characters: what stands between brackets farther apart is none."""
_TAIL = re.compile(r"[（(](?:\d{4}[^（）()]*|征求意见稿|试行|草案|修订|暂行|修订版|送审稿)[）)]$")
"""（2018-2020年）, （试行）: the end of a title that says nothing of its kind."""
_TARGET_YEAR = re.compile(r"[一-龥]20\d\d$")
"""中国制造2025: a plan that is named by the year it aims at."""
_ANNEX = re.compile(r"[（(][^（）()]{1,30}[）)]")


def title_type(title: str) -> str:
    """Plan for a titled policy document (规划, 意见, 条例, …), Document for everything else (报告, 白皮书, a book)."""
    core = _TAIL.sub("", title).rstrip("”’》〉")
    words = vocabulary("plan_titles")
    for kind, endings in (("Document", words["document"]), ("Plan", words["plan"])):
        if core.endswith(tuple(endings)):
            return kind
    return "Plan" if core.startswith("关于") or _TARGET_YEAR.search(core) else "Document"


def bracketed(text: str) -> list[Name]:
    """Every 《title》, and every 〈title〉 inside one. The span holds the brackets, the canonical name does not."""
    found: list[Name] = []
    opened: list[tuple[int, str]] = []
    for position, character in enumerate(text):
        if character in TITLE_MARKS:
            opened.append((position, TITLE_MARKS[character]))
        elif opened and character == opened[-1][1]:
            start, _ = opened.pop()
            title = clean(text[start + 1 : position])
            if 0 < len(title) <= LONGEST:
                found.append(Name(start, position + 1, text[start : position + 1], title, title_type(title), "title"))
        elif character in "》〉":
            opened.clear()
    return found


def clean(title: str) -> str:
    """The title without white space that a line break or a typesetter left between Chinese characters."""
    return re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", title).strip()


@cache
def _bare() -> re.Pattern[str]:
    words = vocabulary("plan_titles")
    endings = alternation(words["endings"])
    stop = r"[^，。；：！？、《》〈〉\n\t]"
    return re.compile(
        rf"(?P<plan>“十[二三四五六]五”{stop}{{0,24}}?(?:{endings}))(?![一-龥]{{0,2}}(?:编制|期间|实施))"
        rf"|(?P<fixed>{alternation(words['bare'])})"
        rf"|(?P<spirit>党的(?:(?!上的)[一-龥、]){{2,40}}?精神|(?:中央|全国)[一-龥]{{2,14}}?会议精神)"
    )


@cache
def _about() -> re.Pattern[str]:
    """关于…的意见, with other titles inside it."""
    about = alternation(vocabulary("plan_titles")["about_endings"])
    return re.compile(rf"关于(?:[^，。；：！？《》〈〉\n\t]|《[^》]*》){{4,60}}?(?:{about})")


def unbracketed(text: str, known: Scope) -> list[Name]:
    """Titles without 《》 that their form gives away: “十四五”…规划, 关于…的意见, and 党的…精神 of a meeting."""
    found = []
    for match in chain(_bare().finditer(text), _about().finditer(text) if "关于" in text else ()):
        start, end = match.span()
        if text[start - 1 : start] in tuple(TITLE_MARKS):
            continue
        if (tail := _ANNEX.match(text, end)) and _TAIL.search(tail[0]):
            end = tail.end()
        title = clean(text[start:end])
        kind = "Document" if match.lastgroup == "spirit" else "Plan"
        found.append(Name(start, end, text[start:end], title, kind, "title"))
    return found


@Language.component(COMPONENT)
def titles(doc: Doc) -> Doc:
    """Adds every title to the candidates."""
    text = text_of(doc)
    found = names(doc)
    if "《" in text:
        found.extend(bracketed(text))
    found.extend(unbracketed(text, scope(doc)))
    return doc
