"""One metric over the years: what was aimed at and what was reached."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, in_region
from ...names import Node
from ...statements import Graph, is_figure
from ...table import Row


def answer(
    graph: Graph[Node], metric: Names, status: str | None, region: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """Every figure and goal of the metric."""
    return facts(
        graph,
        lambda r: (
            is_figure(r)
            and r["target"] in metric
            and status in (None, r["status"])
            and in_region(r, region)
            and in_range(r, first, last)
        ),
    )
