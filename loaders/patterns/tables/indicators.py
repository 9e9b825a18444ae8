"""The values of a table's rows: what each measures, its number, and the context that its column gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ....schema.basis import Basis
from ....schema.quantities import Quantity
from ...context.context import Context, Inherited
from ...structure.cell_kinds import binding_of, is_nothing
from .cells import Cell
from .columns import Column
from .flat import by_columns
from .model import Row, Table
from .names import Naming, naming
from .units import is_unit_cell, row_unit, shared_unit
from .values import Unit, Value, quantity_of, values_of, without_unit
from .when import at_column, binding_word, over_the_period, under_titles, year_of

_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# 14.5（2019年）: a year that a cell gives itself.
_REMARK = re.compile(r"[（(][^（()）\d]*(?P<year>(?:19|20)\d\d)(?!\d)[^（()）]*[）)]")


@dataclass(frozen=True, slots=True)
class RowValue:
    """One value of a table.

    subject: what is measured, in full. quantity: the number, its offsets in the row's text. start, end: the stretch
    from the row's name to the value. change: 增长, 降低, … where the name or the head says so. derived: the column
    gives a yearly growth of what the row is about. lifted: the value is by how much a level rises over the whole period
    (〔1〕 behind 77.3).
    """

    subject: str
    quantity: Quantity
    column: Column
    context: Context
    start: int
    end: int
    binding: str | None
    change: str | None
    derived: bool
    lifted: bool = False


def measured(table: Table, row: Row) -> Iterator[RowValue]:
    """Every value of a row, in the order of its columns."""
    named = naming(table, row)
    if named is None:
        return
    base = _base(table, named)
    unit = row_unit(table, row, named)
    binding = _binding(table, row, named)
    based = _base_year(table)
    before, before_unit = base, unit
    placed = list(_values(table, row, named))
    shared = shared_unit(placed)
    level = any(vs and c.kind in ("period", "planned", "achieved") and not vs[0].cumulative for c, vs in placed)
    for column, values in placed:
        context = at_column(base, column, based, _until(table, column))
        if column.kind == "rate" and year_of(column) is None:  # it rates the column before it
            context = before.given(Basis("table", "tables.rate", column.head), status="achieved")
        elif column.part and year_of(column) is None:
            context = before
        elif column.kind == "measured" and year_of(column) is None:
            context = _within_limit(table, row, context)
        given = shared or without_unit(column.head)[1] or (before_unit if column.part else unit)
        before, before_unit = context, given
        for value in values:
            marked = _marked_year(table, row, value)
            lifted = value.cumulative and level and named.change is None and not named.flow
            about = replace(named, change="提高") if lifted else named
            dated = context if marked is None else context.given(Basis("table", "tables.note"), year=marked)
            made = _made(about, column, value, dated, given)
            if made is not None:
                yield replace(made, binding=binding, lifted=lifted)


@dataclass(frozen=True, slots=True)
class RowWords:
    """A cell of a table of indicators that holds words where others hold a value; fields as in `RowValue`."""

    subject: str
    cell: Cell
    context: Context
    start: int
    binding: str | None


def worded(table: Table, row: Row) -> Iterator[RowWords]:
    """The cells of a row in columns of years or targets that hold words; none in rows set as lines of text."""
    named = naming(table, row) if not table.flat else None
    if named is None:
        return
    base, based = _base(table, named), _base_year(table)
    binding = _binding(table, row, named)
    for column, cell in zip(table.columns, row.cells, strict=False):
        if not column.valued or column.kind not in ("period", "planned", "achieved") or cell.above or not cell.text:
            continue
        if not is_nothing(cell.text) and not values_of(row.sentence.read.text, cell):
            context = at_column(base, column, based, _until(table, column))
            yield RowWords(named.subject(column), cell, context, named.start, binding)


def _until(table: Table, column: Column) -> int | None:
    """The last year that the columns of a column's status give."""
    years = [
        year
        for other in table.columns
        if other.valued and other.kind in ("period", "planned", "achieved") and other.status == column.status
        if (year := year_of(other)) is not None
    ]
    return max(years, default=None)


