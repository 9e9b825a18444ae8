"""The service description that the SPARQL protocol asks for (W3C SPARQL 1.1 Service Description)."""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from ..graph.rdf.streamed import GRAPH_FORMS, RESULT_FORMS

_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}
SYNTAXES = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
}


def description(endpoint: str, media: str) -> bytes:
    """What the endpoint can do, in one of the media types of SYNTAXES."""
    found = Graph()
    found.bind("sd", _SD)
    service = BNode()
    found.add((service, RDF.type, _SD.Service))
    found.add((service, _SD.endpoint, URIRef(endpoint)))
    found.add((service, _SD.supportedLanguage, _SD.SPARQL11Query))
    for form in (*RESULT_FORMS, *GRAPH_FORMS):
        found.add((service, _SD.resultFormat, _FORMATS[_NAMES[form]]))
    dataset, default = BNode(), BNode()
    found.add((service, _SD.defaultDataset, dataset))
    found.add((dataset, RDF.type, _SD.Dataset))
    found.add((dataset, _SD.defaultGraph, default))
    found.add((default, RDF.type, _SD.Graph))
    return found.serialize(format=SYNTAXES[media], encoding="utf-8")
