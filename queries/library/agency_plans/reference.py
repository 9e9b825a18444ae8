"""Which plans and documents an agency and its departments issued."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], agency: Names | None, first: int | None, last: int | None) -> Iterable[Row]:
    """Every fact that a text was issued, by the agency where one is given."""
    bodies = None if agency is None else within(graph, agency)
    return facts(
        graph,
        lambda r: r["predicate"] == "issues" and (bodies is None or r["source"] in bodies) and in_range(r, first, last),
    )