def _within_limit(table: Table, row: Row, context: Context) -> Context:
    """The context with the years in which the row says that it is built (建设年限)."""
    for cell in table.cells(row, "deadline"):
        years = [int(year) for year in _YEARS.findall(cell.text)]
        if years:
            since = min(years) if min(years) < max(years) else None
            limit = cell.basis("tables.deadline")
            return context.given(limit, since=since, year=max(years), year_source="stated")
    return context


def _marked_year(table: Table, row: Row, value: Value) -> int | None:
    """The year that a note below the table gives to the values with a mark (带*的为2019年数据); None without one."""
    after = row.sentence.read.text[value.end - 1 : value.end + 1].strip()
    for mark, year in table.marks:
        if mark in after:
            return year
    return None


def _made(named: Naming, column: Column, value: Value, context: Context, unit: Unit | None) -> RowValue | None:
    derived = column.kind in ("average", "growth") and not value.cumulative and _grows(column.head) and not named.rate
    own = without_unit(column.head)[1]
    given = Unit("%") if column.kind == "rate" or (derived and own is None) else unit
    quantity = quantity_of(value, given)
    if quantity is None:
        return None
    remark = _REMARK.search(value.text)
    if remark is not None:
        said = Basis("table", "tables.remark", remark.group())
        context = context.given(said, year=int(remark["year"]), since=None, span="end")
    if value.cumulative:
        context = over_the_period(context)
    change = named.change or ("增长" if derived else None)
    if change is None or (context.base_year or 0) >= (context.year or 0):
        context = replace(context, base_year=None)
    return RowValue(
        value.lead + named.subject(column), quantity, column, context, named.start, value.end, None, change, derived
    )


def _grows(head: str) -> bool:
    return any(word in head for word in ("增", "降", "同比"))


def _base(table: Table, named: Naming) -> Context:
    """What holds in the table as a whole: see `table_context`; and the row's region where its name is one."""
    context = table_context(table)
    if named.region is not None:
        said = Basis("table", "tables.row", named.region)
        context = context.given(said, region=Inherited(named.region, "Region", "clause"))
    return context


def table_context(table: Table) -> Context:
    """What holds in a table: the context of its head, for the year that its title names."""
    first = table.head.clauses[0]
    return under_titles(first.inherited or first.context, table.titles)


def _values(table: Table, row: Row, named: Naming) -> Iterator[tuple[Column, list[Value]]]:
    text = row.sentence.read.text
    if table.flat:
        after = [cell for cell in row.cells if cell.start >= named.end and not is_unit_cell(cell)]
        held = [cell for cell in after if values_of(text, cell) or (cell.text and is_nothing(cell.text))]
        yield from by_columns(text, held, [column for column in table.columns if column.valued])
        return
    for column, cell in zip(table.columns, row.cells, strict=False):
        if column.valued and not cell.above:
            yield column, list(values_of(text, cell))


def _binding(table: Table, row: Row, named: Naming) -> str | None:
    for cell in row.cells:
        if (found := binding_of(cell.text)) is not None:
            return found
    return binding_word(named.written) or binding_word(row.group)


def _base_year(table: Table) -> int | None:
    """The year of the column that the others are measured against: the earliest of several; None for fewer."""
    years = {year for column in table.columns if column.valued and (year := year_of(column)) is not None}
    return min(years) if len(years) > 1 else None


def prose_cells(table: Table, row: Row) -> list[Cell]:
    """The cells whose words may state figures of their own: tasks, contents, and columns that are not known."""
    if table.flat and table.valued:
        return []
    return [cell for column, cell in table.placed(row) if column.kind in ("task", "content", None) and not cell.above]
