"""The year of a headline's number, which the story below it states (我国网民达11亿人: 截至2023年12月)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...schema.basis import Basis
from ...schema.quantities import Quantity
from .context import Clause, Context, ScopedSentence
from .times import at_place

_LINES = ("heading", "title", "caption")
_BESIDE = 10
"""Characters on each side of a number in which a headline and its story name what it counts."""
_SHARED = 3
"""Characters in a row that a headline and the sentence of its story have in common, at least."""
_FEW = 10
"""A smaller number may be about anything."""
_NEAR = 12
"""Sentences below a headline that are read for its number."""


def with_stories(sentences: tuple[ScopedSentence, ...]) -> tuple[ScopedSentence, ...]:
    """The sentences of a news article, its headlines with the year that the story states for the same number.

    Only where the headline names no year itself; the status too, where the headline was taken for a report of what is
    done by default and the story says otherwise. A sentence without a number stays the same object.
    """
    lines = [n for n, s in enumerate(sentences) if s.read.sentence.kind in _LINES and s.read.quantities]
    if not lines or sentences[0].clauses[0].context.nature != "news":
        return sentences
    told = list(sentences)
    for n in lines:
        told[n] = _from_story(sentences[n], sentences[n + 1 : n + 1 + _NEAR])
    return tuple(told)


def _from_story(headline: ScopedSentence, below: Iterable[ScopedSentence]) -> ScopedSentence:
    if any(p.year is not None for p in headline.read.periods):
        return headline
    numbers = [q for q in headline.read.quantities if q.measure is None and q.value >= _FEW]
    found: dict[tuple[float, str | None], Context] = {}
    for sentence in below:
        if sentence.read.sentence.kind != "sentence":
            break
        for quantity in sentence.read.quantities:
            key = quantity.value, quantity.unit
            if key not in found and _alike(headline, sentence, quantity):
                found[key] = at_place(sentence, sentence.clause_at(quantity.start), quantity.start)
    clauses = tuple(_dated(clause, numbers, found) for clause in headline.clauses)
    return replace(headline, clauses=clauses) if clauses != headline.clauses else headline


def _dated(
    clause: Clause, numbers: list[Quantity], found: dict[tuple[float, str | None], Context]
) -> Clause:
    inside = [q for q in numbers if clause.start <= q.start < clause.end]
    story = next((found[q.value, q.unit] for q in inside if (q.value, q.unit) in found), None)
    if story is None:
        return clause
    context = clause.context
    if story.year_source == "stated" and story.year != context.year:
        context = replace(context.given(_below(story, "year"), year=story.year), year_source="inherited: paragraph")
    basis = context.bases.get("status")
    default = basis is not None and basis.rule == "origin.nature_news"
    if default and story.status != context.status and story.status is not None:
        context = context.given(_below(story, "status"), status=story.status)
    return replace(clause, context=context) if context is not clause.context else clause


def _below(story: Context, field: str) -> Basis:
    """What the story's year or status rests on, as the basis of the headline's."""
    basis = story.bases.get(field) or Basis("default", "headlines.with_stories")
    return replace(basis, where="paragraph", rule="headlines.with_stories")


def _alike(headline: ScopedSentence, sentence: ScopedSentence, number: Quantity) -> bool:
    """Whether both say the same of a number: characters in a row near it, none a digit, stand near it in the headline
    too, and the two name no different places."""
    own = next((q for q in headline.read.quantities if (q.value, q.unit) == (number.value, number.unit)), None)
    places, others = (
        {n.canonical for n in s.read.names if n.type == "Region"} for s in (headline, sentence)
    )
    if own is None or (places and others and not places & others):
        return False
    near, there = _near(headline.read.text, own), _near(sentence.read.text, number)
    parts = (near[i : i + _SHARED] for i in range(len(near) - _SHARED + 1))
    return any(part in there for part in parts if part.isalpha())


def _near(text: str, number: Quantity) -> str:
    """What stands around a number, without it and its unit."""
    return text[max(0, number.start - _BESIDE) : number.start] + "," + text[number.end : number.end + _BESIDE]
