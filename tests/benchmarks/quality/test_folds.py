"""Folds: whole documents, each in one fold, the same whatever the order; what is learned never meets its test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.quality.crossvalidation import Predict, cross_validated, share_of_extractor
from policygraph.benchmarks.quality.evaluation import Evaluation
from policygraph.benchmarks.quality.folds import folds
from policygraph.benchmarks.quality.judged import judged
from policygraph.loaders.confidence.features import Features
from policygraph.schema.errors import RunError


@given(st.sets(st.text(min_size=1), min_size=2, max_size=20), st.integers(0, 99), st.data())
def test_every_document_is_in_one_fold(documents: set[str], seed: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(2, len(documents)))
    found = folds(documents, k, seed)
    assert len(found) == k
    assert sorted(name for fold in found for name in fold) == sorted(documents)
    assert max(map(len, found)) - min(map(len, found)) <= 1
    assert found == folds([*sorted(documents, reverse=True), *documents], k, seed)


def test_another_seed_deals_otherwise() -> None:
    documents = [f"{n}.txt" for n in range(20)]
    assert folds(documents, 5, 1) != folds(documents, 5, 2)


@pytest.mark.parametrize("k", [0, 1, 3])
def test_too_few_documents_are_said(k: int) -> None:
    with pytest.raises(RunError, match=f"{k} folds of 2 documents"):
        folds(["a", "b"], k, 1)


def test_nothing_is_judged_by_what_it_was_trained_on(evaluation: Evaluation) -> None:
    facts = [replace(fact, features={"document": fact.document}) for fact in judged(evaluation.documents)]
    seen: list[set[object]] = []

    def learn(known: Sequence[Features], right: Sequence[bool]) -> Predict:
        training = {one["document"] for one in known}
        seen.append(training)
        return lambda one: float(one["document"] in training)

    assert cross_validated(facts, learn, 3, 1) == [0.0] * len(facts)
    assert [len(training) for training in seen] == [2, 2, 2]


def test_the_floor_draws_a_rare_extractor_to_the_share_of_all() -> None:
    known: list[Features] = [{"extractor": name} for name in "aaaaaaaaaab"]
    predict = share_of_extractor(known, [True] * 10 + [False])
    assert predict({"extractor": "a"}) > predict({"extractor": "never seen"}) > predict({"extractor": "b"}) > 0.5
