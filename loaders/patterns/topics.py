"""What a sentence is about where it names bodies only: 重大专项由A牵头，B、C参与."""

from __future__ import annotations

import re
from functools import cache

from ...schema.facts import Entity
from ..context.context import ScopedArticle, ScopedSentence
from .mention import mention
from .undertakings import named, undertakings
from .wording import alternation, head_of, verbs

_POINTING = re.compile(r"^(?:该|本|这一|此|上述|这个)")


@cache
def led_by() -> re.Pattern[str]:
    """X由A牵头: group 1 is X; the match ends where A begins."""
    return re.compile(r"(?:^|[，；。：])\s*([^，；。：由]{2,40}?)由(?=[^，；。：]{2,60}?(?:" + alternation(verbs("leads")) + "))")


def topic(article: ScopedArticle, sentence: ScopedSentence) -> Entity | None:
    """The programme that a sentence says is led by somebody; None where it says no such thing.

    A bare kind (重大专项, 该项目) stands for the programme of that kind that the article says is set going, nearest before it, else after it.
    """
    found = led_by().search(sentence.read.text)
    if found is None:
        return None
    start, end = found.span(1)
    member = mention(sentence.read, start, end)
    thing = named(member, weak=False) if member is not None else None
    if thing is not None:
        return thing if thing.type == "Program" else None
    head = head_of(_POINTING.sub("", found.group(1)))
    return None if head is None else _last_named(article, sentence, head.text)


def _last_named(article: ScopedArticle, sentence: ScopedSentence, ending: str) -> Entity | None:
    """The programme with this ending that was set going nearest before the sentence, else the first after it."""
    before: Entity | None = None
    passed = False
    for other in article.sentences:
        if other is sentence:
            if before is not None:
                return before
            passed = True
            continue
        for found in undertakings(other):
            if found.thing.type == "Program" and found.thing.name.endswith(ending) and len(found.thing.name) > len(ending) + 3:
                if passed:
                    return found.thing
                before = found.thing
    return before
