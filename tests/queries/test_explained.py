"""Facts of a graph explained by their ids."""

from __future__ import annotations

import pytest

from policygraph.queries import PolicyGraph, Unanswerable


def test_a_fact_is_explained_with_what_its_document_says(opened: PolicyGraph) -> None:
    row = opened.lineage("示范工厂", 2025, 2025)[0]
    told = opened.explain(row["id"], lang="zh")
    assert (told.fact.id, told.title, told.date) == (row["id"], "“十四五”智造规划", "2021-12-28")
    assert "文件：“十四五”智造规划 · 2021-12-28 · 规划.txt" in str(told)
    (quote,) = [m for m in told.marks if m.kind == "quote"]
    assert row["sentence"][quote.start : quote.end] == row["quote"]


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(opened: PolicyGraph) -> None:
    for fact in opened.facts():
        assert opened.explain(f" {fact.id[:12].upper()} ").fact == fact
        assert opened.explain(fact).fact == fact


def test_what_names_no_fact_is_said(opened: PolicyGraph) -> None:
    with pytest.raises(Unanswerable, match="'12' is too short; give at least 4 digits"):
        opened.explain("12")
    with pytest.raises(Unanswerable, match="no fact has an id that begins with 'zzzz'"):
        opened.explain("zzzz")
    with pytest.raises(Unanswerable, match="no fact has an id"):
        opened.explain("%%%%")


def test_an_ambiguous_beginning_names_the_ids(opened: PolicyGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = sorted(fact.id for fact in opened.facts())
    first = min(ids, key=lambda one: sum(other[:1] != one[:1] for other in ids))[:1]  # the commonest first digit
    alike = [one for one in ids if one.startswith(first)]
    monkeypatch.setattr("policygraph.queries.explained.SHORTEST", 1)
    assert len(alike) > 1
    with pytest.raises(Unanswerable) as raised:
        opened.explain(first)
    assert alike[0] in raised.value.said("zh")
    assert ("…" in raised.value.said("en")) == (len(alike) > 5)
