"""Who speaks in an interview: 记者：… 王某：…, label by label."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Sequence

from ...schema.documents import DocumentInfo, Stated
from .article import Sentence
from .blocks import Block

# A speaker's label at the start of a paragraph: up to twelve characters without punctuation, then a colon.
_LABEL = re.compile(r"([\u4e00-\u9fff·A-Za-z\d]{1,12}(?:\s[\u4e00-\u9fff·]{1,6})?)\s*[：:](?=\s*\S)")
_ASKS = re.compile(r"记者|主持人|^问$|提问")
_NAMELESS = frozenset({"答", "回答", "答复", "解答"})
"""Labels of answers that name nobody."""


def speakers(blocks: Sequence[Block]) -> list[str | None]:
    """For each block the speaker whose words it is, None outside interviews.

    An article is an interview when a label that asks (记者, 主持人, 问) and another label both stand in it. The words
    of a speaker go on to the next label, heading or caption.
    """
    spoken = [block.kind in {"text", "lead"} and not block.label for block in blocks]
    found = [_LABEL.match(block.text.text) if s else None for s, block in zip(spoken, blocks, strict=True)]
    names = Counter(match.group(1) for match in found if match)
    asking = {name for name in names if _ASKS.search(name)}
    answering = {name for name in names if name not in asking and (names[name] > 1 or _follows(found, asking, name))}
    if not asking or not answering:
        return [None] * len(blocks)
    voice: str | None = None
    result: list[str | None] = []
    for block, match in zip(blocks, found, strict=True):
        if match and match.group(1) in asking | answering:
            voice = match.group(1)
        elif block.kind in {"heading", "caption"}:
            voice = None
        result.append(voice)
    return result


def _follows(found: Sequence[re.Match[str] | None], asking: set[str], name: str) -> bool:
    """The label `name` stands next after a label that asks."""
    labels = [match.group(1) for match in found if match]
    return any(a in asking and b == name for a, b in itertools.pairwise(labels))


def with_interviewee(info: DocumentInfo, sentences: Sequence[Sentence]) -> DocumentInfo:
    """The description with the one person who answers in an interview as speaker, where it names no other."""
    answers = [s for s in sentences if s.speaker and not _ASKS.search(s.speaker)]
    if info.speaker or len({s.speaker for s in answers}) != 1 or answers[0].speaker in _NAMELESS:
        return info
    name, first = answers[0].speaker, answers[0].text
    return dataclasses.replace(info, speaker=Stated(name or "", "interview", first.starts[0]))
