"""Every quote for a thing."""

from __future__ import annotations

from collections.abc import Iterable

from ....graph.entities import agents
from ...directory import Names
from ...matching import facts
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(graph: Graph[Node], thing: Names) -> Iterable[Row]:
    """The facts that start from or lead to the thing, and those that say its name as plan, region or agent."""
    names = frozenset(thing.names)

    def speaks(r: Record) -> bool:
        if r["source"] in thing or r["target"] in thing:
            return True
        return r["plan"] in names or r["region"] in names or not names.isdisjoint(agents(r["agent"]))

    return facts(graph, speaks)
