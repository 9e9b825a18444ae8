"""RDF as text: N-Quads with one named graph a document, Turtle with all of them merged."""

from __future__ import annotations

from typing import TextIO

from rdflib import Graph as Triples

from ...schema.ontology import ontology
from ..store import Graph
from .iri import Iris
from .triples import NamedGraph, named_graphs


def write_nquads(graph: Graph, file: TextIO) -> None:
    """One quad a line, graph by graph, the lines of each sorted: the same facts give the same bytes."""
    for part in named_graphs(graph, Iris(graph.base)):
        # rdflib writes a triple a line, in the order of its hash tables, with every line break in a literal escaped
        lines = _triples(part).serialize(format="nt", encoding="utf-8").decode().split("\n")
        for line in sorted(line for line in lines if line):
            file.write(f"{line.removesuffix(' .')} {part.name.n3()} .\n")


def write_turtle(graph: Graph, file: TextIO) -> None:
    """The same triples for programs and people without named graphs: Turtle has only the one, merged graph.

    Which document states what is still told by prov:wasDerivedFrom of every fact's node.
    """
    iris = Iris(graph.base)
    for prefix in sorted(ontology().prefixes):
        file.write(f"@prefix {prefix}: {iris.term(prefix + ':').n3()} .\n")
    for part in named_graphs(graph, iris):
        merged = _triples(part)
        for prefix in ontology().prefixes:
            merged.bind(prefix, iris.term(f"{prefix}:"), override=True, replace=True)
        body = merged.serialize(format="turtle").partition("\n\n")  # its own prefixes, an empty line, the triples
        file.write(f"\n{body[2].strip()}\n" if body[2].strip() else "")


def _triples(part: NamedGraph) -> Triples:
    made = Triples(bind_namespaces="none")
    for triple in part.triples:
        made.add(triple)
    return made
