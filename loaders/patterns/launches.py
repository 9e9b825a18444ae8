"""launches: a body starts, carries out or sets up a program, a center, a fund, an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import TOLD, acting, agents, named_before, relation, standing, stated, told_plan
from .topics import is_led
from .undertakings import Undertaking, purpose, undertakings
from .zones import zones

_IN_PLACE = re.compile(r"(?:^|[。；：，])(?P<at>在)(?=[^，。；]{2,12}，$)")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every launch that the article states; what a plan's own content names is left to deploys."""
    named = article.read.article.info.title
    title = "" if named is None else named.value
    for sentence in article.sentences:
        listed = list(zones(sentence))
        zoned = {zone.trigger for zone in listed if zone.trigger.helped is not None}
        for zone in listed:
            for agent in agents(article, zone.trigger.clause):
                yield relation(
                    article, sentence, zone.trigger.clause, agent, "launches", zone.center, zone.place, "launches.zones"
                )
        for found in undertakings(sentence):
            head = found.member.head
            if head is not None and head.text.endswith("规划"):
                continue  # who carries out a 规划 implements it
            if purpose(sentence, found) or is_led(sentence, found):
                continue  # 牵头建设…: the body leads
            if of_plan(sentence, found) or found.trigger in zoned or found.thing.name in title:
                continue
            for subject in _subjects(article, sentence, found):
                if subject.name != found.thing.name and not _own_affair(sentence, found, subject):
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
    """Whether a plan deploys the thing rather than a body launching it.

    So it is where the clause tells a plan's content, names nobody who acts, and does not say that it is done. What a
    region's own plan sets up (centers, platforms, committees) the region's government launches.
    """
    clause = found.trigger.clause
    plan = told_plan(clause)
    if plan is None or found.trigger.helped is not None or stated(sentence, found.trigger):
        return False
    agent = clause.context.agent
    local = agent is not None and agent.type == "Region"
    return plan.where in TOLD or not local or found.thing.type == "Program"


def _own_affair(sentence: ScopedSentence, found: Undertaking, subject: Entity) -> bool:
    """Whether a thing is too small to be a node: a company's own rule, activities of nobody named."""
    if not inner_rule(found):
        return False
    if found.member.head is not None and found.member.head.text == "活动":
        return not named_before(sentence, found.trigger)
    return subject.type == "Organization"


def inner_rule(found: Undertaking) -> bool:
    """Whether the thing is a house rule (信息披露制度) unless a public body sets it up."""
    head = found.member.head
    rule = head is not None and not head.strong and head.text.endswith(("制度", "责任制", "负责制", "活动"))
    return rule and "“" not in found.thing.name


def _subjects(article: ScopedArticle, sentence: ScopedSentence, found: Undertaking) -> tuple[Entity, ...]:
    if found.rule == "passive":  # the thing stands where the subject would, and the context may take it for one
        place = _IN_PLACE.search(sentence.read.text, 0, found.place[0])
        region = None if place is None else next((n for n in sentence.read.names if n.start == place.end("at")), None)
        if region is not None and region.type == "Region" and sentence.read.text.startswith("，", region.end):
            return (Entity(region.canonical, "Region"),)  # 在A，…项目全面启动
        agent = found.trigger.clause.context.agent
        if agent is not None and (agent.where == "clause" or agent.type == "Center"):
            broad = standing(article)
            if broad is None and agent.type not in {"Agency", "Region"}:
                return ()  # …中心、…中心加快建设: what is set up is not who does it
            if broad is not None:
                return tuple(Entity(part, broad.type) for part in broad.value.split("、"))
        return agents(article, found.trigger.clause)
    return acting(article, sentence, found.trigger)
