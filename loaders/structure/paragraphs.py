"""Joins lines into paragraphs where a sentence goes on: across page breaks, after a comma, within brackets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ...schema.punctuation import CLOSING, OPENING
from .labels import Label, label_of
from .lines import Line

# A line that begins with one of these continues the line before it.
_CONTINUES = re.compile(r"[，、。；：！？）)》〉】”’％%,;:!?]")
_OPEN_SPAN = 60
"""An opening mark further than this from the end of a line is taken for a slip, not for a broken quotation."""
_PAGE_LINE = 24
"""A page's last line, cut within a sentence, holds at least this many characters: GB/T 9704-2012 sets 28 a line,
less two of indent, less what punctuation at the break pushes out."""
_LONG_LINE = 40
"""A line without an end that holds a comma and this many characters is text, even where no other line is cut."""
_STRONG = frozenset({"markdown", "part", "chapter", "section", "han", "han_paren", "clause", "box", "dash", "circled"})
_ITEM = frozenset({"digit", "digit_paren", "decimal2", "decimal3"})


def paragraphs(lines: Sequence[Line], *, paged: bool) -> tuple[tuple[Line, ...], ...]:
    """The lines, whose hard breaks are undone, grouped into paragraphs, in order.

    paged: what the function `paged` said of the whole text.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1], line, paged):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(tuple(group) for group in groups)


def paged(lines: Sequence[Line]) -> bool:
    """Page breaks cut sentences in this text: at least three lines of running text end unfinished before a blank."""
    cuts = 0
    for line, after in itertools.pairwise(lines):
        if after.gap and not line.ended and "\t" not in line.value and "。" in line.value and not label_of(after.value):
            cuts += 1
    return cuts >= 3


def _joins(group: Sequence[Line], line: Line, pages: bool) -> bool:
    last = group[-1]
    if "\t" in last.value or "\t" in line.value or last.source or line.source:
        return False
    label = label_of(line.value)
    if label and label.kind == "markdown":
        return False
    if _left_open(group) and not (label and label.kind in _STRONG and last.ended):
        return True
    if _CONTINUES.match(line.value) and not last.ended:
        return True
    if label and _breaks(label, last):
        return False
    if last.ended:
        return False
    if last.unfinished:
        return True
    return _cut_prose(group, _PAGE_LINE if pages or not line.gap else _LONG_LINE)


def _breaks(label: Label, last: Line) -> bool:
    """A labeled line begins a paragraph, but an ordinal (二是) not after a line that breaks off."""
    if label.kind in _STRONG:
        return not last.value.endswith("第")
    return label.kind in _ITEM or not last.unfinished


def _cut_prose(group: Sequence[Line], shortest: int) -> bool:
    """The paragraph so far is running text without an end, as a page break leaves it.

    shortest: fewest characters of its last line, where only a comma tells it from a title.
    """
    if any("。" in part.value for part in group):
        return True
    label = label_of(group[0].value)
    if label and label.kind not in {"ordinal", "dash"}:
        return False
    return len(group[-1].value) >= shortest and any("，" in part.value for part in group)


def _left_open(group: Sequence[Line]) -> bool:
    """A bracket, quote or title opened near the end of the paragraph so far has not closed."""
    depth = 0
    for char in itertools.islice((c for part in reversed(group) for c in reversed(part.value)), _OPEN_SPAN):
        if char in CLOSING:
            depth += 1
        elif char in OPENING:
            if depth == 0:
                return True
            depth -= 1
    return False
