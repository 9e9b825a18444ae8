"""What was launched, recognised, hosted, located and targeted in a region, year by year."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, in_region, within
from ...names import Node
from ...statements import Graph, Record, is_figure
from ...table import Row

DONE = ("launches", "recognises", "hosts", "leads", "participates")


def answer(graph: Graph[Node], region: Names, first: int | None, last: int | None) -> Iterable[Row]:
    """Figures and goals, and facts of DONE and located_in, that concern one of the region's places.

    They start from or lead to a place, start from a body within one, are figures of one, or do something of DONE to
    what is located in one.
    """
    bodies = within(graph, region)
    there = {n for n, _, data in graph.in_edges(region.nodes, data=True) if data["predicate"] == "located_in"}

    def concerns(r: Record) -> bool:
        if r["source"] in bodies or r["target"] in region:
            return True
        return in_region(r, region) if is_figure(r) else r["predicate"] in DONE and r["target"] in there

    kinds = (*DONE, "located_in")
    return facts(
        graph, lambda r: (is_figure(r) or r["predicate"] in kinds) and in_range(r, first, last) and concerns(r)
    )
