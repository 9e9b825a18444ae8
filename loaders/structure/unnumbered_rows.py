"""Rows of a table that was flattened to one cell a line and has no running numbers, found by its head."""

from __future__ import annotations

from collections.abc import Sequence

from .cell_kinds import binding_of, compact, is_nothing, is_unit, is_value
from .flat_rows import FlatRow, cells_text
from .head_cells import VALUES, head_kind
from .labels import label_of
from .lines import Line
from .numbered_rows import NOTE

_FEWEST_HEADS, _MOST_HEADS = 3, 12
_FEWEST_ROWS = 2
_LONGEST_CELL = 80
_NAMING = frozenset({"indicator", "thing", "task", "region"})
_SECTION = frozenset({"part", "chapter", "section", "han", "han_paren", "box", "markdown"})


def unnumbered_rows(lines: Sequence[Line]) -> list[FlatRow]:
    """The rows of every table whose head stands in lines of its own, one cell a line, the header's first.

    A head is three or more lines that each name a column. Below one with columns of values a row begins where words
    follow a value; below any other each row has as many cells as the head.
    """
    rows: list[FlatRow] = []
    i = 0
    while i < len(lines):
        end = _head_end(lines, i)
        found = _rows(lines, i, end) if end else []
        if len(found) < _FEWEST_ROWS:
            i += 1
            continue
        rows += [FlatRow(a, b, cells_text(line.text for line in lines[a:b])) for a, b in [(i, end), *found]]
        i = found[-1][1]
    return rows


def _head_end(lines: Sequence[Line], start: int) -> int:
    """The line after the head that begins at `start`; 0 where none does."""
    end = start
    while end < len(lines) and end - start < _MOST_HEADS and "\t" not in lines[end].value:
        part = end > start and lines[end].value.startswith("其中")
        if len(lines[end].value) > _LONGEST_CELL // 4 or (head_kind(lines[end].value) is None and not part):
            break
        end += 1
    kinds = [head_kind(line.value) for line in lines[start:end]]
    if len(kinds) < _FEWEST_HEADS or not _NAMING.intersection(kinds[:3]):
        return 0
    return end


def _rows(lines: Sequence[Line], start: int, first: int) -> list[tuple[int, int]]:
    end = first
    while end < len(lines) and _could_be_cell(lines[end]):
        end += 1
    kinds = [head_kind(line.value) for line in lines[start:first]]
    if VALUES.intersection(kinds):
        bound = _by_binding(lines, first, end, 2 * (first - start)) if kinds[-1] == "binding" else []
        return bound or _by_values(lines, first, end)
    width = first - start
    number = (end - first) // width
    if (end - first) % width or number < _FEWEST_ROWS + 1:
        return []
    return [(first + n * width, first + (n + 1) * width) for n in range(number)]


def _could_be_cell(line: Line) -> bool:
    label = label_of(line.value)
    return (
        "\t" not in line.value
        and len(line.value) <= _LONGEST_CELL
        and not line.value.endswith(("。", "；"))
        and not NOTE.match(line.value)
        and not (label is not None and label.kind in _SECTION)
    )


def _by_binding(lines: Sequence[Line], first: int, end: int, longest: int) -> list[tuple[int, int]]:
    """Rows that each end with the word of how they bind; empty where some would be too short or too long for that."""
    rows: list[tuple[int, int]] = []
    start = first
    for i in range(first, end):
        if binding_of(lines[i].value) is not None:
            rows.append((start, i + 1))
            start = i + 1
    return rows if all(2 < b - a <= longest for a, b in rows) else []


def _by_values(lines: Sequence[Line], first: int, end: int) -> list[tuple[int, int]]:
    """Rows that each begin with words and end with the last value, or the word of binding, before the next words."""
    rows: list[tuple[int, int]] = []
    start, valued = first, False
    for i in range(first, end):
        text = lines[i].value
        holds = is_value(text) or (is_nothing(text) and compact(text) != "") or binding_of(text) is not None
        if not holds and not (is_unit(text) and i > start) and valued:
            rows.append((start, i))
            start, valued = i, False
        valued = valued or holds
    if valued:
        rows.append((start, _last_cell(lines, start, end)))
    return rows if all(b - a >= 2 for a, b in rows) else []


def _last_cell(lines: Sequence[Line], start: int, end: int) -> int:
    """The line after the last value of a row that nothing ends."""
    last = start
    for i in range(start, end):
        if is_value(lines[i].value) or is_nothing(lines[i].value) or binding_of(lines[i].value):
            last = i
    return last + 1
