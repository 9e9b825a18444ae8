"""The example corpus: what the graph must get right in it, and that its sentences are the project's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import opencc
import pytest

import policygraph as pg
from policygraph.loaders.reading import read_bytes
from policygraph.queries import PolicyGraph

CORPUS = Path(__file__).resolve().parents[1] / "examples" / "corpus"
NOT_TEXT = re.compile(r"<[^<>]*>|[^\u4e00-\u9fff0-9A-Za-z]")
SENTENCE_END = re.compile(r"[。；;！？\n]")
LONG = 16
"""Shorter sentences are names and figures, which are nobody's own."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    with pg.build(CORPUS, tmp_path_factory.mktemp("examples") / "examples.pg") as built:
        yield built


def test_every_example_is_read_without_a_remark(graph: PolicyGraph) -> None:
    assert graph.built is not None
    assert graph.built.report.documents == 7
    assert graph.built.report.refused == ()
    assert graph.built.notices == ()
    assert graph.built.skipped == ()


def figures(graph: PolicyGraph, name: str) -> set[tuple[object, ...]]:
    rows = graph.lineage(name, 2017, 2022)
    return {(r["year"], r["status"], r["cmp"], r["value"], r["doc"][:4]) for r in rows if r["value"] is not None}


def test_the_lineage_of_the_innovation_centers(graph: PolicyGraph) -> None:
    expected = {
        (2017, "achieved", "eq", 3, "2017"),
        (2017, "achieved", "eq", 3, "2018"),
        (2018, "planned", "about", 3, "2017"),
        (2020, "planned", "about", 15, "2016"),
        (2020, "achieved", "eq", 4, "2020"),
        (2021, "achieved", "eq", 21, "2022"),
    }
    assert expected - figures(graph, "国家制造业创新中心") == set()


def test_the_lineage_of_the_demonstration_enterprises(graph: PolicyGraph) -> None:
    assert figures(graph, "国家技术创新示范企业") == {
        (2017, "achieved", "eq", 70, "2017"), (2020, "achieved", "eq", 63, "2020"),
    }  # fmt: skip


def test_the_targets_of_the_provincial_plan(graph: PolicyGraph) -> None:
    rows = graph.ask("plan_targets", plan="江苏省制造业智能化改造和数字化转型三年行动计划（2022—2024年）")
    found = {(r["object"] or r["subject"], r["value"], r["high"], r["cmp"]) for r in rows if r["doc"].endswith(".docx")}
    values = {(value, high, cmp) for _, value, high, cmp in found}
    assert {(30, None, "eq"), (300, None, "eq"), (2500, None, "eq"), (225_000, None, "eq"), (1_200_000, None, "eq"),
            (2, 3, "range"), (90, None, "lt"), (85_000_000_000, None, "gt")} - values == set()  # fmt: skip


def test_no_sentence_is_copied_from_the_real_documents(shared: Path) -> None:
    convert = opencc.OpenCC("t2s").convert
    real = "".join(
        NOT_TEXT.sub("", convert(path.read_text(encoding="utf-8", errors="replace")))
        for folder in ("corpus", "raw")
        for path in sorted((shared / folder).rglob("*.*"))
        if path.suffix in {".txt", ".md", ".html"}
    )
    assert len(real) > 1_000_000
    texts = (read_bytes(path.read_bytes(), path.name).main.text for path in sorted(CORPUS.iterdir()))
    sentences = [NOT_TEXT.sub("", s) for text in texts for s in SENTENCE_END.split(text)]
    long = [s for s in sentences if len(s) >= LONG]
    assert len(long) > 60
    title = "江苏省制造业智能化改造和数字化转型三年行动计划20222024年"
    assert [s for s in long if s in real and s != title] == []
