"""What the network sees of each character: itself, its neighbor, and what the rules and the segmenter say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from ..mentions import Mention
from ..reading import Name
from ..suffixes import strength_of

Columns = NDArray[np.uint64]
"""One row a character, one column each of COLUMNS; values are keys to be hashed, 0 where there is nothing to say."""

COLUMNS = ("character", "pair", "mention", "name", "word")
"""character: the code point (digits alike). pair: with the one after it. mention: place in a mention of the rules, its
type and the rule. name: the same for the longest name that is none. word: place in a word (B, M, E, S)."""

TYPES = ("Agency", "Organization", "Person", "Region", "Plan", "Program", "Center", "Event", "Metric", "Document")
_RULES = ("gazetteer", "title", "suffix", "quoted", "event", "alias", "person", "metric", "known")
_STRENGTHS = (None, "strong", "medium", "governed", "weak")
_BEGIN, _INSIDE, _END, _SINGLE = 1, 2, 3, 4
_ALIKE = {ord(a): b for a, b in zip(",;:!?()０１２３４５６７８９123456789", "，；：！？（）" + "0" * 19, strict=True)}
"""Marks and digits that are read alike."""
_PAIR = 1 << 21
_KEY = "policygraph.columns"


def columns(
    text: str, mentions: Iterable[Mention] = (), names: Iterable[Name] = (), words: Sequence[str] | None = None
) -> Columns:
    """The columns of one text. names: candidates of the rules, of which those that are mentions are left out.

    words: the words of the text in order, joined they are the text; None where no segmenter is used.
    """
    codes = np.array([ord(c) for c in text.translate(_ALIKE)] + [10], dtype=np.uint64)
    table = np.zeros((len(text), len(COLUMNS)), dtype=np.uint64)
    table[:, 0] = codes[:-1]
    table[:, 1] = codes[:-1] * np.uint64(_PAIR) + codes[1:]
    taken = set()
    for m in mentions:
        taken.add((m.start, m.end))
        rule = _RULES.index(m.found_by) + 1 if m.found_by in _RULES else 0
        _place(table, 2, m.start, m.end, (TYPES.index(m.type) * 16 + rule) * 8)
    for name in sorted(names, key=lambda n: n.end - n.start):  # the longest is written last
        if (name.start, name.end) not in taken and name.type in TYPES:
            strength = _STRENGTHS.index(strength_of(name.text) if name.found_by == "suffix" else None)
            rule = _RULES.index(name.found_by) + 1 if name.found_by in _RULES else 0
            _place(table, 3, name.start, name.end, ((TYPES.index(name.type) * 16 + rule) * 8 + strength) * 8)
    start = 0
    for word in words or ():
        _place(table, 4, start, start + len(word), 0)
        start += len(word)
    return table


def _place(table: Columns, column: int, start: int, end: int, label: int) -> None:
    """Writes where in the span each character stands, with the span's label."""
    if end - start == 1:
        table[start, column] = label + _SINGLE
        return
    table[start + 1 : end - 1, column] = label + _INSIDE
    table[start, column] = label + _BEGIN
    table[end - 1, column] = label + _END


def starts_and_ends(column: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """The spans that one of the columns mention, name and word holds, half-open."""
    found, start = [], 0
    for place, key in enumerate(column):
        position = int(key) % 8
        if position in (_BEGIN, _SINGLE):
            start = place
        if position in (_END, _SINGLE):
            found.append((start, place + 1))
    return found


def write(doc: Doc, table: Columns) -> None:
    """Hands the columns to the network with the Doc."""
    doc.user_data[_KEY] = table


def of(doc: Doc) -> Columns:
    """The columns of a Doc; of its bare text where none were written."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = columns(doc.text)
    table: Columns = doc.user_data[_KEY]
    return table
