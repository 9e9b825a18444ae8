"""The year of a clause: relative expressions, frames, and what a period makes of the context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.context.context import Context, Inherited
from policygraph.loaders.context.times import narrow, read_periods, sets_frame
from policygraph.loaders.language.periods import periods
from policygraph.loaders.language.reading import ReadSentence
from policygraph.loaders.patterns.figures import find
from policygraph.schema.basis import Basis

Article = Callable[..., ScopedArticle]
Read = Callable[..., ReadSentence]
SAID = Basis("clause", "a test", "the words")
WRITTEN = Context(day=dt.date(2018, 1, 20), status="achieved", year=2017, year_source="inherited: date")
UNDER_2017 = Context(day=dt.date(2018, 1, 20), status="achieved", year=2017, year_source="inherited: heading")


def years(read: ReadSentence, context: Context) -> list[tuple[str, int | None, int | None]]:
    return [(p.text, p.since, p.year) for p in read_periods(read, context)]


def test_a_heading_of_a_closed_year_moves_stretches_but_not_last_year(read: Read) -> None:
    said = {"date": "2018-06-20"}
    under = Context(day=dt.date(2018, 6, 20), status="achieved", year=2016, year_source="inherited: heading")
    assert years(read("近三年培训5000人，去年培训2000人，今年培训100人", **said), under) == [
        ("近三年", 2014, 2016), ("去年", None, 2017), ("今年", None, 2018),
    ]  # fmt: skip


def test_the_whole_year_is_the_year_that_is_spoken_of(read: Read) -> None:
    sentence = read("全年新增企业200家", date="2018-01-20")
    assert years(sentence, UNDER_2017) == []  # nothing changes the heading's year
    assert years(sentence, Context(day=dt.date(2018, 1, 20))) == [("全年", None, 2018)]


@pytest.mark.parametrize(("day", "expected"), [("2018-03-05", (2015, 2017)), ("2018-06-05", (2016, 2018))])
def test_a_stretch_read_in_the_first_quarter_ends_with_the_last_full_year(
    read: Read, day: str, expected: tuple[int, int]
) -> None:
    context = Context(day=dt.date.fromisoformat(day), status="achieved", year_source="inherited: date", year=2018)
    assert years(read("近三年培训5000人", date=day), context) == [("近三年", *expected)]


@pytest.mark.parametrize(
    ("nature", "day", "expected"),
    [("report", "2018-03-05", 2020), ("report", "2018-07-05", 2021), ("notice", "2018-03-05", 2021)],
)
def test_the_years_within_which_a_report_of_spring_sets_a_task_begin_with_its_own(
    read: Read, nature: str, day: str, expected: int
) -> None:
    context = Context(day=dt.date.fromisoformat(day), nature=nature, status="planned", year=2018)
    for text in ("三年内化解村级债务", "用三年左右时间化解村级债务"):
        assert [year for _, _, year in years(read(text, date=day), context)] == [expected]


def test_without_a_day_nothing_relative_is_known(read: Read) -> None:
    assert years(read("去年新增200家，2016年新增100家"), Context()) == [("去年", None, None), ("2016年", None, 2016)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，建成基地10个", True), ("“十四五”期间，新增20个", True),
        ("2020年内，新增20个", True), ("2020年: 新增20个", True),
        ("2020年新增20个", False), ("2020年的投资", False),
    ],
)  # fmt: skip
def test_a_frame_stands_apart(text: str, expected: bool) -> None:
    assert sets_frame(text, periods(text)[0]) is expected


def context_of(text: str, context: Context) -> Context:
    (period,) = periods(text, on=context.day)
    return narrow(context, period, SAID)


def test_a_later_year_is_planned_an_earlier_one_achieved() -> None:
    later, earlier = context_of("到2020年", WRITTEN), context_of("2015年", WRITTEN)
    assert (later.year, later.status, later.year_source) == (2020, "planned", "stated")
    assert (earlier.year, earlier.status) == (2015, "achieved")
    assert later.bases["year"] == SAID
    assert later.bases["status"].rule == "times.status_of_year"
    assert "status" not in earlier.bases  # the year changes nothing about it
    assert context_of("2018年", WRITTEN).status == "achieved"  # the year of writing decides nothing


def test_a_deadline_in_the_year_of_writing_is_planned_in_a_plan_only() -> None:
    assert context_of("2018年底前", Context(day=dt.date(2018, 1, 20), nature="plan")).status == "planned"
    assert context_of("2018年底前", Context(day=dt.date(2018, 1, 20), nature="news")).status is None


def test_a_forecast_stays_a_forecast() -> None:
    assert context_of("到2030年", Context(day=dt.date(2018, 1, 20), status="forecast")).status == "forecast"


def test_a_base_is_what_is_compared_with() -> None:
    found = context_of("比2015年", WRITTEN)
    assert (found.base_year, found.year, found.year_source) == (2015, 2017, "inherited: date")


@pytest.mark.parametrize(("text", "span"), [("每年", "each"), ("年均", "average")])
def test_every_year_and_on_average(text: str, span: str) -> None:
    found = context_of(text, WRITTEN)
    assert (found.span, found.year) == (span, 2017)


def test_a_stretch_is_cumulative() -> None:
    found = context_of("“十三五”期间", Context(day=dt.date(2021, 3, 5)))
    assert (found.since, found.year, found.span, found.status) == (2016, 2020, "cumulative", "achieved")


def test_an_epoch_gives_its_end_only() -> None:
    found = context_of("改革开放以来", Context(day=dt.date(2018, 12, 20)))
    assert (found.since, found.year, found.status, found.span) == (None, 2018, "achieved", "end")


def test_what_a_plan_looks_back_on_ends_before_it_begins() -> None:
    plan = Context(day=dt.date(2021, 9, 1), nature="plan", plan=Inherited("“十四五”示例规划", "Plan", "article"))
    found = context_of("“十三五”以来", plan)
    assert (found.since, found.year, found.status) == (2016, 2020, "achieved")


def test_a_period_without_a_year_changes_nothing() -> None:
    assert narrow(WRITTEN, periods("去年")[0], SAID) == WRITTEN


def test_a_rule_that_begins_after_the_writing_is_for_the_year_in_which_it_begins() -> None:
    (period,) = periods("从2019年1月1日起", on=dt.date(2018, 11, 16))
    begins = narrow(Context(day=dt.date(2018, 11, 16), nature="notice", status="planned", year=2018), period, SAID)
    assert (begins.since, begins.year, begins.status, begins.year_source) == (None, 2019, "planned", "stated")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("前三季度", "achieved"), ("1—9月", "achieved"), ("前10个月", "achieved"),
        ("2022年11月", "planned"), ("全年", "planned"), ("12月", "planned"),
    ],
)
def test_a_part_of_the_year_that_is_over_is_no_plan(text: str, status: str) -> None:
    told = Context(day=dt.date(2022, 11, 14), nature="news", status="planned", year=2022)
    (period,) = periods(text, on=told.day)
    assert narrow(told, period, SAID).status == status


def test_a_run_of_years_ends_with_the_year_named_before_it(read: Read) -> None:
    told = Context(day=dt.date(2025, 6, 1), nature="news", status="achieved", year=2025, year_source="inherited: date")
    sentence = read("2024年产量达8亿件，已连续11年居世界第一", date="2025-06-01")
    assert years(sentence, told) == [("2024年", None, 2024), ("连续11年", 2014, 2024)]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("在2022年甲地运动会上，", True), ("在2024年论坛举行之际，", True),
        ("在2020年建成的园区中，", False), ("是2022年的大会，", False),
    ],
)
def test_the_year_of_an_event_that_opens_a_sentence_is_its_frame(text: str, apart: bool) -> None:
    (period,) = periods(text)
    assert sets_frame(text, period) is apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("候鸟数量达2500只，与2012年的1000只相比实现倍增。", [(2500, 2025), (1000, 2012)]),
        ("进口量为68亿吨，高于上年同期的57亿吨。", [(68e8, 2025), (57e8, 2024)]),
        ("产业规模为30亿元，是2020年的3倍。", [(30e8, 2025), (3, 2025)]),
    ],
)
def test_a_number_that_is_compared_with_has_its_own_year(
    article: Article, text: str, expected: list[tuple[float, int]]
) -> None:
    found = [f for f in find(article(text, date="2025-04-20")) if f.measure != "multiple" or f.value == 3]
    assert [(f.value, f.year) for f in found] == expected
