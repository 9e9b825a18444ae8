"""What a file says, apart from its format: header fields, headings, paragraphs, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from policygraph.loaders.reading import MappedText, Source, read_bytes
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.loaders.structure.lines import Line as TextLine
from policygraph.loaders.structure.lines import joined_lines, split_lines
from policygraph.loaders.structure.paragraphs import paged
from policygraph.loaders.structure.setting import measured, setting
from policygraph.schema.vocabulary import vocabulary

from .document import Document
from .typesetting import is_entry

_HEADING = re.compile(r"(#{1,6})\s+")
# Headers that stand in the text itself, which keeps them.
_IN_TEXT = frozenset({"heading", "page title"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    kind: "text", "heading" (level 1 to 6), "row" (cells parted by "\\t"), "set" (cells parted by spaces, as on a page)
    or "blank".
    """

    text: str
    kind: str = "text"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """headers: (label, value) as a site or front matter states them; lines: the text."""

    headers: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def title(self) -> str | None:
        """The title that a header states."""
        return next((value for label, value in self.headers if label == _labels()["title"]), None)


@lru_cache(maxsize=1)  # most transformations of a document begin with it
def content(document: Document) -> Content:
    """The content of a file. A plain text says what its lines say; of the others it is what their readers gave.

    Of a text that has hard line breaks or page breaks already it is the paragraphs as they are read.
    """
    source = read_bytes(document.data, document.key)
    lines = split_lines(source.main)
    some = measured(lines, source.original)
    if setting(some) is not None:
        cells = {line.value for line in some if line.row and "\t" not in line.value}
        whole = (Line(words, "set") if words in cells else _line(words, False) for words in _whole(lines, source))
        return Content(_headers(source), tuple(whole))
    stored = any(stated.where == "front matter" for _, stated in source.headers)
    if source.format != "txt" or source.markup or stored:
        return Content(_headers(source), tuple(_line(words, False) for words in source.main.text.split("\n")))
    if paged(lines):
        parts = _whole(split_lines(MappedText.whole(source.original)), source)
        return Content((), tuple(line for words in parts for line in (_line(words, True), Line("", "blank"))))
    return Content((), tuple(_line(words, True) for words in source.original.split("\n")))


def _whole(lines: Sequence[TextLine], source: Source) -> Iterator[str]:
    """The lines, joined where they are of one paragraph of the document."""
    spans = iter(_paragraphs(structure(source)))
    start, end = next(spans, (0, 0))
    group: list[TextLine] = []
    for line in lines:
        place = line.text.starts[0]
        if group and not (start <= group[0].text.starts[0] and place < end):
            yield joined_lines(group).text
            group = []
        while place >= end and (following := next(spans, None)) is not None:
            start, end = following
        group.append(line)
    if group:
        yield joined_lines(group).text


def _paragraphs(document: StructuredDocument) -> Iterator[tuple[int, int]]:
    """Where each paragraph stands in the original; rows of tables are none."""
    for article in document.articles:
        for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
            some = [s for s in group if s.kind != "row" and len(s.text)]
            if some:
                yield some[0].text.starts[0], some[-1].text.ends[-1]


def _headers(source: Source) -> tuple[tuple[str, str], ...]:
    labels = _labels()
    return tuple(
        (labels.get(name, name), stated.value) for name, stated in source.headers if stated.where not in _IN_TEXT
    )


def _line(text: str, plain: bool) -> Line:
    if not text.strip():
        return Line("", "blank")
    if not plain and (heading := _HEADING.match(text)):
        return Line(text[heading.end() :].strip(), "heading", len(heading[1]))
    return Line(text.rstrip(), "row" if "\t" in text.strip() and not (plain and is_entry(text)) else "text")


@cache
def _labels() -> dict[str, str]:
    """For each field the first label under which documents state it."""
    return {name: labels[0] for name, labels in vocabulary("headers")["fields"].items()}
