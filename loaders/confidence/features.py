"""What a fact tells of how sure it is: the rules behind it, its form, and the text around it. Nothing of the gold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from ...schema.basis import FIELDS
from ...schema.facts import Figure, Relation
from ..structure.article import Article, StructuredDocument

Features = Mapping[str, str | float]
"""Names to a category or a number."""

_NUMBER = re.compile(r"\d[\d.,]*")
_FAR = 9
"""Years from the document's beyond which it makes no difference how far."""


def features(document: StructuredDocument, article: Article, fact: Figure | Relation) -> Features:
    """The features of a fact that stands in an article of a document."""
    nature = article.info.nature or document.info.nature
    found: dict[str, str | float] = {
        "extractor": fact.extractor,
        "status": fact.status or "none",
        "year source": (fact.year_source or "none").split(":")[0],
        "nature": nature.value if nature else "unknown",
        "quote length": math.log1p(len(fact.evidence.quote)),
        "sentence length": math.log1p(len(fact.evidence.sentence)),
        "numbers in the sentence": math.log1p(len(_NUMBER.findall(fact.evidence.sentence))),
    }
    bases = dict(fact.bases)
    for name in FIELDS:
        basis = bases.get(name)
        found[f"{name} where"] = basis.where if basis else "none"
        found[f"{name} rule"] = basis.rule if basis else "none"
    day = article.info.day or document.info.day
    if fact.year and day:
        found["years from the document's"] = float(max(-_FAR, min(_FAR, fact.year - day.year)))
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
