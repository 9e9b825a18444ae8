"""Documents and their facts as RDF: a plain triple and an n-ary node for every fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from ...schema.documents import DocumentInfo, Stated
from ...schema.ontology import Ontology, ontology
from ..document import DocumentRecord
from ..entities import agent_types, agents
from ..property_graph import GraphEdge, PropertyGraph
from ..rows import AnyFact
from ..store import Graph
from .iri import Iris
from .owl import ontology_triples
from .terms import Terms

_OWN = {"relation": ("fact", "evidence", "relation"), "figure": ("fact", "evidence", "figure")}
_LINKED = ("entity", "predicate")  # kinds of fields that are links to other nodes


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """The triples of one named graph, some of them perhaps twice."""

    name: NamedNode
    triples: tuple[Triple, ...]


def named_graphs(graph: Graph) -> Iterator[NamedGraph]:
    """The ontology, one graph a document in the order of keys, and what is derived; none is kept in memory.

    A document's graph has the document's key as its IRI and holds the document, its articles, its facts and the names
    of what they speak of, so that it can be read alone. Nodes are those of `PropertyGraph`.
    """
    writer = _Writer(graph, Terms(Iris(graph.base)))
    term = writer.terms.term
    yield NamedGraph(term("pg:ontology"), tuple(ontology_triples(writer.terms)))
    for document in graph.documents():
        name = writer.terms.node(f"Document/{document.key}")
        yield NamedGraph(name, tuple(writer.document(document, graph.facts(document=document.key))))
    yield NamedGraph(term("pg:derived"), tuple(writer.derived()))


class _Writer:
    def __init__(self, graph: Graph, terms: Terms) -> None:
        self.terms, self._ontology = terms, ontology()
        self._elements = PropertyGraph(graph)
        self._names = {node.id: node.name for node in self._elements.nodes}
        self._agents = agent_types(thing for thing, _ in graph.entities())
        self._fields = {kind: _carried(self._ontology, own) for kind, own in _OWN.items()}

    def document(self, document: DocumentRecord, facts: Iterator[AnyFact]) -> Iterator[Triple]:
        for info in document.infos():
            yield from self._info(info)
        named: set[str] = set()  # nodes of this graph; each is named in it once
        for fact in facts:
            edge = self._elements.edge(fact)
            for identifier in self._links(edge):
                if identifier not in named:
                    named.add(identifier)
                    yield from self._named(identifier)
            yield from self._fact(edge, document.voices(fact.evidence.char_start))

    def derived(self) -> Iterator[Triple]:
        for edge in self._elements.derived():
            yield self._plain(edge)
            if edge.predicate == "judged":
                yield from self._verdict(edge)

    def _verdict(self, edge: GraphEdge) -> Iterator[Triple]:
        made, said = self.terms, edge.properties
        target = NamedNode(made.iris.fact(_text(said["target_fact"])))
        node = NamedNode(made.iris.verdict(_text(said["target_fact"])))
        yield made.triple(node, "rdf:type", made.term(self._ontology.classes["Verdict"].iri))
        yield made.triple(node, self._ontology.links["of_target"].iri, target)
        sources = {target}
        if outcome := _text(said["outcome_fact"]):
            sources.add(NamedNode(made.iris.fact(outcome)))
            yield made.triple(node, self._ontology.links["by_outcome"].iri, NamedNode(made.iris.fact(outcome)))
        sources |= {NamedNode(made.iris.fact(one)) for one in _text(said["source_facts"]).split()}
        for source in sorted(sources, key=str):
            yield made.triple(node, "prov:wasDerivedFrom", source)
        for (of, name), field in self._ontology.fields.items():
            if of == "verdict" and said[name] is not None:
                yield made.triple(node, field.iri, made.literal(said[name]))

    def _info(self, info: DocumentInfo) -> Iterator[Triple]:
        node = self.terms.node(f"Document/{info.key}")
        yield from self._named(f"Document/{info.key}")
        for (of, name), field in self._ontology.fields.items():
            value = getattr(info, name) if of == "document" else None
            if value is not None and field.kind == "entity":
                yield self.terms.triple(node, field.iri, self.terms.node(f"Document/{value}"))
            elif value is not None:
                said = value.value if isinstance(value, Stated) else value
                yield self.terms.triple(node, field.iri, self.terms.literal(said, field.kind))

    def _named(self, identifier: str) -> Iterator[Triple]:
        node, kind = self.terms.node(identifier), identifier.partition("/")[0]
        name = self._names.get(identifier, identifier.partition("/")[2])
        yield self.terms.triple(node, "rdf:type", self.terms.term(self._ontology.types[kind].iri))
        yield self.terms.triple(node, "skos:prefLabel", Literal(name, language="zh"))

    def _links(self, edge: GraphEdge) -> dict[str, list[str]]:
        """The ids of the nodes that a fact's node leads to, with the links (names, or rdf terms) to each."""
        row, links = edge.properties, {edge.source: ["rdf:subject"]}
        links.setdefault(edge.target, []).append("rdf:object")
        if row["kind"] != "relation":
            links[edge.source].append("held_by")
            links[edge.target].append("metric")
            for name in agents(_text(row["agent"])):
                links.setdefault(self._elements.node_id(self._agents.get(name, "Agency"), name), []).append("by")
            for link, kind, field in (("under_plan", "Plan", "plan"), ("in_region", "Region", "region")):
                if (name := _text(row[field])).strip():
                    links.setdefault(f"{kind}/{name}", []).append(link)
        return links

    def _fact(self, edge: GraphEdge, voices: list[DocumentInfo]) -> Iterator[Triple]:
        made, row = self.terms, edge.properties
        node = NamedNode(made.iris.fact(edge.id))
        relation = row["kind"] == "relation"
        kind = self._ontology.classes["Assertion" if relation else "Figure"].iri
        yield self._plain(edge)
        yield made.triple(node, "rdf:type", made.term(kind))
        yield made.triple(node, "rdf:predicate", made.term(_predicate_iri(edge.predicate)))
        for identifier, links in self._links(edge).items():
            for link in links:
                iri = link if ":" in link else self._ontology.links[link].iri
                yield made.triple(node, iri, made.node(identifier))
        for info in voices:
            yield made.triple(node, "prov:wasDerivedFrom", made.node(f"Document/{info.key}"))
        yield made.triple(node, self._ontology.links["stated_in"].iri, made.node(f"Document/{voices[0].key}"))
        said = {"doc": row["doc"], "stated_on": row["date"], "title_of_source": row["title"]}
        if relation:
            for side, end in (("subject", edge.source), ("object", edge.target)):
                if f"{row[side + '_type']}/{row[side]}" != end:
                    said[f"{side}_as_written"] = row[side]
        for name, value in said.items():
            if value is not None:
                yield made.triple(node, self._ontology.fields["node", name].iri, made.literal(value))
        for name, iri, kind in self._fields["relation" if relation else "figure"]:
            if row[name] is not None:
                yield made.triple(node, iri, made.literal(row[name], kind))

    def _plain(self, edge: GraphEdge) -> Triple:
        source, target = self.terms.node(edge.source), self.terms.node(edge.target)
        return self.terms.triple(source, _predicate_iri(edge.predicate), target)


def _carried(known: Ontology, own: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Name, IRI and kind of each field that a fact's node carries as a literal."""
    fields: Mapping[tuple[str, str], Any] = known.fields
    return [(name, f.iri, f.kind) for (of, name), f in fields.items() if of in own and f.kind not in _LINKED]


def _predicate_iri(name: str) -> str:
    known = ontology().predicates.get(name)
    return known.iri if known else f"pg:{name}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
