"""What a sentence is about where it names bodies only: 重大专项由A牵头，B、C参与."""

from __future__ import annotations

import re
from functools import cache

from ...schema.facts import Entity
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle, ScopedSentence
from .coordination import members
from .mention import mention
from .triggers import triggers
from .undertakings import Undertaking, named, undertakings
from .wording import head_of, verbs

_POINTING = re.compile(r"^(?:该|本|这一|此|上述|这个)(?:次|届)?")


@cache
def done_by(predicate: str) -> re.Pattern[str]:
    """X由A牵头, X由A主办: group 1 is X; the match ends where A begins."""
    acts = alternation(verbs(predicate))
    return re.compile(rf"(?:^|[，；。：])\s*([^，；。：由]{{2,40}}?)由(?=[^，；。：]{{2,80}}?(?:{acts}))")


def held(article: ScopedArticle, sentence: ScopedSentence) -> Entity | None:
    """The event that a sentence says is held by somebody (本次大会由A主办): the last one named of its kind."""
    found = done_by("hosts").search(sentence.read.text) if "由" in sentence.read.text else None
    head = None if found is None else head_of(found.group(1))
    if found is None or head is None or head.type != "Event":
        return None
    return last_event(article, sentence, head.text)


def last_event(article: ScopedArticle, sentence: ScopedSentence, ending: str) -> Entity | None:
    """The event with this ending that the article named last, up to the sentence; None where it named none."""
    known: Entity | None = None
    for other in article.sentences:
        for name in other.read.names:
            if name.type == "Event" and name.canonical.endswith(ending) and len(name.canonical) > len(ending) + 1:
                known = known if _POINTING.match(name.canonical) else Entity(name.canonical, name.type)
        if other is sentence:
            break
    return known


def topic(article: ScopedArticle, sentence: ScopedSentence) -> Entity | None:
    """The program that a sentence says is led by somebody; None where it says no such thing.

    A bare kind (重大专项, 该项目) stands for the program of that kind that the article says is set going: the
    nearest before the sentence, else the first after it.
    """
    found = done_by("leads").search(sentence.read.text) if "由" in sentence.read.text else None
    if found is None:
        return None
    start, end = found.span(1)
    member = mention(sentence.read, start, end)
    thing = named(member, weak=False) if member is not None else None
    if thing is not None:
        return thing if thing.type in {"Program", "Center"} else None
    head = head_of(_POINTING.sub("", found.group(1)))
    return None if head is None else _last_named(article, sentence, head.text)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(alternation(verbs("leads", "beside")))


def is_led(sentence: ScopedSentence, found: Undertaking) -> bool:
    """Whether the words of setting going say that a body leads in it (牵头建设…, 牵头组织实施…)."""
    return _leading().search(sentence.read.text, found.trigger.start, found.trigger.end) is not None


def led_before(sentence: ScopedSentence, place: int) -> Entity | None:
    """What a sentence says, before an offset, that a body leads in setting going; None where it says no such thing."""
    led = [u.thing for u in undertakings(sentence) if u.place[1] <= place and is_led(sentence, u)]
    for trigger in triggers(sentence):
        if trigger.object_end <= place and trigger.any(verbs("leads")) is not None:
            things = [named(m, weak=True) for m in members(sentence.read, trigger.object_start, trigger.object_end)]
            led += [thing for thing in things if thing is not None and thing.type == "Program"]
    return led[-1] if led else None


def _last_named(article: ScopedArticle, sentence: ScopedSentence, ending: str) -> Entity | None:
    """The program with this ending that was set going nearest before the sentence, else the first after it."""
    before: Entity | None = None
    passed = False
    for other in article.sentences:
        if other is sentence:
            if before is not None:
                return before
            passed = True
            continue
        for found in undertakings(other):
            if (
                found.thing.type == "Program"
                and found.thing.name.endswith(ending)
                and len(found.thing.name) > len(ending) + 3
            ):
                if passed:
                    return found.thing
                before = found.thing
    return before
