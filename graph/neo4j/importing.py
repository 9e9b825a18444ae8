"""The files of `neo4j-admin database import full`, many times faster than a driver for a new database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from ...schema.errors import StoreError
from ..property_graph import DERIVED_PROPERTIES, DOCUMENT_PROPERTIES, EDGE_PROPERTIES, PropertyGraph, kind_of
from ..rows import Scalar
from ..store import Graph
from .elements import FLOATS, LOADED, MARK, Element, edge_element, node_element
from .schema import statements

NODES_FILE, EDGES_FILE, LOADED_FILE = "nodes.csv", "relationships.csv", "loaded.csv"
SCHEMA_FILE, COMMAND_FILE = "schema.cypher", "import.sh"
IMPORT_FILES = (NODES_FILE, EDGES_FILE, LOADED_FILE, SCHEMA_FILE, COMMAND_FILE)
"""What `write_import` writes: nodes, relationships, of which graph file, constraints and indexes, the command."""
_KINDS = {"integer": "long", "number": "double", "boolean": "boolean"}
"""The ontology's kinds of fields that are no text, as the header of the import calls them."""
_COMMAND = """#!/bin/sh
# Fills a database of Neo4j 5 from the files beside this one, while the server is stopped; run it as the server's user.
# Options of neo4j-admin may follow: --overwrite-destination where the database exists already and is to be replaced.
# NEO4J_ADMIN names the program, NEO4J_DATABASE the database, where they are not called neo4j-admin and neo4j.
# Then start the server and make constraints and indexes: cypher-shell -f schema.cypher, or policygraph load.
cd "$(dirname "$0")" && exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{NEO4J_DATABASE:-neo4j}}" \\
    --nodes={nodes} --nodes={loaded} --relationships={edges}{more} "$@"
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many nodes and relationships were written."""

    nodes: int
    relationships: int


def write_import(
    graph: Graph, folder: Path, progress: Callable[[str, int, int | None], None] | None = None
) -> Imported:
    """Writes IMPORT_FILES into a folder, which is made where it is absent; older ones there are replaced at the end.

    The database that they fill is as `Neo4jGraph.load` would leave it, but for constraints and indexes, and a load
    finds nothing to do in it. progress: as of `Neo4jGraph.load`.
    Raises StoreError where they cannot be written.
    """
    elements, told = PropertyGraph(graph), progress or (lambda stage, done, of: None)
    edges = chain(elements.facts(), elements.derived())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _replaced(folder, NODES_FILE) as file:
            nodes = _Table(file, ("id", "type", "name", *DOCUMENT_PROPERTIES, MARK), "id:ID", ":LABEL")
            nodes.write(map(node_element, elements.nodes), lambda n: told("nodes", n, len(elements.nodes)))
        with _replaced(folder, EDGES_FILE) as file:
            names = tuple(dict.fromkeys(("id", "predicate", "derived", *EDGE_PROPERTIES, *DERIVED_PROPERTIES, MARK)))
            table, of = _Table(file, names, "id", ":START_ID", ":END_ID", ":TYPE"), graph.count()
            table.write(map(edge_element, edges), lambda n: told("facts", n, max(n, of)))
        with _replaced(folder, LOADED_FILE) as file:
            source = _text(str(graph.path.resolve()))
            file.write("id:ID,source,complete:boolean,nodes:long,facts:long,:LABEL\n")
            file.write(f'"graph",{source},true,{nodes.rows},{of},{LOADED}\n')
        with _replaced(folder, SCHEMA_FILE) as file:
            file.writelines(f"{statement};\n" for statement in statements())
        with _replaced(folder, COMMAND_FILE) as file:
            more = " --multiline-fields=true" if nodes.lines or table.lines else ""
            file.write(_COMMAND.format(nodes=NODES_FILE, loaded=LOADED_FILE, edges=EDGES_FILE, more=more))
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror}; check the folder and the disk") from error
    return Imported(nodes.rows, table.rows)


class _Table:
    """One file of elements. rows: how many it has; lines: whether a text in it has more than one line."""

    def __init__(self, file: TextIO, names: Sequence[str], key: str, *more: str) -> None:
        self._file, self._names, self.rows, self.lines = file, names, 0, False
        typed = {name: _KINDS.get(kind_of(name)) for name in names}
        typed |= dict.fromkeys(FLOATS, "double")
        heads = [key if name == "id" else f"{name}:{typed[name]}" if typed[name] else name for name in names]
        file.write(",".join((*heads, *more)) + "\n")

    def write(self, elements: Iterable[Element], told: Callable[[int], None]) -> None:
        places, write = {name: place for place, name in enumerate(self._names)}, self._file.write
        for element in elements:
            cells = [""] * len(places)  # half of the columns do not apply to an element: those that do are looked at
            for name, value in element.properties.items():
                cells[places[name]] = _cell(value)
            line = ",".join(cells)
            for end in element.ends:
                line += "," + _text(end[1])
            self.lines = self.lines or "\n" in line or "\r" in line
            write(f"{line},{element.kind}\n")
            self.rows += 1
            if self.rows % 1000 == 0:
                told(self.rows)


def _cell(value: Scalar) -> str:
    """A text stands in quotes, so that an empty one differs from None, whose cell is empty."""
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    return repr(value)


def _text(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if '"' in value else f'"{value}"'


@contextmanager
def _replaced(folder: Path, name: str) -> Iterator[TextIO]:
    """A file that takes the place of an older one once it is whole."""
    fresh = folder / f"{name}.part"
    try:
        with fresh.open("w", encoding="utf-8", newline="") as file:
            yield file
        fresh.replace(folder / name)
    finally:
        fresh.unlink(missing_ok=True)
