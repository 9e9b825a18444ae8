"""Finds the rows of a table that was flattened to one cell a line, by its running numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.mapped import MappedText
from .labels import label_of
from .lines import Line

_NUMBER = re.compile(r"\d{1,3}")
# Below a table: 注：…, 备注：…, 资料来源：…
_NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源)\s*[：:]")
_SECTION = frozenset({"part", "chapter", "section", "han", "han_paren", "box", "markdown"})
_FEWEST_ROWS = 3
_MOST_CELLS = 14
_HEADER_CELL = 16
"""Longest cell of a header in characters."""
_LONG_CELL = 400


def flattened_rows(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Half-open line numbers of each row, the header's first, of every flattened table; empty without one.

    A table is three or more rows whose first cells are 1, 2, 3 … (a number may be missing); lines between rows that
    begin with a section's label (一、…) are no part of them.
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
            if header:
                rows.append(header)
            rows += found
            i = found[-1][1]
        else:
            i += 1
    return rows


def row_text(lines: Sequence[Line]) -> MappedText:
    """The cells of a row joined by tabs; a tab stands where the line break stood."""
    parts: list[MappedText] = []
    for line in lines:
        if parts:
            before, after = parts[-1].ends[-1], line.text.starts[0]
            kind = type(line.text.starts)
            parts.append(MappedText("\t", kind("I", [before]), kind("I", [after])))
        parts.append(line.text)
    return MappedText.join(parts)


def _header(lines: Sequence[Line], first: int, floor: int) -> tuple[int, int] | None:
    """Half-open line numbers of the header above line `first`; None where no short lines stand there.

    The title of a table's first group (一、…) may stand between the header and the first row.
    """
    above = label_of(lines[first - 1].value) if first > floor else None
    if above and above.kind in _SECTION:
        first -= 1
    start = first
    while start > floor and first - start < _MOST_CELLS:
        line = lines[start - 1]
        label = label_of(line.value)
        if line.ended or len(line.value) > _HEADER_CELL or (label and label.kind in _SECTION):
            break
        start -= 1
    numbered = next((i for i in range(start, first) if re.sub(r"\s", "", lines[i].value) in {"序号", "编号"}), None)
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
        if _NOTE.match(lines[i].value) or len(lines[i].value) > _LONG_CELL or (label and label.kind in _SECTION):
            return i
    return limit
