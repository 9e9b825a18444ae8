"""Which targets are set for a region and the places in it."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import in_region, region_names
from ...names import Node
from ...statements import Graph, is_figure, meets, statements
from ...table import Row, row_of


def answer(graph: Graph[Node], region: str, first: int | None, last: int | None) -> Iterable[Row]:
    """The planned figures and goals of the region; with a range only those due or running in it."""
    places, ranged = region_names(graph, region), first is not None or last is not None
    return map(
        row_of,
        statements(
            graph,
            lambda r: (
                is_figure(r)
                and r["status"] == "planned"
                and in_region(r, places)
                and (not ranged or meets(r, first, last))
            ),
        ),
    )
