"""What a pattern may not look into: titles, quoted names, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

MASK = "\ue000"
"""Stands for every character that is blotted out; it occurs in no document (private use)."""

TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
QUOTED = re.compile(r"[“‘][^“”‘’，。；：！？]{1,40}[”’]")
"""A name in quotation marks; speech has punctuation inside."""
BRACKET = re.compile(r"[（(][^（）()]{0,60}[）)]")
_OPENING = re.compile("[《“‘（(]")
"""What one of them begins with."""


@lru_cache(maxsize=8)  # asked for twice a sentence
def closed(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open places of titles, quoted names and brackets."""
    if not _OPENING.search(text):
        return ()
    return tuple(m.span() for pattern in (TITLE, QUOTED, BRACKET) for m in pattern.finditer(text))


def blot(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text, same length, with every span made of MASK."""
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text
