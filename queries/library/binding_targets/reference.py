"""Targets that a document calls binding, or only expected."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, judged, promised
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(graph: Graph[Node], plan: Names | None, first: int | None, last: int | None, binding: str) -> Iterable[Row]:
    """The targets of that binding whose year lies in first..last (None: open at that end), never one without a year."""
    verdicts = judged(graph)

    def asked(r: Record) -> bool:
        return (
            r["predicate"] == "targets"
            and r["binding"] == binding
            and r["year"] is not None
            and (first or r["year"]) <= r["year"] <= (last or r["year"])
            and (plan is None or promised(r, plan))
        )

    return (r | verdicts[r["id"]] for r in facts(graph, asked))
