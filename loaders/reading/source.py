"""What reading a file gives: the original text, the main text, and the map between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import takewhile

from ...schema.documents import Stated
from ...schema.facts import Box
from ...schema.markup import without_markup
from ...schema.notices import Notice
from .mapped import MappedText
from .ocr_lines import OcrSpan


@dataclass(frozen=True, slots=True)
class Recognised:
    """How a passage was recognised from an image.

    box: around its lines: left, bottom, right, top in points from the page's lower left corner, as PDF counts (in an
    image file a pixel is a point). score: how sure the recogniser is of the characters, 0 to 1.
    """

    box: Box
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file, read.

    key: path relative to the built folder, with "/" between folders. sha256: of the bytes.
    format: "txt", "md", "html", "pdf", "docx", "png", "jpg" or "tif", or the suffix without its dot that an added
        reader reads.
    original: the text that offsets point into: the decoded file with line ends as "\n" (as Python's text mode reads
        it), or for pdf and docx the extracted text; of pages that are images, the text that was recognised.
    main: the document's own text in simplified characters and signs of one width (`one_width`), without markup,
        navigation and page furniture; lines end with "\n", blocks of HTML are lines, table cells of a row are
        joined by "\t". Headings of Markdown and Word begin with as many #s as their level has.
    markup: True where `original` holds tags or entities that quotes leave out.
    headers: what front matter, meta tags, header tables and header lines say: (field, value, simplified like
        `main`, with its place); field is one of those in vocabularies/headers.yaml (title, date, published, issuer,
        number, source, nature, …), or the label itself where it is not known. The first of a field is the one to
        trust most.
    pages: offset in `original` at which each page begins; empty for formats without pages.
    partial: why text may be missing or wrong, empty where nothing is known to be.
    ocr: the lines of `original` that were recognised from an image, in order.
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
    ocr: tuple[OcrSpan, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """The original's characters start..end, without tags and with entities resolved where there is markup."""
        text = self.original[start:end]
        return without_markup(text, page=self.format == "html") if self.markup else text

    def page(self, offset: int) -> int | None:
        """1-based page of an offset into the original; None for formats without pages."""
        return bisect_right(self.pages, offset) or None

    def recognised(self, start: int, end: int) -> Recognised | None:
        """How the characters start..end of the original were recognised; None where they are the file's own text.

        The box is that of the lines on the page on which they begin; the score is the least of all their lines.
        """
        first = bisect_right(self.ocr, start, key=lambda span: span.end)
        lines = list(takewhile(lambda span: span.start < end, self.ocr[first:]))
        if not lines:
            return None
        here = [line.box for line in lines if self.page(line.start) == self.page(lines[0].start)]
        left, bottom, right, top = zip(*here, strict=True)
        return Recognised((min(left), min(bottom), max(right), max(top)), min(line.score for line in lines))
