"""Which body leads which task or program."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import agency_names, known, rows
from ...names import Node, bare
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], body: str | None, task: str | None) -> Iterable[Row]:
    """Every fact that a body leads something, of one body (with its departments) or for one task where given."""
    bodies = agency_names(graph, body) if body else None
    tasks = known(graph, task)
    return rows(
        graph,
        lambda r: (
            r["predicate"] == "leads"
            and (bodies is None or bare(r["subject"]) in bodies)
            and (tasks is None or bare(r["object"]) in tasks)
        ),
    )
