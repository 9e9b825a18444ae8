"""Facts out of RDF that this package wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from rdflib import RDF, Dataset, Literal, Node, URIRef
from rdflib import Graph as Triples

from ...schema.errors import InvalidFact
from ...schema.facts import fact_from_row
from ...schema.ontology import BASE, ontology
from ..rows import AnyFact
from .iri import Iris


def rdf_facts(triples: Triples | Dataset, base: str = BASE) -> Iterator[AnyFact]:
    """The facts of a graph, or of every named graph of a dataset, in no order.

    base: what the IRIs were made with. Raises InvalidFact where a node of a fact lacks a field, or does not fit its id.
    """
    iris = Iris(base)
    for graph in list(triples.graphs()) if isinstance(triples, Dataset) else [triples]:
        for _, fact in facts_of(graph, iris):
            if isinstance(fact, InvalidFact):
                raise fact
            yield fact


def facts_of(graph: Triples, iris: Iris) -> Iterator[tuple[Node, AnyFact | InvalidFact]]:
    """The node of every fact of one graph with the fact, or with what is wrong with it."""
    for kind, name in (("figure", "Figure"), ("relation", "Assertion")):
        for node in graph.subjects(RDF.type, URIRef(iris.term(ontology().classes[name].iri))):
            try:
                yield node, fact_from_row(_row(graph, node, kind, iris) | {"id": iris.identifier(str(node))})
            except InvalidFact as error:
                yield node, error


def _row(graph: Triples, node: Node, kind: str, iris: Iris) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": kind}
    for (of, name), field in ontology().fields.items():
        if of not in ("fact", "evidence", kind):
            continue
        value = graph.value(node, URIRef(iris.term(field.iri)))
        if isinstance(value, Literal) and field.kind == "json":
            row[name] = json.loads(str(value))
        elif isinstance(value, Literal):
            row[name] = str(value) if field.kind in ("text", "choice", "type") else _number(value.value)
        elif value is None:
            row[name] = None
        elif field.kind == "predicate":
            row[name] = str(value).removeprefix(iris.base)
        else:
            row[name] = _end(graph, node, name, str(value), iris)
    if row.get("post") and row.get("object"):
        row["object"]["name"] += row["post"]
    return row


def _end(graph: Triples, node: Node, side: str, iri: str, iris: Iris) -> dict[str, str]:
    try:
        entity = iris.named(iri)
    except ValueError as error:
        raise InvalidFact(f"{node}: {error}") from error
    written = graph.value(node, URIRef(iris.term(ontology().fields["node", f"{side}_as_written"].iri)))
    return {"name": entity.name if written is None else str(written), "type": entity.type}


def _number(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
