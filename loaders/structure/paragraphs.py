"""Joins hard-broken lines into paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from .labels import Label, label_of
from .lines import Line

# A line that begins with one of these continues the line before it.
_CONTINUES = re.compile(r"[，、。；：！？）)》〉】”’％%,;:!?]")
_OPENING, _CLOSING = "“‘《〈（(【〔", "”’》〉）)】〕"
_OPEN_SPAN = 60
"""An opening mark further than this from the end of a line is taken for a slip, not for a broken quotation."""
_PAGE_LINE = 24
"""A page's last line, cut within a sentence, holds at least this many characters: GB/T 9704-2012 sets 28 a line,
less two of indent, less what punctuation at the break pushes out."""
_LONG_LINE = 40
"""A line without an end that holds a comma and this many characters is text, even where no other line is cut."""
_STRONG = frozenset({"markdown", "part", "chapter", "section", "han", "han_paren", "clause", "box", "dash", "circled"})
_ITEM = frozenset({"digit", "digit_paren", "decimal2", "decimal3"})


def wrap_width(lines: Sequence[Line]) -> float | None:
    """The width at which a text is hard-broken, in Chinese characters; None where lines are whole paragraphs.

    A text is hard-broken when two fifths of its lines lie within three characters of the usual longest line and
    two fifths of those, at least two, break off within a clause: lines of one sentence each end with a mark. Of a
    text of a few lines all but the last must be of one width, and one must break off. Lines with hardly a mark in
    them are a list of names, however alike their widths.
    """
    marks = sum(line.value.count(mark) for line in lines for mark in "，。；、")
    if marks < 0.3 * len(lines):
        return None
    widths = sorted(line.width for line in lines)
    if len(widths) < 2:
        return None
    top = widths[min(len(widths) - 1, int(len(widths) * 0.9))]
    full = [line for line in lines if top - 3 <= line.width <= top + 3]
    broken = [line for line in full[:-1] if not line.ended and line.value[-1] not in "，、,"]
    if top < 6 or widths[-1] > top * 1.5 + 3 or len(full) < max(2, 0.4 * len(lines)):
        return None
    if broken and len(lines) > 2 and all(abs(line.width - top) <= 1 for line in lines[:-1]):
        return top
    return top if len(broken) >= max(2, 0.4 * (len(full) - 1)) else None


def paragraphs(lines: Sequence[Line], *, wrap: float | None, paged: bool) -> tuple[tuple[Line, ...], ...]:
    """The lines grouped into paragraphs, in order.

    wrap: what `wrap_width` said of the whole text. paged: what `paged` said of it.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _joins(groups[-1], line, wrap, paged):
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


def _joins(group: Sequence[Line], line: Line, wrap: float | None, pages: bool) -> bool:
    last = group[-1]
    if "\t" in last.value or "\t" in line.value or last.source or line.source:
        return False
    label = label_of(line.value)
    if label and label.kind == "markdown":
        return False
    full = wrap is not None and last.width >= wrap - 3
    if wrap is not None and full and not last.ended:
        return _goes_on(group, line, label, wrap)
    open_mark = _left_open(group)
    if open_mark and not (label and label.kind in _STRONG and last.ended):
        return True
    if _CONTINUES.match(line.value) and not last.ended:
        return True
    if label and _breaks(label, last, full):
        return False
    if wrap is not None and not line.gap:
        if last.ended and not line.ended and line.width < wrap - 3:
            return False  # a line that is neither full nor ended is no part of a paragraph
        return full and (not line.indent or not last.ended)
    if last.ended:
        return False
    if last.unfinished:
        return True
    return _cut_prose(group, _PAGE_LINE if pages or not line.gap else _LONG_LINE)


def _goes_on(group: Sequence[Line], line: Line, label: Label | None, wrap: float) -> bool:
    """After a full line without an end in hard-broken text, which goes on unless it is itself a heading.

    A labelled line without a sentence end is one where it falls short of the width and a full line follows; then, and
    after a plain title, a label begins what comes next. Elsewhere what looks like a label is the text's own (统|一、).
    """
    heading = label_of(group[0].value) is not None and not any("。" in part.value for part in group)
    if label and (heading or label.kind in {"dash", "box", "circled"}):
        return False
    return not (heading and group[-1].width < wrap and line.width >= wrap - 3)


def _breaks(label: Label, last: Line, full: bool) -> bool:
    """A labelled line begins a paragraph, unless the line before it is full and unfinished."""
    if label.kind in _STRONG:
        return not last.value.endswith("第")
    if label.kind in _ITEM:
        return last.ended or not full
    return not last.unfinished


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
        if char in _CLOSING:
            depth += 1
        elif char in _OPENING:
            if depth == 0:
                return True
            depth -= 1
    return False
