"""The picture of a lineage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from policygraph.queries import PolicyGraph, Table, Unanswerable
from policygraph.queries.rendering.picture import svg, write_picture
from policygraph.queries.rendering.timeline import fold, layout
from policygraph.queries.wording import words

SVG = "{http://www.w3.org/2000/svg}"
CENTERS = "国家制造业创新中心"


@pytest.fixture(scope="module")
def table(opened: PolicyGraph) -> Table:
    return opened.lineage(CENTERS, 2017, 2022, lang="zh")


def test_the_timeline_has_a_lane_for_the_thing_and_each_body(table: Table) -> None:
    timeline = layout(table, words("zh"))
    assert timeline.years == tuple(range(2017, 2026))
    assert ["".join(lane.label) for lane in timeline.lanes] == [
        "（本身）",
        "光电芯片国家制造业创新中心",
        "数控机床国家制造业创新中心",
        "国家特种纤维创新中心",
    ]
    own = timeline.lanes[0].marks
    assert [(m.number, timeline.years[m.first], timeline.years[m.last], m.slot) for m in own] == [
        (1, 2017, 2017, 0), (4, 2018, 2018, 0), (5, 2020, 2020, 0), (7, 2020, 2020, 1), (8, 2021, 2025, 0),
    ]  # fmt: skip
    assert own[0].label == "1. 2家 组建"


def test_far_years_without_facts_take_no_room() -> None:
    rows = tuple({"year": y, "since": None, "object": None, "value": 1, "subject": "甲"} for y in (1990, 2005, 2035))
    assert layout(Table("lineage", (), rows), words("en")).years == (1990, 2005, 2035)


def test_the_svg_shows_each_fact_with_its_quote(table: Table) -> None:
    root = etree.fromstring(svg(table).encode())
    tips = [g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g")]
    assert len(tips) == 8
    assert tips[1] == (
        "2018 国家制造业创新中心 约3家 [建设] · 工业和信息化部科技司\n"
        "2018年拟建设国家制造业创新中心3家左右。\n"
        "2017年科技司工作总结 · 2017总结.txt · 2018-01-10"
    )
    text = "".join(t.text or "" for t in root.iter(f"{SVG}text"))
    assert text.count("2017总结.txt") == 4
    assert "实心：已实现" in text


def test_planned_is_hollow_and_achieved_filled(table: Table) -> None:
    root = etree.fromstring(svg(table).encode())
    figures = {g.findtext(f"{SVG}text"): g.find(f"{SVG}circle") for g in root.iter(f"{SVG}g")}
    assert figures["4. 约3家 建设"].get("fill") == "#ffffff"
    assert figures["1. 2家 组建"].get("fill") == figures["1. 2家 组建"].get("stroke") != "#ffffff"


def test_the_page_loads_nothing_and_lists_every_quote(table: Table, tmp_path: Path) -> None:
    write_picture(table, tmp_path / "line.html")
    page = (tmp_path / "line.html").read_text(encoding="utf-8")
    assert page.count("<li id=") == 8
    assert "<q>建设国家" not in page  # short quotes are shown in their sentence
    assert "<q>2018年拟建设国家制造业创新中心3家左右。</q>" in page
    assert not re.search(r"(?:src|href)=|@import|url\(", page)


def test_an_empty_lineage_draws_too(opened: PolicyGraph) -> None:
    assert "Nothing is stated for these years." in svg(opened.lineage(CENTERS, 1990, 1991, lang="en"))


def test_hostile_text_cannot_break_the_picture() -> None:
    row = {"year": 2020, "since": None, "status": "achieved", "subject": "</svg><script>", "object": None, "value": 1,
           "quote": "\x0b1]]>&", "sentence": "\x0b1]]>&", "doc": "a\x1b.txt", "via_name": "<\x00b>"}  # fmt: skip
    root = etree.fromstring(svg(Table("lineage", (), (row,), "t", (), "en")).encode())
    assert not list(root.iter(f"{SVG}script"))


def test_other_suffixes_and_places_that_cannot_be_written_are_errors(table: Table, tmp_path: Path) -> None:
    with pytest.raises(Unanswerable, match=r"a picture is \.svg or \.html"):
        write_picture(table, tmp_path / "line.png")
    with pytest.raises(Unanswerable, match=r"cannot write .*No such file or directory"):
        write_picture(table, tmp_path / "none" / "line.svg")


def test_fold_counts_two_columns_for_a_chinese_character() -> None:
    assert fold("国家制造业", 6) == ["国家制", "造业"]
    assert fold("", 6) == [""]
