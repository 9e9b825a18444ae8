"""How long each engine takes from the graph file to one that answers, and how large it is then."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from pathlib import Path

from policygraph.graph import network, open_graph
from policygraph.graph.cypher import cypher_index
from policygraph.graph.neo4j import connect
from policygraph.graph.rdf import sparql_index
from policygraph.graph.store import Graph

from .measured import Measured, peaks


def measure(engine: str, path: Path, folder: Path) -> Measured:
    """Loads the graph file; an index that is in the folder already is only opened, which its seconds then tell."""
    with open_graph(path) as graph, ExitStack() as stack:
        began, worked = time.perf_counter(), _processor()
        size = _load(engine, graph, folder, stack)
        seconds, processor = time.perf_counter() - began, _processor() - worked
        stack.close()
        began = time.perf_counter()
        if engine in ("ladybug", "oxigraph"):
            _load(engine, graph, folder, stack)
        opened = time.perf_counter() - began
        return Measured(graph.count(), seconds, processor, opened, size, peaks=peaks())


def _load(engine: str, graph: Graph, folder: Path, stack: ExitStack) -> int:
    if engine == "ladybug":
        return stack.enter_context(cypher_index(graph, folder=folder)).path.stat().st_size
    if engine == "oxigraph":
        store = stack.enter_context(sparql_index(graph, folder=folder)).path
        assert store is not None
        return sum(file.stat().st_size for file in store.rglob("*"))
    if engine == "networkx":
        stack.callback(network(graph).clear)
        return 0
    with connect(*os.environ["POLICYGRAPH_BENCHMARK_NEO4J"].split()) as server:
        server.load(graph)
    return 0


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
