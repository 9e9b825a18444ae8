"""The files of the import command: read by Neo4j's own, they make the database that a load makes."""

from __future__ import annotations

import csv
import dataclasses
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from policygraph.graph import Graph, open_graph
from policygraph.graph.neo4j import IMPORT_FILES, connect, write_import
from policygraph.schema.errors import StoreError
from policygraph.schema.facts import Entity, Relation

ODD = ['a"b', "换\n行", "a,b;c", "\\", "''", " 空格 ", "x\ry", "emoji 🏭"]


@pytest.fixture
def odd(tmp_path: Path, corpus: Any, build: Any) -> Any:
    """The written corpus and relations between things of odd names."""
    document, facts = corpus[0]
    relation = next(f for f in facts if isinstance(f, Relation))
    more = [
        dataclasses.replace(relation, subject=Entity(name, "Agency"), object=Entity(f"{name}>", "Program"))
        for name in ODD
    ]
    build(tmp_path / "odd.pg", [(document, [*facts, *more]), *corpus[1:]])
    with open_graph(tmp_path / "odd.pg") as graph:
        yield graph


def test_every_element_is_one_row_and_another_export_has_the_same_bytes(
    tmp_path: Path, odd: Graph, wanted: Any
) -> None:
    written = write_import(odd, tmp_path / "new" / "folder")
    files = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
    assert sorted(files) == sorted(IMPORT_FILES)
    nodes, edges = wanted(odd)
    assert (written.nodes, written.relationships) == (len(nodes), len(edges))
    with (tmp_path / "new" / "folder" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id:ID"]: row["name"] for row in rows} == {key: one[1]["name"][1] for key, one in nodes.items()}
    write_import(odd, tmp_path / "new" / "folder")
    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()} == files


def test_texts_of_several_lines_are_told_to_the_command(tmp_path: Path, odd: Graph, many: Any, build: Any) -> None:
    write_import(odd, tmp_path / "odd")
    assert "--multiline-fields=true" in (tmp_path / "odd" / "import.sh").read_text()
    build(tmp_path / "x.pg", many(2))
    with open_graph(tmp_path / "x.pg") as graph:
        write_import(graph, tmp_path / "plain")
    assert "--multiline-fields" not in (tmp_path / "plain" / "import.sh").read_text()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, odd: Graph) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"^[^\n]+ cannot be written: [^\n]+; check the folder and the disk$"):
        write_import(odd, tmp_path / "file" / "folder")


def test_the_command_fills_a_database_as_a_load_would(
    neo4j_servers: Any, new_neo4j_server: Any, neo4j_cache: Path, tmp_path: Path, odd: Graph, held: Any, wanted: Any
) -> None:
    server = new_neo4j_server(start=False)
    if not hasattr(server, "home"):
        pytest.skip("the import command of a server in Docker is not tried; install Maven and a JDK 17")
    write_import(odd, tmp_path / "files")
    program = neo4j_servers.admin(tmp_path, server.home, neo4j_servers.artefacts(neo4j_cache))
    command = ["sh", str(tmp_path / "files" / "import.sh")]
    settings = {**os.environ, "NEO4J_ADMIN": str(program)}
    done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    server.start()
    try:
        assert held(server) == wanted(odd)
        with server.driver() as driver:
            for statement in (tmp_path / "files" / "schema.cypher").read_text(encoding="utf-8").split(";\n"):
                if statement:
                    driver.execute_query(statement)
        with connect(server.uri, server.user, server.password) as database:
            report = database.load(odd)  # it knows what it holds, and of which graph file
            assert (report.added, report.changed, report.removed) == (0, 0, 0)
    finally:
        server.close()
