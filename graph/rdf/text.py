"""RDF as text: with one named graph a document, or with all of them merged where a form knows none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from ...schema.errors import ExportError
from ..store import Graph
from .iri import Iris
from .jsonld import context, node_objects, written
from .triples import NamedGraph, named_graphs

# https://www.w3.org/TR/xml/#charsets: what no XML document can hold, not even as a reference
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_NAMESPACE = re.compile(r' xmlns:[^\s=]+="[^"]*"')
_NAMESPACES = re.compile(r'(?: xmlns:[^\s=]++="[^"]*+")++')


def write_nquads(graph: Graph, file: TextIO) -> None:
    """One quad a line, graph by graph, the lines of each sorted: the same facts give the same bytes."""
    for part in named_graphs(graph):
        file.writelines(f"{triple} {part.name} .\n" for triple in in_order(part))


def write_trig(graph: Graph, file: TextIO) -> None:
    """The named graphs one after another, in Turtle's short writing."""
    prefixes = _write_prefixes(graph, file)
    for part in named_graphs(graph):
        quads = (Quad(triple.subject, triple.predicate, triple.object, part.name) for triple in in_order(part))
        file.write(_body(quads, RdfFormat.TRIG, prefixes))


def write_turtle(graph: Graph, file: TextIO) -> None:
    """The same triples for programs and people without named graphs: Turtle has only the one, merged graph.

    Which document states what is still told by prov:wasDerivedFrom of every fact's node.
    """
    prefixes = _write_prefixes(graph, file)
    for part in named_graphs(graph):
        file.write(_body(in_order(part), RdfFormat.TURTLE, prefixes))


def write_jsonld(graph: Graph, file: TextIO) -> None:
    """The named graphs, a node a line, with the context before them, so that nothing needs to be fetched."""
    iris = Iris(graph.base)
    file.write(f'{{"@context": {written(context(iris))},\n"@graph": [')
    for number, part in enumerate(named_graphs(graph)):
        file.write(f'{"," if number else ""}\n{{"@id": {written(part.name.value)}, "@graph": [')
        nodes = (written(node) for node in node_objects(in_order(part), iris))
        file.write("".join(f'{"," if place else ""}\n{node}' for place, node in enumerate(nodes)) + "]}")
    file.write("\n]}\n")


def write_rdfxml(graph: Graph, file: TextIO) -> None:
    """The merged graph as RDF/XML. Raises ExportError where a text holds a character that XML cannot (U+0001)."""
    merged = {triple for part in named_graphs(graph) for triple in part.triples}
    for triple in merged:
        if isinstance(triple.object, Literal) and (bad := _NOT_XML.search(triple.object.value)):
            raise ExportError("not_in_xml", character=f"U+{ord(bad[0]):04X}")
    made = _serialized(sorted(merged, key=str), RdfFormat.RDF_XML, Iris(graph.base).prefixes())
    made = made.replace("\r", "&#xD;")  # which a reader of XML would take for a line feed; only texts hold any
    # pyoxigraph declares the namespaces in an order that differs from run to run
    file.write(_NAMESPACES.sub(lambda found: "".join(sorted(_NAMESPACE.findall(found[0]))), made, count=1) + "\n")


def in_order(part: NamedGraph) -> list[Triple]:
    """The triples of a graph, each once, by subject, predicate and object."""
    return sorted(set(part.triples), key=str)


def turtle(triples: Iterator[Triple], iris: Iris) -> str:
    """Triples as a whole Turtle file."""
    order = sorted(set(triples), key=str)
    return _serialized(order, RdfFormat.TURTLE, iris.prefixes())


def _write_prefixes(graph: Graph, file: TextIO) -> dict[str, str]:
    prefixes = Iris(graph.base).prefixes()
    file.writelines(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    return prefixes


def _body(triples: Iterator[Quad] | list[Triple], form: RdfFormat, prefixes: dict[str, str]) -> str:
    """The triples in the form's short writing, without the prefixes that stand before them."""
    lines = _serialized(triples, form, prefixes).split("\n")
    return "\n" + "\n".join(line for line in lines if not line.startswith("@prefix "))


def _serialized(triples: Iterator[Quad] | list[Triple], form: RdfFormat, prefixes: dict[str, str]) -> str:
    made = serialize(triples, format=form, prefixes=prefixes)
    assert made is not None  # it is None only where a file was given to write to
    return made.decode()
