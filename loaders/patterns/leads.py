"""leads: a body answers for a task (（A、B负责）, 责任单位：A、B, A牵头)."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.actors import ACTORS
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import acting, entity, helped_bodies, named_before, relation
from .coordination import members
from .responsibility import assigned
from .topics import done_by, is_led, topic
from .triggers import Trigger, triggers
from .undertakings import named, purpose, undertakings
from .wording import verbs


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body that the article makes answer for a task or a program."""
    yield from assigned(article, "leads")
    for sentence in article.sentences:
        yield from _stated(article, sentence)
        yield from _by(article, sentence)
        yield from _set_going(article, sentence)


def _set_going(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """由A牵头建设X: A leads X."""
    for found in undertakings(sentence):
        if not is_led(sentence, found) or purpose(sentence, found):
            continue
        for subject in _leading(article, sentence, found.trigger):
            if subject != found.thing:
                clause = found.trigger.clause
                yield relation(
                    article, sentence, clause, subject, "leads", found.thing, found.place, "leads.verb"
                )


def _leading(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """Who leads; 鼓励A设立…，牵头构建…: the body that was helped in the clause before."""
    before = [t for t in triggers(sentence) if t.end <= trigger.start and t.helped is not None]
    if trigger.helped is None and before and not named_before(sentence, trigger):
        return tuple(helped_bodies(sentence, before[-1]))
    return acting(article, sentence, trigger)


def _by(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """X由A牵头."""
    found = done_by("leads").search(sentence.read.text) if "由" in sentence.read.text else None
    thing = topic(article, sentence) if found else None
    if found is None or thing is None:
        return
    name = next((n for n in sentence.read.names if n.start == found.end() and n.type in ACTORS), None)
    if name is not None:
        clause = sentence.clause_at(name.start)
        yield relation(article, sentence, clause, entity(name), "leads", thing, (found.start(1), name.end), "leads.by")


def _stated(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    for trigger in triggers(sentence):
        if trigger.any(verbs("leads")) is None or trigger.object_start >= trigger.object_end:
            continue
        found = members(sentence.read, trigger.object_start, trigger.object_end)
        for member in found:
            thing = named(member, weak=True)
            if thing is None or thing.type != "Program":
                continue
            for subject in acting(article, sentence, trigger):
                yield relation(
                    article,
                    sentence,
                    trigger.clause,
                    subject,
                    "leads",
                    thing,
                    (trigger.start, max(m.end for m in found)),
                    "leads.verb",
                )
