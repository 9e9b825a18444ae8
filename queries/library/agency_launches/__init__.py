"""What an agency and its departments launched."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import agency_names, in_range, rows
from ...names import Node, bare
from ...statements import Graph
from ...table import Row


def answer(
    graph: Graph[Node], agency: str, first: int | None, last: int | None, status: str | None, departments: bool
) -> Iterable[Row]:
    """The launches by the agency; with a range only those with a year in it."""
    names = agency_names(graph, agency, departments)
    return rows(
        graph,
        lambda r: (
            r["predicate"] == "launches"
            and bare(r["subject"]) in names
            and status in (None, r["status"])
            and in_range(r, first, last)
        ),
    )
