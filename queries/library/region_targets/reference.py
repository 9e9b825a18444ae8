"""Which targets are set for a region and the places in it."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, in_region
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], region: Names, first: int | None, last: int | None) -> Iterable[Row]:
    """The planned figures and goals of the region; with a range only those due or running in it."""
    return facts(
        graph, lambda r: r["predicate"] == "targets" and in_region(r, region) and in_range(r, first, last)
    )
