"""A small linear and a small tree model for a decision, trained with scikit-learn on the rules' own features."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

from policygraph.loaders.confidence.features import Features
from policygraph.loaders.confidence.model import columns

from ..folds import folds
from .case import Case

Choose = Callable[[Sequence[Case]], list[int]]
"""Gives for every case the place of the answer among its options."""
Learn = Callable[[Sequence[Case], Sequence[str]], Choose]
"""Learns from cases whose right answers are known, and the group of documents that each stands in."""
RAREST = 3
"""A category that fewer rows have tells nothing."""
STRENGTHS = (0.03, 0.1, 0.5)
"""C of scikit-learn, the inverse of the penalty."""
DEPTHS = (2, 3, 5)
SMALLEST_LEAF = 5
MARGINS = (0.5, 0.25, 1e-9)
"""By how much more likely than the rule's answer another one must be to be taken; never by mere rounding."""
INNER_FOLDS = 3
Chances = list[list[float]]
"""For every case how likely each of its options is right."""


def logistic(known: Sequence[Case], groups: Sequence[str]) -> Choose:
    """Logistic regression, features scaled to a largest value of one; STRENGTHS and MARGINS as `_tuned` finds them."""
    from sklearn.linear_model import LogisticRegression  # an optional package
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MaxAbsScaler

    def made(strength: float) -> Any:
        return make_pipeline(MaxAbsScaler(), LogisticRegression(C=strength, max_iter=1000, tol=1e-3))

    return _tuned([partial(made, strength) for strength in STRENGTHS], known, groups)


def tree(known: Sequence[Case], groups: Sequence[str]) -> Choose:
    """A decision tree; DEPTHS and MARGINS as `_tuned` finds them."""
    from sklearn.tree import DecisionTreeClassifier

    def made(depth: int) -> Any:
        return DecisionTreeClassifier(max_depth=depth, min_samples_leaf=SMALLEST_LEAF, random_state=0)

    return _tuned([partial(made, depth) for depth in DEPTHS], known, groups)


MODELS: Mapping[str, Learn] = {"logistic": logistic, "tree": tree}
"""What is compared with the rule; both need scikit-learn."""


def _tuned(estimators: Sequence[Callable[[], Any]], known: Sequence[Case], groups: Sequence[str]) -> Choose:
    """The estimator and the margin that decide most of the known cases right, across folds of these cases alone.

    The simplest estimator and the widest margin stand first and win among equals, and where there is one group.
    """
    table = Table(known)
    k = min(INNER_FOLDS, len(set(groups)))
    best, most = (estimators[0], MARGINS[0]), -1
    parts = folds(groups, k, 0) if k > 1 else ()
    for estimator in estimators if parts else ():
        chances: dict[int, list[float]] = {}
        for fold in parts:
            inside = [n for n, group in enumerate(groups) if group in fold]
            fitted = table.fitted(estimator(), [n for n, group in enumerate(groups) if group not in fold])
            chances |= zip(inside, fitted(table, inside), strict=True)
        for margin in MARGINS:
            chosen = (_preferred(case, chances[n], margin) for n, case in enumerate(known))
            right = sum(case.options[n].right for case, n in zip(known, chosen, strict=True))
            if right > most:
                best, most = (estimator, margin), right
    final = table.fitted(best[0](), range(len(known)))

    def choose(cases: Sequence[Case]) -> list[int]:
        found = final(table.of(cases), range(len(cases)))
        return [_preferred(case, own, best[1]) for case, own in zip(cases, found, strict=True)]

    return choose


def _preferred(case: Case, chances: Sequence[float], margin: float) -> int:
    """The likeliest option, where it is likelier than the rule's by the margin; else the rule's."""
    likeliest = max(range(len(chances)), key=chances.__getitem__)
    return likeliest if chances[likeliest] - chances[case.rule] >= margin else case.rule


class Table:
    """Cases as rows of numbers: one row a case where answers are classes, one an option where each has features.

    Classes are learned from the features of the cases; where every case has answers of its own, from the features of
    each whether it is right.
    """

    def __init__(self, cases: Sequence[Case], vectorizer: Any = None) -> None:
        from sklearn.feature_extraction import DictVectorizer

        self.cases = cases
        self.ranking = any(option.features for case in cases for option in case.options)
        per_case = [_of_options(case) if self.ranking else _of_class(case) for case in cases]
        ends = list(accumulate(map(len, per_case), initial=0))
        self.rows = [range(start, end) for start, end in pairwise(ends)]
        self.answers = [answer for own in per_case for _, answer in own]
        features = [columns(found) for own in per_case for found, _ in own]
        self.vectorizer = vectorizer or DictVectorizer().fit(features)
        self.numbers = self.vectorizer.transform(features)

    def of(self, cases: Sequence[Case]) -> Table:
        """Other cases of the same decision in the same columns."""
        return Table(cases, self.vectorizer)

    def fitted(self, estimator: Any, places: Iterable[int]) -> Callable[[Table, Iterable[int]], Chances]:
        """What the cases at these places teach: gives the chances of cases of a table.

        Where nothing differs, or no feature is common enough, no answer is likelier than another.
        """
        rows = [row for place in places for row in self.rows[place] if self.answers[row] is not None]
        kept = _common(self.numbers[rows]) if rows else []
        if not any(kept) or len({self.answers[row] for row in rows}) < 2:
            return lambda table, asked: [[0.0] * len(table.cases[place].options) for place in asked]
        estimator.fit(self.numbers[rows][:, kept], [self.answers[row] for row in rows])
        labels = {label: n for n, label in enumerate(estimator.classes_)}

        def chances(table: Table, asked: Iterable[int]) -> Chances:
            asked = list(asked)
            own = [row for place in asked for row in table.rows[place]]
            found = iter(estimator.predict_proba(table.numbers[own][:, kept]).tolist())
            if self.ranking:
                return [[next(found)[labels["right"]] for _ in table.rows[place]] for place in asked]
            return [_by_class(table.cases[place], next(found), labels) for place in asked]

        return chances


def _by_class(case: Case, chances: Sequence[float], labels: Mapping[str, int]) -> list[float]:
    """The chances in the order of a case's options; 0 for a class that no known case had."""
    return [chances[labels[str(o.value)]] if str(o.value) in labels else 0.0 for o in case.options]


def _of_options(case: Case) -> list[tuple[Features, str | None]]:
    return [(option.features, "right" if option.right else "wrong") for option in case.options]


def _of_class(case: Case) -> list[tuple[Features, str | None]]:
    """The case with its class: the rule's where it is right, else the first that is; None where none is."""
    right = [option for option in (case.options[case.rule], *case.options) if option.right]
    return [(case.features, str(right[0].value) if right else None)]


def _common(table: Any) -> list[bool]:
    import numpy as np

    return [bool(n >= RAREST) for n in np.asarray((table != 0).sum(axis=0)).ravel()]
