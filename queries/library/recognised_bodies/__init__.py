"""Who recognised or selected which bodies, and how many."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import agency_names, in_range, known
from ...names import Node, bare, core
from ...questions import question
from ...statements import Graph, Record, statements
from ...table import Row, row_of

Place = tuple[str, str, str]


def answer(
    graph: Graph[Node], agency: str | None, name: str | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """The recognitions; `counted` is the figure that the same sentence gives of the recognised class, else None."""
    agencies = agency_names(graph, agency) if agency else None
    names = known(graph, name)
    counts: dict[Place, Record] = {}
    for r in statements(graph, lambda r: r["kind"] == "figure"):
        counts.setdefault((r["document"], r["sentence"], core(r["subject"])), r)
    columns = question("recognised_bodies").columns
    for r in statements(graph, lambda r: r["predicate"] == "recognises" and in_range(r, first, last)):
        if (agencies is None or bare(r["subject"]) in agencies) and (names is None or core(r["object"]) in names):
            count = counts.get((r["document"], r["sentence"], core(r["object"])), {})
            yield row_of(r, columns, counted=count.get("value"), counted_unit=count.get("unit"))
