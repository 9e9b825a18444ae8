"""Facts of a graph explained by their ids."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from policygraph.queries import PolicyGraph, Unanswerable
from policygraph.queries.rendering.explanation import rich_text
from policygraph.schema.basis import Basis
from policygraph.schema.explanation import Explanation, explain
from policygraph.schema.facts import Evidence, Figure
from policygraph.schema.languages import LANGUAGES


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


def on_console(told: object, **how: object) -> str:
    out = io.StringIO()
    Console(file=out, width=100, **how).print(told)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_console_shows_marks_in_brackets_and_colors() -> None:
    basis = (
        ("value", Basis("clause", "quantities.number", "12个", 8, 11)),
        ("subject", Basis("clause", "subjects.measured", "示范基地", 4, 8)),
    )
    place = Evidence("甲.txt", "建成示范基地12个", "全省建成示范基地12个。", 2, 11)
    told = explain(
        Figure(place, "figures.find", 2021, "achieved", None, 12, "个", "eq", "total", "示范基地", bases=basis), "zh"
    )
    plain = on_console(rich_text(told))
    assert "全省«建成{示范基地}[12个]»。" in plain
    assert "«» 引文  [] 数字  {} 对象或主体" in plain
    assert "\x1b[" not in plain
    colored = on_console(rich_text(told), force_terminal=True, color_system="standard")
    assert "\x1b[1;32m" in colored  # the number, bold as all of the quote, and green


def test_the_explanation_of_a_graph_shows_itself_on_a_console(opened: PolicyGraph) -> None:
    fact = next(iter(opened.facts()))
    told: Explanation = opened.explain(fact, lang="zh")
    assert on_console(told) == on_console(rich_text(told))
    assert "«» 引文" in on_console(told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_a_hostile_text_steers_a_console(lang: str) -> None:
    sentence = "\x1b[31m[bold]建成\u202e12个\n基地"
    start = sentence.index("建")
    place = Evidence("[red].txt", sentence[start : start + 6], sentence, start, start + 6)
    basis = (("value", Basis("clause", "[b]", "\x1b[1m12个", start, start + 3)),)
    fact = Figure(place, "[x]", 2021, "achieved", None, 12, "个", "eq", "new", "基地\x07", bases=basis)
    shown = on_console(rich_text(explain(fact, lang)), force_terminal=False)
    assert not set("\x1b\x07\u202e") & set(shown)
    assert "[bold]" in shown
