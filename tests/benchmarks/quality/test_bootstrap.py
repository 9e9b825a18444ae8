"""Intervals: the same for the same seed, around the score, none from one document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.quality.bootstrap import interval
from policygraph.benchmarks.quality.counts import Count

COUNTS = [Count(9, 10, 10), Count(3, 5, 8), Count(0, 4, 1), Count(20, 21, 22), Count(5, 5, 9)]


def test_the_same_seed_gives_the_same_interval_and_another_one_another() -> None:
    assert interval(COUNTS, 7) == interval(list(COUNTS), 7)
    assert interval(COUNTS, 7) != interval(COUNTS, 8)


def test_the_interval_lies_around_the_score() -> None:
    found = interval(COUNTS, 1)
    assert found is not None
    whole = sum(COUNTS, Count()).f1
    assert whole is not None
    assert 0 < found[0] < whole < found[1] < 1


def test_one_document_says_nothing_of_others() -> None:
    assert interval([Count(3, 4, 5)], 1) is None
    assert interval([Count(3, 4, 5), Count(0, 0, 0)], 1) is None
    assert interval([], 1) is None


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([Count(2, 4, 4)] * 5, 1) == pytest.approx((0.5, 0.5))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=8))
def test_an_interval_stays_between_nothing_and_all(given_counts: list[tuple[int, int, int]]) -> None:
    counts = [Count(right, right + more, right + missed) for right, more, missed in given_counts]
    found = interval(counts, 3, draws=50)
    assert found is None or 0 <= found[0] <= found[1] <= 1
