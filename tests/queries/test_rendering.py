"""What people see: terminal tables, excerpts, numbers, notebook tables."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from policygraph.queries import PolicyGraph, Table, questions
from policygraph.queries.rendering.cells import cell, figure, number, years
from policygraph.queries.rendering.excerpt import excerpt
from policygraph.queries.rendering.terminal import print_table
from policygraph.queries.wording import words
from policygraph.schema.languages import LANGUAGES
from policygraph.schema.printable import printable


def printed(table: Table, width: int) -> str:
    out = io.StringIO()
    print_table(table, Console(file=out, width=width))
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_a_printed_lineage_holds_every_row_within_the_width(opened: PolicyGraph, width: int) -> None:
    text = printed(opened.lineage("国家制造业创新中心", 2017, 2018, lang="zh"), width)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "国家制造业创新中心：沿革" in text
    assert "年份" in text
    assert "约3家" in text
    assert text.count("2017年科技司") == 4
    assert text.count("2018-01-10") == 4
    assert text.count("(其成员)") == 2
    assert ("2017年科技司工作总结 · 2017总结.txt" in text) == (width == 120)  # in 80 columns it goes on below
    assert "共 4 条" in text


@pytest.mark.parametrize("name", sorted(questions()))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_a_heading_is_broken_in_80_columns(name: str, lang: str) -> None:
    asked = questions()[name]
    row = dict.fromkeys(asked.column_names)
    row |= {"year": 2025, "since": 2021, "status": "achieved", "predicate": "launches"}
    row |= {"subject": "智能制造示范工厂" * 4, "object": "项" * 40, "region": "广西壮族自治区", "quote": "建成" * 60}
    table = Table(name, asked.column_names, (row,), "", asked.shown, lang, labels=asked.headings(lang))
    text = printed(table, 80)
    headings = [word for column in asked.shown for word in table.heading(column).split()] if lang == "en" else []
    assert [word for word in headings if word not in text] == []
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_a_number_of_a_quote_stands_on_one_line() -> None:
    row = dict.fromkeys(("year", "proof", "quote")) | {"year": 2025, "quote": "产业规模" * 9 + "达到12345.6亿元" * 9}
    text = printed(Table("t", tuple(row), (row,), "", ("year", "proof"), "en"), 80)
    assert text.count("12345.6亿") == 9


def test_a_printed_table_speaks_english(opened: PolicyGraph) -> None:
    text = printed(opened.ask("plan_targets", plan="“十四五”智造规划", lang="en"), 160)
    assert "What a plan promised · “十四五”智造规划" in text
    assert "planned" in text
    assert "at least 500 家" in text
    assert "Rows: 3" in text


def test_an_empty_table_says_so(opened: PolicyGraph) -> None:
    assert "Nothing is stated that fits." in printed(opened.lineage("行业标准", 1990, 1991, lang="en"), 80)


def test_a_short_quote_is_shown_in_its_sentence() -> None:
    row = {"quote": "建成40家", "sentence": "去年全市建成40家，今年再建20家。"}
    shown, start, end = excerpt(row)
    assert shown == row["sentence"]
    assert shown[start:end] == "建成40家"


def test_a_long_quote_stands_alone() -> None:
    quote = "累计建成省级以上工业互联网平台与示范工厂共计120家"
    assert excerpt({"quote": quote, "sentence": f"截至去年底，{quote}。"}) == (quote, 0, len(quote))


def test_a_long_sentence_is_cut_to_the_clauses_around_the_quote() -> None:
    sentence = (
        "，".join(["加强统筹协调和要素保障工作"] * 6) + "，建成40家，" + "，".join(["持续优化服务环境"] * 12) + "。"
    )
    shown, start, end = excerpt({"quote": "建成40家", "sentence": sentence})
    assert shown[start:end] == "建成40家"
    assert shown.startswith("…加强统筹")
    assert shown.endswith("持续优化服务环境…")
    assert len(shown) < 100


def test_a_hard_broken_quote_is_shown_on_one_line() -> None:
    row = {"quote": "规模以上企业研发投入\n年均增长10%，\n达到全国前列水平", "sentence": "…"}
    assert excerpt(row)[0] == "规模以上企业研发投入年均增长10%，达到全国前列水平"


def test_control_characters_of_a_hostile_text_are_not_shown() -> None:
    assert printable("甲\x1b[31m乙\u202e丙\t丁\x07\n戊") == "甲[31m乙丙｜丁\n戊"


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (31170000000, "元", "311.7亿元", "31.17 billion 元"),
        (225000, "座", "22.5万座", "225,000 座"),
        (1250000000000, "元", "1.25万亿元", "1.25 trillion 元"),
        (65, "%", "65%", "65%"),
        (33.3333333333, "%", "33.333333%", "33.333333%"),
        (5, None, "5", "5"),
        (1000, "家", "1000家", "1,000 家"),
    ],
)
def test_numbers(value: float, unit: str | None, chinese: str, english: str) -> None:
    assert number(value, unit, words("zh")) == chinese
    assert number(value, unit, words("en")) == english


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"value": 500, "unit": "家", "cmp": "ge"}, "不少于500家"),
        ({"value": 2, "high": 3, "unit": "个", "cmp": "range"}, "2–3个"),
        ({"value": None, "goal_text": "基本建成"}, "基本建成"),
        ({"value": None}, ""),
    ],
)
def test_figures(row: dict[str, Any], expected: str) -> None:
    assert figure(row, words("zh")) == expected


GOAL = {"value": None, "subject": "短板", "goal_text": "基本补齐短板", "measure": "level", "action": "补齐"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_goal_is_its_words_wherever_the_value_stands(lang: str) -> None:
    said = words(lang)
    assert [cell(GOAL, column, said) for column in ("value", "what")] == ["基本补齐短板", "基本补齐短板"]
    reached = {f"outcome_{name}": value for name, value in GOAL.items()} | {"outcome_id": "1", "outcome_year": 2025}
    assert cell(reached, "outcome", said) == "2025 基本补齐短板"


def test_years() -> None:
    assert years({"year": 2025, "since": 2021}) == "2021–2025"
    assert years({"year": 2025, "since": None}) == "2025"
    assert years({"year": None, "since": None}) == ""


def test_a_notebook_table_escapes_what_documents_say() -> None:
    row = {"year": 2020, "status": "achieved", "subject": "<script>", "object": None, "value": 1, "unit": "家"}
    row |= {"action": "建", "quote": "<b>1家</b>", "sentence": "<b>1家</b>", "doc": "a.txt"}
    html = Table("t", tuple(row), (row,), "<title>", ("year", "what", "proof"), "en")._repr_html_()
    assert "&lt;script&gt; 1 家 [建]" in html
    assert "&lt;b&gt;1家&lt;/b&gt;<br>a.txt" in html
    assert "<script>" not in html
