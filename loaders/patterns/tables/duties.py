"""Tables of responsibility: who leads and who takes part in each row's task, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....schema.facts import Entity, Relation
from ...context.context import ScopedArticle
from ...language.periods import periods
from ...structure.labels import label_of
from ..clause_roles import relation
from ..responsibility import bodies
from ..timing import When, by_limit, within
from ..undertakings import undertakings
from .cells import Cell
from .grid import tables
from .indicators import table_context
from .model import Row, Table

_SHORTEST, _LONGEST = 3, 60
"""A task is named in so many characters; of a longer cell its first clause of that length is taken."""
# 牵头单位：A；配合单位：B in one cell, or A牵头，B配合.
_LABEL = re.compile(
    r"(?P<lead>(?:市级|省级|区级|县级)?(?:牵头|责任|负责|主责|主办|主要责任)(?:单位|部门|单位及部门)?)\s*[：:]"
    r"|(?P<support>(?:配合|参与|参加|协办|协同|协助)(?:单位|部门)?)\s*[：:]"
)
_AFTER = re.compile(r"(?P<lead>牵头负责|牵头|负责|主办)|(?P<support>配合|参与|参加|协助|协办|协同)")
_MARK = re.compile(r"[（(](?:牵头|牵头单位|主办|负责)[)）]")
_STOP = re.compile(r"[。；;：:\n]|(?<![\d一二三四五六七八九十])，")
_TIME = re.compile(
    r"^(?:(?:到|在|自|从|于)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初)?(?:以?前|起|内)?(?:要)?)"
)


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body that a table makes answer for a task or take part in it."""
    for table in tables(article):
        kinds = {column.kind for column in table.columns}
        if not kinds & {"lead", "support"}:
            continue
        for row in table.rows:
            yield from _of_row(article, table, row)


def _of_row(article: ScopedArticle, table: Table, row: Row) -> Iterator[Relation]:
    cell = _task_cell(table, row)
    task = _program(cell) or task_name(cell.text) if cell is not None else ""
    if cell is None or not task:
        return
    thing = Entity(task, "Program")
    when = _when(table, row)
    for column_kind, predicate in (("lead", "leads"), ("support", "participates")):
        for held in table.cells(row, column_kind):
            for role, start, end in _stretches(held, predicate):
                for body in bodies(held.sentence, start, end):
                    place = _place(row, cell, held, start, end)
                    clause = row.sentence.clause_at(place[0])
                    extractor = "leads.table" if role == "leads" else "participates.table"
                    yield relation(article, row.sentence, clause, body, role, thing, place, extractor, when)


def _program(cell: Cell) -> str:
    """The program that a cell says is carried out, and nothing else (实施X行动), as the plan names it; else ""."""
    if cell.sentence.read.text[cell.start : cell.end] != cell.text:
        return ""
    whole = [u for u in undertakings(cell.sentence) if u.place == (cell.start, cell.end) and u.thing.type == "Program"]
    return whole[0].thing.name if len(whole) == 1 else ""


def _task_cell(table: Table, row: Row) -> Cell | None:
    """The cell that says what is to be done: the narrowest of the tasks, else what is built or measured."""
    for kinds in (("task",), ("thing",), ("indicator",), ("content",)):
        cells = list(table.cells(row, *kinds))
        if cells:
            return cells[-1]
    return None


def task_name(text: str) -> str:
    """A task by the words of its cell: all of a short one, of a longer one the first clause that says something."""
    text = _clean(text)
    if _SHORTEST <= len(text) <= _LONGEST and not re.search(r"[。；]", text):
        return text
    start = 0
    for stop in [*(m.start() for m in _STOP.finditer(text)), len(text)]:
        clause = _TIME.sub("", _clean(text[start:stop]))
        start = stop + 1
        if _SHORTEST < len(clause) <= _LONGEST and not re.match("对|凡|按照|根据|为|（", clause):
            return clause
    return ""


def _clean(text: str) -> str:
    text = text.strip(" 。；;，,、：:\u3000")
    label = label_of(text)
    return text[label.end :].strip() if label is not None and label.kind != "ordinal" else text


def _stretches(cell: Cell, predicate: str) -> list[tuple[str, int, int]]:
    """The parts of a cell that name bodies, with what they do: the column's predicate where the cell does not say."""
    text = cell.sentence.read.text
    labels = list(_LABEL.finditer(text, cell.start, cell.end))
    if labels:
        ends = [*(m.start() for m in labels[1:]), cell.end]
        first = [(predicate, cell.start, labels[0].start())] if labels[0].start() > cell.start else []
        return first + [
            ("leads" if m["lead"] else "participates", m.end(), end) for m, end in zip(labels, ends, strict=True)
        ]
    marks = list(_MARK.finditer(text, cell.start, cell.end))
    if marks:
        return [("leads", cell.start, marks[-1].start()), ("participates", marks[-1].end(), cell.end)]
    found: list[tuple[str, int, int]] = []
    start = cell.start
    for match in _AFTER.finditer(text, cell.start, cell.end):
        found.append(("leads" if match["lead"] else "participates", start, match.start()))
        start = match.end()
    return found or [(predicate, cell.start, cell.end)]


def _place(row: Row, task: Cell, held: Cell, start: int, end: int) -> tuple[int, int]:
    """The stretch of the row that the quote takes: task and bodies, else whichever the row itself holds."""
    own = [(cell.start, cell.end) for cell in (task,) if cell.sentence is row.sentence]
    own += [(start, end)] if held.sentence is row.sentence else []
    if not own:
        cells = [cell for cell in row.cells if cell.sentence is row.sentence and cell.end > cell.start]
        own = [(cells[0].start, cells[-1].end)] if cells else [(0, len(row.sentence.read.text))]
    return min(a for a, _ in own), max(b for _, b in own)


def _when(table: Table, row: Row) -> When:
    """To be done, by the row's own time limit where it has one, else within the years of the plan."""
    context = table_context(table)
    for cell in table.cells(row, "deadline"):
        years = [p.year for p in periods(cell.text, on=context.day) if p.year is not None and p.kind != "base"]
        if years:
            return by_limit(years[-1], cell.basis("tables.deadline"))
    return within(context).but("to_do", "planned")
