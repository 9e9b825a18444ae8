"""The confidence of a fact: what it is computed from, its bounds, and the shipped weights."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.confidence.features import features
from policygraph.loaders.confidence.model import Model, columns, judged, models
from policygraph.loaders.pipeline import Loaded, load
from policygraph.loaders.reading import read_bytes
from policygraph.schema.facts import Figure, Relation

TEXT = """常州市智能装备产业发展行动计划（2023—2025年）

一、发展目标
到2025年，培育省级示范企业80家，产业规模达到2000亿元。
二、重点任务
科技部支持常州市建设国家智能装备创新中心。
"""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(read_bytes(TEXT.encode(), "plan.txt"))


def test_every_figure_and_relation_is_judged(loaded: Loaded) -> None:
    kinds = {type(f) for f in loaded.facts}
    assert kinds == {Figure, Relation}
    assert all(f.confidence is not None and 0 < f.confidence <= 0.99 for f in loaded.facts)
    assert len({f.confidence for f in loaded.facts}) > 1


def test_the_confidence_is_no_part_of_what_a_fact_says(loaded: Loaded) -> None:
    article = loaded.document.articles[0]
    for fact in loaded.facts:
        again = judged(loaded.document, article, fact)
        assert again.id == fact.id
        assert again.confidence == fact.confidence


def test_features_tell_rules_and_form_but_no_names(loaded: Loaded) -> None:
    article = loaded.document.articles[0]
    for fact in loaded.facts:
        found = features(loaded.document, article, fact)
        assert found["extractor"] == fact.extractor
        named = {fact.evidence.quote, getattr(fact, "subject", None), getattr(fact, "plan", None)}
        assert not named.intersection(found.values())


def test_a_category_is_one_column_and_an_unknown_one_counts_nothing() -> None:
    assert columns({"unit": "家", "length": 2.0}) == {"unit=家": 1.0, "length": 2.0}
    model = Model(0.5, {"unit=家": 1.0, "length": -0.25})
    assert model({"unit": "家", "length": 2.0}) == pytest.approx(1 / (1 + math.exp(-1.0)))
    assert model({"unit": "座"}) == pytest.approx(1 / (1 + math.exp(-0.5)))


@given(st.floats(-50, 50), st.dictionaries(st.text(max_size=5), st.floats(-20, 20), max_size=5))
def test_a_confidence_lies_between_nothing_and_almost_sure(bias: float, weights: dict[str, float]) -> None:
    assert 0 <= Model(bias, weights)(dict.fromkeys(weights, 1.0)) <= 0.99


def test_the_shipped_weights_are_sorted_finite_and_moderate() -> None:
    assert set(models()) == {"figure", "relation"}
    for model in models().values():
        assert list(model.weights) == sorted(model.weights)
        assert all(math.isfinite(w) and 0 < abs(w) < 10 for w in model.weights.values())
