"""What a sentence is about where it names bodies only: 重大专项由A牵头，B、C参与."""

from __future__ import annotations

import re
from functools import cache

from ...schema.facts import Entity
from ..context.context import ScopedArticle, ScopedSentence
from .mention import mention
from .undertakings import named
from .wording import alternation, head_of, verbs

_POINTING = re.compile(r"^(?:该|本|这一|此|上述|这个)")


@cache
def led_by() -> re.Pattern[str]:
    """X由A牵头: group 1 is X; the match ends where A begins."""
    return re.compile(r"(?:^|[，；。：])\s*([^，；。：由]{2,40}?)由(?=[^，；。：]{2,60}?(?:" + alternation(verbs("leads")) + "))")


def topic(article: ScopedArticle, sentence: ScopedSentence) -> Entity | None:
    """The programme that a sentence says is led by somebody; None where it says no such thing.

    A bare kind (重大专项, 该项目) stands for the programme of that kind that the article named last before it.
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
    last: Entity | None = None
    for earlier in article.sentences:
        if earlier is sentence:
            break
        for name in earlier.read.names:
            longer = name.type == "Program" and name.canonical.endswith(ending) and len(name.canonical) > len(ending) + 3
            if longer and (last is None or len(name.canonical) >= len(last.name)):
                last = Entity(name.canonical, name.type)
    return last
