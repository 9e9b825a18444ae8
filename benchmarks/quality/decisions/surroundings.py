"""What stands around a number, as the rules see it: the features that the decisions share. Nothing of the gold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from policygraph.loaders.context.context import ScopedArticle
from policygraph.loaders.context.status import STATUSES, heading_status, markers
from policygraph.loaders.patterns.figures.agents import is_statistic
from policygraph.loaders.patterns.figures.words import is_flow, listed, one_of
from policygraph.schema.vocabulary import vocabulary

from .numbers import Made, Number

LISTS = ("flow", "undergone", "stock", "reach", "rise", "fall", "becomes", "carrier_adverbs")
"""Lists of schema/vocabularies/figure_verbs.yaml whose words trigger rules."""
_FAR = 9
"""Years from the document's beyond which it makes no difference how far."""


def around(number: Number) -> dict[str, str | float]:
    """The number's form and unit, the characters beside it, its place in clause, section and document."""
    text, quantity, clause = number.text, number.quantity, number.clause
    read = number.sentence.read
    numeral = text[quantity.number_start : quantity.number_end]
    inside = [n for n in read.names if n.start < quantity.end and quantity.start < n.end]
    return {
        "unit": unit_class(quantity.unit),
        "form": quantity.measure or "none",
        "cmp": quantity.cmp,
        "numeral": "digits" if numeral[:1].isascii() else "characters",
        "size": math.log10(1 + abs(quantity.value)),
        "before 1": _marks(text[max(0, quantity.start - 1) : quantity.start]),
        "before 2": _marks(text[max(0, quantity.start - 2) : quantity.start]),
        "after 1": _marks(text[quantity.end : quantity.end + 1]),
        "after 2": _marks(text[quantity.end : quantity.end + 2]),
        "name": inside[0].type if inside else "none",
        "period": _said(any(p.start <= quantity.start < p.end for p in read.periods)),
        "characters before in the clause": math.log1p(quantity.start - clause.start),
        "characters after in the clause": math.log1p(max(0, clause.end - quantity.end)),
        "numbers before in the clause": float(
            min(3, sum(clause.start <= q.start < quantity.start for q in read.quantities))
        ),
        "word before": _last_listed(text[clause.start : quantity.start]),
        "word after": _first_listed(text[quantity.end : clause.end]),
        "kind": read.sentence.kind,
        "headings": float(len(read.sentence.headings)),
        "nature": nature(number.article),
    }


def inherited(number: Number, made: Made | None = None) -> dict[str, str | float]:
    """Year and status as the context has them, what they rest on, and the words of status in clause and headings."""
    context = made.context if made is not None else number.clause.context
    text, clause, at = number.text, number.clause, number.quantity.start
    headings = [heading_status(h.text.text) for h in number.sentence.read.sentence.headings]
    found: dict[str, str | float] = {
        "status": context.status or "none",
        "year source": context.year_source or "none",
        "span": context.span,
        "since": "some" if context.since is not None else "none",
        "estimated": _said(context.estimated),
        "heading says": next((h for h in reversed(headings) if h is not None), "none"),
    }
    for name in ("year", "status", "agent", "plan", "region"):
        basis = context.bases.get(name)
        found[f"{name} where"] = basis.where if basis else "none"
        found[f"{name} rule"] = basis.rule if basis else "none"
    for status in STATUSES:
        pattern = markers().clause[status]
        found[f"{status} before in the clause"] = _said(pattern.search(text, clause.start, at))
        found[f"{status} after in the clause"] = _said(pattern.search(text, at, clause.end))
        found[f"{status} before in the sentence"] = _said(pattern.search(text, 0, clause.start))
    if context.year is not None and context.day is not None:
        apart = max(-_FAR, min(_FAR, context.year - context.day.year))
        found["years from the document's"] = float(apart)
        found["year against the document's"] = "before" if apart < 0 else "after" if apart else "same"
    return found


def named(made: Made) -> dict[str, str | float]:
    """The subject as the rules found it: by which rule, with what verb and carrier; and the ends of its name."""
    subject = made.subject
    return {
        "subject rule": subject.rule,
        "verb": subject.verb or "none",
        "verb list": lists_of(subject.verb),
        "carrier": subject.carrier or "none",
        "carrier list": lists_of(subject.carrier),
        "counted right": _said(subject.counted_right),
        "modifies": _said(made.slot.modifies),
        "subject ends": subject.name[-1:],
        "subject ends 2": subject.name[-2:],
        "subject begins": lists_of(_begins(subject.name)),
        "subject length": math.log1p(len(subject.name)),
        "measure": made.measured.kind,
        "measure rule": made.measured.rule,
        "statistic": _said(is_statistic(subject, made.measured.kind)),
    }


def unit_class(unit: str | None) -> str:
    """The class of a unit in schema/vocabularies/unit_kinds.yaml; "none" without a unit, "other" for any other."""
    if unit is None:
        return "none"
    if unit in ("%", "‰", "％"):
        return "%"
    if unit.endswith("百分点"):
        return "points"
    order = ("money", "durations", "length", "amount", "level", "happenings", "counters")
    return next((name for name in order if unit in vocabulary("unit_kinds")[name]), "/" if "/" in unit else "other")


def lists_of(word: str | None) -> str:
    """The first list that has the word, "run" for a run of verbs that ends with a flow, "none" for no word."""
    if word is None:
        return "none"
    return next((name for name in LISTS if listed(word, name)), "run" if is_flow(word) else "other")


def nature(article: ScopedArticle) -> str:
    """What kind of document the article is, "unknown" where the reading does not say."""
    stated = article.read.article.info.nature or article.document.info.nature
    return stated.value if stated else "unknown"


def crossed(kind: str, features: Mapping[str, str | float]) -> dict[str, str | float]:
    """Features of a case as features of the one of its options that is of this kind."""
    return {f"{kind} & {name}": value for name, value in features.items()}


def distance(from_: int, to: int) -> str:
    """How far two places of a sentence are apart, in classes."""
    apart = abs(to - from_)
    return "0" if not apart else next((f"<{bound}" for bound in (4, 10, 20, 40) if apart < bound), "far")


def _said(found: object) -> str:
    return "yes" if found else "no"


def _marks(stretch: str) -> str:
    """A stretch with any digit as 0 and any space as _, "edge" where there is none."""
    return re.sub(r"\s", "_", re.sub(r"\d", "0", stretch)) or "edge"


def _begins(name: str) -> str | None:
    found = one_of("flow", "stock").match(name)
    return found.group() if found else None


def _last_listed(stretch: str) -> str:
    found = [m.group() for m in one_of(*LISTS).finditer(stretch)]
    return lists_of(found[-1]) if found else "none"


def _first_listed(stretch: str) -> str:
    found = one_of(*LISTS).search(stretch)
    return lists_of(found.group()) if found else "none"
