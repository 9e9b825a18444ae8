"""How fast a graph comes into Neo4j: by `policygraph load`, by a bare UNWIND of the same batches, row by row, by files.

    python -m benchmarks.neo4j_load X.pg [--rows 300]

A server is started from Maven's artefacts (see tests/neo4j_server), or POLICYGRAPH_TEST_NEO4J="URI USER PASSWORD" names
an empty one. Each way starts with an empty database that has the constraints; elements are nodes and relationships.
The bare UNWIND has its batches ready in memory; the load reads them from the graph file and holds each against what the
server has.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from policygraph.graph import open_graph
from policygraph.graph.neo4j import connect, write_import
from policygraph.graph.neo4j.loading import Load
from policygraph.graph.neo4j.writing import Group, Writer, statements
from policygraph.graph.store import Graph

SERVERS = Path(__file__).resolve().parents[1] / "tests" / "neo4j_server" / "server.py"
Batch = tuple[Group, list[dict[str, Any]]]


class Measured:
    """Seconds between the first node and the last relationship of a load, as its progress tells them."""

    def __init__(self) -> None:
        self.begun = self.ended = 0.0

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        if stage == "nodes" and not self.begun:
            self.begun = time.monotonic()
        if stage == "indexes":
            self.ended = time.monotonic()

    @property
    def seconds(self) -> float:
        """Of wall clock."""
        return self.ended - self.begun


def loaded(server: Any, graph: Graph, name: str) -> float:
    """A load, and a second one that finds nothing to do; the seconds of writing of the first."""
    with connect(server.uri, server.user, server.password) as database:
        measured = Measured()
        report = database.load(graph, progress=measured)
        show(f"{name}: writing", report.added, measured.seconds)
        show(f"{name}: with constraints and indexes", report.added, report.seconds)
        again = database.load(graph)
        assert (again.added, again.changed, again.removed) == (0, 0, 0)
        show(f"{name}: again, nothing to do", again.unchanged, again.seconds)
    return measured.seconds


def batches(server: Any, graph: Graph) -> list[Batch]:
    """The batches that a load sends, in its order."""
    kept: list[Batch] = []
    with (
        connect(server.uri, server.user, server.password) as database,
        mock.patch.object(Writer, "_commit", lambda self, group, rows: kept.append((group, rows))),
    ):
        database.load(graph)
    return kept


def bare(server: Any, sent: list[Batch]) -> float:
    """The same batches by the driver alone."""
    count, started = 0, time.monotonic()
    with server.driver() as driver, driver.session() as session:
        for group, rows in sent:
            text = statements(group)[-1]
            session.execute_write(lambda transaction, t=text, r=rows: transaction.run(t, rows=r).consume())
            count += len(rows)
    seconds = time.monotonic() - started
    show("bare UNWIND of the same batches", count, seconds)
    return seconds


def row_by_row(server: Any, sent: list[Batch], most: int) -> float:
    """MERGE of one relationship a transaction, of the first `most`, the nodes being there; relationships a second."""
    with server.driver() as driver, driver.session() as session:
        for group, rows in sent:
            if not group.ends:
                session.execute_write(lambda t, g=group, r=rows: t.run(statements(g)[-1], rows=r).consume())
        edges = ((group, row) for group, rows in sent if group.ends for row in rows)
        count, started = 0, time.monotonic()
        for group, row in islice(edges, most):
            text = statements(group)[-1].replace("UNWIND $rows AS row", "WITH $row AS row")
            session.execute_write(lambda transaction, t=text, r=row: transaction.run(t, row=r).consume())
            count += 1
    seconds = time.monotonic() - started
    show("row by row, relationships", count, seconds)
    return count / seconds


def files(graph: Graph, folder: Path) -> None:
    """The files of the import command."""
    started = time.monotonic()
    written = write_import(graph, folder)
    show("import files, nodes and relationships", written.nodes + written.relationships, time.monotonic() - started)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"    {written.relationships} relationships, {size / 1e6:.1f} MB")


def show(name: str, count: int, seconds: float) -> None:
    """One line of the table."""
    print(f"{name:44} {count:9} elements {seconds:9.2f} s {count / seconds:10.0f}/s", flush=True)


def servers() -> ModuleType:
    """The module that makes servers for the tests."""
    spec = importlib.util.spec_from_file_location("neo4j_server", SERVERS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def server_of(made: ModuleType, folder: Path) -> Iterator[Any]:
    """The server that the environment names, or one that ends with the benchmark."""
    if named := os.environ.get("POLICYGRAPH_TEST_NEO4J"):
        server = made.named_server(*named.split())
    else:
        server = made.new_server(folder / "home", SERVERS.parents[2] / ".pytest_cache" / "d" / "neo4j")
        server.start()
    try:
        yield server
    finally:
        server.close()


def prepared(server: Any, graph: Graph) -> None:
    """An empty database with the constraints and no indexes beside them, as a first load finds it."""
    server.empty(schema=True)
    with server.driver() as driver:
        Load(driver, None, server.uri, 1, None)._constrain()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--rows", type=int, default=300, help="relationships written one by one (default 300)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_graph(given.graph) as graph:
        files(graph, Path(folder) / "files")
        with server_of(servers(), Path(folder)) as server:
            sent = batches(server, graph)
            prepared(server, graph)
            bare(server, sent)  # the server is warm from here on
            prepared(server, graph)
            ours = loaded(server, graph, "policygraph load")
            prepared(server, graph)
            theirs = bare(server, sent)
            prepared(server, graph)
            single = row_by_row(server, sent, given.rows)
    edges = sum(len(rows) for _, rows in sent)
    print(f"the load takes {ours / theirs:.2f} times as long as the bare UNWIND of the same batches")
    print(f"it writes {edges / ours / single:.0f} times as many elements a second as row by row")
    return 0


if __name__ == "__main__":
    sys.exit(main())
