"""Documents and their facts as RDF: a plain triple and an n-ary node for every fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rdflib import RDF, SKOS, Literal, Node, URIRef
from rdflib.namespace import PROV

from ...schema.documents import DocumentInfo, Stated
from ...schema.facts import Relation
from ...schema.ontology import Field, ontology
from ..document import DocumentRecord, own_key
from ..entities import agent_types, agents
from ..measures import measured
from ..rows import AnyFact, Scalar, flat
from ..store import Graph
from .iri import Iris

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """The triples of one named graph, some of them perhaps twice."""

    name: URIRef
    triples: tuple[Triple, ...]


def named_graphs(graph: Graph, iris: Iris) -> Iterator[NamedGraph]:
    """The ontology, one graph a document in the order of keys, and what is derived (measures); none is kept in memory.

    A document's graph has the document's key as its IRI and holds the document, its articles, its facts and the names
    of what they speak of, so that it can be read alone.
    """
    yield NamedGraph(iris.term("pg:ontology"), tuple(_ontology_triples(iris)))
    things = [thing for thing, _ in graph.entities()]
    types = agent_types(things)
    for document in graph.documents():
        triples = [triple for info in document.infos() for triple in _document_triples(info, iris)]
        for fact in graph.facts(document=document.key):
            triples += _fact_triples(fact, document, types, iris)
        yield NamedGraph(iris.entity("Document", document.key), tuple(triples))
    measures = iris.term(ontology().predicates["measures"].iri)
    found = [(iris.entity("Metric", m.metric), measures, iris.entity(m.type, m.name)) for m in measured(things)]
    yield NamedGraph(iris.term("pg:derived"), tuple(found))


def _ontology_triples(iris: Iris) -> Iterator[Triple]:
    described = ontology()
    kinds = {"types": "owl:Class", "classes": "owl:Class"}
    for group in ("types", "classes", "predicates", "links", "fields"):
        for term in getattr(described, group).values():
            node, kind = iris.term(term.iri), kinds.get(group, "rdf:Property")
            if term.iri.startswith("pg:"):  # what is reused is described by those who made it
                yield node, RDF.type, iris.term(kind)
                for language in ("zh", "en"):
                    yield node, SKOS.prefLabel, Literal(getattr(term.label, language), lang=language)
                    yield node, SKOS.definition, Literal(getattr(term.definition, language), lang=language)
                above = "rdfs:subClassOf" if kind == "owl:Class" else "rdfs:subPropertyOf"
                yield from ((node, iris.term(above), iris.term(broader)) for broader in term.broader)
                inverses = getattr(term, "inverse_of", ())
                yield from ((node, iris.term("owl:inverseOf"), iris.term(inverse)) for inverse in inverses)


def _document_triples(info: DocumentInfo, iris: Iris) -> Iterator[Triple]:
    node = iris.entity("Document", info.key)
    yield node, RDF.type, iris.term(ontology().types["Document"].iri)
    for (of, name), field in ontology().fields.items():
        if of == "document":
            value = getattr(info, name)
            if field.kind == "entity" and value is not None:
                whole = iris.entity("Document", value)
                yield node, iris.term(field.iri), whole
                yield node, iris.term(ontology().predicates["part_of"].iri), whole
            elif value is not None:
                yield node, iris.term(field.iri), Literal(value.value if isinstance(value, Stated) else value)


def _fact_triples(fact: AnyFact, document: DocumentRecord, types: Mapping[str, str], iris: Iris) -> list[Triple]:
    row = flat(fact)
    node, voices = iris.fact(fact.id), document.voices(fact.evidence.char_start)
    triples: list[Triple] = [(node, PROV.wasDerivedFrom, iris.entity("Document", info.key)) for info in voices]
    if isinstance(fact, Relation):
        kind, ends = "Assertion", [_entity(e.type, e.name, iris, triples) for e in (fact.subject, fact.object)]
        for side, end in zip(("subject", "object"), ends, strict=True):
            triples.append((node, iris.term(_field("relation", side).iri), end))
        triples.append((node, RDF.predicate, iris.term(_predicate_iri(fact.predicate))))
    else:
        kind, ends = "Figure", _figure_links(node, row, voices, types, iris, triples)
    triples.append((node, RDF.type, iris.term(ontology().classes[kind].iri)))
    triples.append((ends[0], iris.term(_predicate_iri(fact.predicate)), ends[1]))
    own = ("fact", "evidence", "relation" if isinstance(fact, Relation) else "figure")
    for (of, name), field in ontology().fields.items():
        carried = of in own and field.kind not in ("entity", "predicate")
        if carried and row[name] is not None:
            triples.append((node, iris.term(field.iri), _literal(row[name], field.kind)))
    return triples


def _literal(value: Scalar, kind: str) -> Literal:
    # xsd:decimal keeps every digit, and its point: Turtle reads 63 as an integer, and rounds xsd:double to seven digits
    if kind == "json":
        return Literal(value, datatype=RDF.JSON, normalize=False)
    number = kind == "number" and isinstance(value, int | float)
    return Literal(Decimal(repr(float(value or 0)))) if number else Literal(value)


def _figure_links(
    node: URIRef, row: Mapping[str, Any], voices: list[DocumentInfo], types: Mapping[str, str], iris: Iris,
    triples: list[Triple],
) -> list[URIRef]:  # fmt: skip
    """Adds the links from a figure's node to other nodes; gives the ends of its plain triple."""
    key = own_key(row["holder_type"], row["holder"], voices)
    holder = iris.entity("Document", key) if key else _entity(row["holder_type"], row["holder"], iris, triples)
    metric = _entity("Metric", row["subject"], iris, triples)
    links = [("held_by", holder), ("metric", metric)]
    links += [("by", _entity(types.get(name, "Agency"), name, iris, triples)) for name in agents(row["agent"])]
    for link, kind, field in (("under_plan", "Plan", "plan"), ("in_region", "Region", "region")):
        if row[field] and row[field].strip():
            links.append((link, _entity(kind, row[field], iris, triples)))
    triples += [(node, iris.term(ontology().links[link].iri), end) for link, end in links]
    return [holder, metric]


def _entity(kind: str, name: str, iris: Iris, triples: list[Triple]) -> URIRef:
    node = iris.entity(kind, name)
    triples.append((node, RDF.type, iris.term(ontology().types[kind].iri)))
    triples.append((node, SKOS.prefLabel, Literal(name, lang="zh")))
    return node


def _field(of: str, name: str) -> Field:
    return ontology().fields[of, name]


def _predicate_iri(name: str) -> str:
    known = ontology().predicates.get(name)
    return known.iri if known else f"pg:{name}"
