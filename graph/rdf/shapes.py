"""SHACL shapes made from the ontology: what a fact must have (violations), and what is unusual (warnings).

SHACL Core alone: on pyshacl one sh:sparql costs more than all of these together.
"""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, SH, BNode, Literal, Node, URIRef
from rdflib import Graph as Triples
from rdflib.collection import Collection

from ...schema import facts
from ...schema.ontology import Field, Ontology, ontology
from .iri import Iris
from .owl import CARRIERS, DATATYPES

_REQUIRED = {
    "Figure": ("document", "quote", "sentence", "char_start", "char_end", "extractor", "cmp", "measure", "subject",
               "span", "estimated", "holder_type"),
    "Assertion": ("document", "quote", "sentence", "char_start", "char_end", "extractor"),
}  # fmt: skip
_LIMITS = {
    "year": facts.YEARS, "since": (1000, facts.YEARS[1]), "base_year": (1000, facts.YEARS[1]), "char_start": (0, None),
    "char_end": (1, None), "page": (1, None), "confidence": (0, 1), "ocr_score": (0, 1),
}  # fmt: skip
"""Least and greatest value of a field, both allowed."""
_BELOW = {"char_start": (SH.lessThan, "char_end"), "since": (SH.lessThanOrEquals, "year")}
_STAND_INS = (("Agency", "Region"), ("Plan", "Document"))
"""A region is named for its government (江苏省印发…), a document of the corpus for the plan that it is."""
_BOTH = {"rdf:subject", "rdf:object", "rdf:predicate"}  # every fact's node has one of each; checked with the links


def shapes(base: str) -> Triples:
    """The shapes as one graph. base: what pg stands for."""
    return _Shapes(ontology(), Iris(base)).made()


