"""Dates as documents write them."""

from __future__ import annotations

import datetime as dt

import pytest

from policygraph.loaders.structure.dates import find_compact, find_date, find_day, iso, last_day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018年12月21日", "2018-12-21"),
        ("2022 年 1 月 15 日", "2022-01-15"),
        ("（2021年1月）", "2021-01"),
        ("二〇一八年十二月二十一日", "2018-12-21"),
        ("二○二〇年十月三十日", "2020-10-30"),
        ("一九九六年二月五日", "1996-02-05"),
        ("2018-04-12 09:30", "2018-04-12"),
        ("2018/4/2", "2018-04-02"),
        ("成文于2019年", "2019"),
        ("2021年2月30日", None),
        ("第2024号", None),
        ("1234年", None),
    ],
)
def test_find_date(text: str, value: str | None) -> None:
    found = find_date(text)
    assert (found.value if found else None) == value


def test_offsets() -> None:
    text = "北京，2019年8月1日印发"
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == "2019年8月1日"


def test_compact() -> None:
    found = find_compact("bulletin_20221111")
    assert found is not None
    assert found.value == "2022-11-11"
    assert find_compact("73220211111234") is None


@pytest.mark.parametrize(
    ("text", "value"), [("12月22日上午", "2021-12-22"), ("1月9日，", "2022-01-09"), ("近日", None)]
)
def test_day_without_a_year_is_the_last_such_day(text: str, value: str | None) -> None:
    found = find_day(text, dt.date(2022, 1, 15))
    assert (found.value if found else None) == value


def test_iso_and_last_day() -> None:
    assert (iso(2020, 2), iso(2021, 2, 29)) == ("2020-02", None)
    assert [last_day(v) for v in ("2020", "2020-02", "2020-03-05")] == [
        dt.date(2020, 12, 31), dt.date(2020, 2, 29), dt.date(2020, 3, 5),
    ]
