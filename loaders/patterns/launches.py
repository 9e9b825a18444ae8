"""launches: a body starts, carries out or sets up a programme, a centre, a fund, an alliance."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import acting, agents, relation, stated
from .undertakings import Undertaking, undertakings
from .zones import zones


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every launch that the article states; what a plan's own content names is left to deploys."""
    for sentence in article.sentences:
        for zone in zones(sentence):
            for agent in agents(article, zone.trigger.clause):
                yield relation(
                    article, sentence, zone.trigger.clause, agent, "launches", zone.center, zone.place, "launches.zones"
                )
        for found in undertakings(sentence):
            if of_plan(sentence, found):
                continue
            for subject in _subjects(article, sentence, found):
                if subject.name != found.thing.name:
                    yield relation(
                        article,
                        sentence,
                        found.trigger.clause,
                        subject,
                        "launches",
                        found.thing,
                        found.place,
                        f"launches.{found.rule}",
                    )


def of_plan(sentence: ScopedSentence, found: Undertaking) -> bool:
    """Whether a plan deploys the thing rather than a body launching it: the clause tells a plan's content, nothing in
    it says that it is done, and it names nobody who acts."""
    context = found.trigger.clause.context
    return (
        context.plan is not None
        and context.status != "achieved"
        and not stated(sentence, found.trigger)
        and found.trigger.helped is None
    )


def _subjects(article: ScopedArticle, sentence: ScopedSentence, found: Undertaking) -> tuple[Entity, ...]:
    if found.rule == "passive":
        return agents(article, found.trigger.clause)
    return acting(article, sentence, found.trigger)
