"""The annotated paragraphs: every mention of a name in 300 paragraphs, as places and types (mentions/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from ..loaders.structure import StructuredDocument
from ..loaders.structure.article import Sentence

TYPES = ("Agency", "Organization", "Person", "Region", "Plan", "Program", "Center", "Event", "Metric")

Span = tuple[int, int, str]
"""(start, end, type), half-open."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One annotated paragraph. document: key of the file under corpus/; all offsets count in its original text."""

    document: str
    start: int
    end: int
    mentions: tuple[Span, ...]


def paragraphs() -> tuple[Paragraph, ...]:
    """Every annotated paragraph, in the order of the file."""
    text = (files(__package__) / "mentions" / "mentions.jsonl").read_text(encoding="utf-8")
    return tuple(
        Paragraph(row["document"], row["char_start"], row["char_end"], tuple((a, b, t) for a, b, t in row["mentions"]))
        for row in map(json.loads, text.splitlines())
    )


def annotated(document: StructuredDocument, marked: Paragraph) -> Iterator[tuple[Sentence, tuple[Span, ...]]]:
    """The sentences of the paragraph, each with the mentions that lie in it; offsets into the sentence's text."""
    for article in document.articles:
        for sentence in article.sentences:
            start, end = sentence.text.origin(0, len(sentence.text))
            if marked.start <= start and end <= marked.end:
                yield sentence, tuple(_within(sentence, marked.mentions))


def _within(sentence: Sentence, mentions: tuple[Span, ...]) -> Iterator[Span]:
    text = sentence.text
    first, last = text.origin(0, len(text))
    for start, end, kind in mentions:
        if first <= start and end <= last:
            inside = [i for i in range(len(text)) if text.starts[i] < end and start < text.ends[i]]
            yield inside[0], inside[-1] + 1, kind
