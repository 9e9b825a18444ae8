"""Who takes part in a program, center or event."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import BODY_TYPES, Names
from ...matching import facts, in_range, members
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], thing: Names | None, first: int | None, last: int | None) -> Iterable[Row]:
    """The facts that somebody takes part in the thing or in what belongs to it; without a thing, in anything.

    Of a thing also those that a body which belongs to it was launched or recognized; that body is the `participant`.
    """
    belonging = members(graph, thing) if thing else frozenset()
    for r in facts(graph, lambda r: in_range(r, first, last)):
        if r["predicate"] == "participates" and (thing is None or r["target"] in thing or r["target"] in belonging):
            yield r | {"participant": r["source"][1]}
        elif r["predicate"] in ("launches", "recognises") and r["target"] in belonging and r["target"][0] in BODY_TYPES:
            yield r | {"participant": r["target"][1]}
