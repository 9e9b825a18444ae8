"""The index file: made when absent or stale, whole or not there, read only."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import policygraph
from policygraph.graph import Builder, StoredDocument, beside, open_graph
from policygraph.graph.cypher import CypherIndex, cypher_index
from policygraph.schema.documents import DocumentInfo
from policygraph.schema.errors import QueryError
from policygraph.schema.facts import Entity, Evidence, Relation

COUNT = "MATCH (n) RETURN count(*) AS n"
BUILD = """
import sys
from policygraph.graph import open_graph
from policygraph.graph.cypher import cypher_index
{before}
with open_graph(sys.argv[1]) as graph, cypher_index(graph) as index:
    print(index.rows("MATCH (n) RETURN count(*) AS n")[0]["n"], index.path)
"""


@pytest.fixture
def python():
    """Runs a program in a process of its own, on the package under test."""
    package = Path(policygraph.__file__).parent

    def start(program, *arguments, **more):
        paths = os.pathsep.join([str(package.parent) if package.name == "policygraph" else "", *filter(None, sys.path)])
        return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, encoding="utf-8", **more,
                                env={**os.environ, "PYTHONPATH": paths})  # fmt: skip

    return start


def inode(path):
    return path.stat().st_ino


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_it_lies_beside_the_graph_file_and_is_used_again(graph, tmp_path):
    with cypher_index(graph) as index:
        assert index.path == tmp_path / "corpus.pg.cypher"
        assert index.rows(COUNT) == [{"n": 20}]
    first = inode(index.path)
    with cypher_index(graph) as again:
        assert again.rows(COUNT) == [{"n": 20}]
    assert inode(index.path) == first
    assert names(tmp_path) == ["corpus.pg", "corpus.pg.cypher"]


def test_one_of_another_content_is_made_again_while_the_old_one_is_read(graph, tmp_path, corpus, build):
    with cypher_index(graph) as old:
        build(tmp_path / "corpus.pg", [(corpus[0][0], corpus[0][1][:1])])
        with open_graph(tmp_path / "corpus.pg") as changed, cypher_index(changed) as index:
            assert [r["id"] for r in index.rows("MATCH ()-[r:recognises]->() RETURN r.id AS id")] == []
        assert len(old.rows("MATCH ()-[r:recognises]->() RETURN r.id AS id")) == 1
    assert names(tmp_path) == ["corpus.pg", "corpus.pg.cypher"]


def test_one_made_by_other_rules_is_made_again(graph, monkeypatch):
    with cypher_index(graph) as index:
        first = inode(index.path)
    monkeypatch.setattr(beside, "_rules", lambda: "those of another version")
    with cypher_index(graph) as index:
        assert inode(index.path) != first
        assert index.rows(COUNT) == [{"n": 20}]


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 4096, b"not a database " * 10_000])
def test_what_is_no_index_is_replaced(graph, tmp_path, content):
    (tmp_path / "corpus.pg.cypher").write_bytes(content)
    with cypher_index(graph) as index:
        assert index.rows(COUNT) == [{"n": 20}]


def test_another_graphs_index_is_replaced(graph, tmp_path, build):
    build(tmp_path / "other.pg", [])
    with open_graph(tmp_path / "other.pg") as other, cypher_index(other) as index:
        shutil.copy(index.path, tmp_path / "corpus.pg.cypher")
    with cypher_index(graph) as index:
        assert index.rows(COUNT) == [{"n": 20}]


def test_a_view_without_doubtful_facts_has_an_index_of_its_own(graph, tmp_path):
    with cypher_index(graph.confident(0.5)) as index, cypher_index(graph) as whole:
        assert (index.path.name, whole.path.name) == ("corpus.pg.0.5.cypher", "corpus.pg.cypher")
        assert index.rows(COUNT) == whole.rows(COUNT)  # nothing has judged these facts


def test_in_a_folder_of_ones_own(graph, tmp_path):
    with cypher_index(graph, folder=tmp_path / "new" / "one") as index:
        assert index.path == tmp_path / "new" / "one" / "corpus.pg.cypher"
        assert index.rows(COUNT) == [{"n": 20}]


@pytest.mark.parametrize(
    "name", ["a'b", 'a"b', "a*b", "a?b", "a[b]c", "[", "a\\b", "政策 图", "a`b", "$x", "~", "{a,b}"]
)
def test_in_a_folder_of_an_odd_name(graph, tmp_path, name):
    if os.name == "nt" and set(name) & set('"*?\\'):
        pytest.skip("no such name on Windows")
    with cypher_index(graph, folder=tmp_path / name) as index:
        assert index.rows(COUNT) == [{"n": 20}]


# root may write everywhere: such a process first gives up its privileges
BOUND = """
import ctypes, os
if os.getuid() == 0:
    none = ctypes.CDLL(None, use_errno=True).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())
    assert none == 0, os.strerror(ctypes.get_errno())
