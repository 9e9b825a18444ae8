"""Where words that are known only while an article is read stand in a text."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where the words (at least one character) begin in the text, from left to right, none overlapping.

    Names and short forms differ in every article: to compile a pattern for each would cost far more than to look.
    """
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))
