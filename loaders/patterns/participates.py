"""participates: a body takes part in a program or is among those selected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import acting, helped_bodies, named_before, relation
from .coordination import members
from .mention import Member
from .responsibility import assigned, bodies
from .topics import led_before, topic
from .triggers import Trigger, triggers
from .undertakings import named
from .wording import generic, helpers, verbs


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body that the article says takes part in something with a name."""
    yield from assigned(article, "participates")
    for sentence in article.sentences:
        yield from _helping(article, sentence)
        for trigger in triggers(sentence):
            verb = trigger.any(verbs("participates"))
            if trigger.object_start >= trigger.object_end and trigger.any(verbs("participates", "alone")):
                yield from _beside(article, sentence, trigger)
                continue
            if verb is None or trigger.object_start >= trigger.object_end:
                continue
            if trigger.relative and not named_before(sentence, trigger):
                continue  # 上榜的A: who was selected stands behind
            weak = verb in verbs("participates", "weak")
            if weak and trigger.helped is None and not named_before(sentence, trigger):
                continue
            found = members(sentence.read, trigger.object_start, trigger.object_end)
            for member in found:
                thing = _thing(member, weak)
                if thing is None:
                    continue
                for subject in _subjects(article, sentence, trigger):
                    if subject != thing:
                        yield relation(
                            article,
                            sentence,
                            trigger.clause,
                            subject,
                            "participates",
                            thing,
                            (trigger.start, max(m.end for m in found)),
                            "participates.verb",
                        )


def _subjects(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """Who takes part; 支持A在…，允许参与…: the body that was helped before."""
    if trigger.helped is not None or trigger.any(helpers()) is None:
        return acting(article, sentence, trigger)
    before = [t for t in triggers(sentence) if t.end <= trigger.start and t.helped is not None]
    return tuple(helped_bodies(sentence, before[-1])) if before else ()


def _beside(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> Iterator[Relation]:
    """…由A牵头，B、C参与: B and C take part in what A leads."""
    thing = topic(article, sentence)
    if thing is None:
        return
    for subject in named_before(sentence, trigger):
        place = (trigger.clause.start, trigger.end)
        yield relation(article, sentence, trigger.clause, subject, "participates", thing, place, "participates.beside")


@cache
def _helps() -> re.Pattern[str]:
    """A clause that says no more than who helps (B、C积极配合, D参与建设)."""
    acts = alternation(verbs("participates", "alone") | verbs("participates", "helping"))
    how, what = "(?:共同|积极|密切|协同|做好|联合){0,2}", "(?:工作|实施|建设|推进|落实|开展|组建)?"
    return re.compile(rf"(?P<who>[^，。；：由]{{2,60}}?){how}(?:{acts}){what}")


def _helping(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """由A牵头建设X，B、C配合: B and C take part in X."""
    for clause in sentence.clauses:
        found = _helps().fullmatch(sentence.read.text, clause.start, clause.end)
        thing = None if found is None else led_before(sentence, clause.start)
        if found is None or thing is None:
            continue
        for body in bodies(sentence, *found.span("who")):
            yield relation(
                article, sentence, clause, body, "participates", thing, found.span(), "participates.beside"
            )


def _thing(member: Member, weak: bool) -> Entity | None:
    if member.role == "class" or "的" in member.name:
        return None
    name = member.canonical
    known = name is not None and (name.found_by != "suffix" or name.type == "Event")
    if name is not None and known and name.type in {"Event", "Program", "Center"} and not generic(name.canonical):
        return Entity(name.canonical, name.type)
    if (
        member.head is not None
        and member.head.type == "Event"
        and member.head.strong
        and not weak
        and len(member.name) > 5
    ):
        return Entity(member.name, "Event")
    if weak and not member.name.startswith("国家"):
        return None
    thing = named(member, weak=True)
    return thing if thing is not None and thing.type in {"Program", "Center"} else None