class _Shapes:
    def __init__(self, known: Ontology, iris: Iris) -> None:
        self._known, self._iris, self._graph = known, iris, Triples(bind_namespaces="none")
        for prefix, iri in iris.prefixes().items():
            self._graph.bind(prefix, iri)

    def made(self) -> Triples:
        for name in CARRIERS["fact"]:
            self._facts(name)
        self._document()
        for name in self._known.types:
            self._type(name)
        for name, predicate in self._known.predicates.items():
            self._ends(name, predicate.iri, predicate.domain, predicate.range)
        return self._graph

    def _facts(self, name: str) -> None:
        shape = self._shape(name, (SH.targetClass, self._term(self._known.classes[name].iri)))
        required = _REQUIRED[name]
        fields = [f for f in self._known.fields.values() if name in CARRIERS[f.of] and f.iri not in _BOTH]
        for field in fields:
            self._field(shape, name, field, field.name in required)
        links: dict[str, tuple[int, int | None]] = {"stated_in": (1, 1)}
        if name == "Figure":
            links |= {"metric": (1, 1), "held_by": (1, 1), "under_plan": (0, 1), "in_region": (0, 1), "by": (0, None)}
        properties = [self._known.links[link].iri for link in links]
        for link, (least, most) in links.items():
            self._link(shape, f"{name}/{link}", self._known.links[link].iri, least, most)
        for iri in sorted(_BOTH):
            self._link(shape, f"{name}/{iri.replace(':', '-')}", iri, 1, 1)
        self._link(shape, f"{name}/wasDerivedFrom", "prov:wasDerivedFrom", 1, None)
        if name == "Figure":
            self._one_of(shape, "value", "goal_text")
            self._add(shape, SH["or"], self._list([self._has_value("cmp", "range"), self._has("high")]))
        allowed = [*(field.iri for field in fields), *properties, *_BOTH, "prov:wasDerivedFrom", "rdf:type"]
        closed = self._shape(f"{name}/closed", (SH.targetClass, self._term(self._known.classes[name].iri)))
        self._add(closed, SH.severity, SH.Warning)
        self._add(closed, SH.closed, Literal(True))
        self._add(closed, SH.ignoredProperties, self._list([self._term(iri) for iri in sorted(set(allowed))]))

    def _document(self) -> None:
        shape = self._shape("Document", (SH.targetSubjectsOf, self._term(self._known.fields["document", "key"].iri)))
        for field in self._known.fields.values():
            if field.of == "document" and field.kind != "entity":
                self._field(shape, "Document", field, field.name == "key")

    def _type(self, name: str) -> None:
        """Every named thing has just one label in Chinese."""
        shape = self._shape(f"{name}/named", (SH.targetClass, self._term(self._known.types[name].iri)))
        label = self._property(shape, f"{name}/prefLabel", "skos:prefLabel", 1, 1)
        self._add(label, SH.datatype, RDF.langString)
        self._add(label, SH.minLength, Literal(1))

    def _ends(self, name: str, iri: str, domain: Iterable[str], range_: Iterable[str]) -> None:
        for end, target, types in (
            ("domain", SH.targetSubjectsOf, domain), ("range", SH.targetObjectsOf, range_)
        ):  # fmt: skip
            shape = self._shape(f"{name}/{end}", (target, self._term(iri)))
            self._add(shape, SH.severity, SH.Warning)
            allowed = [*types, *(stand_in for usual, stand_in in _STAND_INS if usual in types)]
            self._add(shape, SH["or"], self._list([self._is_a(one) for one in dict.fromkeys(allowed)]))

    def _field(self, shape: URIRef, owner: str, field: Field, required: bool) -> None:
        made = self._property(shape, f"{owner}/{field.name}", field.iri, int(required), 1)
        self._add(made, SH.datatype, self._term(DATATYPES[field.kind]))
        if field.values:
            self._add(made, SH["in"], self._list([Literal(value) for value in field.values]))
        if field.kind == "type":
            self._add(made, SH["in"], self._list([Literal(value) for value in self._known.types]))
        least, most = _LIMITS.get(field.name, (None, None))
        if least is not None:
            self._add(made, SH.minInclusive, Literal(least))
        if most is not None:
            self._add(made, SH.maxInclusive, Literal(most))
        if field.name == "quote":
            self._add(made, SH.minLength, Literal(1))
            self._add(made, SH.maxLength, Literal(facts.QUOTE_LIMIT))
        if field.name in _BELOW:
            rule, other = _BELOW[field.name]
            above = next(f for (_, name), f in self._known.fields.items() if name == other)
            self._add(made, rule, self._term(above.iri))

    def _link(self, shape: URIRef, name: str, iri: str, least: int, most: int | None) -> None:
        made = self._property(shape, name, iri, least, most)
        self._add(made, SH.nodeKind, SH.IRI)

    def _one_of(self, shape: URIRef, *fields: str) -> None:
        self._add(shape, SH.xone, self._list([self._has(field) for field in fields]))

    def _has(self, field: str) -> URIRef:
        shape = self._shape(f"has/{field}")
        self._property(shape, f"has/{field}/one", self._known.fields["figure", field].iri, 1, None)
        return shape

    def _has_value(self, field: str, value: str) -> URIRef:
        """A shape that whatever has another value of the field fits."""
        shape, held = self._shape(f"not/{field}/{value}"), self._shape(f"has/{field}/{value}")
        made = self._property(held, f"has/{field}/{value}/one", self._known.fields["figure", field].iri, 0, None)
        self._add(made, SH.hasValue, Literal(value))
        self._add(shape, SH["not"], held)
        return shape

    def _is_a(self, name: str) -> URIRef:
        shape = self._shape(f"is/{name}")
        self._add(shape, SH["class"], self._term(self._known.types[name].iri))
        return shape

    def _shape(self, name: str, *said: tuple[URIRef, Node]) -> URIRef:
        shape = URIRef(f"{self._iris.base}shape/{name}")
        self._add(shape, RDF.type, SH.NodeShape)
        for predicate, value in said:
            self._add(shape, predicate, value)
        return shape

    def _property(self, shape: URIRef, name: str, iri: str, least: int, most: int | None) -> URIRef:
        made = URIRef(f"{self._iris.base}shape/{name}")
        self._add(shape, SH.property, made)
        self._add(made, RDF.type, SH.PropertyShape)
        self._add(made, SH.path, self._term(iri))
        if least:
            self._add(made, SH.minCount, Literal(least))
        if most is not None:
            self._add(made, SH.maxCount, Literal(most))
        return made

    def _list(self, members: list[Node]) -> Node:
        return Collection(self._graph, BNode(), members).uri

    def _add(self, subject: Node, predicate: Node, value: Node) -> None:
        self._graph.add((subject, predicate, value))

    def _term(self, prefixed: str) -> URIRef:
        return URIRef(self._iris.term(prefixed))
