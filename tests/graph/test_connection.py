"""Files that are no graph file, or no longer one."""

from __future__ import annotations

import sqlite3

import pytest

from policygraph.graph import Builder, open_graph
from policygraph.graph.connection import APPLICATION_ID, VERSION
from policygraph.schema.errors import StoreError


@pytest.fixture
def path(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus)
    return tmp_path / "x.pg"


def refused(path, match):
    with pytest.raises(StoreError, match=match):
        open_graph(path)
    if path.exists():
        with pytest.raises(StoreError, match=match):
            Builder(path)
        assert not path.with_name("x.pg.lock").exists()


def test_an_absent_file(tmp_path):
    refused(tmp_path / "x.pg", "does not exist; expected a graph file, make one with `policygraph build`")


def test_a_folder(tmp_path):
    (tmp_path / "x.pg").mkdir()
    refused(tmp_path / "x.pg", "cannot be read: Is a directory")


@pytest.mark.parametrize("content", [b"", "一篇文章".encode(), b"SQLite format 3\0" + bytes(40)])
def test_another_kind_of_file(tmp_path, content):
    (tmp_path / "x.pg").write_bytes(content)
    refused(tmp_path / "x.pg", "is not a graph file of policygraph")


def test_a_database_of_another_program(tmp_path):
    with sqlite3.connect(tmp_path / "x.pg") as other:
        other.execute("CREATE TABLE facts (id)")
    other.close()
    refused(tmp_path / "x.pg", "is not a graph file of policygraph")


def test_a_file_of_a_newer_version(path):
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    refused(path, f"has layout {VERSION + 1}, this policygraph reads up to {VERSION}; update it")


@pytest.mark.parametrize("size", [0, 50, 1000, 4096, -4096, -1])
def test_a_truncated_file(path, size):
    path.write_bytes(path.read_bytes()[:size])
    refused(path, "is damaged: .* bytes, expected" if size not in (0, 50) else "is not a graph file")


def test_a_file_with_something_behind_it(path):
    path.write_bytes(path.read_bytes() + b"\0")
    refused(path, "is damaged")


def test_the_tables_overwritten(path):
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(4096 - 100) + content[4096:])
    refused(path, "is damaged; move it away and build again")


def test_a_work_file_of_another_program(path):
    work = path.with_name("x.pg.building")
    with sqlite3.connect(work) as other:
        other.execute("CREATE TABLE facts (id)")
    other.close()
    with pytest.raises(StoreError, match=r"x.pg.building was left by another program or version; move it away"):
        Builder(path)


def test_a_work_file_that_is_no_database(path):
    path.with_name("x.pg.building").write_bytes(b"x" * 5000)
    with pytest.raises(StoreError, match=r"x.pg.building is damaged; move it away and build again"):
        Builder(path)


def test_the_header_says_what_it_is(path):
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    file.close()


def test_reading_writes_nothing(path):
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with open_graph(path) as graph:
            assert graph.verify().facts == 10
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                graph._connection.execute("DELETE FROM facts")
    finally:
        path.parent.chmod(0o700)
