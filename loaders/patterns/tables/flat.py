"""Values of a row that lost its empty cells, matched to the columns of its head by their order and form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from ...structure.cell_kinds import is_nothing
from .cells import Cell
from .columns import Column
from .values import Value, values_of

_MOST_VALUES = 12


def by_columns(row: str, cells: Sequence[Cell], columns: Sequence[Column]) -> list[tuple[Column, list[Value]]]:
    """The values of each column, in order. cells: those that hold a value or say that there is none.

    Where there are more than columns, neighbors that each have a word of their own (设区市≥25, 县级市≥20) share one:
    those that are alike in form, in groups as even as can be.
    """
    held = [(cell, values_of(row, cell)) for cell in cells]
    if len(held) <= len(columns):
        return [(column, list(values)) for column, (_, values) in zip(columns, held, strict=False)]
    if len(held) > _MOST_VALUES or not columns:
        return []
    edges = min(
        combinations(range(1, len(held)), len(columns) - 1),
        key=lambda cuts: _cost([held[a:b] for a, b in _stretches(cuts, len(held))]),
    )
    groups = [held[a:b] for a, b in _stretches(edges, len(held))]
    if _cost(groups) >= _IMPOSSIBLE:
        return []
    return [(c, [v for _, values in group for v in values]) for c, group in zip(columns, groups, strict=True)]


_IMPOSSIBLE = 1000.0


def _stretches(cuts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(pairwise([0, *cuts, end]))


def _cost(groups: Sequence[Sequence[tuple[Cell, tuple[Value, ...]]]]) -> float:
    mean = sum(map(len, groups)) / len(groups)
    cost = 0.0
    for group in groups:
        cost += 0.3 * abs(len(group) - mean)
        if len(group) < 2:
            continue
        leads = [values[0].lead if values else "" for _, values in group]
        if not all(leads) or len(set(leads)) < len(leads) or any(is_nothing(cell.text) for cell, _ in group):
            return _IMPOSSIBLE
        for (one, a), (other, b) in pairwise(zip([cell.text for cell, _ in group], leads, strict=True)):
            cost += 0.5 * (a[-1] != b[-1]) + (("%" in one) != ("%" in other))
    return cost
