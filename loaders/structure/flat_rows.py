"""One row of a table that was flattened to text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..reading.mapped import MappedText


@dataclass(frozen=True, slots=True, eq=False)
class FlatRow:
    """A row: half-open numbers of its lines, and its cells joined by tabs.

    Cells that were empty are lost, but for those that say so (—). A tab stands where the line break or the space stood.
    """

    start: int
    end: int
    text: MappedText


def cells_text(cells: Iterable[MappedText]) -> MappedText:
    """Cells joined by tabs."""
    parts: list[MappedText] = []
    for cell in cells:
        if parts:
            before = parts[-1].ends[-1] if len(parts[-1]) else cell.starts[0]
            after = max(before, cell.starts[0]) if len(cell) else before
            kind = type(cell.starts)
            parts.append(MappedText("\t", kind("I", [before]), kind("I", [after])))
        parts.append(cell)
    return MappedText.join(parts)
