"""What a file says, apart from its format: header fields, headings, paragraphs, rows of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policygraph.loaders.reading import MappedText, Source, read_bytes
from policygraph.loaders.structure.lines import joined, split_lines
from policygraph.loaders.structure.paragraphs import paged, paragraphs
from policygraph.loaders.structure.setting import measured, setting
from policygraph.loaders.structure.wrapping import unbroken
from policygraph.schema.vocabulary import vocabulary

from .document import Document
from .typesetting import is_entry

_HEADING = re.compile(r"(#{1,6})\s+")
# Headers that stand in the text itself, which keeps them.
_IN_TEXT = frozenset({"heading", "page title"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line. kind: "text", "heading" (level 1 to 6), "row" (cells parted by "\\t") or "blank"."""

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


def content(document: Document) -> Content:
    """The content of a file. A plain text says what its lines say; of the others it is what their readers gave.

    Of a text that has hard line breaks or page breaks already it is the paragraphs as they are read.
    """
    source = read_bytes(document.data, document.key)
    stored = any(stated.where == "front matter" for _, stated in source.headers)
    plain = source.format == "txt" and not source.markup and not stored
    lines = unbroken(split_lines(source.main), source.original)
    if setting(measured(split_lines(source.main), source.original)) is not None:
        groups = paragraphs(lines, paged=paged(lines))
        return Content(_headers(source), tuple(_line(joined(group).text, False) for group in groups))
    if plain and paged(lines):
        groups = paragraphs(split_lines(MappedText.whole(source.original)), paged=True)
        return Content((), tuple(line for group in groups for line in (_line(joined(group).text, True), Line("", "blank"))))
    text = source.original if plain else source.main.text
    return Content(() if plain else _headers(source), tuple(_line(line, plain) for line in text.split("\n")))


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
