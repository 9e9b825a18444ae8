"""PDF: the text of each page, as pdfium gives it, or as it was recognised where the page has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from ...schema.documents import Stated
from ...schema.errors import UnreadableDocument
from ...schema.notices import Notice
from .draft import Draft
from .garbled import ENOUGH, measure
from .headers import Header
from .ocr_lines import OcrPages
from .pdf_fonts import CodedPage, coded_pages, lacks_font
from .pdf_indents import PageLines, page_lines, with_indents
from .pdf_tables import framed
from .recognised_pages import joined_pages

_PASSWORD = 4  # FPDF_ERR_PASSWORD of pdfium's fpdfview.h

IMAGE_PAGE = 20
"""A page with fewer characters than this says no sentence; where it holds an image, or as many drawn shapes as such a
sentence has characters, its text is to be seen but not to be had."""


@dataclass(frozen=True, slots=True)
class _Page:
    """text: of the text layer. lines: as they stand on the page. drawn: there is hardly any text, but something to be
    seen. broken: pdfium cannot open it. unfonted: pdfium may have lost characters for want of their font.
    coded: the page with them; None where none was lost."""

    text: str
    lines: PageLines
    drawn: bool = False
    broken: bool = False
    unfonted: bool = False
    coded: CodedPage | None = None


def unread_pages(data: bytes) -> tuple[int, ...]:
    """Numbers from 0 of the pages whose text is not to be had: without a text layer, or with one in no language.

    Raises UnreadableDocument for a file that is broken or protected.
    """
    pages, _ = _pages(data)
    return _unread(pages)


def read_pdf(data: bytes, ocr: OcrPages | None = None) -> Draft:
    """The text of a PDF, pages one after the other, each ending with a line break.

    ocr: the text of its `unread_pages`; None where there is no recogniser: they stay empty.
    Offsets count in the extracted text. Raises UnreadableDocument for a file that is broken or protected or that
    holds no text.
    """
    pages, headers = _pages(data)
    broken = sum(page.broken for page in pages)
    lost = (Notice("broken_pages", {"count": broken}),) if broken else ()
    texts = framed(data, [page.text for page in pages], {n: p.coded.text for n, p in enumerate(pages) if p.coded})
    return joined_pages(texts, _unread(pages), ocr, tuple(headers), lost)


def _pages(data: bytes) -> tuple[list[_Page], list[Header]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableDocument("pdf_password") from None
        raise UnreadableDocument("pdf_broken", reason=str(error).removesuffix(".")) from None
    try:
        pages = []
        for number in range(len(document)):
            try:
                pages.append(_page(document[number]))
            except pdfium.PdfiumError:
                pages.append(_Page("", PageLines(""), broken=True))
        other = coded_pages(data, {number: page.text for number, page in enumerate(pages) if page.unfonted})
        for number, coded in other.items():
            pages[number] = replace(pages[number], lines=coded.lines(), drawn=False, coded=coded)
        texts = with_indents([page.lines for page in pages])
        indented = [replace(page, text=_plain(text)) for page, text in zip(pages, texts, strict=True)]
        return indented, _metadata(document)
    finally:
        document.close()


def _page(page: pdfium.PdfPage) -> _Page:
    """One page, its lines measured."""
    try:
        textpage = page.get_textpage()
        try:
            text = textpage.get_text_bounded()
            lines = page_lines(textpage, text)
        finally:
            textpage.close()
        drawn = len(text.strip()) < IMAGE_PAGE and _is_drawn(page)
        return _Page(text, lines, drawn, unfonted=lacks_font(page))
    finally:
        page.close()


def _is_drawn(page: pdfium.PdfPage) -> bool:
    kinds = [pdfium.raw.FPDF_PAGEOBJ_IMAGE, pdfium.raw.FPDF_PAGEOBJ_PATH]
    return any(
        thing.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE or shapes >= IMAGE_PAGE
        for shapes, thing in enumerate(page.get_objects(filter=kinds, max_depth=2), start=1)
    )


def _unread(pages: Sequence[_Page]) -> tuple[int, ...]:
    garbled = _garbled([page.text for page in pages])
    return tuple(number for number, page in enumerate(pages) if page.drawn or number in garbled)


def _garbled(texts: Sequence[str]) -> set[int]:
    """Pages whose text is in no language. A few odd characters tell it of a short page only beside a longer one."""
    measures = [measure(text) for text in texts]
    sure = any(m.garbled and m.characters >= ENOUGH for m in measures) or measure("".join(texts)).garbled
    return {number for number, m in enumerate(measures) if m.odd and sure}


# pdfium's mark for a hyphen at the end of a line; in a Latin word it was set for the break alone.
_BREAK_HYPHEN = re.compile("(?<=[A-Za-z])\x02(?=[a-z])")


def _plain(text: str) -> str:
    """The text of a page with ordinary line breaks and hyphens, ending with a line break."""
    text = _BREAK_HYPHEN.sub("", text).replace("\x02", "-")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\0", "").rstrip() + "\n"


def _metadata(document: pdfium.PdfDocument) -> list[Header]:
    title = document.get_metadata_dict(skip_empty=True).get("Title", "").strip()
    return [("title", Stated(title, "pdf properties"))] if title else []
