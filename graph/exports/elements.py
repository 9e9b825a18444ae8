"""Nodes and edges as the file formats of graphs have them: an id, and typed attributes without those that are None."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from ..property_graph import (
    DERIVED_PROPERTIES,
    DOCUMENT_PROPERTIES,
    EDGE_PROPERTIES,
    GraphEdge,
    GraphNode,
    PropertyGraph,
    kind_of,
)
from ..rows import Scalar

NODE_ATTRIBUTES = ("type", "name", *DOCUMENT_PROPERTIES)
EDGE_ATTRIBUTES = (
    "predicate", "derived", *(name for name in EDGE_PROPERTIES if name not in {"id", "predicate"}), *DERIVED_PROPERTIES,
)  # fmt: skip
"""What an edge may have beside its id: of a fact, and then of something derived."""


def node_attributes(node: GraphNode) -> dict[str, Scalar]:
    """Those of NODE_ATTRIBUTES that the node has."""
    return said({"type": node.type, "name": node.name, **node.properties})


def edge_attributes(edge: GraphEdge) -> dict[str, Scalar]:
    """Those of EDGE_ATTRIBUTES that the edge has."""
    found = said({"predicate": edge.predicate, "derived": edge.derived, **edge.properties})
    found.pop("id", None)
    return found


def every_edge(elements: PropertyGraph) -> Iterator[GraphEdge]:
    """The facts, then what is derived."""
    return chain(elements.facts(), elements.derived())


def said(properties: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """What is not None; a number as a float also where it is whole, since a column of a graph has one type."""
    numbers = _numbers()
    return {
        name: float(value) if name in numbers else value for name, value in properties.items() if value is not None
    }


@cache
def _numbers() -> frozenset[str]:
    return frozenset(name for name in (*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES) if kind_of(name) == "number")
