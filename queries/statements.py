"""The graph's edges as flat records: the one place that knows how a fact lies on its edge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import networkx as nx

from .names import Node

Record = dict[str, Any]
"""One fact: the properties of its edge (`graph.property_graph.EDGE_PROPERTIES`), `source` and `target` the nodes it
leads from and to; of a figure or goal that nobody answers for, `holder` is the document's name."""

Graph = nx.MultiDiGraph


def statements(graph: Graph[Node], where: Callable[[Record], bool]) -> list[Record]:
    """Every fact of the graph for which `where` holds, in the order of `sort_key`."""
    edges = graph.edges(data=True)
    found = (_record(source, target, data) for source, target, data in edges if not data["derived"])
    return in_order(r for r in found if where(r))


def touching(graph: Graph[Node], nodes: Iterable[Node]) -> Iterator[tuple[Node, Record]]:
    """Every fact that stands at one of the nodes, with that node; a fact at two of them comes twice."""
    for node in filter(graph.has_node, nodes):
        for edges in (graph.in_edges(node, data=True), graph.out_edges(node, data=True)):
            yield from ((node, _record(source, target, data)) for source, target, data in edges if not data["derived"])


def is_figure(r: Record) -> bool:
    """Whether a fact is a figure or a goal, which has words where a figure has its number."""
    return bool(r["kind"] != "relation")


def in_order(records: Iterable[Record]) -> list[Record]:
    """Sorted by year, first year of the period, date, document and place; those without a year come last."""
    return sorted(records, key=_sort_key)


def meets(r: Record, first: int | None, last: int | None) -> bool:
    """Whether the fact's [since, year] meets first..last (None: open at that end); never for a fact without a year."""
    year = r["year"]
    if year is None:
        return False
    return (last is None or (r["since"] or year) <= last) and (first is None or year >= first)


def newest(graph: Graph[Node]) -> int | None:
    """The year of the newest document or article; None where none has a date."""
    dates = [str(node["date"]) for _, node in graph.nodes(data=True) if node.get("date")]
    return int(max(dates)[:4]) if dates else None


def _sort_key(r: Record) -> tuple[Any, ...]:
    year = r["year"]
    period = (year is None, year or 0, r["since"] or year or 0)
    place = (r["date"] or "", r["document"], r["char_start"], r["char_end"])
    return (*period, *place, r["kind"], r["predicate"], r["subject"], r["object"] or "", r["id"])


def _record(source: Node, target: Node, data: dict[str, Any]) -> Record:
    return {**data, "holder": data["answerer"], "source": source, "target": target}
