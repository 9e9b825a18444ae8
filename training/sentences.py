"""What the network learns from: sentences with the columns it sees and the spans it is to find."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..loaders.language import Reader
from ..loaders.language.mentions import mentions_of
from ..loaders.language.network.columns import Columns, columns
from ..loaders.language.network.segmenter import Segmenter
from ..loaders.language.reading import ReadSentence
from ..loaders.reading import SUFFIXES, read
from ..loaders.structure import structure
from ..schema.errors import DocumentError
from .annotation import Span, annotated, paragraphs

SHORTEST, LONGEST = 8, 300
"""Sentences of other lengths, in characters, are not learned from."""
_EMPTY = 60
"""Of the sentences in which the rules find nothing, so many in a hundred are learned from."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence. table: what the network sees of it. spans: what stands in it, half-open. document: its key."""

    text: str
    table: Columns
    spans: tuple[Span, ...]
    document: str


def seen(read_one: ReadSentence, segmenter: Segmenter | None) -> tuple[Columns, tuple[Span, ...]]:
    """What the network sees of a sentence, and what the rules find in it."""
    found = mentions_of(read_one)
    words = segmenter.words(read_one.text) if segmenter else None
    table = columns(read_one.text, found, [*read_one.names, *read_one.nested], words)
    return table, tuple((m.start, m.end, m.type) for m in found)


def by_rules(folder: Path, reader: Reader, segmenter: Segmenter | None) -> Iterator[Example]:
    """Sentences of every document under a folder, with what the rules find; all that have a name, some that have none.

    The rules are right in nearly nine of ten names that they find there; what they miss is not marked.
    """
    for path in documents(folder):
        key = path.relative_to(folder).as_posix()
        try:
            document = structure(read(path, key))
        except DocumentError:
            continue
        for article in document.articles:
            for one in reader.read(article, document).sentences:
                if SHORTEST <= len(one.text) < LONGEST:
                    table, spans = seen(one, segmenter)
                    if spans or zlib.crc32(one.text.encode()) % 100 < _EMPTY:
                        yield Example(one.text, table, spans, key)


def by_annotation(corpus: Path, reader: Reader, segmenter: Segmenter | None) -> Iterator[Example]:
    """The sentences of the annotated paragraphs, with what was marked in them."""
    marked = paragraphs()
    for key in dict.fromkeys(p.document for p in marked):
        document = structure(read(corpus / key, key))
        sentences = {id(s.sentence): s for a in document.articles for s in reader.read(a, document).sentences}
        for paragraph in (p for p in marked if p.document == key):
            for sentence, spans in annotated(document, paragraph):
                one = sentences[id(sentence)]
                yield Example(one.text, seen(one, segmenter)[0], spans, key)


def texts(folder: Path) -> Iterator[str]:
    """Every sentence of every document under a folder that can be read."""
    for path in documents(folder):
        try:
            document = structure(read(path, path.relative_to(folder).as_posix()))
        except DocumentError:
            continue
        for article in document.articles:
            yield from (sentence.text.text for sentence in article.sentences)


def documents(folder: Path) -> Iterable[Path]:
    """The readable files under a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
