"""Statements of one figure that differ in their values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from ...directory import Names
from ...matching import counted_as, facts, in_range, in_region
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(
    graph: Graph[Node],
    metric: Names | None,
    status: str | None,
    region: Names | None,
    first: int | None,
    last: int | None,
    same_sentence: bool,
) -> Iterable[Row]:
    """A row for each pair of figures with a number and a year that contradict each other, the earlier statement first.

    They agree in what they count, status, year and first year of the period, unit, region and measure, have no two
    different base years, and differ in their value or the upper end of their range. Where neither date is known to be
    earlier, the lesser id comes first. Two values of one sentence are given with `same_sentence` alone: there they
    are mostly of two things.
    """
    metrics = counted_as(graph)
    series: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for r in facts(graph, lambda r: r["value"] is not None and r["year"] is not None):
        period = r["since"] or r["year"], r["year"]
        key = r["unit"] or "", r["region"] or "", r["measure"], r["status"]
        series[metrics[r["target"]], *period, *key].append(r)
    for same in series.values():
        for one, other in permutations(same, 2):
            if (
                (metric is None or one["target"] in metric)
                and status in (None, one["status"])
                and in_region(one, region)
                and in_range(one, first, last)
                and (one["date"] or "", one["id"]) < (other["date"] or "", other["id"])
                and (one["base_year"] or other["base_year"]) == (other["base_year"] or one["base_year"])
                and _values(one) != _values(other)
                and (same_sentence or _sentence(one) != _sentence(other))
            ):
                yield one | {f"other_{name}": value for name, value in other.items()}


def _values(r: Record) -> tuple[float, float]:
    return r["value"], r["value"] if r["high"] is None else r["high"]


def _sentence(r: Record) -> tuple[str, str]:
    return r["document"], r["sentence"]
