"""What became of targets, as the derived edges `judged` say."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, judged, promised
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(
    graph: Graph[Node],
    metric: Names | None,
    holder: Names | None,
    plan: Names | None,
    first: int | None,
    last: int | None,
    verdict: str | None,
) -> Iterable[Row]:
    """The planned figures and goals with a year in first..last (None: open at that end), each with its verdict."""
    verdicts = judged(graph)

    def asked(r: Record) -> bool:
        return (
            r["predicate"] == "targets"
            and r["year"] is not None
            and (first or r["year"]) <= r["year"] <= (last or r["year"])
            and (metric is None or r["target"] in metric)
            and (holder is None or r["source"] in holder)
            and (plan is None or promised(r, plan))
            and verdict in (None, verdicts[r["id"]]["verdict"])
        )

    return (r | verdicts[r["id"]] for r in facts(graph, asked))
