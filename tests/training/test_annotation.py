"""The annotated paragraphs: every line is sound by itself, and its places lead to names in the documents."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from policygraph.loaders.reading import Source, read
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.training.annotation import TYPES, Paragraph, annotated, paragraphs

MARKS = "《》〈〉，。、；：！？ \t\n\u3000"


def test_three_hundred_paragraphs_with_their_mentions() -> None:
    marked = paragraphs()
    assert (len(marked), sum(len(p.mentions) for p in marked)) == (300, 820)
    assert set(Counter(kind for p in marked for *_, kind in p.mentions)) == set(TYPES)


def test_paragraphs_of_a_document_do_not_overlap() -> None:
    marked = sorted(paragraphs(), key=lambda p: (p.document, p.start))
    assert all(a.end <= b.start for a, b in pairwise(marked) if a.document == b.document)


@pytest.mark.parametrize("paragraph", paragraphs(), ids=lambda p: f"{p.document}:{p.start}")
def test_mentions_are_in_order_inside_their_paragraph(paragraph: Paragraph) -> None:
    last = paragraph.start
    for start, end, kind in paragraph.mentions:
        assert last <= start < end <= paragraph.end
        assert kind in TYPES
        last = end


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, tuple[Source, StructuredDocument]]:
    """Every annotated document, read."""
    read_ones = {key: read(shared / "corpus" / key, key) for key in sorted({p.document for p in paragraphs()})}
    return {key: (source, structure(source)) for key, source in read_ones.items()}


def test_mentions_have_no_marks_at_their_ends(documents: dict[str, tuple[Source, StructuredDocument]]) -> None:
    odd = []
    for paragraph in paragraphs():
        source, _ = documents[paragraph.document]
        for start, end, kind in paragraph.mentions:
            text = source.quote(start, end)
            unpaired = any(text.count(a) != text.count(b) for a, b in ("“”", "《》", "（）", "()"))
            if text[0] in MARKS or text[-1] in MARKS or unpaired:
                odd.append((paragraph.document, start, kind, text))
    assert odd == []


def test_every_mention_lies_in_a_sentence(documents: dict[str, tuple[Source, StructuredDocument]]) -> None:
    for paragraph in paragraphs():
        source, document = documents[paragraph.document]
        found = [
            (sentence.text.text[start:end], kind)
            for sentence, spans in annotated(document, paragraph)
            for start, end, kind in spans
        ]
        assert len(found) == len(paragraph.mentions)
        if not source.markup:
            lengths = [end - start for start, end, _ in paragraph.mentions]
            assert all(len(text) <= length for (text, _), length in zip(found, lengths, strict=True))
