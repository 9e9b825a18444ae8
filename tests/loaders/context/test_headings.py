"""What headings and announcing paragraphs hand down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from policygraph.loaders.context.context import Context, Inherited
from policygraph.loaders.context.headings import announced, looks_ahead_again, opening, under_heading
from policygraph.loaders.language.reading import ReadSentence

Read = Callable[..., ReadSentence]
REPORT = Context(day=dt.date(2018, 1, 20), nature="report", status="achieved", year=2017, year_source="inherited: date")
NEWS = Context(day=dt.date(2018, 11, 2), nature="news", status="achieved", year=2018, year_source="inherited: date")
PLAN = Context(
    day=dt.date(2021, 10, 1), nature="plan", plan=Inherited("“十四五”示例规划", "Plan", "article"),
    status="planned", year=2025, year_source="inherited: title",
)  # fmt: skip


def handed(context: Context) -> tuple[int | None, int | None, str | None, str | None]:
    return context.since, context.year, context.year_source, context.status


@pytest.mark.parametrize(
    ("heading", "context", "expected"),
    [
        ("2018年工作思路", REPORT, (None, 2018, "inherited: heading", "planned")),
        ("2016年工作情况", REPORT, (None, 2016, "inherited: heading", "achieved")),
        ("2017年", REPORT, (None, 2017, "inherited: heading", "achieved")),
        ("下一步工作打算", REPORT, (None, 2017, "inherited: date", "planned")),
        ("2017年和今年以来工作情况", REPORT, (2017, 2018, "inherited: heading", "achieved")),
        ("2017年、2018年重点工程", REPORT, (2017, 2018, "inherited: heading", "planned")),
        ("“十三五”时期成就", REPORT, (2016, 2020, "inherited: heading", "achieved")),
        ("2018，构建新体系", REPORT, (None, 2018, "inherited: heading", "planned")),
        ("强化平台建设", REPORT, (None, 2017, "inherited: date", "achieved")),
        ("2018年重点活动", NEWS, (None, 2018, "inherited: heading", "achieved")),
        ("2019年重点活动", NEWS, (None, 2019, "inherited: heading", "planned")),
        ("发展基础", PLAN, (None, 2020, "inherited: plan", "achieved")),
        ("主要目标", PLAN, (None, 2025, "inherited: title", "planned")),
        ("到2023年的目标", PLAN, (None, 2023, "inherited: heading", "planned")),
    ],
)
def test_what_a_heading_hands_down(
    read: Read, heading: str, context: Context, expected: tuple[int | None, int | None, str | None, str | None]
) -> None:
    assert handed(under_heading(context, read(heading, date="2018-01-20"))) == expected


def test_a_long_heading_is_a_statement_with_years_of_its_own(read: Read) -> None:
    text = "坚持以深化改革为主线推动示例产业在2016年打下的良好基础上实现更高质量更有效率的发展"
    assert len(text) >= 40
    assert under_heading(REPORT, read(text)) == REPORT


def test_a_plan_in_a_heading_is_the_plan_of_its_section(read: Read) -> None:
    found = under_heading(NEWS, read("《示例产业行动计划（2019—2021年）》的主要内容"))
    assert found.plan == Inherited("示例产业行动计划（2019—2021年）", "Plan", "heading")
    assert handed(found) == (None, 2021, "inherited: plan", "planned")


def test_a_work_report_speaks_for_the_body_of_its_first_sentence(read: Read) -> None:
    sentence = read("科技司认真落实各项部署，完成了全年任务。", title="工业和信息化部科技司工作总结")
    found = opening(REPORT, sentence)
    assert found.agent == Inherited("工业和信息化部科技司", "Agency", "article")


def test_an_issuer_that_is_known_stays(read: Read) -> None:
    known = Context(nature="report", agent=Inherited("财政部", "Agency", "article"))
    assert opening(known, read("科技部积极推进改革。")) == known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年，全市将新建园区20个。", (None, 2018, "inherited: paragraph", "planned")),
        ("2019年，要新建园区20个。", (None, 2019, "inherited: paragraph", "planned")),
        ("过去五年，全市新建园区20个。", (2013, 2017, "inherited: paragraph", "achieved")),
        ("2018年，全市新建园区20个。", (None, 2017, "inherited: date", "achieved")),
        ("2016年，提出将新建园区20个。", (None, 2017, "inherited: date", "achieved")),
        ("新建园区20个。", (None, 2017, "inherited: date", "achieved")),
    ],
)
def test_what_a_paragraph_announces(
    read: Read, text: str, expected: tuple[int | None, int | None, str | None, str | None]
) -> None:
    assert handed(announced(REPORT, read(text, date="2018-01-20"))) == expected


def test_years_that_something_was_decided_about_announce_nothing(read: Read) -> None:
    assert announced(REPORT, read("对2018—2025年的科技发展作出全面部署。", date="2018-01-20")) is REPORT


def test_a_headline_is_not_the_name_of_a_section(read: Read) -> None:
    found = under_heading(NEWS, read("甲部牵头部署开展贸易便利化专项行动", date="2018-11-02"))
    assert found.status == "achieved"
    assert under_heading(NEWS, read("下一步工作打算", date="2018-11-02")).status == "planned"


@pytest.mark.parametrize("text", ["2018年，我国将扩大开放。", "（2）2027年甲类电站规模将超8000万千瓦；"])
def test_late_in_the_year_a_story_announces_nothing_for_it_and_a_headline_nothing_for_the_next(
    read: Read, text: str
) -> None:
    assert announced(NEWS, read(text, date="2018-11-02")) is NEWS


def test_the_last_year_of_a_stretch_takes_its_place(read: Read) -> None:
    stretch = Context(
        day=dt.date(2018, 3, 5), nature="report", status="achieved", since=2013, year=2017,
        year_source="inherited: paragraph",
    )  # fmt: skip
    found = announced(stretch, read("刚刚过去的2017年，主要目标全面完成。", date="2018-03-05"))
    assert handed(found) == (None, 2017, "inherited: paragraph", "achieved")
    further = announced(stretch, read("2017年，产值比2012年增长60%。", date="2018-03-05"))
    assert handed(further) == (2013, 2017, "inherited: paragraph", "achieved")


def test_a_look_back_under_the_coming_year_ends_where_that_year_is_spoken_of(read: Read) -> None:
    coming = Context(
        day=dt.date(2018, 3, 5), nature="report", status="planned", year=2018, year_source="inherited: heading"
    )
    back = announced(coming, read("过去一年，各项工作取得了新成绩。", date="2018-03-05"))
    assert handed(back) == (None, 2017, "inherited: paragraph", "achieved")
    assert not looks_ahead_again(back, coming, read("水产品产量增长4%，", date="2018-03-05"))
    assert looks_ahead_again(back, coming, read("今年，渔港的形势依然复杂。", date="2018-03-05"))
    assert looks_ahead_again(back, coming, read("我们要建设两座渔港。", date="2018-03-05"))
    assert announced(coming, read("去年建设的渔港要加快验收。", date="2018-03-05")) is coming
