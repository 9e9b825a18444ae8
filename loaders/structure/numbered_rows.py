"""Rows of a table that was flattened to one cell a line, found by their running numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .cell_kinds import binding_of, compact, is_nothing, is_value
from .flat_rows import FlatRow, cells_text
from .labels import label_of
from .lines import Line

_NUMBER = re.compile(r"\d{1,3}")
# Below a table: 注：…, 备注：…, 资料来源：…
NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源)\s*\d{0,2}\s*[：:.．]")
_SECTION = frozenset({"part", "chapter", "section", "han", "han_paren", "box", "markdown"})
_FEWEST_ROWS = 3
_MOST_CELLS = 14
_HEADER_CELL = 16
"""Longest cell of a header in characters."""
_LONG_CELL = 400


def numbered_rows(lines: Sequence[Line]) -> list[FlatRow]:
    """The rows of every table whose rows begin with 1, 2, 3 … on lines of their own, the header's first.

    A table is three or more rows (a number may be missing); lines between rows that begin with a section's label
    (一、…) are no part of them.
    """
    rows: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        if lines[i].value != "1":
            i += 1
            continue
        header = _header(lines, i, rows[-1][1] if rows else 0)
        found = _rows(lines, i, header[1] - header[0] if header else None)
        if len(found) >= _FEWEST_ROWS:
            found = _trimmed(lines, found)
            if header:
                rows.append(header)
            rows += found
            i = found[-1][1]
        else:
            i += 1
    return [FlatRow(a, b, cells_text(line.text for line in lines[a:b])) for a, b in rows]


def _header(lines: Sequence[Line], first: int, floor: int) -> tuple[int, int] | None:
    """Half-open line numbers of the header above line `first`; None where no short lines stand there.

    The title of a table's first group (一、…, “十二五”期间：) may stand between the header and the first row.
    """
    above = label_of(lines[first - 1].value) if first > floor else None
    if first > floor and ((above and above.kind in _SECTION) or lines[first - 1].value.endswith(("：", ":"))):
        first -= 1
    start = first
    while start > floor and first - start < _MOST_CELLS:
        line = lines[start - 1]
        label = label_of(line.value)
        if line.ended or len(line.value) > _HEADER_CELL or (label and label.kind in _SECTION):
            break
        start -= 1
    numbered = next((i for i in range(start, first) if compact(lines[i].value) in {"序号", "编号"}), None)
    if numbered is not None:
        return numbered, first
    return (start, first) if first - start >= 2 else None


def _rows(lines: Sequence[Line], first: int, width: int | None) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    start, number = first, 1
    while True:
        following = _next_number(lines, start, number, width)
        end = _row_end(lines, start, following, max((b - a for a, b in rows), default=width or _MOST_CELLS))
        rows.append((start, end))
        if following is None:
            return rows
        number = int(lines[following].value)
        start = following


def _next_number(lines: Sequence[Line], start: int, number: int, width: int | None) -> int | None:
    """The line with the next row's number: the one that makes the row as long as the header, else the first."""
    candidates = [
        i
        for i in range(start + 2, min(len(lines), start + _MOST_CELLS + 4))
        if _NUMBER.fullmatch(lines[i].value) and number < int(lines[i].value) <= number + 2
    ]
    if not candidates:
        return None
    return min(candidates, key=lambda i: abs(i - start - (width or 0))) if width else candidates[0]


def _row_end(lines: Sequence[Line], start: int, following: int | None, longest: int) -> int:
    limit = following if following is not None else min(len(lines), start + longest)
    for i in range(start + 1, limit):
        label = label_of(lines[i].value)
        if NOTE.match(lines[i].value) or len(lines[i].value) > _LONG_CELL or (label and label.kind in _SECTION):
            return i
    if following is None:  # a last row may hold more cells than those before it, where they are plainly cells
        while limit < len(lines) and limit - start < _MOST_CELLS and _is_cell(lines[limit].value):
            limit += 1
    return limit


def _is_cell(text: str) -> bool:
    return is_value(text) or is_nothing(text) or binding_of(text) is not None


def _trimmed(lines: Sequence[Line], rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The rows without what follows their last cell: a line beyond the usual width that ends a sentence or leads in."""
    width = Counter(end - start for start, end in rows).most_common(1)[0][0]
    return [
        (start, end - 1) if end - start > width and lines[end - 1].ended and end - start > 2 else (start, end)
        for start, end in rows
    ]
