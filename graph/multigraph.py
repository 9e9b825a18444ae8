"""The graph in memory: a networkx MultiDiGraph with one edge a fact."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from .derived import Node
from .property_graph import PropertyGraph
from .rows import AnyFact, unflat
from .store import Graph


def network(graph: Graph) -> nx.MultiDiGraph[Node]:
    """The whole graph file as `PropertyGraph` describes it.

    Nodes are (type, name) with the attributes `id`, `type`, `name` and, of documents, what they say of themselves.
    Edges, one a fact, have the fact's id as key, and as attributes `derived` False, and the properties of a fact's
    edge. Edges with `derived` True are no facts; their key is their id, and they have `predicate`, and those
    of `property_graph.DERIVED_PROPERTIES` that apply.
    """
    made: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    elements = PropertyGraph(graph)
    nodes: dict[str, Node] = {}
    for node in elements.nodes:
        nodes[node.id] = (node.type, node.name)
        made.add_node(nodes[node.id], id=node.id, type=node.type, name=node.name, **node.properties)
    for edge in elements.facts():
        made.add_edge(nodes[edge.source], nodes[edge.target], edge.id, derived=False, **edge.properties)
    for edge in elements.derived():
        said = {name: value for name, value in edge.properties.items() if value is not None}
        made.add_edge(nodes[edge.source], nodes[edge.target], edge.id, predicate=edge.predicate, derived=True, **said)
    return made


def network_facts(made: nx.MultiDiGraph[Node]) -> Iterator[AnyFact]:
    """The facts of a graph that `network` made, in no order."""
    for _, _, edge in made.edges(data=True):
        if not edge["derived"]:
            yield unflat(edge)
