"""One suite over every engine: each question's answer is that of its reference, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.graph import Graph, open_graph
from policygraph.queries.engines import Engine, opened_engine
from policygraph.queries.questions import questions
from policygraph.queries.runner import ask
from policygraph.queries.wording import Unanswerable

EMBEDDED = ("cypher", "sparql")
CASES = [(name, number) for name, one in sorted(questions().items()) for number in range(len(one.examples))]


class Engines:
    """The engines over one graph file, each opened when first asked."""

    def __init__(self, graph: Graph, stack: ExitStack, folder: Path) -> None:
        self._graph, self._stack, self._folder = graph, stack, folder
        self._opened: dict[str, Engine] = {}

    def __getitem__(self, name: str) -> Engine:
        if name not in self._opened:
            self._opened[name] = opened_engine(name, self._graph, self._stack, self._folder)
        return self._opened[name]


def answers(engines: Engines, engine: str, name: str, example: dict[str, Any]) -> list[dict[str, Any]] | str:
    """The rows of the answer with the type of every value, or why there is none."""
    try:
        return [{k: (v, type(v)) for k, v in row.items()} for row in ask(engines[engine], name, **example)]
    except Unanswerable as error:
        return error.said("en")
