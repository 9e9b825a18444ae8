"""Every found fact with what the gold says of it: what a learned decision is trained on and judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.loaders.confidence.features import Features, features
from policygraph.schema.facts import Figure, Relation

from .documents import Document
from .evaluation import Scored


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact inside an annotated part.

    core: a figure's value, year, status and subject are right; a relation's predicate and both names (its year and
    status follow conventions that the annotators of different documents did not share). full: every checked field, a
    relation's year and status. A fact that no annotation matches is wrong; one that an optional annotation matches is
    judged like any other, which the scorer does not do.
    """

    document: str
    fact: Figure | Relation
    features: Features
    core: bool
    full: bool


def judged(scored: Sequence[Scored]) -> list[Judged]:
    """The facts of annotated documents, in the order of documents and places.

    Left out: facts outside the annotated part, and goals, which have no value that could be matched.
    """
    return [one for document in scored for one in _judged(document)]


def _judged(scored: Scored) -> Iterator[Judged]:
    document = scored.document
    pairs = {pair.found["id"]: pair for pair in scored.figures.pairs}
    inside = {row["id"]: row for row in scored.inside}
    for fact in document.facts:
        row = inside.get(fact.id)
        if row is None or row["kind"] == "goal":
            continue
        if row["kind"] == "figure":
            pair = pairs.get(fact.id)
            core, full = (pair.core, all(pair.checks.values())) if pair else (False, False)
        else:
            match, full = scored.matched_relations[fact.id]
            core = match is not None
        yield Judged(document.key, fact, _features(document, fact), core, full)


def _features(document: Document, fact: Figure | Relation) -> Features:
    passage = document.passage(fact.evidence.char_start)
    article = passage.article if passage is not None else document.structured.articles[0]
    return features(document.structured, article, fact)
