"""Nodes and edges as Neo4j holds them: properties of its types, and a mark that tells which of ours an element is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from ..property_graph import GraphEdge, GraphNode
from ..rows import Scalar

PARTS = NODES, FACTS, DERIVED = "nodes", "facts", "derived"
"""What a graph consists of: nodes, relationships that documents state, relationships that follow from them."""
MARK = "policygraph"
"""The property that every element loaded by us has: a digest of its content. What lacks it is never touched."""
LOADED = "PolicygraphLoad"
"""The label of the one node that says which graph file the database holds."""
FLOATS = ("value", "high")
"""Properties that are floating-point numbers whatever the store keeps; the others have the type of the store."""
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LAYOUT = 1
"""Raised when elements of the same content are to be written in another way: every element is then written anew."""


class Element(NamedTuple):
    """A node or a relationship, ready to be written.

    part: one of PARTS. kind: its label or type. id: unique in its kind.
    ends: label and id of source and target, empty for a node.
    properties: with `id` and MARK; what does not apply is left out.
    """

    part: str
    kind: str
    id: str
    ends: tuple[tuple[str, str], ...]
    properties: dict[str, Scalar]

    @property
    def mark(self) -> str:
        """The digest of its content."""
        return str(self.properties[MARK])


def node_element(node: GraphNode) -> Element:
    """A node with id, type and name, and what a document says of itself."""
    said = {"id": node.id, "type": node.type, "name": node.name, **node.properties}
    return _marked(NODES, node.type, node.id, (), said)


def edge_element(edge: GraphEdge) -> Element:
    """A relationship with id, predicate, derived, and the properties of the edge."""
    ends = (_label(edge.source), edge.source), (_label(edge.target), edge.target)
    said = {**edge.properties, "id": edge.id, "predicate": edge.predicate, "derived": edge.derived}
    for name in FLOATS:
        if (number := said.get(name)) is not None:
            said[name] = float(number)
    return _marked(DERIVED if edge.derived else FACTS, edge.predicate, edge.id, ends, said)


def _marked(
    part: str, kind: str, key: str, ends: tuple[tuple[str, str], ...], said: Mapping[str, Scalar]
) -> Element:
    properties: dict[str, Scalar] = {name: value for name, value in said.items() if value is not None}
    content = _COMPACT.encode((_LAYOUT, ends, properties))
    properties[MARK] = hashlib.blake2b(content.encode(), digest_size=8).hexdigest()
    return Element(part, kind, key, ends, properties)


def _label(node_id: str) -> str:
    return node_id.partition("/")[0]
