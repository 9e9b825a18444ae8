"""One cell of a table."""

from __future__ import annotations

from dataclasses import dataclass

from ....schema.basis import Basis
from ...context.context import ScopedSentence, read_in


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text on one line without the spaces of its setting.

    sentence: the row whose text start and end count in. above: the cell is one with that above it: text, place and
    sentence are that one's.
    """

    text: str
    start: int
    end: int
    sentence: ScopedSentence
    above: bool = False

    def basis(self, rule: str) -> Basis:
        """The basis that the cell's words are."""
        return read_in(self.sentence.read, self.start, self.end, "table", rule)
