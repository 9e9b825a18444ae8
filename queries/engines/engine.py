"""The engines behind one door: each gives the rows of a question for bound parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from ...graph import Graph, network
from ...graph.property_graph import PropertyGraph
from ..directory import Directory
from ..names import Node
from ..narrowing import narrowed
from ..questions import Bound, Question
from ..statements import Graph as Network
from ..texts import cypher, cypher_parameters, sparql

ENGINES = ("networkx", "cypher", "sparql")
"""The engines that need no server: the graph in memory, ladybug, Oxigraph."""


class Engine(Protocol):
    """Answers questions. `directory`: the names that its graph knows."""

    directory: Directory

    def rows(self, question: Question, bound: Bound) -> Iterable[Mapping[str, Any]]:
        """The rows of the answer, in no order; values as the engine gives them."""
        ...


class NetworkxEngine:
    """The reference: a question's reference.py over the graph in memory."""

    def __init__(self, graph: Network[Node]) -> None:
        self.graph = graph
        self.directory = Directory.of_network(graph)

    def rows(self, question: Question, bound: Bound) -> Iterable[Mapping[str, Any]]:
        answer = import_module(f"..library.{question.name}.reference", __package__).answer
        rows: Iterable[Mapping[str, Any]] = answer(self.graph, **bound)
        return rows


class RunsCypher(Protocol):
    """What runs Cypher: the embedded index or a Neo4j server."""

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]: ...


class CypherEngine:
    """A question's query.cypher. narrow: for the embedded engine, which looks up ids by type."""

    def __init__(self, directory: Directory, index: RunsCypher, narrow: bool) -> None:
        self.directory, self._index, self._narrow = directory, index, narrow

    def rows(self, question: Question, bound: Bound) -> Iterable[Mapping[str, Any]]:
        text, parameters = cypher(question), cypher_parameters(question, bound)
        if self._narrow:
            text, parameters = narrowed(text, question, bound, parameters)
        return self._index.rows(text, parameters)


class RunsSparql(Protocol):
    """What runs SPARQL."""

    def rows(self, text: str) -> list[dict[str, Any]]: ...


class SparqlEngine:
    """A question's query.rq. base: what the graph's IRIs begin with."""

    def __init__(self, directory: Directory, index: RunsSparql, base: str) -> None:
        self.directory, self._index, self._base = directory, index, base

    def rows(self, question: Question, bound: Bound) -> Iterable[Mapping[str, Any]]:
        from ...graph.rdf.iri import Iris

        return self._index.rows(sparql(question, bound, Iris(self._base)))


def opened_engine(name: str, graph: Graph, stack: ExitStack, folder: Path | None = None) -> Engine:
    """The engine of that name over a graph file; what it opens is closed with the stack.

    folder: where the index is kept; None for beside the graph file. Raises StoreError where it cannot be made.
    """
    if name == "networkx":
        return NetworkxEngine(network(graph))
    directory = Directory.of(PropertyGraph(graph))
    if name == "cypher":
        from ...graph.cypher import cypher_index

        return CypherEngine(directory, stack.enter_context(cypher_index(graph, folder=folder)), narrow=True)
    from ...graph.rdf import sparql_index

    return SparqlEngine(directory, stack.enter_context(sparql_index(graph, folder=folder)), graph.base)
