"""The documents of an issuer or about a thing, with how many facts they state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts
from ...names import Node
from ...statements import Graph, touching
from ...table import Row


def answer(graph: Graph[Node], issuer: Names | None, thing: Names | None) -> Iterable[Row]:
    """A row for each file and article: of an issuer, whose `issuer` holds its name; about a thing, with facts at it."""
    told = facts(graph, lambda _: True) if thing is None else [r for _, r in touching(graph, thing.nodes)]
    counts: Counter[str] = Counter()
    for r in {r["id"]: r for r in told}.values():
        counts.update({r["document"], r["article"] or r["document"]})
    for _, document in graph.nodes(data=True):
        key = document.get("key")
        issued = issuer is None or any(name in (document.get("issuer") or "") for name in issuer.names)
        if key is not None and issued and (thing is None or counts[key]):
            yield {**document, "facts": counts[key]}
