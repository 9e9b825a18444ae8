"""Choosing a format by suffix."""

from __future__ import annotations

import pytest

from policygraph.graph import export, open_graph
from policygraph.graph.export import FORMATS
from policygraph.schema.errors import QueryError, StoreError


def test_an_unknown_suffix_is_told_with_the_known_ones(graph, tmp_path):
    with pytest.raises(QueryError, match=r"out.docx has the suffix '.docx'; expected one of .csv, .cyjs, "):
        export(graph, tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()


def test_a_suffix_in_capitals_will_do(graph, tmp_path):
    export(graph, tmp_path / "OUT.CSV")
    assert (tmp_path / "OUT.CSV").stat().st_size > 1000


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_the_same_facts_give_the_same_bytes(tmp_path, corpus, build, suffix):
    for name, documents in (("a", corpus), ("b", [(d, facts[::-1]) for d, facts in corpus[::-1]])):
        build(tmp_path / f"{name}.pg", documents)
        with open_graph(tmp_path / f"{name}.pg") as graph:
            export(graph, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_a_folder_that_is_not_there_is_told(graph, tmp_path):
    with pytest.raises(StoreError, match=r"out.csv cannot be written: No such file or directory; check the folder"):
        export(graph, tmp_path / "nowhere" / "out.csv")


def test_an_export_that_fails_leaves_the_old_file(graph, tmp_path, monkeypatch):
    out = tmp_path / "facts.jsonl"
    out.write_text("old")

    def fail(graph, file):
        file.write("half")
        raise RuntimeError("no more")

    monkeypatch.setitem(FORMATS, ".jsonl", (fail, "utf-8"))
    with pytest.raises(RuntimeError, match="no more"):
        export(graph, out)
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["corpus.pg", "facts.jsonl"]
