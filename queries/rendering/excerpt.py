"""How much of a sentence a person is shown as the proof of a fact."""

from __future__ import annotations

import re

from ...schema.printable import one_line
from ..table import Row

SHORT_QUOTE = 20
"""Below so many characters a quote says little, and its sentence is shown in its place."""
LONG_SENTENCE = 100
"""Beyond so many characters a sentence is cut to the clauses around the quote."""
AROUND = 40
"""So many characters of such a sentence stay at most on each side of the quote."""

_BREAK = re.compile(r"[，,；;：:。｜]")


def excerpt(row: Row) -> tuple[str, int, int]:
    """The text that proves a row, and where in it the quote begins and ends.

    The quote; its whole sentence or table row where the quote is short; of a long sentence the clauses around it,
    with … where something was left out.
    """
    quote, sentence = (one_line(str(row.get(name) or "")) for name in ("quote", "sentence"))
    start = sentence.find(quote)
    if len(quote) >= SHORT_QUOTE or start < 0:
        return quote, 0, len(quote)
    left, right = 0, len(sentence)
    if len(sentence) > LONG_SENTENCE:
        left, right = _left(sentence, start), _right(sentence, start + len(quote))
    before = ("…" if left else "") + sentence[left:start]
    after = sentence[start + len(quote) : right] + ("…" if right < len(sentence) else "")
    return before + quote + after, len(before), len(before) + len(quote)


def _left(sentence: str, start: int) -> int:
    """Where the farthest clause begins that stays within AROUND; in a longer clause just so far."""
    begin = max(0, start - AROUND)
    found = _BREAK.search(sentence, begin, start)
    return found.end() if found and begin else begin


def _right(sentence: str, end: int) -> int:
    stop = min(len(sentence), end + AROUND)
    found = [match.start() for match in _BREAK.finditer(sentence, end, stop)]
    return found[-1] if found and stop < len(sentence) else stop
