"""Which texts several bodies issued together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, within
from ...names import Node
from ...statements import Graph, Record
from ...table import Row


def answer(graph: Graph[Node], agency: Names | None, first: int | None, last: int | None) -> Iterable[Row]:
    """The facts that a text was issued, where one sentence of one document names two or more issuers of it.

    With an agency, the facts of all issuers of the texts that it or a department of it issued along. `issuers` counts
    the bodies that the sentence names, whatever the range of years leaves of them.
    """
    bodies = None if agency is None else within(graph, agency)
    together: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for r in facts(graph, lambda r: r["predicate"] == "issues"):
        together[r["target"], r["document"], r["sentence"]].append(r)
    for joint in together.values():
        issuers = {r["source"] for r in joint}
        if len(issuers) > 1 and (bodies is None or issuers & bodies):
            yield from (r | {"issuers": len(issuers)} for r in joint if in_range(r, first, last))
