"""The confidence of a fact: a logistic regression a kind of fact, whose weights lie beside this module.

`python -m benchmarks.quality train` makes the weights from the gold; what they are worth is judged by cross-validation
over documents (docs/quality.md).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from ...schema.facts import Fact, Figure, Relation
from ..structure.article import Article, StructuredDocument
from .features import Features, features

WEIGHTS = "weights.json"
_SHORTEST_DOUBT = 0.99
"""No fact is surer than this: the annotation itself is not (two people agree in core on .97)."""
F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression over features. weights: "name=category" or "name" to a weight; unknown ones count 0."""

    bias: float
    weights: Mapping[str, float]

    def __call__(self, found: Features) -> float:
        """The probability, 0..1, that a fact with these features is right."""
        total = self.bias
        for name, value in columns(found).items():
            total += self.weights.get(name, 0.0) * value
        return min(_SHORTEST_DOUBT, 1 / (1 + math.exp(-total)))

    def record(self) -> dict[str, Any]:
        """The model as plain data, weights in the order of their names."""
        return {"bias": self.bias, "weights": dict(sorted(self.weights.items()))}


def columns(found: Features) -> dict[str, float]:
    """Features as numbers by name: a category is 1 under "name=category"."""
    return {
        name if isinstance(value, float) else f"{name}={value}": value if isinstance(value, float) else 1.0
        for name, value in found.items()
    }


@cache
def models() -> dict[str, Model]:
    """The shipped models by kind of fact ("figure", "relation")."""
    data = json.loads((files(__package__) / WEIGHTS).read_text(encoding="utf-8"))
    return {kind: Model(own["bias"], own["weights"]) for kind, own in data.items()}


def judged(document: StructuredDocument, article: Article, fact: F) -> F:
    """The fact with its confidence; a goal, on which nothing was learned, as it is.

    Of text recognised from an image, the confidence that the fact is right if its text is, times the text's.
    """
    if isinstance(fact, Relation) or (isinstance(fact, Figure) and fact.value is not None):
        found = features(document, article, fact)
        seen = 1.0 if fact.evidence.ocr_score is None else fact.evidence.ocr_score
        return replace(fact, confidence=round(seen * models()[str(found["kind"])](found), 3))
    return fact
