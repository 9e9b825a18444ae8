"""Reads a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading.mapped import MappedText
from ..reading.script import simplified
from ..reading.source import Source
from .lines import Line, split_lines

_HEADING = re.compile(r"(?:本期)?(?:目\s*录|目\s*次|要\s*目|导\s*读)$")
_MENTION = re.compile(r"目\s*[录錄次]|要\s*目|[导導]\s*[读讀]")
# A title, leader dots or wide white space, a page number; none of them wider than a page.
_LEADER = re.compile(
    r"(?P<title>.+?)(?:\s{0,120}+[.．…·•]{3,120}+|[^\S\t]{0,120}+\t)\s{0,120}+(?P<page>\d{1,4})$"
)
# A title and a page number with a blank between; only among other entries.
_LOOSE = re.compile(r"(?P<title>.*[\u4e00-\u9fff”》）)])\s+(?P<page>\d{1,4})$")
_FOOT = re.compile(r"[—–－-]\s?\d{1,4}\s?[—–－-]$")
_LONGEST = 400
_WRAPPED = 16
"""A line of so many characters without a page number is the beginning of the entry below it, no name of a column."""
_LONGEST_BESIDE, _WIDEST = 6, 200
"""Beside 目录 a heading of contents holds no more than 本期 and marks that are not seen, white space aside; and it is
no wider."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: its lines are numbers start..end; columns: lines among the entries without a page number."""

    start: int
    end: int
    titles: tuple[str, ...]
    columns: tuple[str, ...]


def is_entry(value: str) -> bool:
    """A line with leader dots and a page number."""
    return value[-1:].isdigit() and "\t" not in value and bool(_LEADER.match(value))


def contents_of(source: Source) -> Contents | None:
    """The table of contents of a file, wherever it stands: readers leave it out of the main text."""
    found = read_contents(split_lines(source.main)) if _headed(source.main.text) else None
    if found is None and not source.markup and _headed(source.original):
        found = read_contents(split_lines(simplified(MappedText.whole(source.original))))
    return found


def _headed(text: str) -> bool:
    """Whether a line may be 目录 and no more: to simplify and part a whole text costs more than to look for that."""
    for mention in _MENTION.finditer(text):
        left, right = max(0, mention.start() - _WIDEST), mention.end() + _WIDEST
        before = text[left : mention.start()].rpartition("\n")[2]
        after = text[mention.end() : right].partition("\n")[0]
        if len("".join([*before.split(), *after.split()])) <= _LONGEST_BESIDE:
            return True
    return False


def read_contents(lines: Sequence[Line]) -> Contents | None:
    """The first table of contents of a text: a line 目录 and what follows with page numbers. None without one."""
    for start, line in enumerate(lines):
        if not _HEADING.match(line.value):
            continue
        titles: list[str] = []
        others: list[tuple[int, str]] = []
        end = start + 1
        for i in range(start + 1, min(len(lines), start + _LONGEST)):
            value = lines[i].value
            match = _LEADER.match(value) or _LOOSE.match(value)
            if match:
                title = match["title"].rstrip(" .…·")
                wrapped = bool(others) and others[-1][0] == i - 1 and len(others[-1][1]) >= _WRAPPED
                titles.append(others.pop()[1] + title if wrapped else title)
                end = i + 1
            elif _FOOT.match(value):
                continue
            elif not (lines[i].titled or (len(value) >= _WRAPPED and value.endswith("，"))) or i - end > 3:
                break
            else:
                others.append((i, value))
        if titles:
            return Contents(start, end, tuple(titles), tuple(v for i, v in others if i < end))
    return None
