"""A goal all the way: from two documents through the graph file to every export and every way of reading."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import rdflib
from rich.console import Console

import policygraph as pg
from policygraph.graph import export, open_graph
from policygraph.graph.rdf.reading import rdf_facts
from policygraph.graph.tables import read_jsonl
from policygraph.queries.rendering.picture import svg
from policygraph.queries.rendering.terminal import print_table
from policygraph.schema.facts import Figure

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own parser
TITLE = "扬州市智慧水务行动计划（2023—2025年）"
PLAN = f"""{TITLE}

扬州市人民政府
2023年1月10日

一、发展目标
到2025年，全市智慧水务体系基本建成，管网漏损率降至9%以下。
"""
REPORT = """扬州市人民政府工作报告

2026年1月15日

一、2025年工作回顾
智慧水务体系基本建成，水费收缴更加便利。
"""
AIM, REACHED = "全市智慧水务体系基本建成", "智慧水务体系基本建成"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> pg.PolicyGraph:
    folder = tmp_path_factory.mktemp("water")
    (folder / "2023_plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "2026_report.txt").write_text(REPORT, encoding="utf-8")
    return pg.build(folder, folder / "water.pg", workers=1)


@pytest.fixture(scope="module")
def goals(graph: pg.PolicyGraph) -> list[Figure]:
    """The goals as the store gives them back."""
    with open_graph(graph.path) as stored:
        return [fact for fact in stored.facts(kind="goal") if isinstance(fact, Figure)]


def test_the_store_gives_them_back(goals: list[Figure]) -> None:
    assert [(g.goal_text, g.year, g.status, g.predicate, g.value) for g in goals] == [
        (AIM, 2025, "planned", "targets", None),
        (REACHED, 2025, "achieved", "achieves", None),
    ]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".nq", ".ttl"])
def test_every_export_carries_them(graph: pg.PolicyGraph, goals: list[Figure], tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"facts{suffix}"
    with open_graph(graph.path) as stored:
        export(stored, path)
    if suffix == ".jsonl":
        assert [f for f in read_jsonl(path) if isinstance(f, Figure) and f.goal_text] == goals
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kinds = {row["goal_text"]: (row["kind"], row["value"]) for row in rows if row.get("goal_text")}
        assert kinds == {AIM: ("goal", None), REACHED: ("goal", None)}
    elif suffix == ".csv":
        cells = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        assert [(c["kind"], c["goal_text"], c["value"]) for c in cells if c["goal_text"]] == [
            ("goal", AIM, ""), ("goal", REACHED, ""),
        ]  # fmt: skip
    else:
        data: rdflib.Graph = rdflib.Dataset() if suffix == ".nq" else rdflib.Graph()
        found = [f for f in rdf_facts(data.parse(path)) if isinstance(f, Figure) and f.goal_text]
        assert sorted(f.id for f in found) == sorted(g.id for g in goals)
        assert {f.goal_text for f in found} == {AIM, REACHED}


@pytest.mark.parametrize(
    ("question", "parameters"),
    [
        ("plan_targets", {"plan": TITLE}), ("target_outcomes", {"plan": TITLE}),
        ("region_targets", {"region": "扬州市"}),
        ("open_targets", {"after": 2024}), ("metric_by_year", {"metric": "智慧水务体系"}),
        ("program_timeline", {"program": "智慧水务体系"}),
    ],
)  # fmt: skip
def test_every_question_says_their_words(graph: pg.PolicyGraph, question: str, parameters: dict[str, object]) -> None:
    table = graph.ask(question, **parameters)
    rows = [row for row in table if row["goal_text"]]
    assert (AIM, None, 2025) in [(row["goal_text"], row["value"], row["year"]) for row in rows]
    assert AIM in table.to_json()
    assert AIM in table.to_csv()
    printed = io.StringIO()
    print_table(table, Console(file=printed, width=200))
    assert printed.getvalue().count(AIM[:9]) >= 2  # where the value stands, folded where it is narrow, and in the proof
    assert f"{AIM} {AIM}" not in printed.getvalue()


def test_a_goal_that_was_reached_is_the_outcome_of_a_goal(graph: pg.PolicyGraph) -> None:
    (row,) = (r for r in graph.ask("target_outcomes", plan=TITLE) if r["goal_text"])
    assert (row["outcome_goal_text"], row["outcome_year"]) == (REACHED, 2025)


def test_the_picture_says_their_words(graph: pg.PolicyGraph) -> None:
    drawn = svg(graph.lineage("智慧水务体系"))
    assert {f"1. {AIM[:5]}…", f"2. {REACHED[:5]}…"} <= set(re.findall(">([^<]+)</text>", drawn))
    assert f"2025 {AIM}" in drawn  # what the mark tells when pointed at, and in the list of proofs
