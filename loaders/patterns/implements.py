"""implements: a body or a plan acts on a titled document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import acting, entity, named_before, obliged, relation, stated, told_plan
from .coordination import members
from .issues import own_title
from .mention import Member
from .timing import dated
from .triggers import Trigger, triggers
from .wording import verbs

_MAKES = re.compile(
    r"(?:制定|制订|编制|提出|印发|出台)(?:了)?(?:本|《|以下|如下)|特?制[定订](?:本|《)|提出[^，。]{0,6}(?:意见|措施)"
)

_SUSPENDED = re.compile("(?:暂时调整|暂停|停止|不再|免予|免于)$")
_BY = re.compile("(?:按照|依照|根据|依据|参照)[^，。；]*$")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every titled document that the article says is acted on."""
    for sentence in article.sentences:
        for trigger in triggers(sentence):
            verb = trigger.any(verbs("implements"))
            if verb is None or trigger.object_start >= trigger.object_end:
                continue
            if _SUSPENDED.search(sentence.read.text, 0, trigger.start):
                continue
            found = members(sentence.read, trigger.object_start, trigger.object_end)
            for member in found:
                thing = _document(member, verb, told_plan(trigger.clause) is not None)
                if thing is None:
                    continue
                made = _ground(article, sentence, trigger)
                subjects = (made,) if made is not None else _subjects(article, sentence, trigger)
                for subject in subjects:
                    if subject.name != thing.name:
                        yield relation(
                            article,
                            sentence,
                            trigger.clause,
                            subject,
                            "implements",
                            thing,
                            (trigger.start, max(member.end, trigger.end)),
                            "implements.verb",
                            dated(trigger.clause) if made is not None else None,
                        )


def _ground(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> Entity | None:
    """The plan that a sentence says is made on that ground (根据《X》，制定本方案), else None."""
    if not _MAKES.search(sentence.read.text) or stated(sentence, trigger):
        return None
    return _made(article, sentence, trigger)


def _subjects(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """The plan whose content is told, else who acts."""
    own = () if named_before(sentence, trigger) else obliged(sentence, trigger)
    if own:
        return own
    plan = told_plan(trigger.clause)
    titles = [n for n in sentence.read.names if n.text.startswith("《")]
    cited = plan is not None and any(
        n.canonical == plan.value and _BY.search(sentence.read.text, 0, n.start) for n in titles
    )
    if plan is not None and not cited and not stated(sentence, trigger):
        return (Entity(plan.value, plan.type),)
    return acting(article, sentence, trigger)


def _made(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> Entity | None:
    """The plan that a sentence says is made (…，制定本方案; 制定了《X》)."""
    for name in sentence.read.names:
        if (
            name.type in {"Plan", "Document"}
            and name.start > trigger.end
            and re.search(r"(?:制[定订]|编制|印发|出台|提出)了?$", sentence.read.text[: name.start])
        ):
            return entity(name)
    if trigger.clause.context.plan is not None:
        return Entity(trigger.clause.context.plan.value, trigger.clause.context.plan.type)
    title = article.read.article.info.title
    return None if title is None else Entity(own_title(title.value), "Plan")


def _document(member: Member, verb: str, told: bool) -> Entity | None:
    if member.title:
        name = member.canonical
        return (
            Entity(name.canonical, name.type)
            if name is not None and name.type in {"Plan", "Document"}
            else Entity(member.name, "Plan")
        )
    name = member.canonical
    if re.search("精神|理念|思想|发展观", member.name):
        return None  # what a meeting taught is no titled document
    cautious = verb in verbs("implements", "cautious")
    written = member.head is not None and member.head.text.endswith(("规划", "纲要"))
    if written and verb in {"实施", "组织实施"} and not told and len(member.name) > 6:
        return Entity(member.name, "Plan")
    if name is not None and name.type in {"Plan", "Document"} and (not cautious or name.found_by != "suffix"):
        return Entity(name.canonical, name.type)
    if (
        member.head is not None
        and member.head.text == "战略"
        and verb in {"贯彻落实", "贯彻", "落实"}
        and len(member.name) > 4
    ):
        return Entity(member.name, "Plan")
    return None
