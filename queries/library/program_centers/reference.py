"""The centers of a program or class."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import members
from ...names import Node
from ...statements import Graph, touching
from ...table import Row

FOUNDING = ("launches", "recognises")


def answer(graph: Graph[Node], program: Names) -> Iterable[Row]:
    """A row for each center that belongs to the program, each launch or recognition of it and each place of it.

    What is missing leaves its columns None. `first_year` is the earliest year of an achieved launch or recognition.
    """
    for center in members(graph, program):
        if center[0] != "Center":
            continue
        found = [r for _, r in touching(graph, [center])]
        founding = [r for r in found if r["predicate"] in FOUNDING and r["target"] == center]
        places = {r["target"][1] for r in found if r["predicate"] == "located_in" and r["source"] == center}
        years = [r["year"] for r in founding if r["status"] == "achieved" and r["year"] is not None]
        for r in founding or [{}]:
            for place in places or [None]:
                yield r | {
                    "center": center[1], "region": place, "first_year": min(years, default=None),
                    "body": r["source"][1] if r else None,
                }  # fmt: skip
