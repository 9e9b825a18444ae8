"""What a plan promised."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import plan_promises
from ...names import Node
from ...statements import Graph
from ...table import Row, row_of


def answer(graph: Graph[Node], plan: str) -> Iterable[Row]:
    """The figures and goals that the plan sets, wherever a document states them."""
    return map(row_of, plan_promises(graph, plan))
