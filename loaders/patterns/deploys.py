"""deploys: a plan names a programme, an action, a project or a centre as part of what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import relation
from .coordination import members
from .launches import of_plan
from .triggers import triggers
from .undertakings import named, undertakings
from .wording import verbs


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every programme that a plan's text, or a text about the plan, names as its content."""
    for sentence in article.sentences:
        yield from _headings(article, sentence)
        yield from _told(article, sentence)
        for found in undertakings(sentence):
            plan = found.trigger.clause.context.plan
            if plan is not None and of_plan(sentence, found) and plan.value != found.thing.name:
                yield relation(
                    article,
                    sentence,
                    found.trigger.clause,
                    Entity(plan.value, plan.type),
                    "deploys",
                    found.thing,
                    found.place,
                    f"deploys.{found.rule}",
                )


def _headings(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """（一）龙头骨干企业引领工程: a heading that is itself a programme's name."""
    read = sentence.read
    if read.sentence.kind != "heading" or not sentence.clauses:
        return
    clause = sentence.clauses[0]
    plan = clause.context.plan
    text = read.text
    if plan is None or re.search("[，。；]", text):
        return
    found = members(read, clause.start, clause.end)
    if len(found) != 1 or found[0].head is None or not found[0].head.strong or found[0].head.type != "Program":
        return
    thing = named(found[0], weak=True)
    if (
        (thing is not None
        and not list(triggers(sentence))[:1])
        or (thing is not None
        and text.endswith(("工程", "行动", "计划", "专项")))
    ):
        yield relation(
            article,
            sentence,
            clause,
            Entity(plan.value, plan.type),
            "deploys",
            thing,
            (found[0].start, found[0].end),
            "deploys.heading",
        )


def _told(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """《规划》部署了X行动、Y行动: the plan is the subject of the verb."""
    read = sentence.read
    for trigger in triggers(sentence):
        if not trigger.any(verbs("deploys")):
            continue
        plan = next(
            (
                n
                for n in reversed(read.names)
                if trigger.clause.start <= n.start and n.end <= trigger.start and n.type == "Plan"
            ),
            None,
        )
        if plan is None:
            continue
        found = members(read, trigger.object_start, trigger.object_end)
        for member in found:
            thing = named(member, weak=True)
            if thing is not None and thing.type in {"Program", "Center"}:
                yield relation(
                    article,
                    sentence,
                    trigger.clause,
                    Entity(plan.canonical, plan.type),
                    "deploys",
                    thing,
                    (trigger.start, max(m.end for m in found)),
                    "deploys.told",
                    status="planned",
                )
