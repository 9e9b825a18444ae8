"""Which plans and documents were issued, by whom, and by whom jointly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...matching import agency_names, in_range
from ...names import Node, bare
from ...questions import question
from ...statements import Graph, Record, statements
from ...table import Row, row_of


def answer(graph: Graph[Node], agency: str | None, first: int | None, last: int | None, joint: bool) -> Iterable[Row]:
    """A row for each statement in a document that a text was issued, its issuers joined in `issuers`.

    Issuers are joined where one document names them for one text at places that touch: one sentence, several bodies.
    """
    names = agency_names(graph, agency) if agency else None
    together: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for r in statements(graph, lambda r: r["predicate"] == "issues" and in_range(r, first, last)):
        together[r["document"], bare(r["object"]), r["sentence"]].append(r)
    columns = question("issued_plans").columns
    for group in together.values():
        issuers = list(dict.fromkeys(r["subject"] for r in group))
        if (names is None or any(bare(i) in names for i in issuers)) and (len(issuers) > 1 or not joint):
            yield row_of(group[0], columns, issuers="、".join(issuers))
