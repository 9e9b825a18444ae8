"""Who is the agent: nobody, or one of the bodies that clause, paragraph, headings and document name."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policygraph.loaders.context.actors import ACTORS, kind_of_body, subject
from policygraph.loaders.context.context import ScopedSentence
from policygraph.loaders.context.origin import issuers
from policygraph.loaders.language.reading import Name

from .case import Case, Option
from .numbers import Annotated, Number
from .surroundings import around, crossed, distance, inherited, named

_BEFORE = 3
"""Sentences before the number's own whose names are looked at."""
_OFTEN = 3
"""In so many sentences an article names the body that it is about."""
_CROSSED = ("statistic", "status", "nature", "measure", "agent where", "agent rule", "year source", "carrier list",
            "verb list", "plan where", "region where", "subject rule")  # fmt: skip
"""What tells whether the rule's agent, nobody or somebody else is right."""


@dataclass(slots=True)
class _Candidate:
    """A possible agent. type: of the name; sources: how it was found; start: where in the sentence, -1 elsewhere."""

    type: str
    start: int
    sources: set[str] = field(default_factory=set)


def cases(figures: Sequence[Annotated]) -> Iterator[Case]:
    """One case an annotated figure; the rule's agent, which may be nobody, stands first among the options."""
    for one in figures:
        common = {**around(one.number), **inherited(one.number, one.made), **named(one.made)}
        options = tuple(
            Option(name, one.right("agent", agent=name), _features(one, name, found, common))
            for name, found in _candidates(one).items()
        )
        yield Case(one.number.scored.document.key, common, options, 0)


def _candidates(one: Annotated) -> dict[str | None, _Candidate]:
    found: dict[str | None, _Candidate] = {}
    number, context = one.number, one.made.context
    read = number.sentence.read

    def add(name: str | None, source: str, kind: str, start: int = -1) -> None:
        own = found.setdefault(name, _Candidate(kind, start))
        own.sources.add(source)
        own.type = kind if own.type == "unknown" else own.type
        own.start = start if own.start < 0 else own.start

    add(one.found["agent"], "chosen", "unknown" if one.found["agent"] else "nobody")
    add(None, "nobody", "nobody")
    for source in ("agent", "responsible", "region"):
        held = getattr(context, source)
        if held is not None:
            add(held.value, f"context {source} {held.where}", held.type)
    issued = issuers(number.article.read, number.article.document)
    if issued:
        add("、".join(issued), "issuer", "Agency")
    for clause in number.sentence.clauses:
        if clause.start > number.quantity.start:
            break
        where = "own clause" if clause is number.clause else "clause before"
        for source, actor in (
            ("subject", subject(read, clause.start, clause.end)),
            ("kind", kind_of_body(read, clause.start, clause.end)),
        ):
            if actor is not None:
                add(actor.value, f"{source} of {where}", actor.type, actor.span[0] if actor.span else clause.start)
    for name in read.names:
        where = "after" if name.start > number.quantity.start else "before"
        if (body := _acting(name)) is not None:
            add(body, f"name {where}", name.type, name.start)
    if most := _most_named(number):
        add(most, "most named", "unknown")
    for source, sentence in _above(number):
        for name in sentence.read.names:
            if (body := _acting(name)) is not None:
                add(body, f"name {source}", name.type)
    return found


def _acting(name: Name) -> str | None:
    """The body that a name is, or that the person of this name speaks for; None for any other."""
    return name.canonical if name.type in ACTORS else name.body


def _most_named(number: Number) -> str | None:
    """The body, regions aside, that the article names most often and in three sentences at least; None without one."""
    names = Counter(
        name.canonical
        for sentence in number.article.sentences
        for name in {n.canonical: n for n in sentence.read.names}.values()
        if name.type in ACTORS and name.type != "Region"
    )
    body, times = max(names.items(), key=lambda item: item[1], default=("", 0))
    return body if times >= _OFTEN else None


def _above(number: Number) -> Iterator[tuple[str, ScopedSentence]]:
    """The sentences before the number's own, the headings above it, and the title."""
    at = next(n for n, sentence in enumerate(number.article.sentences) if sentence is number.sentence)
    before = number.article.sentences[:at]
    paragraph = number.sentence.read.sentence.paragraph
    for sentence in before[-_BEFORE:]:
        if sentence.read.sentence.kind == "sentence":
            same = sentence.read.sentence.paragraph == paragraph
            yield "in the paragraph" if same else "in the paragraph before", sentence
    for sentence in before:
        if sentence.read.sentence.kind == "title":
            yield "in the title", sentence
        elif sentence.read.sentence.kind == "heading" and _is_above(sentence, number):
            yield "in a heading", sentence


def _is_above(heading: ScopedSentence, number: Number) -> bool:
    ends = {h.text.starts[-1] for h in number.sentence.read.sentence.headings if len(h.text)}
    return bool(ends.intersection(heading.read.sentence.text.starts[-2:]))


def _features(
    one: Annotated, name: str | None, candidate: _Candidate, common: dict[str, str | float]
) -> dict[str, str | float]:
    start, number = candidate.start, one.number.quantity.start
    chosen, clause = "chosen" in candidate.sources, one.number.clause
    kind = ("chosen nobody" if chosen else "nobody") if name is None else "chosen" if chosen else "another"
    form: dict[str, str | float] = {
        "option": kind,
        "type": candidate.type,
        "length": math.log1p(len(name or "")),
        "several": "yes" if "、" in (name or "") else "no",
        "distance": distance(number, start) if start >= 0 else "elsewhere",
        "clause": "own" if clause.start <= start < clause.end else "another",
        "in the subject": "yes" if name and name in one.made.subject.name else "no",
        "sources": float(len(candidate.sources)),
        **{f"source {source}": "yes" for source in candidate.sources},
        **{f"{source} & nature": common["nature"] for source in candidate.sources},
        **{f"{source} & statistic": common["statistic"] for source in candidate.sources},
    }
    return form | crossed(kind, {n: common[n] for n in _CROSSED}) | crossed(f"{kind} {candidate.type}", {
        n: common[n] for n in ("nature", "statistic", "status")})  # fmt: skip
