"""Which targets fall due after the newest document."""

from __future__ import annotations

from collections.abc import Iterable

from ...matching import in_region, region_names, rows
from ...names import Node
from ...statements import Graph, is_figure, newest
from ...table import Row
from ...wording import Unanswerable


def answer(graph: Graph[Node], after: int | None, region: str | None) -> Iterable[Row]:
    """The planned figures and goals whose year is later than `after`, by default the year of the newest document.

    Raises Unanswerable where no document has a date and `after` is not given.
    """
    if after is None:
        after = newest(graph)
    if after is None:
        raise Unanswerable("no_dates")
    limit, places = after, region_names(graph, region) if region else None
    return rows(
        graph,
        lambda r: is_figure(r) and r["status"] == "planned" and (r["year"] or 0) > limit and in_region(r, places),
    )
