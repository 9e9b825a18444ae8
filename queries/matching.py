"""What the reference answers share in telling whose fact a fact is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from ..graph.entities import agents
from .directory import Names
from .names import Node
from .statements import Graph, Record, meets, statements


def facts(graph: Graph[Node], where: Callable[[Record], bool]) -> Iterator[Record]:
    """Every fact for which `where` holds, in the order of `statements`."""
    return iter(statements(graph, where))


def in_range(record: Record, first: int | None, last: int | None) -> bool:
    """Whether the fact has a year in first..last; every fact is where neither is given."""
    return (first is None and last is None) or meets(record, first, last)


def within(graph: Graph[Node], bodies: Names, departments: bool = True) -> frozenset[Node]:
    """The bodies, and with `departments` everything that lies within one of them."""
    found = set(bodies.nodes)
    if departments:
        found |= {n for n, _, data in graph.in_edges(bodies.nodes, data=True) if data["predicate"] == "within"}
    return frozenset(found)


def in_region(record: Record, places: Names | None) -> bool:
    """Whether the fact is for one of the places; every fact is where places is None."""
    return places is None or ("Region", record.get("region") or "") in places


def promised(record: Record, plan: Names) -> bool:
    """Whether the fact is a target that the plan sets or answers for."""
    return record["predicate"] == "targets" and (record["source"] in plan or record["plan"] in plan.names)


def members(graph: Graph[Node], things: Names) -> frozenset[Node]:
    """What belongs to one of the things and is none of them: its metrics, bodies of its class, parts of it."""
    found = {n for n, _, data in graph.in_edges(things.nodes, data=True) if data["predicate"] == "belongs_to"}
    return frozenset(found.difference(things.nodes))


def acts(record: Record, bodies: frozenset[Node]) -> bool:
    """Whether one of the bodies is named among the agents of the fact."""
    return not {name for _, name in bodies}.isdisjoint(agents(record["agent"]))


def counted_as(graph: Graph[Node]) -> dict[Node, Node]:
    """Of every metric the one that stands for all that count the same thing."""
    return {metric: one for metric, one, data in graph.edges(data=True) if data["predicate"] == "counts_as"}


def judged(graph: Graph[Node]) -> dict[str, dict[str, Any]]:
    """By the id of a target its verdict: verdict, rule, arithmetic, reason, and the outcome_ columns."""
    names = ("verdict", "rule", "arithmetic", "reason", "outcome_quote", "outcome_date", "outcome_doc")
    return {
        edge["target_fact"]: {name: edge.get(name) for name in names} | {"outcome_id": edge.get("outcome_fact")}
        for _, _, edge in graph.edges(data=True)
        if edge["predicate"] == "judged"
    }


def difference(value: float, earlier: float) -> float:
    """The value less the earlier one: to six decimals, from 1e9 on in whole numbers.

    57.5 less 56.2 is 1.3 to whoever stated them, not the 1.2999999999999972 of binary fractions.
    """
    change = value - earlier
    return math.floor(change * 1_000_000 + 0.5) / 1_000_000 if abs(change) < 1e9 else math.floor(change + 0.5)
