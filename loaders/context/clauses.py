"""Cuts a sentence into clauses."""

from __future__ import annotations

import re

from ...schema.punctuation import CLOSING, PAIRS

_MARK = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSING)))}]")
_CUT = re.compile(r"[，；：,;:。！？!?\t]")
_LONGEST_PAIR = 80
"""A quotation or bracket longer than this holds clauses of its own and is cut inside."""


def cut(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the clauses of a sentence, without the punctuation between them.

    Titles, quotations and brackets stay whole up to 80 characters; a comma or colon between digits is part of a
    number (1,000; 9:30). The clauses are in order, none is empty, at least one unless the text is blank.
    """
    closed = _closed(text)
    found, start = [], 0
    for match in _CUT.finditer(text):
        at = match.start()
        between_digits = (
            0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit() and text[at] in ",:：，"
        )
        if closed[at] or between_digits:
            continue
        found.append((start, at))
        start = at + 1
    found.append((start, len(text)))
    trimmed = (_trim(text, a, b) for a, b in found)
    return tuple((a, b) for a, b in trimmed if a < b)


def _closed(text: str) -> bytearray:
    """1 for every character inside a short pair."""
    inside, awaited = bytearray(len(text)), dict.fromkeys(CLOSING, 0)
    stack: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        character, at = mark[0], mark.start()
        if character in PAIRS:
            stack.append((PAIRS[character], at))
            awaited[PAIRS[character]] += 1
        elif awaited[character]:
            while stack:
                closing, opened = stack.pop()
                awaited[closing] -= 1
                if closing == character:
                    if at - opened <= _LONGEST_PAIR:
                        inside[opened : at + 1] = b"\x01" * (at + 1 - opened)
                    break
    return inside


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
