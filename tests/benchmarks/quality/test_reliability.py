"""Reliability bins, calibration error and AUROC, against their definitions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.quality.reliability import auroc, calibration_error, reliability

JUDGED = st.lists(st.tuples(st.integers(0, 20).map(lambda n: n / 20), st.booleans()), min_size=1, max_size=40)


@given(JUDGED)
def test_auroc_is_the_share_of_pairs_in_the_right_order(facts: list[tuple[float, bool]]) -> None:
    right = [c for c, correct in facts if correct]
    wrong = [c for c, correct in facts if not correct]
    found = auroc([c for c, _ in facts], [correct for _, correct in facts])
    if not right or not wrong:
        assert found is None
    else:
        pairs = [1.0 if r > w else 0.5 if r == w else 0.0 for r in right for w in wrong]
        assert found == pytest.approx(sum(pairs) / len(pairs))


@given(JUDGED)
def test_every_fact_is_in_one_bin_that_holds_its_confidence(facts: list[tuple[float, bool]]) -> None:
    confidences, right = [c for c, _ in facts], [correct for _, correct in facts]
    bins = reliability(confidences, right)
    assert sum(b.facts for b in bins) == len(facts)
    assert sum(b.facts * b.right for b in bins) == pytest.approx(sum(right))
    assert all(b.low - 1e-9 <= b.confidence <= b.high + 1e-9 for b in bins)
    assert 0 <= calibration_error(confidences, right) <= 1


def test_the_calibration_error_weighs_bins_by_their_facts() -> None:
    confidences = [0.95, 0.95, 0.95, 0.95, 0.15]
    assert calibration_error(confidences, [True, True, True, False, False]) == pytest.approx(
        0.8 * 0.20 + 0.2 * 0.15
    )
    assert calibration_error([1.0, 1.0, 0.0], [True, True, False]) == 0
    assert calibration_error([], []) == 0
