"""The labels that headings and list items begin with: 一、 （一） 1. （1） ① 第一章 专栏1 一是 ——."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..reading.mapped import MappedText

_HAN = "[一二三四五六七八九十百零〇两]"
# Kinds from the outermost to the innermost, with the form each reads. Group 1 is the number where there is one.
# The order follows GB/T 9704-2012 7.3.3: 一、 then （一） then 1. then （1）; chapters stand above, dashes below.
_FORMS: tuple[tuple[str, str], ...] = (
    ("markdown", r"(#{1,6})\s+"),
    ("part", rf"第\s*({_HAN}+|\d+)\s*(?:编|篇|部分)(?=[\s\u3000：:、]|$)\s*[：:、]?\s*"),
    ("chapter", rf"第\s*({_HAN}+|\d+)\s*章\s*"),
    ("section", rf"第\s*({_HAN}+|\d+)\s*节\s*"),
    ("han", rf"({_HAN}{{1,3}})\s*[、．.]\s*"),
    ("han_paren", rf"[（(]\s*({_HAN}{{1,3}})\s*[）)]\s*[、.]?\s*"),
    ("decimal2", r"\d{1,2}[.．]([1-9]\d?)(?![\d.．])\s*(?=[\u4e00-\u9fff“《])(?!\s*[万亿千百个家元倍美吨度年月日％%])"),
    ("clause", rf"第\s*({_HAN}+|\d+)\s*条\s*"),
    ("box", r"专栏\s*(\d+|[一二三四五六七八九十]+)\s*[：:]?\s*"),
    ("digit", r"(\d{1,2})\s*[.．、](?!\d)\s*"),
    ("decimal3", r"\d{1,2}[.．]\d{1,2}[.．](\d{1,2})(?![\d.．])\s*(?=[\u4e00-\u9fff“《])"),
    ("digit_paren", r"[（(]?\s*(\d{1,2})\s*[）)]\s*[、.]?\s*"),
    ("circled", r"([①-⑳])\s*"),
    ("dash", r"(?:——|──|--|—(?!\s*\d))\s*(?=[^\s—─-])"),
    ("ordinal", rf"({_HAN}{{1,2}})是(?=[^\s否])|第({_HAN}{{1,2}})[，,]|(?:首先|其次|再次|最后)[，,]"),
)
RANK = {kind: rank for rank, (kind, _) in enumerate(_FORMS)}
_COMPILED = {kind: re.compile(form) for kind, form in _FORMS}
_ANY = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _FORMS))
"""The first kind that reads a line, by the name of its group."""
# Every label begins with one of these; most lines do not.
_FIRST = re.compile(rf"[#第（(①-⑳—─\-\d专首其再最]|{_HAN}")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line.

    kind: one of RANK, outermost first. text: as written, without white space at the end. number: None without one
    (markdown: the number of # signs). end: where the text after the label begins.
    """

    kind: str
    text: str
    number: int | None
    end: int

    @property
    def rank(self) -> int:
        """Smaller is further out."""
        return RANK[self.kind]


_MARKS = re.compile(r"#{1,6}\s+")


def without_marks(line: MappedText) -> MappedText:
    """A line without the #s of a Markdown heading, which are no part of the text."""
    match = _MARKS.match(line.text)
    return line.slice(match.end(), len(line)) if match else line


def label_of(line: str) -> Label | None:
    """The label that a line begins with, None where it begins with none."""
    if not _FIRST.match(line):
        return None
    first = _ANY.match(line)
    kind = first.lastgroup if first else None
    match = _COMPILED[kind].match(line) if kind else None
    if kind is None or match is None:
        return None
    text = next((g for g in match.groups() if g), None)
    return Label(kind, match.group().strip(), None if text is None else _number(text, kind), match.end())


def _number(text: str, kind: str) -> int:
    if kind == "markdown":
        return len(text)
    if kind == "circled":
        return ord(text) - ord("①") + 1
    return int(text) if text.isdigit() else han_number(text)


def han_number(text: str) -> int:
    """A Han numeral below 200: 十二 gives 12, 二十三 gives 23, 一百零五 gives 105."""
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total, digit = total + (digit or 1) * (100 if char == "百" else 10), 0
    return total + digit
