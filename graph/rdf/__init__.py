"""The graph as RDF: triples, text forms, reading back, ontology and shapes, and an index for SPARQL."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .index import SparqlIndex, sparql_index
    from .reading import rdf_facts
    from .triples import NamedGraph, named_graphs

__all__ = ["NamedGraph", "SparqlIndex", "named_graphs", "rdf_facts", "sparql_index"]
_HOME = {
    "NamedGraph": "triples", "SparqlIndex": "index", "named_graphs": "triples", "rdf_facts": "reading",
    "sparql_index": "index",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    # pyoxigraph and rdflib are imported by what needs them, when it is asked for
    from importlib import import_module

    if name in _HOME:
        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
