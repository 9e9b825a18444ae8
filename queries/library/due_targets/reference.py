"""Which targets fall due in a range of years."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import acts, facts, in_region, promised, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node],
    first: int | None,
    last: int | None,
    body: Names | None,
    plan: Names | None,
    region: Names | None,
) -> Iterable[Row]:
    """The planned figures and goals whose year lies in first..last (None: open at that end), never one without a year.

    Of a body: those that it or what lies in it answers for or acts in. Of a plan: those that it sets or answers for.
    """
    bodies = None if body is None else within(graph, body)
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "targets"
            and r["year"] is not None
            and (first or r["year"]) <= r["year"] <= (last or r["year"])
            and (bodies is None or r["source"] in bodies or acts(r, bodies))
            and (plan is None or promised(r, plan))
            and in_region(r, region)
        ),
    )
