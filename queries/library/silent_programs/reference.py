"""Programs and centers that were launched and never named again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, within
from ...names import Node
from ...statements import Graph, Record, newest, touching
from ...table import Row


def answer(graph: Graph[Node], agency: Names | None, first: int | None, last: int | None) -> Iterable[Row]:
    """The achieved launches, in its last year of launch, of each program and center that no later fact names.

    A later fact is about a year after that one, or is stated at a date after the last statement of an achieved launch;
    a fact about what belongs to the thing names it too. `silent_years` goes up to the year of the newest document;
    launches of that year or later are left out, and everything where no document has a date.
    """
    bodies, end = None if agency is None else within(graph, agency), newest(graph)
    launched: dict[Node, list[Record]] = defaultdict(list)
    for r in facts(graph, lambda r: r["predicate"] == "launches" and r["target"][0] in ("Program", "Center")):
        if r["status"] == "achieved" and r["year"] is not None:
            launched[r["target"]].append(r)
    for thing, launches in launched.items():
        year, date = max(r["year"] for r in launches), max(r["date"] or "" for r in launches)
        members = [n for n, _, data in graph.in_edges([thing], data=True) if data["predicate"] == "belongs_to"]
        named = [r for _, r in touching(graph, {thing, *members})]
        if end is None or year >= end or any((r["year"] or 0) > year or (r["date"] or "") > date for r in named):
            continue
        if (first or year) <= year <= (last or year):
            for r in launches:
                if r["year"] == year and (bodies is None or r["source"] in bodies):
                    yield r | {"silent_years": end - year}
