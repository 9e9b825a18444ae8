"""A server with an empty database, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from policygraph.graph.neo4j import Neo4jGraph, connect
from policygraph.graph.property_graph import PropertyGraph
from policygraph.graph.store import Graph

Content = tuple[dict[str, Any], dict[str, Any]]


@pytest.fixture
def database(neo4j_server: Any) -> Iterator[Neo4jGraph]:
    """The empty database of the session's server."""
    neo4j_server.empty()
    with connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as opened:
        yield opened


@pytest.fixture
def held() -> Callable[[Any], Content]:
    """held(server): its nodes (label and properties) and relationships (type, ends, properties), by id.

    Read by the bare driver. The mark of an element is left out once it is seen to be there.
    """

    def read(server: Any) -> Content:
        nodes: dict[str, Any] = {}
        edges: dict[str, Any] = {}
        with server.driver() as driver:
            found = driver.execute_query(
                "MATCH (n) WHERE NOT n:PolicygraphLoad RETURN labels(n) AS l, properties(n) AS p"
            )
            for record in found.records:
                assert record["p"].pop("policygraph")
                assert record["p"]["id"] not in nodes
                nodes[record["p"]["id"]] = (record["l"], typed(record["p"]))
            found = driver.execute_query(
                "MATCH (a)-[r]->(b) RETURN type(r) AS t, a.id AS a, b.id AS b, properties(r) AS p"
            )
            for record in found.records:
                assert record["p"].pop("policygraph")
                assert record["p"]["id"] not in edges
                edges[record["p"]["id"]] = (record["t"], record["a"], record["b"], typed(record["p"]))
        return nodes, edges

    return read


@pytest.fixture
def wanted() -> Callable[[Graph], Content]:
    """wanted(graph): what a server must hold after a load, in the form of `held`."""

    def expected(graph: Graph) -> Content:
        elements = PropertyGraph(graph)
        nodes = {
            n.id: ([n.type], typed({"id": n.id, "type": n.type, "name": n.name, **n.properties}))
            for n in elements.nodes
        }
        edges = {}
        for e in [*elements.facts(), *elements.derived()]:
            said = dict(e.properties) | {"id": e.id, "predicate": e.predicate, "derived": e.derived}
            numbers = {k: float(v) for k, v in said.items() if k in ("value", "high") and v is not None}  # type: ignore[arg-type]
            edges[e.id] = (e.predicate, e.source, e.target, typed(said | numbers))
        return nodes, edges

    return expected


def typed(properties: dict[str, Any]) -> dict[str, Any]:
    """Values with their types, for 1, 1.0 and True are equal in Python; without what is None."""
    return {name: (type(value), value) for name, value in properties.items() if value is not None}
