"""How a program, title, center, plan or metric came along."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import in_range
from ...names import Node
from ...statements import Graph, touching
from ...table import Row


def answer(graph: Graph[Node], program: Names, first: int | None, last: int | None) -> Iterable[Row]:
    """The facts that name the thing, then those that name what belongs to it, in the range of years or without one."""
    for _, r in touching(graph, program.nodes):
        if r["year"] is None or in_range(r, first, last):
            yield r
    for member, _, edge in graph.in_edges(program.nodes, data=True):
        if edge["predicate"] == "belongs_to":
            for node, r in touching(graph, [member]):
                if r["year"] is None or in_range(r, first, last):
                    yield {**r, "via": edge["via"], "via_name": node[1], "via_fact": edge.get("via_fact")}
