"""Asks a question of the library."""

from __future__ import annotations

from typing import Any

from .columns import fact_order, order_by, shaped
from .engines import Engine
from .questions import question
from .table import Row, Table
from .wording import words


def ask(engine: Engine, name: str, /, *, lang: str | None = None, **parameters: Any) -> Table:
    """The answer of one question, the same from every engine: rows in the question's order, none twice.

    parameters: as the question's head says; strings are read as the parameter's kind, None is as if not given.
    Raises Unanswerable (a QueryError) for a question, parameter, value or name that is not known.
    """
    asked, said = question(name), words(lang)
    bound = asked.bind(parameters, engine.directory)
    rows = shaped(engine.rows(asked, bound), asked.columns)
    every = order_by(asked.column_names, asked.columns)
    first = order_by(asked.order, asked.columns) if asked.order else fact_order
    rows = _once(sorted(rows, key=lambda row: (first(row), every(row))), asked.unique or asked.column_names)
    flags = {p.name for p in asked.parameters if p.kind == "flag"}
    named = {p: parameters[p] for p in bound if parameters.get(p) is not None}
    given = (f"{p}={value}" if p in flags else str(value) for p, value in named.items())
    title = " · ".join([asked.title[said.lang], *given])
    return Table(
        name, asked.column_names, tuple(rows), title, asked.shown, said.lang, labels=asked.headings(said.lang)
    )


def _once(rows: list[Row], columns: tuple[str, ...]) -> list[Row]:
    """The first of the rows that agree in these columns."""
    kept: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        kept.setdefault(tuple(row[column] for column in columns), row)
    return [*kept.values()]
