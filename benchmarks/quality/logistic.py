"""Logistic regression over the features of facts, trained with scikit-learn."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from policygraph.loaders.confidence.features import Features
from policygraph.loaders.confidence.model import Model, columns
from policygraph.schema.errors import RunError

from .crossvalidation import Predict
from .judged import Judged

STRENGTH = 0.1
"""C of scikit-learn, the inverse of the penalty; .03 to .3 give the same errors within .003."""
KINDS = ("figure", "relation")
_RAREST = 3
"""A category that fewer facts have tells nothing."""


def available() -> bool:
    """Whether scikit-learn is installed: it trains the models and is not needed to use them."""
    return find_spec("sklearn") is not None


def fitted(known: Sequence[Features], right: Sequence[bool]) -> Model:
    """The model of one kind of facts. Where all are right or all wrong, it gives every fact their share, drawn to half.

    Raises RunError without scikit-learn.
    """
    if not available():
        raise RunError("scikit-learn is not installed; expected it for training: pip install policygraph[test]")
    from sklearn.feature_extraction import DictVectorizer  # an optional package
    from sklearn.linear_model import LogisticRegression

    if len(set(right)) < 2:
        return Model(math.log((sum(right) + 1) / (len(right) - sum(right) + 1)), {})
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([columns(one) for one in known])
    common = _common(table)
    regression = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table[:, common], list(right))
    names = [name for name, kept in zip(vectorizer.get_feature_names_out(), common, strict=True) if kept]
    weights = {name: round(float(weight), 4) for name, weight in zip(names, regression.coef_[0], strict=True)}
    return Model(round(float(regression.intercept_[0]), 4), {name: w for name, w in weights.items() if w})


def _common(table: object) -> list[bool]:
    import numpy as np

    return [bool(n >= _RAREST) for n in np.asarray((table != 0).sum(axis=0)).ravel()]  # type: ignore[attr-defined]


def learned(known: Sequence[Features], right: Sequence[bool]) -> Predict:
    """One model a kind of facts, as the package ships them."""
    models = {}
    for kind in KINDS:
        own = [(f, r) for f, r in zip(known, right, strict=True) if f["kind"] == kind]
        models[kind] = fitted([f for f, _ in own], [r for _, r in own])
    return lambda one: models[str(one["kind"])](one)


def write_models(facts: Sequence[Judged], path: Path) -> None:
    """The models of all annotated facts, as the package ships them."""
    made = {}
    for kind in KINDS:
        own = [fact for fact in facts if fact.features["kind"] == kind]
        made[kind] = fitted([fact.features for fact in own], [fact.core for fact in own]).record()
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
