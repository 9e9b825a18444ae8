"""Facts that know the document that they stand in, so that they can be cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..graph import Graph
from ..schema.citation import bibliography, cite
from ..schema.facts import Figure, Relation
from .table import Table


def voiced(graph: Graph, facts: Iterable[Figure | Relation]) -> Iterator[Figure | Relation]:
    """The facts with their `voices`."""
    documents = {document.key: document for document in graph.documents()}
    for fact in facts:
        yield replace(fact, voices=tuple(documents[fact.evidence.document].voices(fact.evidence.char_start)))


def cited(graph: Graph, table: Table, style: str, lang: str | None = None) -> str:
    """The citations of the facts of a table's rows, each once; see `schema.citation.bibliography`."""
    return bibliography(voiced(graph, _facts(graph, table)), style, lang)


def with_citations(graph: Graph, table: Table, style: str, lang: str | None = None) -> Table:
    """The table with a column `citation`, None for a row that is not about one fact."""
    found = {fact.id: cite(fact, style, lang) for fact in voiced(graph, _facts(graph, table))}
    rows = tuple({**row, "citation": found.get(str(row.get("id")))} for row in table.rows)
    return replace(table, columns=(*table.columns, "citation"), rows=rows)


def _facts(graph: Graph, table: Table) -> Iterator[Figure | Relation]:
    for row in table.rows:
        if row.get("id") is not None:
            yield from graph.facts(id=str(row["id"]))
