"""The columns of a flat row's cells, told by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....schema.vocabulary import vocabulary
from ...structure.cell_kinds import binding_of, is_nothing, is_unit, is_value
from .cells import Cell
from .columns import Column
from .places import region_in

_TIME = re.compile(r"\d{4}|\d\s*月|年底|季度|长期|持续|每年|定期|即时|日前")
RUNNING = re.compile(r"\d{1,4}|[（(]?[一二三四五六七八九十]{1,3}[）)]?")
_NEVER = -9.0


def placed(columns: Sequence[Column], cells: Sequence[Cell]) -> list[tuple[Column, Cell]]:
    """Each cell with its column: in order, columns whose cell is missing left out. Empty where the cells do not fit.

    Where there are as many cells as columns, each stands in its own.
    """
    if len(cells) == len(columns):
        return list(zip(columns, cells, strict=True))
    if len(cells) > len(columns) or not cells:
        return []
    best: list[list[float]] = [[0.0] * (len(columns) + 1)]
    for n, cell in enumerate(cells):
        row = [_NEVER * 9] * (len(columns) + 1)
        for m in range(n + 1, len(columns) + 1):
            row[m] = max(row[m - 1], best[n][m - 1] + _fit(columns[m - 1], cell))
        best.append(row)
    if best[len(cells)][len(columns)] <= 0:
        return []
    found: list[tuple[Column, Cell]] = []
    m = len(columns)
    for n in range(len(cells), 0, -1):
        while m > n and best[n][m] == best[n][m - 1]:
            m -= 1
        found.append((columns[m - 1], cells[n - 1]))
        m -= 1
    return found[::-1]


def _fit(column: Column, cell: Cell) -> float:
    """How well a cell's form agrees with what a column holds."""
    text, kind = cell.text, column.kind
    if column.valued:
        return 3 if is_value(text) or is_nothing(text) else -3
    if kind == "number":
        return 3 if RUNNING.fullmatch(text) else _NEVER
    if kind == "region":
        return 3 if region_in(cell.sentence, cell.start, cell.end) else -3
    if kind == "unit":
        return 3 if is_unit(text) else -2
    if kind == "binding":
        return 3 if binding_of(text) else -3
    if kind in ("deadline", "time"):
        return 2 if _TIME.search(text) else -3
    bodies = any(
        n.type in ("Agency", "Organization") and cell.start <= n.start and n.end <= cell.end
        for n in cell.sentence.read.names
    ) or text.endswith(tuple(vocabulary("tables")["body_endings"]))
    if kind in ("lead", "support", "owner", "applicant", "referrer"):
        return 2 if bodies else -1.5
    if _TIME.search(text) or region_in(cell.sentence, cell.start, cell.end):
        return -1
    if kind == "thing":
        return 1.5 if bodies and re.search("企业|单位|公司|机构", column.head) else 1 if len(text) >= 4 else -1
    if kind in ("task", "content", "indicator"):
        return 0.4 if bodies else 1.2
    return 0.5 if len(text) <= 6 else 0.1
