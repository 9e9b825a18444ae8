"""A table, for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len


@dataclass(frozen=True, slots=True)
class Table:
    """title, one line of explanation, the names of the columns, the rows."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        """A section of the page."""
        lines = (self.head, tuple("---" for _ in self.head), *self.rows)
        cells = "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
        note = f"{self.note}\n\n" if self.note else ""
        return f"## {self.title}\n\n{note}{cells}"

    def text(self) -> str:
        """Columns set under each other, Chinese characters two wide."""
        lines = [self.head, *self.rows]
        widths = [max(cell_len(line[n]) for line in lines) for n in range(len(self.head))]
        note = f"{self.note}\n" if self.note else ""
        return f"\n== {self.title}\n{note}" + "\n".join(_padded(line, widths) for line in lines)


def _padded(line: Iterable[str], widths: Iterable[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
    return "  ".join(padded).rstrip()
