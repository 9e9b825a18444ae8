"""Which programs continued, are new or were dropped from one year to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph, is_figure
from ...table import Row


def answer(graph: Graph[Node], earlier: int, later: int, agency: Names | None) -> Iterable[Row]:
    """A row for each program of which a fact's period holds one of the two years.

    A program's facts: those at its node, and the figures of the metric of its name and of metrics that belong to it;
    with an agency only those that start from it or a department of it.
    """
    bodies = None if agency is None else within(graph, agency)
    counting: dict[Node, set[Node]] = defaultdict(set)
    for metric, program, data in graph.edges(data=True):
        same = data["predicate"] == "measures" and metric[1] == program[1]
        if program[0] == "Program" and metric[0] == "Metric" and (same or data["predicate"] == "belongs_to"):
            counting[metric].add(program)
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for r in facts(graph, lambda r: bodies is None or r["source"] in bodies):
        programs = {node for node in (r["source"], r["target"]) if node[0] == "Program"}
        if is_figure(r):
            programs |= counting[r["target"]]
        for _, name in programs:
            for year, ids in zip((earlier, later), found[name], strict=True):
                if in_range(r, year, year):
                    ids.add(r["id"])
    for name, (before, after) in found.items():
        if before or after:
            change = "continued" if before and after else "new" if after else "dropped"
            yield {"program": name, "change": change, "facts_earlier": len(before), "facts_later": len(after)}
