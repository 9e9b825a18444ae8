"""Targets for which a later statement sets another value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from ...directory import Names
from ...matching import counted_as, difference, facts, in_region
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(
    graph: Graph[Node],
    metric: Names | None,
    region: Names | None,
    first: int | None,
    last: int | None,
    repeated: bool,
) -> Iterable[Row]:
    """A row for each pair of a target and one of a later date, both dates known, that sets another value.

    The two agree in what they count, deadline and first year of the period, unit, region and measure. With `repeated`
    also those that set the same value again. `change` is None where either is a range.
    """
    metrics = counted_as(graph)
    series: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for r in facts(graph, lambda r: r["predicate"] == "targets" and r["value"] is not None and r["year"] is not None):
        scope = r["unit"] or "", r["region"] or "", r["measure"]
        series[metrics[r["target"]], r["since"] or r["year"], r["year"], *scope].append(r)
    for same in series.values():
        for one, later in permutations(same, 2):
            if (
                (metric is None or one["target"] in metric)
                and in_region(one, region)
                and (first or one["year"]) <= one["year"] <= (last or one["year"])
                and one["date"] is not None
                and one["date"] < (later["date"] or "")
                and (repeated or _values(one) != _values(later))
            ):
                ranges = one["high"] is not None or later["high"] is not None
                change = None if ranges else difference(later["value"], one["value"])
                yield one | {"change": change} | {f"later_{name}": value for name, value in later.items()}


def _values(r: Record) -> tuple[float, float]:
    return r["value"], r["value"] if r["high"] is None else r["high"]
