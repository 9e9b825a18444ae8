"""The year of a clause: relative expressions, frames, and what a period makes of the context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from policygraph.loaders.context.context import Context, Inherited
from policygraph.loaders.context.times import narrow, read_periods, sets_frame
from policygraph.loaders.language.periods import periods
from policygraph.loaders.language.reading import ReadSentence
from policygraph.schema.basis import Basis

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
