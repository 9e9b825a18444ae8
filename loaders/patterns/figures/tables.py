"""Figures of a table's rows: one for every value under a head that says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....schema.facts import Figure
from ...context.context import ScopedArticle
from ..tables.indicators import RowValue, measured
from ..tables.model import Row, Table
from ..tables.norms import norms
from .grounds import grounds
from .make import make
from .measures import Measured, measure
from .subject import Subject
from .words import listed, one_of, words

_CELL_CHANGE = re.compile(r"^\s*(?:累计|年均|年均累计)?(下降|降低|减少|压减|削减|增长|提高|增加|上升|提升)")
_NEWLY = re.compile(r"^(?:新增|增加|新建|新设|新开|新改扩建|新改建)")
_LEVEL = re.compile(r"(?:率|强度|密度|浓度|指数|比|次数|寿命|水平|人次)$")
_OF_A_PROJECT = re.compile(r"(?:项目|工程).{0,6}(?:投资|资金|金额|经费)$")
_LONGEST_NAME = 40
"""A row's name that stands further than this before its value is left out of the quote."""


def in_table(article: ScopedArticle, table: Table, row: Row) -> Iterator[Figure]:
    """Every figure that a row states in its columns of values, or as a norm in the words beside its indicator."""
    for value in (*measured(table, row), *norms(table, row)):
        yield _figure(article, row, value)


def _figure(article: ScopedArticle, row: Row, value: RowValue) -> Figure:
    quantity = value.quantity
    text = row.sentence.read.text
    own = _CELL_CHANGE.match(text[text.rfind("\t", 0, quantity.start) + 1 : quantity.end])
    change = own.group(1) if own else value.change
    verb = _verb(value)
    subject = Subject(value.subject, value.start, value.end, verb, change, True)
    kind = _measure(value, subject, own is not None)
    near = value.start < quantity.start <= value.start + _LONGEST_NAME + len(value.subject)
    start = value.start if near else quantity.start
    place = (min(start, quantity.start), max(value.end, quantity.end))
    agent = value.context.agent
    return make(
        article,
        row.sentence,
        quantity,
        value.context,
        place,
        subject=value.subject,
        measure=kind.kind,
        action=change or verb,
        agent=(agent.value, value.context.bases.get("agent")) if agent is not None else (None, None),
        extractor="figures.table",
        bases=grounds(row.sentence, quantity, place, (value.subject, "tables.row"), kind, "table"),
        clause=row.sentence.clause_at(quantity.start),
        direction="rise" if listed(change, "rise") else "fall" if listed(change, "fall") else None,
        binding=value.binding,
    )


def _measure(value: RowValue, subject: Subject, stated: bool) -> Measured:
    """The measure: of a change where the name, the column or the cell says so, else as in a sentence."""
    unit = value.quantity.unit or ""
    if value.column.kind == "rate":
        return Measured("share", "tables.rate", value.column.head)
    if subject.carrier is not None or value.derived or stated:
        words = value.column.head if value.derived else subject.carrier
        if unit in ("%", "‰"):
            return Measured("change" if value.lifted else "growth", "tables.change", words)
        if value.quantity.measure is None and (not listed(subject.carrier, "rise") or value.lifted):
            return Measured("change", "tables.change", words)
    newly = _NEWLY.match(value.subject)
    if newly and unit not in ("%", "‰"):
        return Measured("new", "tables.newly", newly.group())
    level = _LEVEL.search(value.subject)
    if unit == "" and level and value.quantity.measure is None:
        return Measured("level", "measures.level", level.group())
    return measure(value.quantity, subject, "", "")


def _verb(value: RowValue) -> str | None:
    """The verb that the indicator's name holds (建设雨水管网); none in the name of a rate."""
    unit = value.quantity.unit or ""
    if unit in ("%", "‰") or _LEVEL.search(value.subject) or _OF_A_PROJECT.search(value.subject):
        return None
    for found in one_of("flow").finditer(value.subject):
        noun = any(value.subject.startswith(word, found.start()) for word in words("noun_starts"))
        if not noun and found.end() + 2 <= len(value.subject):
            return found.group()
    return None
