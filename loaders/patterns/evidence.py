"""From a place in a sentence to the evidence of a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from ...schema.basis import FIELDS, Basis
from ...schema.facts import QUOTE_LIMIT, Evidence
from ..context.context import Clause, ScopedSentence
from ..reading.mapped import MappedText
from ..structure.article import StructuredDocument

_SPACE = re.compile(r"\s")


def evidence(
    document: StructuredDocument, sentence: ScopedSentence, start: int, end: int, keep: int | None = None
) -> Evidence:
    """The evidence for characters start..end of a sentence.

    keep: an offset that the quote must hold (the number's), for the case that start..end is longer than
    QUOTE_LIMIT in the original and must be cut around it; default the end.
    """
    source, text = document.source, sentence.read.sentence.text
    whole = source.quote(*_whole(text))
    keep = end - 1 if keep is None else keep
    while True:
        char_start, char_end = text.origin(start, end)
        quote = source.quote(char_start, char_end)
        if len(quote) <= QUOTE_LIMIT:
            break
        over = max(1, (len(quote) - QUOTE_LIMIT) // 2)
        left = min(over, keep - start)
        start, end = start + left, max(keep + 1, end - (over if left < over else 0))
        if end - start == 1:
            break
    ocr = source.recognised(char_start, char_end)
    box, score = (ocr.box, ocr.score) if ocr else (None, None)
    return Evidence(source.key, quote, whole, char_start, char_end, source.page(char_start), box, score)


@lru_cache(maxsize=4)  # asked for again for every fact of a sentence
def _whole(text: MappedText) -> tuple[int, int]:
    return text.origin(0, len(text))


def said_at(text: str, words: str, near: tuple[int, int]) -> tuple[int, int] | None:
    """Where a text has the words, spaces inside them aside: inside `near`, else the place nearest to it; None: nowhere.

    near: half-open offsets; of two places that are as far the one before is taken.
    """
    exact = _nearest(text, words, near)
    if exact is not None or not _SPACE.search(text):
        return exact
    spaced = re.compile(r"\s*+".join(map(re.escape, words)))
    found = [m.span() for m in spaced.finditer(text)]
    return min(found, key=lambda place: _distance(place, near), default=None)


def _nearest(text: str, words: str, near: tuple[int, int]) -> tuple[int, int] | None:
    start, end = near
    starts = (text.find(words, start, end), text.rfind(words, 0, end + len(words)), text.find(words, start))
    found = [(at, at + len(words)) for at in starts if at >= 0]
    return min(found, key=lambda place: _distance(place, near), default=None)


def _distance(place: tuple[int, int], near: tuple[int, int]) -> int:
    return max(near[0] - place[1], place[0] - near[1], 0)


def kept_bases(
    sentence: ScopedSentence, clause: Clause, bases: Mapping[str, Basis], **values: object
) -> tuple[tuple[str, Basis], ...]:
    """What the fields of a fact in this clause rest on, without those that have no value.

    A basis that stood in a clause when it was read is the sentence's, or the paragraph's, for a fact further on.
    """
    text = sentence.read.sentence.text
    own, whole = text.origin(clause.start, clause.end), _whole(text)
    found = []
    for name in FIELDS:
        basis = bases.get(name)
        if basis is None or values.get(name) is None:
            continue
        if basis.where == "clause" and basis.char_start is not None:
            here = "clause" if own[0] <= basis.char_start < own[1] else "sentence"
            here = here if whole[0] <= basis.char_start < whole[1] else "paragraph"
            basis = basis if here == "clause" else replace(basis, where=here)
        found.append((name, basis))
    return tuple(found)
