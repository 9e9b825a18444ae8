"""Editions of series on record, by number, year or place; and what their file must hold."""

from __future__ import annotations

from itertools import pairwise

import pytest

from policygraph.graph.resolve import match
from policygraph.graph.resolve.series import edition_of
from policygraph.schema.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("第三届中国国际进口博览会", "2020年进博会", "same"),
        ("金砖国家领导人第九次会晤", "金砖国家领导人厦门会晤", "same"),
        ("二十国集团领导人第十一次峰会", "G20杭州峰会", "same"),
        ("十四冬", "第十四届全国冬季运动会", "same"),
        ("首届中国－中亚峰会", "中国－中亚西安峰会", "same"),
        ("中国国际进口博览会", "第三届中国国际进口博览会", "different"),
        ("第四届中国国际进口博览会", "2020年中国国际进口博览会", "different"),
        ("金砖国家领导人约翰内斯堡会晤", "金砖国家领导人第十次会晤", "different"),  # it met there twice
    ],
)
def test_an_edition_is_known_by_number_year_or_place(a: str, b: str, verdict: str) -> None:
    assert match(a, b, "Event").verdict == verdict


def test_what_is_not_on_record_is_left_alone() -> None:
    assert edition_of("示例博览会", 3, None) is None
    assert edition_of("中国国际进口博览会", None, None) is None
    assert edition_of("中国国际进口博览会", 3, 2019) is None


@pytest.mark.parametrize("editions", vocabulary("event_series").values(), ids=vocabulary("event_series"))
def test_numbers_and_years_rise(editions: list[list[object]]) -> None:
    for (number, year, *_), (later, next_year, *_) in pairwise(editions):
        assert number < later  # type: ignore[operator]
        assert year < next_year  # type: ignore[operator]
