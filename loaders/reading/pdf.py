"""PDF: the text of each page, as pdfium gives it."""

from __future__ import annotations

import re

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from ...schema.documents import Stated
from ...schema.errors import UnreadableDocument
from ...schema.notices import Notice
from .draft import Draft
from .headers import Header
from .mapped import MappedText
from .pdf_indents import PageLines, page_lines, with_indents

_PASSWORD = 4  # FPDF_ERR_PASSWORD of pdfium's fpdfview.h

IMAGE_PAGE = 20
"""A page with fewer characters than this says no sentence; where it holds an image it is probably a scan."""


def read_pdf(data: bytes) -> Draft:
    """The text of a PDF, pages one after the other, each ending with a line break.

    Offsets count in the extracted text. Raises UnreadableDocument for a file that is broken or protected or that
    holds no text (a scan).
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableDocument("pdf_password") from None
        raise UnreadableDocument("pdf_broken", reason=str(error).removesuffix(".")) from None
    try:
        pages_found, scans, failed = [], 0, 0
        for number in range(len(document)):
            try:
                page, is_scan = _page(document[number])
            except pdfium.PdfiumError:
                page, is_scan, failed = PageLines(""), False, failed + 1
            pages_found.append(page)
            scans += is_scan
        headers = _metadata(document)
    finally:
        document.close()
    texts = [_plain(text) for text in with_indents(pages_found)]
    original = "".join(texts)
    if not original.strip():
        raise UnreadableDocument("pdf_no_text", pages=len(texts))
    pages, start = [], 0
    for text in texts:
        pages.append(start)
        start += len(text)
    lost = [Notice("scanned_pages", {"count": scans})] if scans else []
    if failed:
        lost.append(Notice("broken_pages", {"count": failed}))
    return Draft(
        original,
        MappedText.whole(original),
        tuple(headers),
        pages=tuple(pages),
        paged=True,
        partial=tuple(lost),
    )


def _page(page: pdfium.PdfPage) -> tuple[PageLines, bool]:
    """The lines of one page, and whether it is an image with hardly any text."""
    try:
        textpage = page.get_textpage()
        try:
            text = textpage.get_text_bounded()
            lines = page_lines(textpage, text)
        finally:
            textpage.close()
        is_scan = len(text.strip()) < IMAGE_PAGE and any(
            True for _ in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
        )
        return lines, is_scan
    finally:
        page.close()


# pdfium's mark for a hyphen at the end of a line; in a Latin word it was set for the break alone.
_BREAK_HYPHEN = re.compile("(?<=[A-Za-z])\x02(?=[a-z])")


def _plain(text: str) -> str:
    """The text of a page with ordinary line breaks and hyphens, ending with a line break."""
    text = _BREAK_HYPHEN.sub("", text).replace("\x02", "-")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\0", "").rstrip() + "\n"


def _metadata(document: pdfium.PdfDocument) -> list[Header]:
    title = document.get_metadata_dict(skip_empty=True).get("Title", "").strip()
    return [("title", Stated(title, "pdf properties"))] if title else []
