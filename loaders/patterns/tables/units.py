"""The unit of a row's values, where the values do not write it themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...structure.cell_kinds import binding_of, compact, is_nothing, is_unit, is_value
from .cells import Cell
from .columns import Column
from .model import Row, Table
from .names import Naming
from .values import Unit, Value, quantity_of, unit_of, unit_of_all

# 受灾人次, 死亡人数, 事故起数: the name says what it is counted in.
_COUNTED = re.compile(r"人次$|(?:人|起|户|家|件|座|辆|项)(?=数$)")
_LONGEST = 8


def row_unit(table: Table, row: Row, named: Naming) -> Unit | None:
    """The unit of a row's values: of its unit cell, else of its name, else of the whole table."""
    if table.flat:
        after = [cell for cell in row.cells if cell.start >= named.end]
        cell = next((c for c in after if is_unit_cell(c)), None)
        if cell is None and after and table.has("unit"):
            first = after[0]  # a unit that the vocabulary does not know stands where units stand
            plain = not is_value(first.text) and not is_nothing(first.text) and binding_of(first.text) is None
            cell = first if plain and len(first.text) <= _LONGEST else None
    else:
        cell = next(table.cells(row, "unit"), None)
    if cell is not None:
        return unit_of(cell.text) or Unit(compact(cell.text))
    given = named.unit or unit_of_all(table.titles)
    counted = _COUNTED.search(named.name) if given is None else None
    return Unit(counted.group()) if counted is not None else given


def is_unit_cell(cell: Cell) -> bool:
    """The cell is a unit and no value."""
    return is_unit(cell.text) and not is_value(cell.text)


def shared_unit(placed: Sequence[tuple[Column, list[Value]]]) -> Unit | None:
    """The unit that a row's values write themselves, where one does and the others have none (≥20% beside ≥25)."""
    own = [
        q.unit
        for c, vs in placed
        if c.kind not in ("rate", "average", "growth")
        for v in vs
        if (q := quantity_of(v, None))
    ]
    stated = {unit for unit in own if unit is not None}
    return Unit(stated.pop()) if len(stated) == 1 and None in own and stated <= {"%", "‰"} else None
