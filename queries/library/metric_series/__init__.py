"""One metric over the years: what was aimed at and what was reached."""

from __future__ import annotations

from collections.abc import Iterable

from ...lineage import find
from ...matching import in_region, region_names, rows
from ...names import Node, core
from ...statements import Graph, is_figure
from ...table import Row


def answer(graph: Graph[Node], metric: str, status: str | None, region: str | None) -> Iterable[Row]:
    """Every figure and goal of the metric, also where its name carries 首批, 新增 and the like."""
    wanted = core(metric)
    if not any(kind == "Metric" and core(name) == wanted for kind, name in graph):
        find(graph, metric, "Metric")
    places = region_names(graph, region) if region else None
    return rows(
        graph,
        lambda r: (
            is_figure(r) and core(r["subject"]) == wanted and status in (None, r["status"]) and in_region(r, places)
        ),
    )
