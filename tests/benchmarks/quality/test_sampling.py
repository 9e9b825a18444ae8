"""Samples: the same for a seed, the genres alike, and everything on the page that a judge needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from policygraph.benchmarks.quality.documents import Document, read_documents
from policygraph.benchmarks.quality.sampling import Drawn, draw_facts, draw_paragraphs, numbered_paragraphs
from policygraph.benchmarks.quality.showing import shown_fact, shown_paragraph
from policygraph.benchmarks.quality.verdicts import unjudged
from policygraph.schema.facts import Figure

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "corpus"


@pytest.fixture(scope="module")
def examples() -> list[Document]:
    return list(read_documents(EXAMPLES))


def test_a_seed_draws_the_same_facts_again(read: list[Document]) -> None:
    ids = [one.fact.id for one in draw_facts(read, 4, 1)]
    assert ids == [one.fact.id for one in draw_facts(read, 4, 1)]
    assert len(set(ids)) == 4
    assert any(ids != [one.fact.id for one in draw_facts(read, 4, seed)] for seed in range(2, 9))


def test_genres_have_the_same_share_as_far_as_they_go(read: list[Document]) -> None:
    assert Counter(one.document.genre for one in draw_facts(read, 4, 1)) == {"plans": 2, "reports": 2}
    everything = draw_facts(read, 99, 1)
    assert Counter(one.document.genre for one in everything) == {"plans": 2, "reports": 8}
    assert {one.of for one in everything if one.document.genre == "plans"} == {2}
    assert [one.number for one in everything] == list(range(1, 11))


def test_a_kind_can_be_asked_for(read: list[Document]) -> None:
    assert {type(one.fact).__name__ for one in draw_facts(read, 99, 1, "relation")} == {"Relation"}


def test_a_fact_is_shown_in_its_sentence_with_its_fields_and_bases(read: list[Document]) -> None:
    (one,) = (o for o in draw_facts(read, 99, 1) if "500家" in o.fact.evidence.quote)
    shown = shown_fact(one)
    assert "   到2025年，全省⟦建成智能制造示范工厂500家⟧，数字化车间比例达到65%。\n" in shown
    assert "value 500 | unit 家" in shown
    assert "year 2025 | status planned" in shown
    assert "   year from: stated\n" in shown
    assert "“到2025年”" in shown
    assert one.fact.id in shown
    assert "in: 江苏省示范工厂建设计划 | 2021-03-01" in shown


def test_every_fact_of_the_examples_is_marked_where_it_stands(examples: list[Document]) -> None:
    for one in draw_facts(examples, 10_000, 1):
        marked = shown_fact(one).split("⟦")[1].split("⟧")[0]
        assert "".join(marked.split()) == "".join(one.fact.evidence.quote.replace("\t", "｜").split())


def test_paragraphs_hold_a_number_and_list_the_facts_found_in_them(read: list[Document]) -> None:
    (report,) = (d for d in read if d.name == "own_report.txt")
    first, second = numbered_paragraphs(report)
    assert [fact.evidence.quote for fact in second.facts] == ["印发《示范工厂建设指南》", "培训技术人员3200人次"]
    assert report.text[first.start : first.end].startswith("2020年，工业和信息化部新认定")
    shown = shown_paragraph(1, second)
    assert "facts: 2" in shown
    assert "全年培训技术人员3200人次。" in shown
    assert "value 3200 | unit 人次" in shown


def test_a_seed_draws_the_same_paragraphs_again(read: list[Document]) -> None:
    places = [(p.document.key, p.start) for p in draw_paragraphs(read, 3, 5)]
    assert places == [(p.document.key, p.start) for p in draw_paragraphs(read, 3, 5)]
    assert len(set(places)) == 3


def test_a_goal_is_a_kind_of_its_own(read: list[Document]) -> None:
    (figure,) = (f for d in read for f in d.facts if isinstance(f, Figure) and f.value == 500)
    goal = replace(figure, value=None, goal_text="基本建成示范工厂体系")
    assert (figure.kind, goal.kind) == ("figure", "goal")
    assert [v.field for v in unjudged([Drawn(1, read[0], goal, 1)])] == ["goal_text", "year", "status", "subject"]
    assert "goal_text 基本建成示范工厂体系" in shown_fact(Drawn(1, read[0], goal, 1))
