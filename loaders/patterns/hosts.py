"""hosts: a body holds an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...schema.facts import Entity, Relation
from ..context.context import Clause, ScopedArticle, ScopedSentence
from .clause_roles import acting, agents, entity, in_news, named_before, relation
from .coordination import members
from .mention import Member
from .timing import When, of, reported
from .topics import held
from .triggers import triggers
from .wording import generic, verbs

_AT = re.compile(r"在[^，。；]{1,14}$")
_POINTING = re.compile("这|该|此|本(?:次|届)|上述|会谈并")
_NAMED_YEAR = re.compile(r"(?:19|20)\d\d(?!\d|[-—－~至]\d)")
_EDITION = re.compile(r"届|第|\d{4}|“|全国|中国|世界|国际|全球")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every event with the body that holds it."""
    for sentence in article.sentences:
        yield from _by(article, sentence)
        for trigger in triggers(sentence):
            verb = trigger.any(verbs("hosts"))
            if verb is None:
                continue
            if trigger.relative and _AT.search(sentence.read.text, trigger.clause.start, trigger.start):
                continue  # 在佛山举行的座谈会: where, not by whom
            active = trigger.object_start < trigger.object_end
            if not active and not trigger.any(verbs("hosts", "passive")):
                continue
            start, end = (trigger.object_start, trigger.object_end) if active else (trigger.before, trigger.start)
            for member in members(sentence.read, start, end):
                thing = event(member, cautious=verb in verbs("hosts", "cautious"))
                if thing is None:
                    continue
                place = (trigger.start, member.end) if active else (member.start, trigger.end)
                when = reported(sentence, trigger.clause, (member.start, member.end)) if in_news(article) else None
                when = _of_its_name(trigger.clause, thing) or when
                subjects = _own_body(sentence, member)
                if not subjects:
                    subjects = acting(article, sentence, trigger) if active else agents(article, trigger.clause)
                for subject in subjects:
                    if subject != thing:
                        yield relation(
                            article,
                            sentence,
                            trigger.clause,
                            subject,
                            "hosts",
                            thing,
                            place,
                            "hosts.verb" if active else "hosts.passive",
                            when,
                        )


def _of_its_name(clause: Clause, thing: Entity) -> When | None:
    """An event that names its year (2021世界智能制造大会) is held in it, where the clause states no other."""
    found = _NAMED_YEAR.search(thing.name)
    when = of(clause)
    if found is None or when.source in {None, "stated"} or when.year is None or when.year - int(found[0]) not in (1,):
        return None
    return replace(when, year=int(found[0]), source="stated")


def _own_body(sentence: ScopedSentence, member: Member) -> tuple[Entity, ...]:
    """A congress whose name begins with the body that it is the congress of."""
    if not member.name.endswith("代表大会"):
        return ()
    return tuple(
        entity(n)
        for n in (*sentence.read.names, *sentence.read.nested)
        if n.start == member.start and n.type in {"Agency", "Organization"} and n.end < member.end
    )[:1]


def _by(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """本次大会由A、B共同主办."""
    thing = held(article, sentence)
    if thing is None:
        return
    for trigger in triggers(sentence):
        if trigger.any(verbs("hosts")) is not None and trigger.object_start >= trigger.object_end:
            for subject in named_before(sentence, trigger):
                place = (trigger.clause.start, trigger.end)
                when = _of_its_name(trigger.clause, thing)
                yield relation(article, sentence, trigger.clause, subject, "hosts", thing, place, "hosts.by", when)


def event(member: Member, cautious: bool) -> Entity | None:
    """The event that a member of a list names, None where it is no event or too vague."""
    if _POINTING.match(member.name):
        return None
    if cautious and (member.name.endswith("活动") or not _EDITION.search(member.name)):
        return None
    if member.canonical is not None and member.canonical.type == "Event" and not generic(member.name):
        return Entity(member.canonical.canonical, "Event")
    head = member.head
    race = head is not None and head.text.endswith("赛")  # a contest is a program too, where it is set going
    if head is None or (head.type != "Event" and not race) or generic(member.name) or not 5 <= len(member.name) <= 40:
        return None
    if (not head.strong and (cautious or "“" not in member.name)) or len(member.name) - len(head.text) < 2:
        return None
    return Entity(member.name, "Event")
