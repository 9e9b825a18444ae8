"""Asks a question of the library."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from .names import Node
from .questions import question
from .statements import Graph
from .table import Table
from .wording import words


def run(graph: Graph[Node], name: str, /, *, lang: str | None = None, **parameters: Any) -> Table:
    """The answer of one question.

    parameters: as the question's head says; strings are read as the parameter's kind, None is as if not given.
    Raises Unanswerable (a QueryError) for a question, parameter, value or name that is not known.
    """
    asked, said = question(name), words(lang)
    bound = asked.bind(parameters)
    answer = import_module(f".library.{name}", __package__).answer
    rows = answer(graph, **bound)
    flags = {p.name for p in asked.parameters if p.kind == "flag"}
    named = {p: parameters[p] for p in bound if parameters.get(p) is not None}
    given = (f"{p}={value}" if p in flags else str(value) for p, value in named.items())
    title = " · ".join([asked.title[said.lang], *given])
    return Table(name, asked.columns, tuple(rows), title, asked.shown, said.lang)
