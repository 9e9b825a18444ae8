"""The rule against models, each judged on documents that it was not trained on."""

from __future__ import annotations

import random
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..folds import folds
from .case import Case
from .models import Learn

FOLDS = 10
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One decision. rule, models: how many cases each decides right; possible: cases with a right option at all.

    best: the model that decides most right. gained, lost: cases that only it decides right, and those that only the
    rule does. interval: the 95 % interval of the difference a case, None with fewer than two groups of documents.
    """

    cases: int
    possible: int
    rule: int
    models: Mapping[str, int]
    best: str
    gained: int
    lost: int
    interval: Interval | None

    @property
    def difference(self) -> float:
        """Cases that the best model decides right less those of the rule, a case."""
        return (self.gained - self.lost) / self.cases

    @property
    def beaten(self) -> bool:
        """Whether the best model beats the rule: the interval of the difference lies above 0."""
        return self.interval is not None and self.interval[0] > 0


def compare(
    cases: Sequence[Case], groups: Mapping[str, str], models: Mapping[str, Learn], seed: int, draws: int
) -> Comparison:
    """The rule against every model; groups: of each document, documents of one group are in one fold.

    Raises RunError with cases of fewer than two groups, of which none could be judged by the other.
    """
    by_rule = [case.options[case.rule].right for case in cases]
    chosen = {name: cross_validated(cases, groups, learn, seed) for name, learn in models.items()}
    right = {name: [c.options[n].right for c, n in zip(cases, own, strict=True)] for name, own in chosen.items()}
    best = max(right, key=lambda name: sum(right[name]))  # the first named of equals
    changes: dict[str, list[int]] = {}
    for case, model, rule in zip(cases, right[best], by_rule, strict=True):
        changes.setdefault(groups[case.document], []).append(model - rule)
    return Comparison(
        len(cases),
        sum(any(option.right for option in case.options) for case in cases),
        sum(by_rule),
        {name: sum(own) for name, own in right.items()},
        best,
        sum(change > 0 for own in changes.values() for change in own),
        sum(change < 0 for own in changes.values() for change in own),
        paired(list(changes.values()), seed, draws),
    )


def cross_validated(cases: Sequence[Case], groups: Mapping[str, str], learn: Learn, seed: int) -> list[int]:
    """The option that a model chooses for every case, learned on the other folds of groups of documents."""
    own = [groups[case.document] for case in cases]
    found = [0] * len(cases)
    for fold in folds(own, min(FOLDS, len(set(own))), seed):
        known = [(case, group) for case, group in zip(cases, own, strict=True) if group not in fold]
        choose = learn([case for case, _ in known], [group for _, group in known])
        places = [place for place, group in enumerate(own) if group in fold]
        for place, chosen in zip(places, choose([cases[place] for place in places]), strict=True):
            found[place] = chosen
    return found


def paired(changes: Sequence[Sequence[int]], seed: int, draws: int) -> Interval | None:
    """The 95 % percentile interval of the mean change over groups drawn with replacement.

    changes: by group, for each case 1 where only the model is right, -1 where only the rule is, else 0. None with
    fewer than two groups.
    """
    if len(changes) < 2:
        return None
    chance = random.Random(seed)
    sums = [(sum(group), len(group)) for group in changes]
    found = []
    for _ in range(draws):
        drawn = chance.choices(sums, k=len(sums))
        found.append(sum(s for s, _ in drawn) / sum(n for _, n in drawn))
    edges = statistics.quantiles(found, n=40, method="inclusive")
    return edges[0], edges[-1]
