"""RDF as text: N-Quads with one named graph a document, Turtle with all of them merged."""

from __future__ import annotations

from typing import TextIO

from pyoxigraph import RdfFormat, Triple, serialize

from ..store import Graph
from .iri import Iris
from .triples import NamedGraph, named_graphs


def write_nquads(graph: Graph, file: TextIO) -> None:
    """One quad a line, graph by graph, the lines of each sorted: the same facts give the same bytes."""
    for part in named_graphs(graph):
        for triple in in_order(part):
            file.write(f"{triple} {part.name} .\n")


def write_turtle(graph: Graph, file: TextIO) -> None:
    """The same triples for programs and people without named graphs: Turtle has only the one, merged graph.

    Which document states what is still told by prov:wasDerivedFrom of every fact's node.
    """
    prefixes = Iris(graph.base).prefixes()
    for prefix, iri in prefixes.items():
        file.write(f"@prefix {prefix}: <{iri}> .\n")
    for part in named_graphs(graph):
        file.write("\n" + _body(part, RdfFormat.TURTLE, prefixes))


def in_order(part: NamedGraph) -> list[Triple]:
    """The triples of a graph, each once, by subject, predicate and object."""
    return sorted(set(part.triples), key=str)


def _body(part: NamedGraph, form: RdfFormat, prefixes: dict[str, str]) -> str:
    """The triples in the form's short writing, without the prefixes that stand before them."""
    lines = serialize(in_order(part), format=form, prefixes=prefixes).decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith("@prefix "))
