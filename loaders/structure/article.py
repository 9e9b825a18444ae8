"""A document taken apart: articles, sections, sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...schema.documents import DocumentInfo
from ...schema.notices import Notice
from ..reading.mapped import MappedText
from ..reading.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """One heading or list label that the sentences below it stand under.

    text: the heading without its label (一、, （一）, 1., 第一章, ——). level: 1 is the outermost. label: as written, ""
        if none. A lead-in (…如下目标：) heads its list in the same way, without a label.
    """

    text: MappedText
    level: int
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence, heading or table row, with hard line breaks joined.

    kind: "title" (an article's own), "heading", "sentence", "row" (cells joined by "\\t"), "caption".
    paragraph: number of the paragraph in the article, from 0; sentences of one paragraph share it, and so do the
        rows of one table, of which the first is the header.
    headings: the path above it, outermost first (a heading's own path holds what stands above it, not itself).
    speaker: whose words these are where the text labels them, as in an interview (记者：… 王某：…), else None.
    flat: of a row, True where it was put together from lines of text, so that cells that were empty are lost and the
        others do not tell by their order alone which columns they stand in.
    """

    text: MappedText
    kind: str
    paragraph: int
    headings: tuple[Heading, ...] = ()
    speaker: str | None = None
    flat: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One text by one voice: a whole notice, or one item of a newsletter, with what it says of itself."""

    info: DocumentInfo
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class StructuredDocument:
    """A source with its own description and its articles (one, unless it is a collection)."""

    source: Source
    info: DocumentInfo
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = field(default=())
