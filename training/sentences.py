"""What the network learns from: sentences with the columns it sees and the spans it is to find."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..folder import list_folder
from ..loaders.language import Reader
from ..loaders.language.mentions import mentions_of
from ..loaders.language.network.columns import Columns, columns
from ..loaders.language.network.segmenter import Segmenter
from ..loaders.language.reading import ReadSentence
from ..loaders.pipeline import File
from ..loaders.reading import SUFFIXES, read
from ..loaders.structure import StructuredDocument, structure
from ..schema.errors import DocumentError
from .annotation import TYPES, Span, annotated, paragraphs

SHORTEST, LONGEST = 8, 300
"""Sentences of other lengths, in characters, are not learned from."""
SHORT = 3
"""A name of the gold with fewer characters is not looked for: it stands inside of other words, too."""
_EMPTY = 60
"""Of the sentences in which the rules find nothing, so many in a hundred are learned from."""

_ALIKE = {"Document": "Plan"}
_PART = re.compile(r"\.part\d+$")
"""004_….txt.part2: the gold of a long document comes in parts."""


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

    How often the rules are right tells docs/entities.md; what they miss is not marked.
    """
    for key, document in _structured(folder):
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


def by_gold(shared: Path, reader: Reader, segmenter: Segmenter | None) -> Iterator[Example]:
    """The sentences of the gold's documents in which its names stand, with them and what the rules find beside them.

    The gold names what a relation holds between, not every mention; names of posts and forms shorter than SHORT are
    left out.
    """
    for key, types in _gold(shared).items():
        document = structure(read(shared / "corpus" / key, key))
        for article in document.articles:
            for one in reader.read(article, document).sentences:
                if SHORTEST <= len(one.text) < LONGEST and (named := _located(one.text, types)):
                    table, spans = seen(one, segmenter)
                    added = [s for s in spans if not any(a < s[1] and s[0] < b for a, b, _ in named)]
                    yield Example(one.text, table, tuple(sorted([*named, *added])), key)


def _gold(shared: Path) -> dict[str, dict[str, str]]:
    """Key under corpus/ → name → type, of the gold's documents that are there."""
    corpus = shared / "corpus"
    keys = {file.path.name: file.key for file in documents(corpus)}
    found: dict[str, dict[str, str]] = {}
    for path in sorted((shared / "gold").rglob("*.jsonl")):
        names = found.setdefault(keys.get(_PART.sub("", path.stem), ""), {})
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            for side in ("subject", "object") if row["kind"] == "relation" else ():
                kind = _ALIKE.get(row[side]["type"], row[side]["type"])
                if kind in TYPES and not (side == "object" and row["predicate"] == "holds_post"):
                    for name in (row[side]["name"], *row[side].get("aliases", ())):
                        if len(name) >= SHORT:
                            names.setdefault(name, kind)
    found.pop("", None)
    return found


def _located(text: str, types: dict[str, str]) -> list[Span]:
    """The places of the names in a text, the longest first and none in another."""
    found: list[Span] = []
    for name in sorted(types, key=lambda n: (-len(n), n)):
        for match in re.finditer(re.escape(name), text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((*match.span(), types[name]))
    return found


def texts(folder: Path) -> Iterator[str]:
    """Every sentence of every document under a folder that can be read."""
    for _, document in _structured(folder):
        for article in document.articles:
            yield from (sentence.text.text for sentence in article.sentences)


def _structured(folder: Path) -> Iterator[tuple[str, StructuredDocument]]:
    """Key and content of every document under a folder that can be read."""
    for file in documents(folder):
        try:
            document = structure(read(file.path, file.key))
        except DocumentError:
            continue
        yield file.key, document


def documents(folder: Path) -> tuple[File, ...]:
    """The files under a folder that a reader knows, in the order of their keys."""
    return list_folder(folder).of(SUFFIXES)
