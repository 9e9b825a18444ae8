"""The ontology as OWL: classes, properties and what they usually join, with labels in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from ...schema.ontology import Field, NodeType, Predicate, Term, ontology
from .terms import Terms

DATATYPES = {
    "text": "xsd:string", "choice": "xsd:string", "type": "xsd:string", "number": "xsd:decimal",
    "integer": "xsd:integer", "boolean": "xsd:boolean", "json": "rdf:JSON",
}  # fmt: skip
"""The datatype of the literals of a field, by its kind."""
CARRIERS = {
    "document": ("Document",), "relation": ("Assertion",), "figure": ("Figure",), "fact": ("Figure", "Assertion"),
    "evidence": ("Figure", "Assertion"), "node": ("Figure", "Assertion"),
    "verdict": ("Verdict",),
}  # fmt: skip
"""The classes whose nodes have the fields of a record."""


def ontology_triples(terms: Terms) -> Iterator[Triple]:
    """The whole ontology without blank nodes. What is reused is described by those who made it.

    Types at the ends of a property are told by schema:domainIncludes and schema:rangeIncludes: they are what is usual,
    and rdfs:domain would have a reasoner make an Agency of every Region that issues a plan.
    """
    known = ontology()
    head = terms.term("pg:ontology")
    yield terms.triple(head, "rdf:type", terms.term("owl:Ontology"))
    yield terms.triple(head, "rdfs:label", Literal("policygraph", language="en"))
    classes = {**known.types, **known.classes}
    for term in known.terms():
        if not term.iri.startswith("pg:"):
            continue
        node = terms.term(term.iri)
        yield from _described(term, node, terms)
        if isinstance(term, NodeType):
            yield terms.triple(node, "rdf:type", terms.term("owl:Class"))
        elif isinstance(term, Predicate):
            yield terms.triple(node, "rdf:type", terms.term("owl:ObjectProperty"))
            yield from (terms.triple(node, "owl:inverseOf", terms.term(inverse)) for inverse in term.inverse_of)
            starts = term.domain or ("Figure", "Assertion")  # a link leads from the node of a fact
            yield from (terms.triple(node, "schema:domainIncludes", terms.term(classes[c].iri)) for c in starts)
            yield from (terms.triple(node, "schema:rangeIncludes", terms.term(classes[c].iri)) for c in term.range)
        elif isinstance(term, Field):
            yield terms.triple(node, "rdf:type", terms.term("owl:DatatypeProperty"))
            yield terms.triple(node, "rdfs:range", terms.term(DATATYPES[term.kind]))
            starts = CARRIERS[term.of]
            yield from (terms.triple(node, "schema:domainIncludes", terms.term(classes[c].iri)) for c in starts)


def _described(term: Term, node: NamedNode, terms: Terms) -> Iterator[Triple]:
    yield terms.triple(node, "rdfs:isDefinedBy", terms.term("pg:ontology"))
    for language in ("zh", "en"):
        yield terms.triple(node, "skos:prefLabel", Literal(getattr(term.label, language), language=language))
        yield terms.triple(node, "skos:definition", Literal(getattr(term.definition, language), language=language))
    above = "rdfs:subClassOf" if isinstance(term, NodeType) else "rdfs:subPropertyOf"
    yield from (terms.triple(node, above, terms.term(broader)) for broader in term.broader)
