"""Facts of low confidence: left out where one asks for that, else shown as doubtful."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from policygraph.graph import Builder, StoredDocument, open_graph, read_jsonl
from policygraph.queries import PolicyGraph, Table, Unanswerable
from policygraph.queries.engines import ENGINES
from policygraph.queries.rendering.picture import svg
from policygraph.queries.rendering.terminal import print_table

CENTERS = "国家制造业创新中心"
MIIT = "工业和信息化部"
ASKED = {
    "program_centers": {"program": CENTERS}, "program_timeline": {"program": CENTERS}, "agency_launches": {},
    "agency_hierarchy": {"body": MIIT}, "agency_rhythm": {"agency": MIIT},
    "programs_between": {"earlier": 2017, "later": 2020},
    "plan_targets": {"plan": "“十四五”智造规划"}, "target_outcomes": {"plan": "“十四五”智造规划"},
    "plan_ancestry": {"plan": "新规划"}, "silent_programs": {}, "documents_of": {}, "leads_of": {}, "posts": {},
}  # fmt: skip
"""Questions that look at facts, at what follows from them and at things that only some facts name."""
LEVELS = (None, 0.2, 0.5, 0.9)


@pytest.fixture(scope="module")
def judged(graph_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """The written graph with a confidence for each fact: none, .2, .5 and .9 in turn."""
    path = tmp_path_factory.mktemp("judged") / "judged.pg"
    with open_graph(graph_file) as graph, Builder(path) as builder:
        for document in graph.documents():
            facts = enumerate(graph.facts(document=document.key))
            stored = {f.name: getattr(document, f.name) for f in dataclasses.fields(document) if f.name != "stale"}
            builder.add(
                StoredDocument(**stored, original=graph.original(document.key)),
                [dataclasses.replace(fact, confidence=LEVELS[n % len(LEVELS)]) for n, fact in facts],
            )
        builder.publish()
    with PolicyGraph(path) as opened:
        yield opened


def ids(facts: object) -> set[str]:
    return {fact.id for fact in facts}  # type: ignore[attr-defined]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(least=st.one_of(st.none(), st.floats(0, 1)))
def test_a_threshold_leaves_out_what_is_below_and_keeps_what_nothing_judged(
    judged: PolicyGraph, tmp_path: Path, least: float | None
) -> None:
    def passes(confidence: float | None) -> bool:
        return least is None or confidence is None or confidence >= least

    expected = {fact.id for fact in judged.facts() if passes(fact.confidence)}
    assert ids(judged.facts(min_confidence=least)) == expected
    edges = judged.networkx(min_confidence=least).edges(keys=True, data=True)
    assert {key for _, _, key, data in edges if not data["derived"]} == expected
    judged.export(tmp_path / "facts.jsonl", min_confidence=least)
    assert ids(read_jsonl(tmp_path / "facts.jsonl")) == expected
    asked, everything = judged.lineage(CENTERS, min_confidence=least), judged.lineage(CENTERS)
    assert {row["id"] for row in asked} <= expected
    # a body that only a fact of low confidence links to the thing is no part of its lineage then
    own = [row["id"] for row in everything if not row["via"] and row["id"] in expected]
    assert [row["id"] for row in asked if not row["via"]] == own
    promised = judged.ask("plan_targets", plan="“十四五”智造规划", min_confidence=least)
    assert {row["id"] for row in promised} <= expected


@pytest.mark.parametrize("suffix", [".csv", ".nq", ".ttl"])
def test_every_export_leaves_them_out(judged: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    judged.export(tmp_path / f"all{suffix}")
    judged.export(tmp_path / f"sure{suffix}", min_confidence=0.6)
    everything, sure = ((tmp_path / f"{name}{suffix}").read_text(encoding="utf-8") for name in ("all", "sure"))
    for fact in judged.facts():
        assert fact.id in everything
        assert (fact.id in sure) == (fact.confidence in (None, 0.9))


def test_things_that_only_left_out_facts_name_are_not_exported(judged: PolicyGraph, tmp_path: Path) -> None:
    with open_graph(judged.path) as graph:
        kept = dict(graph.confident(0.6).entities())
        left_out = [thing for thing, _ in graph.entities() if thing not in kept]
        assert dict(graph.confident(None).entities()) == dict(graph.entities())
        assert dict(graph.confident(0).entities()) == dict(graph.entities())
    judged.export(tmp_path / "sure.nq", min_confidence=0.6)
    text = (tmp_path / "sure.nq").read_text(encoding="utf-8")
    assert left_out
    assert [thing for thing in left_out if f"<urn:policygraph:{thing.type}/{thing.name}>" in text] == []
    assert all(f"<urn:policygraph:{kind}/" in text for kind in {thing.type for thing in kept})


def test_a_name_stays_known_where_all_that_is_said_of_it_is_left_out(judged: PolicyGraph) -> None:
    sure = {fact.subject for fact in judged.facts(min_confidence=1, kind="figure")}
    name = next(f.subject for f in judged.facts(kind="figure") if f.subject not in sure)
    assert len(judged.lineage(str(name))) > 0
    assert [row for row in judged.lineage(str(name), min_confidence=1) if row["confidence"] is not None] == []


@given(least=st.floats(0, 1))
def test_a_lineage_says_how_many_rows_it_leaves_out(judged: PolicyGraph, least: float) -> None:
    every, some = judged.lineage(CENTERS), judged.lineage(CENTERS, min_confidence=least)
    assert every.undated is not None
    assert some.undated is not None
    assert every.left_out == every.undated.left_out == 0
    assert some.left_out == len(set(ids_of(every)) - set(ids_of(some)))
    assert some.undated.left_out == len(set(ids_of(every.undated)) - set(ids_of(some.undated)))
    assert judged.lineage(CENTERS, min_confidence=1).left_out > 0


def ids_of(table: Table) -> list[str]:
    return [row["id"] for row in table]


@pytest.mark.parametrize("least", [0.3, 0.6, 0.95])
def test_every_engine_leaves_the_same_out(judged: PolicyGraph, least: float) -> None:
    def answers(engine: str) -> dict[str, list[dict[str, Any]] | str]:
        told: dict[str, list[dict[str, Any]] | str] = {}
        for name, parameters in ASKED.items():
            try:
                told[name] = [*judged.ask(name, engine=engine, min_confidence=least, **parameters)]
            except Unanswerable as error:
                told[name] = error.said("en")
        return told

    expected = answers("networkx")
    assert sum(bool(rows) and not isinstance(rows, str) for rows in expected.values()) >= 5
    for engine in ENGINES:
        assert answers(engine) == expected, engine


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_threshold_is_from_0_to_1(judged: PolicyGraph, wrong: float) -> None:
    for ask in (judged.facts, judged.networkx, lambda **more: judged.lineage(CENTERS, **more)):
        with pytest.raises(Unanswerable, match="expected a number from 0 to 1"):
            ask(min_confidence=wrong)


def test_rows_carry_the_confidence(judged: PolicyGraph) -> None:
    table = judged.lineage(CENTERS)
    known = {fact.id: fact.confidence for fact in judged.facts()}
    assert [row["confidence"] for row in json.loads(table.to_json())] == [known[row["id"]] for row in table]
    assert "confidence" in table.to_csv().splitlines()[0].split(",")


def printed(table: Table) -> str:
    out = io.StringIO()
    print_table(table, Console(file=out, width=120))
    return out.getvalue()


def test_a_terminal_marks_the_doubtful_and_says_so(judged: PolicyGraph, opened: PolicyGraph) -> None:
    table = judged.lineage(CENTERS, lang="zh")
    doubtful = [row for row in table if row["confidence"] is not None and row["confidence"] < 0.5]
    assert doubtful
    text = printed(table)
    assert sum(line.startswith(" ? ") or line.startswith("? ") for line in text.splitlines()) == len(doubtful) + 1
    assert "? 置信度低于 0.5，请核对原文" in text
    assert "置信度" not in printed(opened.lineage(CENTERS, lang="zh"))
    html = table._repr_html_()
    assert html.count(">? ") == len(doubtful) + 1


def test_a_picture_draws_the_doubtful_faint(judged: PolicyGraph, opened: PolicyGraph) -> None:
    table = judged.lineage(CENTERS, lang="zh")
    doubtful = sum(row["confidence"] == 0.2 for row in table)
    assert svg(table).count('<g opacity="0.4">') == doubtful + 1  # and the legend
    assert "浅色：置信度低于 0.5" in svg(table)
    assert "opacity=\"0.4\"" not in svg(opened.lineage(CENTERS))
