"""What a fact tells of how sure it is: how it was found, and what it looks like. Nothing of the gold is in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from policygraph.loaders.language.quantities import quantities
from policygraph.schema.basis import FIELDS
from policygraph.schema.facts import Figure, Relation

from .documents import Document

Features = Mapping[str, str | float]
"""Names to a category or a number."""
Describe = Callable[[Document, Figure | Relation], Features]


def features(document: Document, fact: Figure | Relation) -> Features:
    """The rules behind a fact, its form, and the text around it, by name."""
    found: dict[str, str | float] = {
        "extractor": fact.extractor,
        "status": fact.status or "none",
        "year source": (fact.year_source or "none").split(":")[0],
        "nature": document.nature,
        "quote length": math.log1p(len(fact.evidence.quote)),
        "sentence length": math.log1p(len(fact.evidence.sentence)),
        "numbers in the sentence": math.log1p(len(quantities(fact.evidence.sentence))),
    }
    bases = dict(fact.bases)
    for name in FIELDS:
        basis = bases.get(name)
        found[f"{name} where"] = basis.where if basis else "none"
        found[f"{name} rule"] = basis.rule if basis else "none"
    day = document.structured.info.day
    if fact.year and day:
        found["years from the document's"] = float(max(-9, min(9, fact.year - day.year)))
    return found | (_of_figure(fact) if isinstance(fact, Figure) else _of_relation(fact))


def _of_figure(fact: Figure) -> dict[str, str | float]:
    sentence, quote = (_joined(text) for text in (fact.evidence.sentence, fact.evidence.quote))
    return {
        "kind": "figure",
        "measure": fact.measure,
        "cmp": fact.cmp,
        "span": fact.span,
        "unit": fact.unit or "none",
        "subject length": math.log1p(len(fact.subject)),
        "subject stands": "quote" if fact.subject in quote else "sentence" if fact.subject in sentence else "nowhere",
        "action": "some" if fact.action else "none",
        "agent": "some" if fact.agent else "none",
        "plan": "some" if fact.plan else "none",
        "region": "some" if fact.region else "none",
        "since": "some" if fact.since else "none",
    }


def _of_relation(fact: Relation) -> dict[str, str | float]:
    sentence = _joined(fact.evidence.sentence)
    return {
        "kind": "relation",
        "predicate": fact.predicate,
        "subject type": fact.subject.type,
        "object type": fact.object.type,
        "subject stands": "sentence" if fact.subject.name in sentence else "nowhere",
        "object stands": "sentence" if fact.object.name in sentence else "nowhere",
        "object length": math.log1p(len(fact.object.name)),
    }


def _joined(text: str) -> str:
    return "".join(text.split())
