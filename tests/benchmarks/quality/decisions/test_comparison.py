"""The comparison: no group on both sides, a paired interval over groups, and a verdict that can go either way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.quality.decisions.case import Case
from policygraph.benchmarks.quality.decisions.comparison import compare, cross_validated, paired
from policygraph.benchmarks.quality.decisions.models import Choose
from policygraph.schema.errors import RunError

DOCUMENTS = [f"{n}.txt" for n in range(8)]
GROUPS = {name: DOCUMENTS[n // 2] for n, name in enumerate(DOCUMENTS)}


def always(option: int) -> Callable[[Sequence[Case], Sequence[str]], Choose]:
    return lambda known, groups: lambda cases: [option] * len(cases)


@pytest.fixture
def cases(made: Callable[..., Case]) -> list[Case]:
    """In every document three cases are achieved and one is planned; the rule says planned."""
    return [made(d, "word", right) for d in DOCUMENTS for right in ("achieved", "achieved", "achieved", "planned")]


def test_a_group_is_never_on_both_sides(cases: list[Case]) -> None:
    def learn(known: Sequence[Case], groups: Sequence[str]) -> Choose:
        assert [GROUPS[case.document] for case in known] == list(groups)
        seen = set(groups)
        return lambda asked: [int(GROUPS[case.document] in seen) for case in asked]

    assert cross_validated(cases, GROUPS, learn, 1) == [0] * len(cases)


def test_a_better_model_is_used_and_a_worse_or_equal_one_is_not(cases: list[Case]) -> None:
    better = compare(cases, GROUPS, {"worse": always(0), "better": always(1)}, 1, 200)
    assert (better.cases, better.possible, better.rule) == (32, 32, 8)
    assert better.models == {"worse": 8, "better": 24}
    assert (better.best, better.gained, better.lost, better.difference) == ("better", 24, 8, 0.5)
    assert better.interval == (0.5, 0.5)  # the same in every group
    assert better.beaten
    assert not compare(cases, GROUPS, {"equal": always(0)}, 1, 200).beaten


def test_a_gain_in_one_group_alone_is_no_gain(made: Callable[..., Case]) -> None:
    right = {name: "achieved" if GROUPS[name] == DOCUMENTS[0] else "planned" for name in DOCUMENTS}
    cases = [made(name, "word", right[name]) for name in DOCUMENTS]

    def learn(known: Sequence[Case], groups: Sequence[str]) -> Choose:
        return lambda asked: [int(right[case.document] == "achieved") for case in asked]

    found = compare(cases, GROUPS, {"model": learn}, 1, 500)
    assert (found.gained, found.lost) == (2, 0)
    assert found.interval is not None
    assert found.interval[0] == 0
    assert not found.beaten


def test_one_group_cannot_be_judged(cases: list[Case]) -> None:
    with pytest.raises(RunError, match="1 folds of 1 documents"):
        compare(cases[:8], GROUPS, {"model": always(1)}, 1, 10)
    assert paired([[1, 0, 1]], 1, 10) is None


@given(st.lists(st.lists(st.integers(-1, 1), min_size=1, max_size=5), min_size=2, max_size=6), st.integers(0, 9))
def test_the_interval_lies_between_the_groups(changes: list[list[int]], seed: int) -> None:
    means = [sum(group) / len(group) for group in changes]
    found = paired(changes, seed, 50)
    assert found is not None
    assert min(means) - 1e-9 <= found[0] <= found[1] <= max(means) + 1e-9
    assert found == paired(changes, seed, 50)
