"""A graph file held against itself."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from policygraph.graph import Verification, open_graph
from policygraph.schema.errors import StoreError

TABLES = ("documents", "articles", "facts", "entities", "refused", "settings")


@pytest.fixture
def path(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus, {"rules": "r1"})
    return tmp_path / "x.pg"


def problems(path):
    with open_graph(path) as graph:
        return graph.verify().problems


def change(path, statement):
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


def content(path):
    with closing(sqlite3.connect(path)) as file:
        return {name: file.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


def test_a_file_as_it_was_made(path):
    with open_graph(path) as graph:
        assert graph.verify() == Verification(3, 10, ())


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE facts SET year = 2018 WHERE year = 2020 AND kind = 'figure'", "2020/通知.txt: hash differs"),
        ("UPDATE facts SET sentence = '另一句'", "简报.pdf: hash differs"),
        ("UPDATE facts SET article = NULL", "简报.pdf: hash differs"),
        ("DELETE FROM facts WHERE post = '主任'", "简报.pdf: hash differs"),
        ("UPDATE articles SET title = '别的'", "简报.pdf: hash differs"),
        ("UPDATE documents SET date = '1999' WHERE key = '简报.pdf'", "简报.pdf: hash differs"),
        ("UPDATE documents SET stale = 1 WHERE key = '简报.pdf'", "简报.pdf: hash differs"),
        ("DELETE FROM documents WHERE key = '简报.pdf'", "documents: hash differs"),
        ("UPDATE settings SET value = 'r2'", "settings: hash differs"),
        ("INSERT INTO refused VALUES ('x', NULL, 'E', 'c', '{}')", "refused: hash differs"),
        ("UPDATE entities SET facts = facts + 1", "entities: hash differs"),
        ("DELETE FROM hashes", "refused: hash differs"),
    ],
)
def test_a_changed_row_is_found(path, statement, told):
    change(path, statement)
    assert told in problems(path)


def test_a_changed_fact_no_longer_fits_its_id(path):
    change(path, "UPDATE facts SET value = 64 WHERE value = 63")
    assert any("now hashes to" in problem for problem in problems(path))


def test_facts_of_a_lost_document_are_found(path):
    change(path, "DELETE FROM documents WHERE key = '简报.pdf'")
    assert "简报.pdf: facts of a document that is not there" in problems(path)


def test_quotes_are_held_against_the_original(path, tmp_path, many, build):
    build(tmp_path / "other.pg", many(1))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"ATTACH '{tmp_path / 'other.pg'}' AS other")
        file.execute("UPDATE documents SET original = (SELECT original FROM other.documents) WHERE key LIKE '2020%'")
        file.execute("UPDATE documents SET original = x'00' WHERE key = '简报.pdf'")
    found = problems(path)
    assert sum("its quote is not what stands at" in problem for problem in found) == 5
    assert any(problem.startswith("简报.pdf: cannot be read back") for problem in found)


def test_no_flipped_bit_in_content_goes_unseen(path):
    """Every bit of a name, a text or a number is under a hash: 120 flips inside the pages of rows."""
    whole = path.read_bytes()
    chance = random.Random(11)
    held = content(path)
    silent = 0
    for _ in range(120):
        damaged = bytearray(whole)
        at = chance.randrange(4096, len(whole))
        damaged[at] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            seen = problems(path) != ()
        except StoreError:
            seen = True
        if not seen:
            silent += 1
            assert content(path) == held  # then it lies in free space
    assert silent < 120
