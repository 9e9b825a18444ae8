"""Tables that list bodies, centers or projects: who designates each, where it lies, who runs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schema.facts import Entity, Relation
from ...context.context import ScopedArticle
from ...language.periods import periods
from ..clause_roles import relation, told_plan
from ..responsibility import bodies
from ..timing import TIMELESS, When, by_limit, within
from .cells import Cell
from .columns import Column
from .designated import designated
from .grid import tables
from .indicators import table_context
from .listing import Listing, listing
from .model import Row, Table
from .places import region_in

_BUILT = re.compile(r"(?:项目|工程)(?:名称)?$|^重大项目|^重点项目|^建设项目|^工程项目")
_WHOLE = re.compile(r"^(?:所属|隶属)(?!地区|行业|领域|省|市|区|县)|^(?:所在|依托)(?:园区|基地|集群|示范区|平台)")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every relation that the rows of lists state."""
    for table in tables(article):
        if not any(column.kind == "thing" for column in table.columns):
            continue
        titles = table.titles
        titles += [h.text.text for h in reversed(table.head.read.sentence.headings)]
        found = listing(article, titles)
        chosen = _chosen(table, found)
        for row in table.rows:
            yield from _of_row(article, table, row, chosen, found)


def _chosen(table: Table, found: Listing | None) -> Column:
    """The column of the listed things: of several names that whose head the class repeats (…智能工厂, 工厂名称)."""
    named = [column for column in table.columns if column.kind == "thing"]
    kind = found.kind.name if found is not None and found.kind is not None else ""
    return next((c for c in named if (stem := c.head.removesuffix("名称")) and kind.endswith(stem)), named[0])


def _of_row(
    article: ScopedArticle, table: Table, row: Row, chosen: Column, found: Listing | None
) -> Iterator[Relation]:
    cells = [cell for cell in table.cells(row, "thing") if _column(table, row, cell) is chosen]
    thing = designated(cells[0], chosen.head) if cells and not cells[0].above else None
    if thing is None:
        return
    cell = cells[0]
    clause = row.sentence.clause_at(cell.start)
    when = _recognised(table, row, found) if found is not None else _planned(table, row)
    for agent in found.agents if found is not None else ():
        place = (cell.start, cell.end)
        yield relation(article, row.sentence, clause, agent, "recognises", thing, place, "recognises.table", when)
    if found is None and _BUILT.search(chosen.head) and thing.type == "Program":
        plan = told_plan(clause)
        if plan is not None:
            subject, place = Entity(plan.value, "Plan"), (cell.start, cell.end)
            yield relation(article, row.sentence, clause, subject, "deploys", thing, place, "deploys.table", when)
    for region, near in _regions(table, row):
        if region != thing.name:
            located, place = Entity(region, "Region"), _both(row, cell, near)
            yield relation(
                article, row.sentence, clause, thing, "located_in", located, place, "located_in.table", TIMELESS
            )
    for held, predicate in _bodies(table, row, chosen):
        for body in bodies(held.sentence, held.start, held.end):
            if body != thing:
                extractor = "leads.table" if predicate == "leads" else "participates.table"
                place = _both(row, cell, held)
                yield relation(article, row.sentence, clause, body, predicate, thing, place, extractor, when)
    yield from _wholes(article, table, row, cell, thing)


def _column(table: Table, row: Row, cell: Cell) -> Column:
    return next(column for column, other in table.placed(row) if other is cell)


def _bodies(table: Table, row: Row, chosen: Column) -> Iterator[tuple[Cell, str]]:
    """The cells that name who runs or entered the listed thing, with what they do."""
    for column, cell in table.placed(row):
        if column.kind == "owner":
            yield cell, "leads"
        elif column.kind == "applicant" or (column.kind == "thing" and column is not chosen and "企业" in column.head):
            yield cell, "participates"


def _wholes(article: ScopedArticle, table: Table, row: Row, cell: Cell, thing: Entity) -> Iterator[Relation]:
    """所属集群, 所在园区: the larger thing that the listed one is part of."""
    for column, held in table.placed(row):
        if not _WHOLE.search(column.head) or column.kind in ("region", "applicant"):
            continue
        whole = designated(held, column.head.removeprefix("所属").removeprefix("所在"))
        if whole is not None and whole != thing:
            clause = row.sentence.clause_at(cell.start)
            place = _both(row, cell, held)
            yield relation(article, row.sentence, clause, thing, "part_of", whole, place, "part_of.table", TIMELESS)


def _regions(table: Table, row: Row) -> Iterator[tuple[str, Cell | None]]:
    """The places of a row, the narrowest of its columns alone; else the place that its group is named by."""
    placed = [(region, c) for c in table.cells(row, "region") if (region := region_in(c.sentence, c.start, c.end))]
    if placed:
        yield placed[-1]
    elif row.region is not None:
        yield row.region, None


def _both(row: Row, cell: Cell, other: Cell | None) -> tuple[int, int]:
    if other is None or other.sentence is not row.sentence:
        return cell.start, cell.end
    return min(cell.start, other.start), max(cell.end, other.end)


def _recognised(table: Table, row: Row, found: Listing) -> When:
    """When the row was designated: as its own column says, else with the document."""
    for cell in table.cells(row, "time"):
        years = [p.year for p in periods(cell.text) if p.year is not None]
        year = years[0] if years else int(cell.text) if re.fullmatch(r"(?:19|20)\d\d", cell.text) else None
        if year is not None:
            bases = {**found.when.bases, "year": cell.basis("tables.deadline")}
            return replace(found.when, year=year, source="stated", bases=bases)
    return found.when


def _planned(table: Table, row: Row) -> When:
    context = table_context(table)
    for cell in table.cells(row, "deadline"):
        years = [int(y) for y in re.findall(r"(?:19|20)\d\d", cell.text)]
        if years:
            return by_limit(max(years), cell.basis("tables.deadline"))
    return within(context)
