"""Goals in the cells of a table of indicators: a value in words (基本全覆盖, 全面建成)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ....schema.basis import Basis
from ....schema.facts import Figure
from ...context.context import ScopedArticle
from ..figures.make import make
from ..tables.cells import Cell
from ..tables.indicators import RowWords, worded
from ..tables.model import Row, Table
from .words import any_of

_LONGEST_NAME = 40
"""A row's name that stands further than this before its cell is left out of the quote."""


def in_table(article: ScopedArticle, table: Table, row: Row) -> Iterator[Figure]:
    """Every end state that a row of indicators has where others have a number."""
    for found in worded(table, row):
        state = _state().fullmatch(found.cell.text)
        if state is None or (found.context.status != "planned" and state["whole"] is None and state["done"] is None):
            continue
        if found.context.year is not None:
            yield _goal(article, row, found, found.cell)


@cache
def _state() -> re.Pattern[str]:
    """An end state and nothing besides: 全覆盖, 基本建成, 全面实现数字化; 在建 and 初步覆盖 are none."""
    return re.compile(
        rf"(?:已|力争|确保|实现|做到){{0,2}}(?P<whole>{any_of('whole')})?(?:实现)?"
        rf"(?:(?P<done>{any_of('done', 'served')})|{any_of('build', 'settle', 'come_to', 'state')})"
    )


def _goal(article: ScopedArticle, row: Row, found: RowWords, cell: Cell) -> Figure:
    near = 0 <= found.start <= cell.start <= found.start + _LONGEST_NAME + len(found.subject)
    place = (found.start if near else cell.start, cell.end)
    agent = found.context.agent
    return make(
        article,
        row.sentence,
        None,
        found.context,
        place,
        subject=found.subject,
        measure="level",
        action=cell.text,
        agent=(agent.value, found.context.bases.get("agent")) if agent is not None else (None, None),
        extractor="goals.cell",
        bases={"subject": Basis("table", "tables.row", found.subject), "measure": Basis("default", "goals.level")},
        clause=row.sentence.clause_at(cell.start),
        binding=found.binding,
        goal_text=cell.text,
    )
