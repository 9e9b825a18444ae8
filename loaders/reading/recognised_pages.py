"""Pages with their own text and pages whose text was recognised, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.errors import UnreadableDocument
from ...schema.notices import Notice
from .draft import Draft
from .headers import Header
from .mapped import MappedText
from .ocr_image import frames
from .ocr_lines import OcrPages, OcrSpan, ocr_notices, page_numbers, page_text


def joined_pages(
    texts: Sequence[str],
    unread: Sequence[int],
    ocr: OcrPages | None,
    headers: tuple[Header, ...] = (),
    lost: tuple[Notice, ...] = (),
) -> Draft:
    """The text of a file of pages.

    texts: what each page says itself, ending with a line break. unread: pages that say it only to the eye, whose text
    comes from `ocr`. lost: what else is missing. Raises UnreadableDocument where no page has a text.
    """
    parts: list[str] = []
    pages: list[int] = []
    spans: list[OcrSpan] = []
    start = 0
    silent = [n for n in unread if texts[n].strip() and ocr and not ocr.lines.get(n) and n not in ocr.failed]
    if silent:  # their own text is in no language, and the recogniser saw none
        lost = (*lost, Notice("ocr_nothing", {"pages": page_numbers(silent)}))
    for number, text in enumerate(texts):
        if number in unread:
            text, found = page_text(ocr.lines.get(number, ()) if ocr else (), start)
            spans += found
        pages.append(start)
        parts.append(text)
        start += len(text)
    original = "".join(parts)
    if not original.strip():
        _refuse(len(texts), unread, ocr)
    return Draft(
        original,
        MappedText.whole(original),
        headers,
        pages=tuple(pages),
        paged=True,
        partial=(*ocr_notices(unread, ocr), *lost),
        ocr=tuple(spans),
    )


def read_image(data: bytes, ocr: OcrPages | None = None) -> Draft:
    """An image file as scanned pages. Raises UnreadableDocument where there is no recogniser or it shows no text."""
    if ocr is None:
        raise UnreadableDocument("image_needs_ocr")
    count = frames(data)
    return joined_pages([""] * count, range(count), ocr)


def _refuse(pages: int, unread: Sequence[int], ocr: OcrPages | None) -> None:
    if not unread:
        raise UnreadableDocument("pdf_no_text", pages=pages)
    failed = [notice for notice in ocr_notices(unread, ocr) if notice.code != "ocr_pages"]
    if failed:
        raise UnreadableDocument(failed[0].code, **failed[0].details)
    raise UnreadableDocument("ocr_no_text", pages=pages)
