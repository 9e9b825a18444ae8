"""How much of a sentence a person is shown as the proof of a fact."""

from __future__ import annotations

import re

from ..table import Row

SHORT_QUOTE = 20
"""Below so many characters a quote says little, and its sentence is shown in its place."""
LONG_SENTENCE = 100
"""Beyond so many characters a sentence is cut to the clauses around the quote."""
AROUND = 40
"""So many characters of such a sentence stay at most on each side of the quote."""

_HARD_BREAK = re.compile(r"(?<=[^ -~])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^ -~])")
_BREAK = re.compile(r"[，,；;：:。｜]")

# what would steer a terminal or break an XML file, were a hostile document to hold it; line ends stay
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters and marks that turn its direction; a tab, between cells, is ｜."""
    return _CONTROL.sub("", text).replace("\t", "｜")


def excerpt(row: Row) -> tuple[str, int, int]:
    """The text that proves a row, and where in it the quote begins and ends.

    The quote; its whole sentence or table row where the quote is short; of a long sentence the clauses around it,
    with … where something was left out.
    """
    quote, sentence = (_line(str(row.get(name) or "")) for name in ("quote", "sentence"))
    start = sentence.find(quote)
    if len(quote) >= SHORT_QUOTE or start < 0:
        return quote, 0, len(quote)
    left, right = 0, len(sentence)
    if len(sentence) > LONG_SENTENCE:
        left, right = _left(sentence, start), _right(sentence, start + len(quote))
    before = ("…" if left else "") + sentence[left:start]
    after = sentence[start + len(quote) : right] + ("…" if right < len(sentence) else "")
    return before + quote + after, len(before), len(before) + len(quote)


def _line(text: str) -> str:
    """The text on one line; the line breaks of a hard-broken original are no spaces between Chinese characters."""
    return printable(_HARD_BREAK.sub("", text))


def _left(sentence: str, start: int) -> int:
    """Where the farthest clause begins that stays within AROUND; in a longer clause just so far."""
    begin = max(0, start - AROUND)
    found = _BREAK.search(sentence, begin, start)
    return found.end() if found and begin else begin


def _right(sentence: str, end: int) -> int:
    stop = min(len(sentence), end + AROUND)
    found = [match.start() for match in _BREAK.finditer(sentence, end, stop)]
    return found[-1] if found and stop < len(sentence) else stop
