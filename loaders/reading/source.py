"""What reading a file gives: the original text, the main text, and the map between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...schema.documents import Stated
from ...schema.markup import without_markup
from ...schema.notices import Notice
from .mapped import MappedText


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file, read.

    key: path relative to the built folder, with "/" between folders. sha256: of the bytes.
    format: "txt", "md", "html", "pdf" or "docx".
    original: the text that offsets point into: the decoded file with line ends as "\n" (as Python's text mode reads
        it), or for pdf and docx the extracted text.
    main: the document's own text in simplified characters and signs of one width (`one_width`), without markup,
        navigation and page furniture; lines end with "\n", blocks of HTML are lines, table cells of a row are
        joined by "\t". Headings of Markdown and Word begin with as many #s as their level has.
    markup: True where `original` holds tags or entities that quotes leave out.
    headers: what front matter, meta tags, header tables and header lines say: (field, value, simplified like
        `main`, with its place); field is one of those in vocabularies/headers.yaml (title, date, published, issuer,
        number, source, nature, …), or the label itself where it is not known. The first of a field is the one to
        trust most.
    pages: offset in `original` at which each page begins; empty for formats without pages.
    partial: why text may be missing, empty where nothing is known to be lost.
    """

    key: str
    sha256: str
    format: str
    original: str
    main: MappedText
    markup: bool = False
    encoding: str = "utf-8"
    headers: tuple[tuple[str, Stated], ...] = field(default=())
    pages: tuple[int, ...] = field(default=())
    partial: tuple[Notice, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """The original's characters start..end, without tags and with entities resolved where there is markup."""
        text = self.original[start:end]
        return without_markup(text, page=self.format == "html") if self.markup else text

    def page(self, offset: int) -> int | None:
        """1-based page of an offset into the original; None for formats without pages."""
        return sum(1 for p in self.pages if p <= offset) or None
