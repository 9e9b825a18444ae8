"""Which targets fall due after the newest document."""

from __future__ import annotations

from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_region
from ...names import Node
from ...statements import Graph, newest
from ...table import Row


def answer(graph: Graph[Node], after: int | None, region: Names | None) -> Iterable[Row]:
    """The planned figures and goals whose year is later than `after`, by default the year of the newest document.

    None where no document has a date and `after` is not given.
    """
    limit = newest(graph) if after is None else after
    return facts(
        graph,
        lambda r: (
            r["predicate"] == "targets" and limit is not None and (r["year"] or 0) > limit and in_region(r, region)
        ),
    )
