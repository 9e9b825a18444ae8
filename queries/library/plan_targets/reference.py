"""What a plan promised."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, promised
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], plan: Names) -> Iterable[Row]:
    """The figures and goals that the plan sets or answers for, wherever a document states them."""
    return facts(graph, lambda r: promised(r, plan))
