"""Rows of a list of names set in columns: below a line that is nothing but a head, as many cells as it has on each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .flat_rows import FlatRow, cells_text
from .head_cells import VALUES, head_kind
from .lines import Line
from .numbered_rows import NOTE

_CELL = re.compile(r"\S+(?: \S+)*")
"""Words between wide or several spaces; a single narrow space stands inside a cell."""
_PIECE = re.compile(r"\S+")
_FEWEST_ROWS = 2
_FEWEST_HEADS, _MOST_HEADS = 2, 12
_LONGEST_CELL = 60
_NAMED = frozenset({"thing", "owner", "applicant", "indicator"})
"""A head of a list of names has a column of them; 项目 alone counts as one of indicators."""


def named_rows(lines: Sequence[Line]) -> list[FlatRow]:
    """The rows of every such list, the header's first."""
    rows: list[FlatRow] = []
    i = 0
    while i < len(lines):
        made = _below(lines, i)
        rows += made
        i = made[-1].end if made else i + 1
    return rows


def _below(lines: Sequence[Line], start: int) -> list[FlatRow]:
    """The head at `start` and the rows below it; empty where no head stands there.

    A line of one piece between two rows is the title of a group, which stays text.
    """
    head = _PIECE.findall(lines[start].value) if "\t" not in lines[start].value else []
    kinds = [head_kind(piece) for piece in head]
    if not _FEWEST_HEADS <= len(head) <= _MOST_HEADS or None in kinds or VALUES.intersection(kinds):
        return []
    if not _NAMED.intersection(kinds):
        return []
    made = [_row(lines, start, _PIECE)]
    for i in range(start + 1, len(lines)):
        how = next((how for how in (_CELL, _PIECE) if len(how.findall(lines[i].value)) == len(head)), None)
        if how is not None and not _ends(lines[i], how):
            made.append(_row(lines, i, how))
        elif len(_CELL.findall(lines[i].value)) > 1 or lines[i].ended or i + 1 - made[-1].end > 1:
            break
    return made if len(made) > _FEWEST_ROWS else []


def _ends(line: Line, how: re.Pattern[str]) -> bool:
    """Whether the line is text or a note, no row."""
    return (
        "\t" in line.value
        or NOTE.match(line.value) is not None
        or line.value.endswith(("。", "；"))
        or any(len(cell) > _LONGEST_CELL for cell in how.findall(line.value))
    )


def _row(lines: Sequence[Line], number: int, how: re.Pattern[str]) -> FlatRow:
    line = lines[number]
    return FlatRow(number, number + 1, cells_text(line.text.slice(*m.span()) for m in how.finditer(line.value)))
