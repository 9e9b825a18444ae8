"""deploys: a plan names a program, an action, a project or a center as part of what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle, ScopedSentence
from ..language.reading import Name
from .clause_roles import relation, stated
from .coordination import members
from .hosts import event
from .launches import inner_rule, of_plan
from .timing import to_do
from .triggers import Trigger, triggers
from .undertakings import named, purpose, undertakings
from .wording import generic, head_of, opening_verb, verbs

_HEADING = re.compile(
    r"(?:专栏\s*\d{1,2}\s*|[（(]?[一二三四五六七八九十\d]{1,3}(?:\.\d{1,2})*+(?:[）)、．.]|(?=\s))|第[一二三四五六七八九十]+[章节]|[一二三四五六七八九十]是)?\s*([^，。；：《》]{4,30}?)[。．\s]*"
)
"""A heading with its label: one phrase without a comma."""
_MANNER = re.compile(r"^(?:深入|全面|加快|大力|持续|积极|扎实|统筹|着力|稳步|有序|继续|进一步)+")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every program that a plan's text, or a text about the plan, names as its content."""
    for sentence in article.sentences:
        yield from _headings(article, sentence)
        yield from _told(article, sentence)
        yield from _events(article, sentence)
        for found in undertakings(sentence):
            plan = found.trigger.clause.context.plan
            if plan is None or found.thing.name in plan.value or inner_rule(found):
                continue
            if of_plan(sentence, found) and not purpose(sentence, found):
                yield relation(
                    article,
                    sentence,
                    found.trigger.clause,
                    Entity(plan.value, plan.type),
                    "deploys",
                    found.thing,
                    found.place,
                    f"deploys.{found.rule}",
                    to_do(found.trigger.clause),
                )


def _headings(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """（一）龙头骨干企业引领工程: a heading that is itself a program's name."""
    read = sentence.read
    if read.sentence.kind != "heading" or not sentence.clauses:
        return
    clause = sentence.clauses[0]
    plan = clause.context.plan
    name = _HEADING.fullmatch(read.text)
    if plan is None or name is None:
        return
    head = head_of(name.group(1))
    if opening_verb().match(_MANNER.sub("", name.group(1))):
        return  # 实施公交优先战略: read by its verb
    if head is None or not head.strong or head.type != "Program" or generic(name.group(1)):
        return
    place = name.span(1)
    yield relation(
        article,
        sentence,
        clause,
        Entity(plan.value, plan.type),
        "deploys",
        Entity(name.group(1), "Program"),
        place,
        "deploys.heading",
        to_do(clause),
    )


def _events(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """举办…博览会 in a plan's own text: it has an event held."""
    for trigger in triggers(sentence):
        context = trigger.clause.context
        verb = trigger.any(verbs("hosts"))
        if verb is None or context.plan is None or context.status != "planned" or stated(sentence, trigger):
            continue
        for member in members(sentence.read, trigger.object_start, trigger.object_end):
            thing = event(member, cautious=True)
            if thing is not None and verb not in verbs("hosts", "cautious"):
                subject = Entity(context.plan.value, context.plan.type)
                place = (trigger.start, member.end)
                yield relation(
                    article,
                    sentence,
                    trigger.clause,
                    subject,
                    "deploys",
                    thing,
                    place,
                    "deploys.event",
                    to_do(trigger.clause),
                )


def _told(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """《规划》部署了X行动、Y行动: the plan is the subject of the verb."""
    read = sentence.read
    for trigger in triggers(sentence):
        if not trigger.any(verbs("deploys")):
            continue
        plan = _subject(sentence, trigger)
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
                    to_do(trigger.clause),
                )


def _subject(sentence: ScopedSentence, trigger: Trigger) -> Name | None:
    """The plan that stands before the verb as what tells; not one in which something is done (在…计划中安排)."""
    read = sentence.read
    inside = [n for n in read.names if trigger.clause.start <= n.start and n.end <= trigger.start and n.type == "Plan"]
    if not inside or re.search(r"[中里内下上]", read.text[inside[-1].end : trigger.start]):
        return None
    return inside[-1]
