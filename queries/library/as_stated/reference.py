"""Every statement about a metric's year, by the date at which it was made."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, in_region
from ...names import Node
from ...statements import Graph, is_figure
from ...table import Row


def answer(graph: Graph[Node], metric: Names, year: int | None, region: Names | None) -> Iterable[Row]:
    """Every figure and goal of the metric whose period holds the year; without a year every one, dated or not.

    `years_ahead` is the fact's year less that of the date; None where either is not known.
    """
    for r in facts(graph, lambda r: is_figure(r) and r["target"] in metric and in_region(r, region)):
        if in_range(r, year, year):
            known = r["year"] is not None and r["stated_year"] is not None
            yield r | {"years_ahead": r["year"] - r["stated_year"] if known else None}
