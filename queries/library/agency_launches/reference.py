"""What an agency and its departments launched."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node], agency: Names, first: int | None, last: int | None, status: str | None, departments: bool
) -> Iterable[Row]:
    """The launches by the agency; with a range only those with a year in it."""
    bodies = within(graph, agency, departments)
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "launches"
            and r["source"] in bodies
            and status in (None, r["status"])
            and in_range(r, first, last)
        ),
    )