"""


@pytest.fixture
def read_only(tmp_path, corpus, build):
    """A graph file in a folder that nobody may write in."""
    if sys.platform != "linux":
        pytest.skip("root gives up its privileges as Linux has it")
    (tmp_path / "graphs").mkdir()
    build(tmp_path / "graphs" / "corpus.pg", corpus)
    (tmp_path / "graphs").chmod(0o555)
    yield tmp_path / "graphs" / "corpus.pg"
    (tmp_path / "graphs").chmod(0o755)


def asked(process):
    answer, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    number, path = answer.split(maxsplit=1)
    return int(number), Path(path.strip())


def test_where_the_folder_is_read_only_it_lies_in_the_users_cache(python, read_only, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    number, path = asked(python(BUILD.format(before=BOUND), read_only))
    assert number == 20
    assert path.parent == tmp_path / "cache" / "policygraph" / "indexes"
    assert path.name.endswith("-corpus.pg.cypher")
    first = inode(path)
    assert asked(python(BUILD.format(before=BOUND), read_only)) == (20, path)
    assert inode(path) == first
    assert names(read_only.parent) == ["corpus.pg"]


def test_without_a_cache_it_lies_in_a_temporary_folder_of_this_user_alone(python, read_only, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(read_only.parent))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    number, path = asked(python(BUILD.format(before=BOUND), read_only))
    assert (number, path.parent.parent) == (20, tmp_path / "tmp")
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_where_nothing_can_be_written_it_says_where_it_tried(python, read_only, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(read_only.parent))
    anybodys = tmp_path / "tmp" / f"policygraph-{os.getuid()}"
    anybodys.mkdir(parents=True)
    anybodys.chmod(0o777)  # whoever made it could put an index there
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    process = python(BUILD.format(before=BOUND), read_only)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    last = said.splitlines()[-1]
    assert last.startswith(f"policygraph.schema.errors.StoreError: no index of {read_only} can be written in ")
    assert str(anybodys) in last
    assert names(anybodys) == []


def test_two_processes_at_once_end_with_one_whole_index(python, tmp_path, many, build):
    build(tmp_path / "many.pg", many(60))
    started = [python(BUILD.format(before=""), tmp_path / "many.pg") for _ in range(3)]
    ended = [process.communicate(timeout=300) for process in started]
    assert {out for out, _ in ended} == {f"181 {tmp_path / 'many.pg.cypher'}\n"}, ended
    assert names(tmp_path) == ["many.pg", "many.pg.cypher"]


def test_a_killed_build_leaves_no_index_and_the_next_one_clears_up(python, tmp_path, many, build):
    build(tmp_path / "many.pg", many(200))
    process = python(BUILD.format(before=""), tmp_path / "many.pg")
    while not (begun := [*tmp_path.glob("*.building-*/*")]) and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    process.communicate(timeout=60)
    assert begun
    assert not (tmp_path / "many.pg.cypher").exists()
    with open_graph(tmp_path / "many.pg") as graph, cypher_index(graph) as index:
        assert index.rows(COUNT) == [{"n": 601}]
    assert names(tmp_path) == ["many.pg", "many.pg.cypher"]


@pytest.mark.parametrize("most", [100, 3_000, 5_000, 100_000, 1_000_000])
def test_a_full_disk_is_one_clear_error(python, graph, tmp_path, most):
    pytest.importorskip("resource", reason="no limits of file size on Windows")
    before = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))"
    process = python(BUILD.format(before=before), tmp_path / "corpus.pg")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    last = [line for line in said.splitlines() if line.strip()][-1]
    assert last.startswith("policygraph.schema.errors.StoreError: "), said
    assert "disk" in last
    assert [name for name in names(tmp_path) if not name.endswith(".lock")] == ["corpus.pg"]
    with cypher_index(graph) as index:
        assert index.rows(COUNT) == [{"n": 20}]


@pytest.mark.parametrize("text", [
    "CREATE (n:Plan {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n:Plan) SET n.name = 'x'", "DROP TABLE issues",
    "MERGE (n:Plan {id: 'x'})", "CREATE NODE TABLE X (id STRING PRIMARY KEY)", "ALTER TABLE Plan ADD x STRING",
    "COMMENT ON TABLE Document IS 'x'",
])  # fmt: skip
def test_nothing_can_be_changed(graph, text):
    with cypher_index(graph) as index:
        before = index.path.read_bytes()
        with pytest.raises(QueryError):
            index.rows(text)
        assert index.path.read_bytes() == before


@pytest.mark.parametrize(("text", "said"), [
    ("MATCH (n:Plan RETURN n", "line: 1, offset: "), ("", "cannot be answered|no statement"),
    ("RETURN 1 AS a; RETURN 2 AS b", "2 statements"),
    ("MATCH (n:Plans) RETURN n", "Plans"), ("MATCH (n:Plan) RETURN n.title", "title"),
    ("RETURN 1 AS a, 2 AS a", "a|names"),
    ("MATCH (n) RETURN shortestPath(n)", "SHORTESTPATH"), ("MATCH (n) WHERE n.id > 1 + 'a' RETURN n", "a"),
])  # fmt: skip
def test_what_cannot_be_answered_says_why(graph, text, said):
    with cypher_index(graph) as index, pytest.raises(QueryError, match=said):
        index.rows(text)


@pytest.mark.parametrize("attack", [
    "x' OR 1=1 //", "x\" OR true //", "x'}) MATCH (n) DETACH DELETE n //", "'); DROP TABLE Plan; //", "\\' OR 1=1 //",
    "x\n' RETURN 1; //", "$name", "${name}", "x` OR 1=1", "{id: 'x'}", "\u2019 OR 1=1", "%27 OR 1=1", "x*/ RETURN 1 /*",
])  # fmt: skip
def test_a_parameter_is_never_read_as_a_query(graph, attack, kept, answered, tmp_path_factory):
    with cypher_index(graph, folder=tmp_path_factory.getbasetemp() / "attacked") as index:  # made once
        assert index.rows("MATCH (n) WHERE n.name = $name RETURN n.id AS id", {"name": attack}) == []
        assert index.rows("MATCH (n:Agency) WHERE n.name IN $names RETURN n.id AS id", {"names": [attack]}) == []
        assert index.rows("RETURN $name AS x", {"name": attack}) == [{"x": attack}]
        assert answered(index) == kept(graph)


def test_a_file_that_is_not_there_is_not_opened(tmp_path):
    with pytest.raises(OSError, match="none"):
        CypherIndex(tmp_path / "none")


def test_a_query_that_runs_out_of_memory_is_refused_and_the_next_one_answered(tmp_path, monkeypatch):
    monkeypatch.setattr("policygraph.graph.cypher.index.POOL", 1 << 26)
    text = "甲到乙" * 4 + "乙到甲" * 4  # more than 4 ** 20 ways from one to itself
    facts = []
    for at in range(0, len(text), 3):
        place = Evidence("c.txt", text[at : at + 3], text, at, at + 3)
        ends = Entity(text[at], "Plan"), Entity(text[at + 2], "Plan")
        facts.append(Relation(place, "x.y", 2020, None, None, ends[0], "implements", ends[1]))
    document = StoredDocument(info=DocumentInfo("c.txt", char_end=24), sha256="0", format="txt", original=text)
    with Builder(tmp_path / "c.pg") as builder:
        builder.add(document, facts)
        builder.publish()
    with open_graph(tmp_path / "c.pg") as graph, cypher_index(graph) as index:
        for _ in range(2):
            with pytest.raises(QueryError, match="more than 64 MB of memory; expected fewer ways"):
                index.rows("MATCH (n:Plan)-[:implements*1..20]->(m:Plan) RETURN DISTINCT m.id AS id")
            assert len(index.rows("MATCH (n:Plan)-[r:implements]->(m:Plan) RETURN r.id AS id ORDER BY id")) == 8
