"""The short paths of facts between two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...directory import Names
from ...names import Node
from ...statements import Graph
from ...table import Row

LONGEST = 3
Step = tuple[str, str, Node]
"""A predicate, "out" where its fact leads on from the node before ("in" where towards it), and the node reached."""


def answer(graph: Graph[Node], one: Names, other: Names, most: int) -> Iterable[Row]:
    """A row for every path of at most `most` facts, three at the utmost, from a node of `one` to one of `other`.

    Nothing is passed twice, nor a document or another node of `one` or `other` in between. Of the facts that lead the
    same way with the same predicate between the same two nodes the one with the least id stands for all.
    """
    for start in one.nodes:
        for path in _paths(graph, start, one, other, min(most, LONGEST)):
            row: Row = {"steps": len(path), "start": start[1], "start_type": start[0]}
            for place, ((predicate, direction, node), fact) in enumerate(path, 1):
                row |= {f"predicate_{place}": predicate, f"direction_{place}": direction, f"fact_{place}": fact}
                if place < len(path):
                    row |= {f"middle_{place}": node[1], f"middle_{place}_type": node[0]}
                else:
                    row |= {"end_name": node[1], "end_type": node[0]}
            yield row


def _paths(graph: Graph[Node], start: Node, one: Names, other: Names, most: int) -> Iterator[list[tuple[Step, str]]]:
    waiting: list[tuple[Node, list[tuple[Step, str]]]] = [(start, [])]
    while waiting:
        here, path = waiting.pop()
        passed = {start, *(node for (_, _, node), _ in path)}
        for step, fact in _steps(graph, here).items():
            node, longer = step[2], [*path, (step, fact)]
            if node in passed:
                continue
            if node in other:
                yield longer
            elif len(longer) < most and node not in one and node[0] != "Document":
                waiting.append((node, longer))


def _steps(graph: Graph[Node], node: Node) -> dict[Step, str]:
    found: dict[Step, list[str]] = defaultdict(list)
    for _, target, data in graph.out_edges(node, data=True):
        if not data["derived"]:
            found[data["predicate"], "out", target].append(data["id"])
    for source, _, data in graph.in_edges(node, data=True):
        if not data["derived"]:
            found[data["predicate"], "in", source].append(data["id"])
    return {step: min(ids) for step, ids in found.items()}
