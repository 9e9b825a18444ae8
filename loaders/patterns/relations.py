"""All relation loaders together."""

from __future__ import annotations

from ...schema.facts import Relation
from ..context.context import ScopedArticle
from . import (
    deploys,
    holds_post,
    hosts,
    implements,
    issues,
    launches,
    leads,
    located_in,
    part_of,
    participates,
    recognises,
    succeeds,
)

_LOADERS = (
    issues,
    launches,
    recognises,
    hosts,
    leads,
    participates,
    deploys,
    implements,
    succeeds,
    located_in,
    part_of,
    holds_post,
)


def find_relations(article: ScopedArticle) -> tuple[Relation, ...]:
    """Every relation of an article in the order of the text, each once a place."""
    found: dict[tuple[object, ...], Relation] = {}
    for loader in _LOADERS:
        for made in loader.find(article):
            found.setdefault(
                (made.predicate, made.subject.name, made.object.name, made.post, made.evidence.char_start), made
            )
    return tuple(
        sorted(
            found.values(),
            key=lambda r: (r.evidence.char_start, r.evidence.char_end, r.predicate, r.subject.name, r.object.name),
        )
    )
