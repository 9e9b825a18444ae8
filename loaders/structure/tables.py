"""Finds the rows of tables that were flattened to lines of text, and puts each together from its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .flat_rows import FlatRow
from .lines import Line
from .named_rows import named_rows
from .numbered_rows import numbered_rows
from .spaced_rows import spaced_rows
from .unnumbered_rows import unnumbered_rows

_FINDERS: tuple[Callable[[Sequence[Line]], list[FlatRow]], ...] = (
    spaced_rows, named_rows, numbered_rows, unnumbered_rows,
)  # fmt: skip
"""Those that ask most of a text come first: rows set on one line, one cell a line with running numbers, without."""


def flattened_rows(lines: Sequence[Line]) -> list[FlatRow]:
    """The rows of every flattened table in order, the header's first; empty without one. No line is in two rows."""
    found: list[FlatRow] = []
    taken = bytearray(len(lines))
    for finder in _FINDERS:
        for start, end in _gaps(taken):
            for row in finder(lines[start:end]):
                found.append(FlatRow(row.start + start, row.end + start, row.text))
                taken[row.start + start : row.end + start] = b"\x01" * (row.end - row.start)
    return sorted(found, key=lambda row: row.start)


def _gaps(taken: bytearray) -> list[tuple[int, int]]:
    """Half-open stretches of lines that are in no row yet."""
    gaps: list[tuple[int, int]] = []
    start = 0
    while start < len(taken):
        end = taken.find(b"\x01", start)
        end = len(taken) if end < 0 else end
        if end > start:
            gaps.append((start, end))
        start = end + 1
    return gaps
