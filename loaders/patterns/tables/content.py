"""What the cells of a table say of its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...structure.cell_kinds import is_nothing, is_value, states_value
from ...structure.head_cells import VALUES
from .columns import Column
from .model import Row

_FILLED = frozenset({"region", "group", "task"})
_MOSTLY = 0.6
"""Least share of values among the cells of a column of unknown words that is one of values."""
_LONGEST_UNIT = 8


def by_content(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with the kind that their cells bear out.

    One of values without a value is one of words (工作目标); one of unknown words with hardly anything but values is
    one of values (扩招); 单位 and 项目 are what their cells are.
    """
    made: list[Column] = []
    for place, column in enumerate(columns):
        texts = [row.cells[place].text for row in rows if place < len(row.cells) and not row.cells[place].above]
        filled = [text for text in texts if not is_nothing(text)]
        share = sum(map(states_value, filled)) / len(filled) if filled else 0.0
        kind = column.kind
        if kind in VALUES and filled and not share:
            kind = "task" if kind == "planned" and column.head.endswith(("任务", "目标")) else "content"
        elif kind in (None, "task", "content") and share >= _MOSTLY:
            kind = "measured"
        elif kind == "unit" and filled and Counter(len(text) > _LONGEST_UNIT for text in filled).most_common(1)[0][0]:
            kind = "thing"
        made.append(column if kind == column.kind else replace(column, kind=kind))
    return tuple(made)


def filled(columns: tuple[Column, ...], rows: Sequence[Row]) -> list[Row]:
    """The rows with empty places, groups and tasks taken from above, as such a table is written without spans."""
    taken = [
        column.kind in _FILLED or (column.kind == "indicator" and n + 1 < len(columns) and columns[n + 1].goes_on)
        for n, column in enumerate(columns)
    ]
    made: list[Row] = []
    for row in rows:
        above = made[-1].cells if made else ()
        last = row.cells[-1]
        missing = [replace(last, text="", start=last.end, end=last.end)] * (len(above) - len(row.cells))
        cells = [
            replace(above[n], above=True) if not cell.text and n < len(above) and taken[n] else cell
            for n, cell in enumerate((*row.cells, *missing))
        ]
        made.append(replace(row, cells=tuple(cells)))
    return made


def values_of_a_row(rows: Sequence[Row]) -> int:
    """How many values a full row of a flat table has: the most that a fourth of the rows have.

    What says that there is none counts too; words in the place of a value (不低于全国平均水平) cannot be told.
    """
    counts = Counter(
        sum(is_value(c.text) or (bool(c.text) and is_nothing(c.text)) for c in row.cells[1:]) for row in rows
    )
    return max(number for number, rows_with in counts.items() if 4 * rows_with >= len(rows)) if counts else 0
