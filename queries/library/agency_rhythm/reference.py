"""How many plans an agency issued and how many programs it launched, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], agency: Names, first: int | None, last: int | None, departments: bool) -> Iterable[Row]:
    """A row for every year in first..last of which an achieved issue or launch by the agency is stated.

    `plans` and `launches` count the different things that were issued and launched.
    """
    bodies = within(graph, agency, departments)
    counted: dict[int, dict[str, set[Node]]] = defaultdict(lambda: {"issues": set(), "launches": set()})
    for r in facts(graph, lambda r: r["predicate"] in ("issues", "launches") and r["status"] == "achieved"):
        if r["source"] in bodies and r["year"] is not None and (first or 0) <= r["year"] <= (last or r["year"]):
            counted[r["year"]][r["predicate"]].add(r["target"])
    for year, things in counted.items():
        yield {"year": year, "plans": len(things["issues"]), "launches": len(things["launches"])}
