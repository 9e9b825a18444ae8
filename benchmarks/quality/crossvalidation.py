"""Learned decisions judged on documents that they were not trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from policygraph.loaders.confidence.features import Features

from .folds import folds
from .judged import Judged

Predict = Callable[[Features], float]
"""Gives the confidence, 0..1, that a fact with these features is right."""
Learn = Callable[[Sequence[Features], Sequence[bool]], Predict]
"""Learns from features and whether each fact was right."""


def cross_validated(facts: Sequence[Judged], learn: Learn, k: int, seed: int) -> list[float]:
    """The confidence of every fact, in their order, from what was learned on the other folds of documents.

    Raises RunError where there are fewer documents than folds.
    """
    found = [0.0] * len(facts)
    for fold in folds((fact.document for fact in facts), k, seed):
        known = [fact for fact in facts if fact.document not in fold]
        predict = learn([fact.features for fact in known], [fact.core for fact in known])
        for place, fact in enumerate(facts):
            if fact.document in fold:
                found[place] = predict(fact.features)
    return found


def share_of_extractor(known: Sequence[Features], right: Sequence[bool]) -> Predict:
    """The floor that a model has to pass: how often the fact's extractor was right, drawn to the share of all.

    An extractor's share counts as ten facts of the overall share more, so that a rare one says little.
    """
    overall = sum(right) / max(1, len(right))
    seen: defaultdict[object, list[bool]] = defaultdict(list)
    for one, correct in zip(known, right, strict=True):
        seen[one["extractor"]].append(correct)

    def predict(one: Features) -> float:
        own = seen.get(one["extractor"], [])
        return (sum(own) + 10 * overall) / (len(own) + 10)

    return predict
