"""How sure a fact is: which facts are left out, and which are shown as doubtful."""

from __future__ import annotations

from .names import Node
from .statements import Graph
from .table import Row
from .wording import Unanswerable

LOW = 0.5
"""A fact of lower confidence is more likely wrong than right in one of its main fields, and is shown as doubtful."""


def least_confidence(asked: float | None) -> float | None:
    """The confidence that is asked for, None for any. Raises Unanswerable where it is not from 0 to 1."""
    if asked is not None and not 0 <= asked <= 1:
        raise Unanswerable("bad_confidence", value=asked)
    return asked


def confident(graph: Graph[Node], least: float) -> Graph[Node]:
    """A copy of the graph without the facts of lower confidence; their nodes stay, for their names are known.

    A fact that nothing has judged (confidence None) stays.
    """
    kept = graph.copy()
    low = [
        (source, target, key)
        for source, target, key, data in kept.edges(keys=True, data=True)
        if not data["derived"] and data["confidence"] is not None and data["confidence"] < least
    ]
    kept.remove_edges_from(low)
    return kept


def doubtful(row: Row) -> bool:
    """Whether the fact of a row has been judged and is of low confidence."""
    confidence = row.get("confidence")
    return confidence is not None and confidence < LOW
