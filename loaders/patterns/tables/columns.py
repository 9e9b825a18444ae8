"""The columns of a table from the one to three rows of its head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...reading.cells import ABOVE
from ...structure.cell_kinds import compact
from ...structure.head_cells import ROLES, VALUES, cut_head, head_kind, known_heads

_PART = re.compile(r"^其中[：:]?")
_DATED = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the words of its head from the outermost down, and what they say that it holds.

    kind: a key of `columns` in vocabularies/tables.yaml, a member of head_cells.VALUES, or None where the words are not
        known. status: "planned" or "achieved" where a word of the head says so.
    goes_on: the column to its left spans it (指标 over a group and its members). part: the words say that it gives a
        part of what the column before it gives (其中：新建).
    """

    head: str
    kind: str | None
    status: str | None = None
    goes_on: bool = False
    part: bool = False

    @property
    def valued(self) -> bool:
        """The column holds values."""
        return self.kind in VALUES


def columns_of(levels: Sequence[Sequence[str]], width: int) -> tuple[Column, ...]:
    """The columns of a head whose cells stand in their places; levels: its rows from the top, width: the table's."""
    width = max([width, *(len(level) for level in levels)])
    filled = [_spread(level, levels[n + 1] if n + 1 < len(levels) else None, width) for n, level in enumerate(levels)]
    columns: list[Column] = []
    for place in range(width):
        parts = [p for level in filled if (p := level[place]) not in ("", ABOVE)]
        if not parts and columns:
            last = columns[-1]
            columns.append(Column(last.head, last.kind, last.status, goes_on=True))
        else:
            columns.append(_column(list(dict.fromkeys(parts))))
    return tuple(columns)


def columns_of_pieces(head: Sequence[str], values: int, cells: int) -> tuple[Column, ...]:
    """The columns of a head in pieces, in the order of the rows' cells. values, cells: how many a full row has of each.

    The pieces are the columns, or they are cut anew where the head is broken: that reading holds which the rows bear
    out. The words over several columns (目标值 over 2023年 and 2025年) are put before each of theirs, which stand
    behind all others where the head was taken row by row.
    """
    pieces = [compact(piece) for piece in head]
    whole, cut = [_column([piece]) for piece in pieces], [_column([words]) for words, _ in cut_head(pieces)]
    broken = any(column.kind is None and not column.part for column in whole)  # a piece that names nothing by itself
    joined = [_column([piece]) for piece in _joined(pieces, cells)]
    order = [joined, cut, whole] if broken else [whole, joined, cut]
    readings = [_under_their_heads(columns, values) for columns in order]

    def borne_out(columns: Iterable[Column]) -> tuple[bool, bool]:
        columns = list(columns)
        valued = sum(column.valued for column in columns)
        return valued in (values, 0), len(columns) == cells

    return tuple(max(readings, key=borne_out))


def _joined(pieces: Sequence[str], cells: int) -> list[str]:
    """The pieces with neighbors that name one column joined, from the right, until there is one for each cell."""
    joined = list(pieces)
    at = len(joined) - 2
    while at >= 0 and len(joined) > cells:
        both = joined[at] + joined[at + 1]
        first, second = head_kind(joined[at]), head_kind(joined[at + 1])
        one = both in known_heads() or second is None or (first == "period" and second in ("planned", "achieved"))
        if one and head_kind(both) is not None:
            joined[at : at + 2] = [both]
        at -= 1
    return joined


def _under_their_heads(columns: list[Column], values: int) -> list[Column]:
    """Each column under the words over it, where the head has as many more columns of values as it has such words."""
    over = [n for n, c in enumerate(columns) if c.kind in ("planned", "achieved") and not _DATED.search(c.head)]
    surplus = sum(column.valued for column in columns) - values
    if surplus <= 0 or surplus > len(over):
        return columns
    heads = over[:surplus]
    plain = max((n for n, column in enumerate(columns) if not column.valued), default=0)
    first = plain + 1 if any(column.valued for column in columns[plain + 1 :]) and plain > heads[-1] else heads[-1] + 1
    below = [n for n in range(first, len(columns)) if columns[n].valued]
    if not below or len(below) % surplus:
        return columns
    share = len(below) // surplus
    told: list[Column] = []
    for n, column in enumerate(columns):
        if n in heads:
            own = below[heads.index(n) * share : (heads.index(n) + 1) * share]
            told += [
                Column(column.head + columns[m].head, columns[m].kind, columns[m].status or column.status) for m in own
            ]
        elif n not in below:
            told.append(column)
    return told


def _spread(level: Sequence[str], below: Sequence[str] | None, width: int) -> list[str]:
    """A row of the head with what spans several columns repeated over those that the row below names."""
    cells = [compact(cell) for cell in level] + [""] * (width - len(level))
    if below is None:
        return cells
    for place in range(1, width):
        own_below = place < len(below) and compact(below[place]) not in ("", ABOVE)
        if not cells[place] and own_below:
            cells[place] = cells[place - 1]
    return cells


def _column(parts: list[str]) -> Column:
    part = bool(parts) and parts[-1].startswith("其中")
    parts = [p for p in (_PART.sub("", part_) for part_ in parts) if p]
    kinds = [kind for kind in map(head_kind, [*parts, "".join(parts)]) if kind is not None]
    status = next((kind for kind in kinds if kind in ("planned", "achieved")), None)
    values = [kind for kind in kinds if kind in VALUES]
    if values and (len(parts) == 1 or head_kind(parts[-1]) in (*VALUES, None)):
        order = (*ROLES, "period")
        return Column("".join(parts), min(values, key=order.index), status, part=part)
    own = head_kind(parts[-1]) if parts else None
    return Column("".join(parts), own or (kinds[-1] if kinds else None), status, part=part)
