"""Where everything in the picture of a lineage stands: years across, a lane for the thing and each body of it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, chop_cells

from ...schema.printable import printable
from ..table import Row, Table
from ..wording import Words
from .cells import figure
from .folding import fold

LEFT, COLUMN, SLOT, TOP, FONT = 190, 132, 24, 92, 13
"""Pixels: lane labels, one year, one mark, header; size of the text."""
ALL_YEARS = 15
"""Up to so many years every one has its column; beyond that only those with facts."""


@dataclass(frozen=True)
class Mark:
    """One fact: its number in the list of quotes, the columns of its years, its line in the lane, its label."""

    number: int
    row: Row
    first: int
    last: int
    slot: int
    label: str


@dataclass(frozen=True)
class Lane:
    """The facts of one name; y and height in pixels."""

    name: str
    y: int
    height: int
    marks: tuple[Mark, ...]
    label: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """The whole picture; `rows` in the order of the marks' numbers, from 1."""

    title: str
    years: tuple[int, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    width: int
    height: int


def layout(table: Table, said: Words) -> Timeline:
    """The timeline of a lineage's dated rows; the thing itself in the first lane, its bodies as they first appear."""
    years = _years(table.rows)
    columns = {year: place for place, year in enumerate(years)}
    by_name: dict[str, list[tuple[int, Row]]] = {}
    own = printable(table.title)
    for number, row in enumerate(table.rows, start=1):
        by_name.setdefault(row.get("via_name") or own, []).append((number, row))
    lanes, y = [], TOP
    for name in sorted(by_name, key=lambda n: n != own):
        marks = _marks(by_name[name], columns, said)
        label = tuple(fold(said.say("picture.itself") if name == own else printable(name), 2 * (LEFT - 24) // FONT))
        slots = max(1 + mark.slot for mark in marks)
        height = 12 + max(slots * SLOT, len(label) * (FONT + 5))
        lanes.append(Lane(name, y, height, marks, label))
        y += height
    return Timeline(own, years, tuple(lanes), table.rows, LEFT + COLUMN * max(1, len(years)) + 16, y + 8)


def _years(rows: tuple[Row, ...]) -> tuple[int, ...]:
    held = sorted({row["year"] for row in rows} | {row["since"] for row in rows if row.get("since")})
    if held and held[-1] - held[0] < ALL_YEARS:
        return tuple(range(held[0], held[-1] + 1))
    return tuple(held)


def _marks(numbered: list[tuple[int, Row]], columns: dict[int, int], said: Words) -> tuple[Mark, ...]:
    """Each fact on the first line of the lane that is free over its years."""
    taken: set[tuple[int, int]] = set()
    marks = []
    for number, row in numbered:
        first, last = columns[row.get("since") or row["year"]], columns[row["year"]]
        slot = 0
        while any((column, slot) in taken for column in range(first, last + 1)):
            slot += 1
        taken |= {(column, slot) for column in range(first, last + 1)}
        label = _short(f"{number}. {_label(row, said)}", 2 * (COLUMN - 30) // FONT)
        marks.append(Mark(number, row, first, last, slot, label))
    return tuple(marks)


def _label(row: Row, said: Words) -> str:
    if row.get("object") is not None:
        return said.label("predicate", row["predicate"])
    if row.get("goal_text"):
        return figure(row, said)
    return f"{figure(row, said)} {row.get('action') or said.label('measure', row.get('measure'))}"


def _short(text: str, cells: int) -> str:
    text = printable(text)
    return text if cell_len(text) <= cells else chop_cells(text, cells - 1)[0] + "…"
