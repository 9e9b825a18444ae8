"""docs/ontology.ttl, shapes.ttl and context.jsonld are what the ontology says today."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SH, Graph, URIRef

DOCS = Path(__file__).resolve().parents[2] / "docs"
PG = "urn:policygraph:"


@pytest.mark.parametrize("name", ["ontology.ttl", "shapes.ttl", "context.jsonld"])
def test_what_is_published_is_not_stale(name: str) -> None:
    written = runpy.run_path(str(DOCS / "ontology.py"))["pages"]()
    assert (DOCS / name).read_text(encoding="utf-8") == written[name], "run: python docs/ontology.py"


def test_the_ontology_is_owl() -> None:
    read = Graph().parse(DOCS / "ontology.ttl")
    assert (URIRef(f"{PG}ontology"), RDF.type, OWL.Ontology) in read
    assert (URIRef(f"{PG}Plan"), RDF.type, OWL.Class) in read
    assert (URIRef(f"{PG}issues"), RDF.type, OWL.ObjectProperty) in read
    assert (URIRef(f"{PG}year"), RDF.type, OWL.DatatypeProperty) in read


def test_the_shapes_are_core_and_pass_shacl_s_own_shapes() -> None:
    import pyshacl

    read = Graph().parse(DOCS / "shapes.ttl")
    assert not list(read.triples((None, SH.sparql, None)))
    pyshacl.validate(Graph(), shacl_graph=read, meta_shacl=True)  # raises where the shapes are no shapes
