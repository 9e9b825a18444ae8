"""From a place in a sentence to the evidence of a fact."""

from __future__ import annotations

from ...schema.facts import QUOTE_LIMIT, Evidence
from ..context.context import ScopedSentence
from ..structure.article import StructuredDocument


def evidence(
    document: StructuredDocument, sentence: ScopedSentence, start: int, end: int, keep: int | None = None
) -> Evidence:
    """The evidence for characters start..end of a sentence.

    keep: an offset that the quote must hold (the number's), for the case that start..end is longer than
    QUOTE_LIMIT in the original and must be cut around it; default the end.
    """
    source, text = document.source, sentence.read.sentence.text
    whole = source.quote(*text.origin(0, len(text)))
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
    return Evidence(source.key, quote, whole, char_start, char_end, source.page(char_start))
