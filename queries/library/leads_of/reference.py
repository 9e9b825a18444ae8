"""Which body leads which task or program."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node], body: Names | None, task: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """Every fact that a body leads something, of one body (with its departments) or for one task where given."""
    bodies = None if body is None else within(graph, body)
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "leads"
            and (bodies is None or r["source"] in bodies)
            and (task is None or r["target"] in task)
            and in_range(r, first, last)
        ),
    )
