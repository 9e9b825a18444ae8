"""How many files of each year and issuer there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...names import Node
from ...statements import Graph
from ...table import Row


def answer(graph: Graph[Node], first: int | None, last: int | None) -> Iterable[Row]:
    """A row for each year, issuer and nature that files have; None where they do not say it. None without a date."""
    counts: Counter[tuple[int, str | None, str | None]] = Counter()
    for _, document in graph.nodes(data=True):
        key, year = document.get("key"), document.get("year")
        if key is not None and "#" not in key and year is not None and (first or year) <= year <= (last or year):
            counts[year, document.get("issuer"), document.get("nature")] += 1
    for (year, issuer, nature), documents in counts.items():
        yield {"year": year, "issuer": issuer, "nature": nature, "documents": documents}
