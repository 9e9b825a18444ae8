"""The training of confidence: it learns what tells right from wrong, and the same again."""

from __future__ import annotations

import pytest

from policygraph.benchmarks.quality.logistic import fitted
from policygraph.loaders.confidence.features import Features

pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install policygraph[test]")

KNOWN: list[Features] = [
    {"kind": "figure", "rule": rule, "length": 1.0} for rule in ("sure", "weak") for _ in range(20)
]
RIGHT = [True] * 19 + [False] + [True] * 6 + [False] * 14


def test_a_rule_that_is_right_more_often_is_surer() -> None:
    model = fitted(KNOWN, RIGHT)
    sure, weak = (model({"kind": "figure", "rule": rule, "length": 1.0}) for rule in ("sure", "weak"))
    assert sure > weak + 0.2


def test_the_same_facts_give_the_same_weights() -> None:
    assert fitted(KNOWN, RIGHT) == fitted(KNOWN, RIGHT)


def test_a_rare_category_has_no_weight() -> None:
    odd: Features = {"kind": "figure", "rule": "odd", "length": 1.0}
    assert "rule=odd" not in fitted([*KNOWN, odd], [*RIGHT, False]).weights


def test_facts_that_are_all_right_teach_only_their_share() -> None:
    model = fitted(KNOWN[:3], [True] * 3)
    assert model.weights == {}
    assert model(KNOWN[0]) == pytest.approx(4 / 5)
