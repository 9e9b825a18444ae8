"""Markdown's marks left out of a text, and the header block that crawlers write at its head."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ...schema.vocabulary import vocabulary
from .headers import Header, field_of, header
from .mapped import MappedText
from .script import simplify

# `**发布日期**: 2021年2月21日`, `- 来源：…`: label, colon, value.
_HEADER_LINE = re.compile(
    r"[ \t>*-]*+(?P<label>[^\s*:：][^*:：\n]{0,11}?)[ \t]*+(?:\*++[ \t]*+)?[:：][ \t]*+(?:\*++[ \t]*+)?(?P<value>.*)"
)
_HEADING = re.compile(r"[ \t]{0,3}(?P<level>#{1,6})[ \t]+(?P<text>(?:.*[^ \t#])?)[ \t#]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}+[ \t]*+)$")
_TABLE_RULE = re.compile(
    r"[ \t]*+(?:\|[ \t]*+)?:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-{2,}+:?[ \t]*+)*+(?:\|[ \t]*+)?$"
)
# A date in round brackets after a title: (20221111), （2022-11-11）.
_TITLE_DATE = re.compile(r"[（(](?P<date>(?:19|20)\d\d(?:\d{4}|[-./年]\d{1,2}[-./月]\d{1,2}日?))[）)][ \t]*$")

_MARKS = re.compile(
    r"""(?P<image>!\[[^\]\n]{0,2000}+\]\([^)\n]*+\))
      | \[(?P<link>[^\]\n]{0,2000}+)\]\([^)\n]*+\)
      | (?P<autolink><(?:https?|mailto):[^>\s]*>)
      | (?P<strong>\*\*|__)(?=\S)(?P<bold>[^\n]{1,2000}?)(?<=\S)(?P=strong)
      | (?<![*0-9A-Za-z])\*(?=[^\s*])(?P<italic>[^*\n]{1,500}?)(?<=[^\s*])\*(?![*0-9A-Za-z])
      | `(?P<code>[^`\n]+)`
      | \\(?P<escaped>[\\`*_{}\[\]()#+.!|>~-])
    """,
    re.VERBOSE,
)
_QUOTE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)
HEADER_LINES = 30
"""A header block stands among this many first lines."""


def holds_table(text: str) -> bool:
    """Whether the text holds a table as Markdown writes it: a row between bars over the rule below its head."""
    lines = text.splitlines() if "|" in text and "--" in text else []
    return any(
        head.strip().startswith("|") and head.strip().endswith("|") and "|" in rule and _TABLE_RULE.match(rule)
        for head, rule in pairwise(lines)
    )


def read_markdown(body: MappedText) -> tuple[MappedText, list[Header]]:
    """The text without Markdown's marks, and its headers. Headings keep their #s, cells are joined by "\\t"."""
    lines = body.lines()
    headers, block = _header_block(lines)
    kept: list[MappedText] = []
    fenced = False
    for number, line in enumerate(lines):
        bare = line.text.strip()
        if bare.startswith("```"):
            fenced = not fenced
        elif number in block or _RULE.match(bare) or (("|" in bare or "--" in bare) and _TABLE_RULE.match(bare)):
            continue
        elif fenced:
            kept.append(line)
        elif bare.startswith("|") and bare.endswith("|") and len(bare) > 1:
            kept.append(_row(line))
        else:
            kept.append(_without_marks(line))
    return MappedText.join(kept), headers


def _header_block(lines: list[MappedText]) -> tuple[list[Header], set[int]]:
    """The headers at the head of the file, and the numbers of the lines that say nothing else."""
    headers: list[Header] = []
    block: set[int] = set()
    for number, line in enumerate(lines[:HEADER_LINES]):
        bare = line.text.rstrip("\n")
        if not bare.strip() or _RULE.match(bare):
            continue
        if heading := _HEADING.match(bare):
            headers.extend(_heading_headers(line, heading, first=not headers and not block))
            if simplify(heading.group("text").strip()) in _empty_headings():
                block.add(number)
                break
            continue
        match = _HEADER_LINE.match(bare)
        if match is None or field_of(match.group("label")) is None:
            break
        value = _without_marks(line.slice(*match.span("value")))
        if made := header(match.group("label"), value, "header block"):
            headers.append(made)
        block.add(number)
    return headers, block


def _heading_headers(line: MappedText, heading: re.Match[str], first: bool) -> list[Header]:
    if not first or len(heading.group("level")) != 1:
        return []
    title = line.slice(*heading.span("text"))
    found: list[Header] = []
    if dated := _TITLE_DATE.search(title.text):
        if made := header("published", title.slice(*dated.span("date")), "heading"):
            found.append(made)
        title = title.slice(0, dated.start())
    made = header("title", _without_marks(title), "heading")
    return [made, *found] if made else found


@cache
def _empty_headings() -> frozenset[str]:
    return frozenset(vocabulary("headers")["empty_headings"])


def _without_marks(line: MappedText, *, cell: bool = False) -> MappedText:
    """One line without emphasis, links, images, code marks, escapes and the > of quotations.

    cell: of a table, in which > is no mark of a quotation (>65).
    """
    line = line if cell else line.without(_QUOTE)
    for _ in range(2):  # emphasis around a link, bold around italic
        parts, last = [], 0
        for match in _MARKS.finditer(line.text):
            kept = next((n for n in ("link", "bold", "italic", "code", "escaped") if match.group(n) is not None), None)
            parts.append(line.slice(last, match.start()))
            if kept is not None:
                parts.append(line.slice(*match.span(kept)))
            last = match.end()
        if not parts:
            break
        line = MappedText.join([*parts, line.slice(last, len(line))])
    return line


def _row(line: MappedText) -> MappedText:
    """`| a | b |` as a and b with a tab between, which stands where the bar stood."""
    text = line.text
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", text)]
    parts: list[MappedText] = []
    for left, right in pairwise(bars):
        if parts:
            parts.append(line.slice(left, left + 1).with_text("\t"))
        parts.append(_without_marks(line.slice(left + 1, right).strip(), cell=True))
    if text.endswith("\n"):
        parts.append(line.slice(len(text) - 1, len(text)))
    return MappedText.join(parts)
