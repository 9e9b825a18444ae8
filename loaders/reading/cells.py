"""Cells that span rows and columns laid out in a grid, for every format that knows spans."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

ABOVE = "〃"
"""In the main text, the cell that one above spans: the ditto mark, which stands for nothing in the original."""
MOST_COLUMNS = 200
MOST_ROWS = 5000
"""Spans reach no further: HTML lets a page ask for 65,534 rows."""


@dataclass(frozen=True, slots=True)
class Span:
    """One cell as the file has it. key: what the caller knows it by. rows, columns: how many it takes, at least 1."""

    key: Hashable
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the grid. key: of the cell that begins here, else None. above: a cell from above spans it."""

    key: Hashable | None
    above: bool = False


def grid(rows: Iterable[Sequence[Span]]) -> list[list[Slot]]:
    """The places of each row from the left; places that a cell spans to its right hold no key and are not `above`."""
    taken: dict[int, int] = {}  # column → rows that a cell above still takes
    laid: list[list[Slot]] = []
    for row in rows:
        slots: list[Slot] = []
        coming: dict[int, int] = {}
        for cell in row:
            _covered(slots, taken)
            columns = max(1, min(cell.columns, MOST_COLUMNS - len(slots)))
            for column in range(len(slots), min(len(slots) + columns, MOST_COLUMNS)):
                coming[column] = max(1, min(cell.rows, MOST_ROWS)) - 1
            slots += [Slot(cell.key), *[Slot(None)] * (columns - 1)]
        last = max(taken, default=-1)
        while len(slots) <= last:
            _covered(slots, taken)
            if len(slots) <= last:
                slots.append(Slot(None))
        taken = {column: left for column, left in taken.items() if left} | {c: n for c, n in coming.items() if n}
        laid.append(slots)
    return laid


def _covered(slots: list[Slot], taken: dict[int, int]) -> None:
    """Adds the places that cells above take where the row has come to."""
    while len(slots) in taken:
        taken[len(slots)] -= 1
        slots.append(Slot(None, above=True))
