"""What an agency and its departments launched."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import agency_names
from ...names import Node, bare
from ...statements import Graph, meets, statements
from ...table import Row, row_of


def answer(
    graph: Graph[Node], agency: str, first: int | None, last: int | None, status: str | None, departments: bool
) -> Iterable[Row]:
    """The launches by the agency; with a range only those with a year in it."""
    names, ranged = agency_names(graph, agency, departments), first is not None or last is not None
    return map(
        row_of,
        statements(
            graph,
            lambda r: (
                r["predicate"] == "launches"
                and bare(r["subject"]) in names
                and status in (None, r["status"])
                and (not ranged or meets(r, first, last))
            ),
        ),
    )
