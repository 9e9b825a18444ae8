"""Who recognized or selected which bodies."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node], agency: Names | None, name: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """The recognitions by the agency and its departments, of the title or body, where these are given."""
    bodies = None if agency is None else within(graph, agency)
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "recognises"
            and (bodies is None or r["source"] in bodies)
            and (name is None or r["target"] in name)
            and in_range(r, first, last)
        ),
    )
