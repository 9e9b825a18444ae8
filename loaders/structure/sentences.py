"""Sentence splitting: 。！？ end a sentence, but not inside quotes, titles or brackets; ； does not end one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.punctuation import CLOSING, PAIRS, QUOTATION_MARKS
from ..reading.mapped import MappedText

_ENDS = frozenset("。！？!?")
_BRACKET = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSING)))}]")
_MARK = re.compile(f"[{re.escape(''.join((*PAIRS, *sorted(_ENDS))))}]")
"""The characters at which a sentence may end, and the opening ones, inside whose pair it does not."""
# After a closing quote the sentence goes on when one of these follows: “……。”的精神, “……！”，他说.
_GOES_ON = re.compile(r"[，、；：。！？的地得等和与及或]")
# （一）, (2): the label of the next item, not a remark on the sentence before it.
_LABEL = re.compile(r"[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]")
QUOTE_LIMIT = 400
"""A pair that spans more characters is taken for a quotation of whole sentences, which are split inside it."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the sentences of one paragraph, which together cover it; no span is blank.

    A bracket right after the end belongs to the sentence (…。（财政部负责）), unless it is the next item's label.
    Decimals and labels (3.5, 1．) never end one, since a point is no end here. A bracket or quote that does not
    close within the paragraph, or closes after more than QUOTE_LIMIT characters, binds nothing.
    """
    partner = _partners(text)
    start = i = 0
    while (mark := _MARK.search(text, i)) is not None:
        i = mark.start()
        char = text[i]
        if char in PAIRS and i in partner:
            close = partner[i]
            ends_quote = char in QUOTATION_MARKS and close - i > 1 and text[close - 1] in _ENDS
            i = close + 1
            while i < len(text) and text[i] in CLOSING:
                i += 1
            if ends_quote and not _GOES_ON.match(text, i):
                if text[start:i].strip():
                    yield start, i
                start = i
            continue
        i += 1
        if char not in _ENDS or (char in "!?" and i < len(text) and text[i].isascii() and text[i].isalnum()):
            continue
        while i < len(text) and (text[i] in _ENDS or text[i] in CLOSING):
            i += 1
        if i in partner and text[i] in "（(" and not _LABEL.match(text, i):
            i = partner[i] + 1
        if text[start:i].strip():
            yield start, i
            start = i
    if text[start:].strip():
        yield start, len(text)


def split_sentences(paragraph: MappedText) -> tuple[MappedText, ...]:
    """The sentences of one paragraph, without white space at their ends."""
    return tuple(paragraph.slice(a, b).strip() for a, b in sentence_spans(paragraph.text))


def _partners(text: str) -> dict[int, int]:
    """For each opening mark that closes within QUOTE_LIMIT characters, where it closes."""
    open_marks: list[tuple[str, int]] = []
    partner: dict[int, int] = {}
    for mark in _BRACKET.finditer(text):
        i, char = mark.start(), mark[0]
        if char in PAIRS:
            open_marks.append((PAIRS[char], i))
        else:
            for depth in range(len(open_marks) - 1, -1, -1):
                if open_marks[depth][0] == char:
                    at = open_marks[depth][1]
                    if i - at <= QUOTE_LIMIT:
                        partner[at] = i
                    del open_marks[depth:]
                    break
    return partner
