"""What the tests of the index share: the graph as the engine must answer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from policygraph.graph import Graph
from policygraph.graph.cypher import CypherIndex
from policygraph.graph.cypher.tables import RELATIONSHIP_COLUMNS, node_columns
from policygraph.graph.property_graph import PropertyGraph

Content = tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]


def _kept(graph: Graph) -> Content:
    elements = PropertyGraph(graph)
    nodes = {
        node.id: {"label": node.type, **dict.fromkeys(node_columns("Document")), "id": node.id, "type": node.type,
                  "name": node.name, **node.properties}
        for node in elements.nodes
    }  # fmt: skip
    edges = {
        edge.id: {"label": edge.predicate, "source": edge.source, "target": edge.target,
                  **dict.fromkeys(RELATIONSHIP_COLUMNS), **edge.properties, "id": edge.id,
                  "predicate": edge.predicate, "derived": edge.derived}
        for edge in [*elements.facts(), *elements.derived()]
    }  # fmt: skip
    return nodes, edges


def _answered(index: CypherIndex) -> Content:
    said = ", ".join(f"n.{name} AS {name}" for name in node_columns("Document"))
    nodes = index.rows(f"MATCH (n) RETURN label(n) AS label, {said}")
    said = ", ".join(f"r.{name} AS {name}" for name in RELATIONSHIP_COLUMNS)
    edges = index.rows(f"MATCH (a)-[r]->(b) RETURN label(r) AS label, a.id AS source, b.id AS target, {said}")
    found = {row["id"]: row for row in nodes}, {row["id"]: row for row in edges}
    assert [len(rows) for rows in found] == [len(nodes), len(edges)]  # no id twice
    return found


@pytest.fixture(scope="session")
def kept() -> Callable[[Graph], Content]:
    """Every node and edge of a graph by its id, with what the index must say of it."""
    return _kept


@pytest.fixture(scope="session")
def answered() -> Callable[[CypherIndex], Content]:
    """Every node and edge of an index by its id, as the engine says it."""
    return _answered
