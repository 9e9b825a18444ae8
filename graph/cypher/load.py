"""From the property graph to a database file of the embedded Cypher engine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import ladybug

from ...schema.errors import StoreError
from ..property_graph import PropertyGraph
from ..rows import Scalar
from ..store import Graph
from . import writer
from .tables import RELATIONSHIP_COLUMNS, comma_separated, node_columns, node_tables, relationship_tables

BUILDING_SIZE = 1 << 38
"""max_db_size while an index is built: 256 GB of address space, which costs nothing."""
KEY_TABLE = "Document"
"""The table whose comment says what the index was made from."""

_BUFFERED = 1 << 16  # characters that wait for one file before it is opened: a graph may have more files than handles
_FORM = "HEADER=false, PARALLEL=false, AUTO_DETECT=false, DELIM=',', QUOTE='\"', ESCAPE='\"'"
# PARALLEL=false: only so may a text hold line breaks
_NO_ROOM = re.compile("Cannot (?:write|extend|truncate|resize)|No space left")


def build_database(graph: Graph, path: Path, key: str) -> None:
    """Writes the index of a graph to `path`, a new file in a folder that is the caller's alone.

    key: hexadecimal digits, kept in the file (`kept_key`). The files to load lie beside it.
    Raises OSError or StoreError where the disk does not take it.
    """
    elements = PropertyGraph(graph)
    nodes = _Files(path.parent, "nodes")
    for node in elements.nodes:
        said = {"id": node.id, "type": node.type, "name": node.name, **node.properties}
        nodes.add((node.type,), (said.get(name) for name in node_columns(node.type)))
    edges = _Files(path.parent, "edges")
    for edge in chain(elements.facts(), elements.derived()):
        properties = {**edge.properties, "id": edge.id, "predicate": edge.predicate, "derived": edge.derived}
        ends = _type(edge.source), _type(edge.target)
        values = chain((edge.source, edge.target), (properties.get(name) for name in RELATIONSHIP_COLUMNS))
        edges.add((edge.predicate, *ends), values)
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for predicate, source, target in edges.kinds:
        pairs[predicate].add((source, target))
    statements = [*node_tables(), *relationship_tables(pairs)]
    statements += [f"COPY `{kind}` FROM {_quoted(file)} ({_FORM})" for (kind,), file in nodes.finished()]
    for (predicate, source, target), file in edges.finished():
        statements.append(f"COPY `{predicate}` FROM {_quoted(file)} (FROM='{source}', TO='{target}', {_FORM})")
    statements.append(f"COMMENT ON TABLE `{KEY_TABLE}` IS '{key}'")
    _written(path, statements)


def _written(path: Path, statements: list[str]) -> None:
    """Has writer.py make the file."""
    asked = {"path": str(path), "max_db_size": BUILDING_SIZE, "statements": statements}
    command = [sys.executable, "-P", str(Path(writer.__file__).resolve())]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        command, env=environment, encoding="utf-8", stdin=PIPE, stdout=DEVNULL, stderr=PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        with suppress(BrokenPipeError):  # it ended early: what it said tells why
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
        said = process.stderr.read().strip()
        status = process.wait()
    if status:
        if _NO_ROOM.search(said):
            raise StoreError(f"the index {path.name} cannot be written: the disk is full; make room and ask again")
        reason = said.splitlines()[-1] if said else f"its process ended with {status}"
        raise StoreError(f"the index {path.name} cannot be made: {reason}")


def kept_key(connection: ladybug.Connection) -> str | None:
    """The key that a database file was built with; None where it is none of ours."""
    for name, comment in _rows(connection, "CALL show_tables() RETURN name, comment"):
        if name == KEY_TABLE:
            return str(comment)
    return None


class _Files:
    """One file to load for every kind of record, written line by line."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder, self._prefix = folder, prefix
        self.kinds: dict[tuple[str, ...], Path] = {}
        self._waiting: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._length: Counter[tuple[str, ...]] = Counter()

    def add(self, kind: tuple[str, ...], values: Iterable[Scalar]) -> None:
        """Adds a record to the file of its kind."""
        line = comma_separated(values)
        self._waiting[kind].append(line)
        self._length[kind] += len(line)
        if kind not in self.kinds:
            self.kinds[kind] = self._folder / f"{self._prefix}-{len(self.kinds)}.csv"
        if self._length[kind] > _BUFFERED:
            self._write(kind)

    def finished(self) -> Iterator[tuple[tuple[str, ...], Path]]:
        """Every kind and its whole file."""
        for kind, path in self.kinds.items():
            self._write(kind)
            yield kind, path

    def _write(self, kind: tuple[str, ...]) -> None:
        with self.kinds[kind].open("a", encoding="utf-8", newline="") as file:
            file.writelines(self._waiting.pop(kind, ()))
        self._length[kind] = 0


def _type(node: str) -> str:
    return node.partition("/")[0]


def _quoted(path: Path) -> str:
    """The path as a literal that the engine takes for a pattern matching this file alone."""
    pattern = re.sub(r"[*?\[]", r"[\g<0>]", str(path))
    return "'" + pattern.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _rows(connection: ladybug.Connection, text: str) -> list[list[Any]]:
    result = connection.execute(text)
    assert isinstance(result, ladybug.QueryResult)  # one statement
    with result:
        return [list(row) for row in result.get_all()]
