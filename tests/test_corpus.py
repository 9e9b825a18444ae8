"""The whole corpus built: every document, every quote, the lineages that it tells, and the score of the seeds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from policygraph.conductor import Build
from policygraph.graph import open_graph
from policygraph.loaders.pipeline import File, load_files
from policygraph.loaders.reading import SUFFIXES, Source, read_bytes
from policygraph.queries import PolicyGraph
from policygraph.schema.explanation import explain
from policygraph.schema.facts import Figure
from policygraph.schema.vocabulary import vocabulary

GARBLED = "plans/bj_2021_garbled_pdf2text_sample.txt"
MISLABELLED = "plans/cc_2024_no1_MISLABELLED_body_is_2023.md"
CENTERS = "国家制造业创新中心"
JIANGSU = "江苏省制造业智能化改造和数字化转型三年行动计划（2022—2024年）"

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def built(shared: Path, built_folder: Callable[[Path], Build]) -> Build:
    """The graph of the whole corpus."""
    return built_folder(shared / "corpus")


@pytest.fixture(scope="module")
def opened(built: Build) -> PolicyGraph:
    return PolicyGraph(built.report.path, built)


@pytest.fixture(scope="module")
def sources(shared: Path) -> dict[str, Source]:
    """Every readable document by its key."""
    root = shared / "corpus"
    keys = sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.suffix in SUFFIXES)
    return {key: read_bytes((root / key).read_bytes(), key) for key in keys if key != GARBLED}


def test_every_document_but_the_garbled_one_is_built(built: Build, sources: dict[str, Source]) -> None:
    assert len(sources) == 40
    assert built.report.documents == 40
    assert sorted(built.report.added) == sorted(sources)
    assert [(r.key, r.error) for r in built.report.refused] == [(GARBLED, "UnreadableDocument")]
    assert built.skipped == ("INDEX.tsv",)


def test_the_mislabeled_one_is_reported(built: Build) -> None:
    told = [notice.said("en") for key, notice in built.notices if key == MISLABELLED]
    assert len(told) >= 2
    assert any("2023年全面推进乡村振兴重点工作" in text for text in told)
    assert any("2024" in text and "2023-01-02" in text for text in told)
    assert {key for key, _ in built.notices} == {MISLABELLED}


def test_every_fact_stands_where_it_says(opened: PolicyGraph, sources: dict[str, Source]) -> None:
    count = 0
    for fact in opened.facts():
        place = fact.evidence
        source = sources[place.document]
        assert source.quote(place.char_start, place.char_end) == place.quote, fact
        if not source.markup:
            assert source.original[place.char_start : place.char_end] == place.quote, fact
        count += 1
    assert count == opened.built.report.facts if opened.built else False
    assert count > 3000


def test_every_document_of_some_length_says_something(opened: PolicyGraph, sources: dict[str, Source]) -> None:
    said = {fact.evidence.document for fact in opened.facts()}
    assert [key for key, source in sources.items() if len(source.main.text) > 3000 and key not in said] == []


def test_every_quote_of_a_figure_holds_a_number(opened: PolicyGraph) -> None:
    numerals = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十两百千万亿萬億兩倍翻半首成")
    for fact in opened.facts():
        if isinstance(fact, Figure) and fact.value is not None:
            assert numerals & set(fact.evidence.quote), fact
            assert fact.subject.strip() == fact.subject


def test_every_fact_can_be_explained(built: Build) -> None:
    """Every rule has its words, the quote is marked, and so are nearly all numbers and most names."""
    rules, count = vocabulary("rules"), Counter[str]()
    with open_graph(built.report.path) as graph:
        for document in graph.documents():
            quoting = partial(document.quote_of, graph.original(document.key))
            for fact in graph.facts(document=document.key):
                told = explain(fact, "zh", document.info, quoting)
                assert fact.extractor in rules
                assert {basis.rule for _, basis in fact.bases} <= rules.keys()
                held = {m.kind: fact.evidence.sentence[m.start : m.end] for m in told.marks}
                assert held["quote"] == fact.evidence.quote
                figure = isinstance(fact, Figure) and fact.value is not None
                count.update(figure=figure, value=figure and "value" in held, subject=figure and "subject" in held)
                assert fact.id in str(told)
    assert count["figure"] > 1000
    assert count["value"] / count["figure"] > 0.99
    assert count["subject"] / count["figure"] > 0.85


@pytest.fixture(scope="module")
def lineage(opened: PolicyGraph) -> Rows:
    """lineage(name, first, last): its rows, each checked to have its proof."""

    def rows(name: str, first: int, last: int) -> list[dict[str, Any]]:
        found = [dict(row) for row in opened.lineage(name, first, last)]
        assert all(row["quote"] and row["doc"] and row["char_end"] > row["char_start"] for row in found)
        return found

    return rows


def numbers(rows: list[dict[str, Any]]) -> set[tuple[int, str, float, str]]:
    return {(r["year"], r["status"], r["value"], r["unit"]) for r in rows if r["value"] is not None}


def test_the_lineage_of_the_innovation_centers(lineage: Rows) -> None:
    rows = lineage(CENTERS, 2017, 2022)
    assert {(2018, "planned", 3, "家"), (2020, "achieved", 4, "家")} <= numbers(rows)
    assert {r["cmp"] for r in rows if (r["year"], r["value"]) == (2018, 3)} == {"about"}
    names = {r["year"]: {s["object"] for s in rows if s["year"] == r["year"] and s["object"]} for r in rows}
    assert names[2017] - {CENTERS} == {f"{n}{CENTERS}" for n in ("信息光电子", "印刷及柔性显示", "机器人")}
    assert names[2020] - {CENTERS} == {
        f"{n}{CENTERS}" for n in ("稀土功能材料", "高性能医疗器械", "集成电路特色工艺及封装测试", "先进印染技术")
    }
    planned = {r["year"] for r in rows if r["status"] == "planned"}
    assert {2018, 2021, 2022} <= planned
    assert not any("省级" in str(r["object"]) or str(r["subject"]).startswith("省级") for r in rows)


def test_the_lineage_of_the_model_companies(lineage: Rows) -> None:
    rows = lineage("国家技术创新示范企业", 2017, 2022)
    assert {(2017, "achieved", 70, "家"), (2020, "achieved", 63, "家")} <= numbers(rows)


def test_the_lineage_of_the_standards_and_of_plans_for_them(lineage: Rows) -> None:
    rows = [r for r in lineage("行业标准", 2017, 2020) if r["value"] is not None]
    told = {(r["year"], r["value"], r["action"]) for r in rows}
    assert {(2017, 2011, "批准发布"), (2017, 2749, "废止"), (2020, 1580, "批准发布")} <= told
    assert 1991 not in {r["value"] for r in rows}  # a plan to make a standard is no standard
    assert (2020, "achieved", 1991, "项") in numbers(lineage("行业标准计划", 2017, 2020))


def test_the_lineage_of_the_pilot_projects(lineage: Rows) -> None:
    found = numbers(lineage("团体标准应用示范项目", 2017, 2020))
    assert {(2017, "achieved", 106, "项"), (2020, "achieved", 110, "项")} <= found


def test_the_targets_of_a_provincial_plan_are_its_own(shared: Path, opened: PolicyGraph) -> None:
    """Every figure that the annotation gives the plan for its last year, with the plan as the one who answers."""
    gold = [
        record
        for path in sorted((shared / "gold" / "seeds").glob("004_*.jsonl"))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if record["kind"] == "figure" and record.get("plan") == JIANGSU and record.get("year") == 2024
    ]
    assert len(gold) >= 20
    found = [
        f for f in opened.facts()
        if isinstance(f, Figure) and f.evidence.document.startswith("seeds/004_") and f.plan == JIANGSU
    ]  # fmt: skip
    missing = [
        record["quote"]
        for record in gold
        if not record.get("optional")
        and not any(
            (f.value, f.year, f.status, f.holder, f.holder_type) == (record["value"], 2024, "planned", JIANGSU, "Plan")
            and (f.evidence.quote in record["quote"] or record["quote"] in f.evidence.quote)
            for f in found
        )
    ]
    assert missing == []


def test_the_score_of_the_seeds_stays_above_its_floor(
    shared: Path, tmp_path: Path, built_folder: Callable[[Path], Build]
) -> None:
    built = built_folder(shared / "corpus" / "seeds")
    assert built.report.documents == 5
    exported = tmp_path / "seeds.jsonl"
    with PolicyGraph(built.report.path) as graph:
        graph.export(exported)
    command = [sys.executable, shared / "score" / "score.py", "--gold", shared / "gold" / "seeds", "--facts", exported]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, encoding="utf-8", check=True)
    score = json.loads(done.stdout)
    figures = score["figures"]
    assert figures["detection"]["f1"] >= 0.95
    assert figures["core"]["f1"] >= 0.85
    assert figures["full"]["f1"] >= 0.65
    assert score["relations"]["f1"] >= 0.65


def test_a_document_says_the_same_beside_another(shared: Path, opened: PolicyGraph) -> None:
    key = "seeds/000_d210fa94c00fdef3.txt"
    (outcome,) = [loaded for _, loaded in load_files([File(shared / "corpus" / key, key)])]
    assert {fact.id for fact in outcome.facts} == {fact.id for fact in opened.facts(document=key)}  # type: ignore[union-attr]
