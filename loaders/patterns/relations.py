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
from . import (
    members as member_lists,
)
from .clause_roles import standing
from .coordination import hidden_text, members
from .tables import annexes, duties, listed
from .tables.grid import by_sentence, heads, tables
from .triggers import triggers
from .undertakings import undertakings
from .zones import zones

_LOADERS = (
    issues.find, launches.find, recognises.find, hosts.find, leads.find, participates.find, deploys.find,
    implements.find, succeeds.find, located_in.find, part_of.find, holds_post.find,
    member_lists.find, duties.find, listed.find, annexes.find,
)  # fmt: skip


def find_relations(article: ScopedArticle) -> tuple[Relation, ...]:
    """Every relation of an article in the order of the text, each once a place."""
    found: dict[tuple[object, ...], Relation] = {}
    for find in _LOADERS:
        for made in find(article):
            place = (made.predicate, made.subject.name, made.object.name, made.post, made.evidence.char_start)
            found.setdefault(place, made)
    return tuple(sorted(found.values(), key=_order))


def forget_article() -> None:
    """Lets go of the article that was read last, whose sentences are kept for the loaders that share them."""
    for kept in (triggers, members, standing, hidden_text, undertakings, zones, tables, by_sentence, heads):
        kept.cache_clear()


def _order(made: Relation) -> tuple[int, int, str, str, str]:
    place = made.evidence
    return place.char_start, place.char_end, made.predicate, made.subject.name, made.object.name
