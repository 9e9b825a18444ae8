"""Who speaks in an interview: 记者：… 王某：…, label by label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .blocks import Block

# A speaker's label at the start of a paragraph: up to twelve characters without punctuation, then a colon.
_LABEL = re.compile(r"([\u4e00-\u9fff·A-Za-z\d]{1,12}(?:\s[\u4e00-\u9fff·]{1,6})?)\s*[：:](?=\s*\S)")
_ASKS = re.compile(r"记者|主持人|^问$|提问")


def speakers(blocks: Sequence[Block]) -> list[str | None]:
    """For each block the speaker whose words it is, None outside interviews.

    An article is an interview when a label that asks (记者, 主持人, 问) and another label both stand in it. The words
    of a speaker go on to the next label, heading or caption.
    """
    found = [_LABEL.match(block.text.text) if block.kind in {"text", "lead"} and not block.label else None for block in blocks]
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
    return any(a in asking and b == name for a, b in zip(labels, labels[1:], strict=False))
