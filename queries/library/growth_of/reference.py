"""The change of a metric from one stated year to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from ...directory import Names
from ...matching import difference, facts, in_region
from ...names import Node
from ...statements import Graph, Record
from ...table import Row

STATES = ("total", "amount", "level", "share")
"""The measures of how much there is, not of how much was added."""


def answer(
    graph: Graph[Node], metric: Names, region: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """A row for each pair of an achieved figure and one of the nearest earlier year of the same series.

    A series is the metric's figures of one measure of STATES, unit and region. Figures of a period of several years
    and ranges are left out. `change` is the `difference` of
    the two values. With a range of years both lie
    in it.
    """
    series: dict[tuple[object, ...], dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for r in facts(graph, lambda r: r["predicate"] == "achieves" and r["target"] in metric and in_region(r, region)):
        lies_in = r["year"] is not None and (first or r["year"]) <= r["year"] <= (last or r["year"])
        single = r["value"] is not None and r["high"] is None and r["since"] in (None, r["year"])
        if lies_in and single and r["measure"] in STATES:
            series[r["measure"], r["unit"] or "", r["region"] or ""][r["year"]].append(r)
    for by_year in series.values():
        years = sorted(by_year)
        for before, year in pairwise(years):
            for r in by_year[year]:
                for earlier in by_year[before]:
                    change = {"change": difference(r["value"], earlier["value"]), "years": year - before}
                    yield r | change | {f"earlier_{name}": value for name, value in earlier.items()}
