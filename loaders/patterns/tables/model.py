"""What a table is: rows of cells under one head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...context.context import ScopedSentence
from ...structure.cell_kinds import is_nothing
from .cells import Cell
from .columns import Column
from .placing import placed


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table.

    number: its place in the table, from 0. group: the line that stands over it and its like inside the table, ""
    without one; region: the place that the line names, None for any other.
    """

    sentence: ScopedSentence
    cells: tuple[Cell, ...]
    number: int
    group: str = ""
    region: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows under one head.

    heads: the sentences of the head, also where a later page repeats it. captions: the lines over it, the nearest last.
    flat: the rows were put together from lines of text: a cell's number does not tell its column. marks: signs behind
    values with the year that a note below the table says they are of (带*的为2019年数据).
    """

    heads: tuple[ScopedSentence, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    captions: tuple[ScopedSentence, ...]
    flat: bool
    marks: tuple[tuple[str, int], ...] = ()

    @property
    def head(self) -> ScopedSentence:
        """The first sentence of the head."""
        return self.heads[0]

    @property
    def titles(self) -> list[str]:
        """The lines over the table, the nearest first."""
        return [caption.read.text.strip() for caption in reversed(self.captions)]

    @property
    def valued(self) -> bool:
        """The table has a column of values."""
        return any(column.valued for column in self.columns)

    def has(self, kind: str) -> bool:
        """The table has a column of this kind."""
        return any(column.kind == kind for column in self.columns)

    def placed(self, row: Row) -> list[tuple[Column, Cell]]:
        """Each cell of a row with its column; those of a flat row by what they hold, none where they do not fit."""
        if self.flat:
            return placed(self.columns, row.cells)
        return list(zip(self.columns, row.cells, strict=False))

    def cells(self, row: Row, *kinds: str) -> Iterator[Cell]:
        """The cells of a row that stand in columns of these kinds and hold something."""
        for column, cell in self.placed(row):
            if column.kind in kinds and not is_nothing(cell.text):
                yield cell
