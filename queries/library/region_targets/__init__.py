"""Which targets are set for a region and the places in it."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import in_range, in_region, region_names, rows
from ...names import Node
from ...statements import Graph, is_figure
from ...table import Row


def answer(graph: Graph[Node], region: str, first: int | None, last: int | None) -> Iterable[Row]:
    """The planned figures and goals of the region; with a range only those due or running in it."""
    places = region_names(graph, region)
    return rows(
        graph,
        lambda r: (
            is_figure(r) and r["status"] == "planned" and in_region(r, places) and in_range(r, first, last)
        ),
    )
