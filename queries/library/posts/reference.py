"""Who held which post, at which body, when."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node], person: Names | None, body: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """Every fact that a person holds a post, of one person or at one body (with its departments) where given."""
    bodies = None if body is None else within(graph, body)
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "holds_post"
            and (person is None or r["source"] in person)
            and (bodies is None or r["target"] in bodies)
            and in_range(r, first, last)
        ),
    )
