"""Writes docs/ontology.ttl, docs/shapes.ttl and docs/context.jsonld from the ontology: python docs/ontology.py"""

from __future__ import annotations

import json
from pathlib import Path

from policygraph.graph.rdf.iri import Iris
from policygraph.graph.rdf.jsonld import context
from policygraph.graph.rdf.owl import ontology_triples
from policygraph.graph.rdf.shapes import shapes
from policygraph.graph.rdf.terms import Terms
from policygraph.graph.rdf.text import turtle
from policygraph.schema.ontology import BASE


def pages() -> dict[str, str]:
    """The text of each file, by name."""
    iris = Iris(BASE)
    return {
        "ontology.ttl": turtle(ontology_triples(Terms(iris)), iris),
        "shapes.ttl": shapes(BASE).serialize(format="turtle"),
        "context.jsonld": json.dumps({"@context": context(iris)}, ensure_ascii=False, indent=2) + "\n",
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (Path(__file__).parent / name).write_text(text, encoding="utf-8")
