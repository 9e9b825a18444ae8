"""What is named in the same sentences as a thing, and how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts
from ...names import Node
from ...statements import Graph, Record, touching
from ...table import Row


def answer(graph: Graph[Node], thing: Names, type: str | None) -> Iterable[Row]:
    """A row for every other end of the facts of a sentence that proves a fact about the thing; no documents.

    A sentence is told by its file and its words. `sentence` is the first one by its words.
    """
    places = {_place(r) for _, r in touching(graph, thing.nodes)}
    found: dict[Node, set[tuple[str, str]]] = defaultdict(set)
    for r in facts(graph, lambda r: _place(r) in places):
        for node in (r["source"], r["target"]):
            if node not in thing and node[0] != "Document" and type in (None, node[0]):
                found[node].add(_place(r))
    for (kind, name), named in found.items():
        documents = len({document for document, _ in named})
        counts = {"sentences": len(named), "documents": documents}
        yield {"name": name, "type": kind, **counts, "sentence": min(words for _, words in named)}


def _place(r: Record) -> tuple[str, str]:
    return r["document"], r["sentence"]
