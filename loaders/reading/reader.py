"""Bytes of one file to a Source: its format's reader, then the steps that all formats share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from ...schema.errors import UnreadableDocument
from ...schema.notices import Notice
from .added import added_readers, read_added
from .checks import check_docx, check_html, check_size, check_text
from .contents import without_contents
from .docx import read_docx
from .draft import Draft
from .encodings import decode
from .furniture import without_furniture
from .garbled import garbled_passages, measure
from .headers import Header
from .limits import Limits
from .mapped import MappedText
from .ocr_image import IMAGE_SUFFIXES, frames
from .ocr_lines import OcrPages
from .page_body import read_page
from .pdf import read_pdf, unread_pages
from .plain import read_text
from .recognised_pages import read_image
from .script import is_traditional, simplify
from .site_lines import without_site_lines
from .source import Source
from .widths import in_one_width, one_width


def _read_html(data: bytes) -> Draft:
    file = decode(data)
    check_html(file.text)
    body, headers = read_page(file.text)
    return Draft(file.text, body, tuple(headers), True, file.encoding, paged=False, partial=file.partial)


def _read_docx(data: bytes) -> Draft:
    check_docx(data)
    return read_docx(data)


# First bytes of files that are sometimes kept under the name of a text, and what is said of such a file.
_FOREIGN = {
    b"%PDF-": "pdf_as_text",
    b"PK\x03\x04": "zip_as_text",
    b"\xd0\xcf\x11\xe0": "office_as_text",
}
_PAGE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)


def _read_text_file(data: bytes, markdown: bool) -> Draft:
    for signature, code in _FOREIGN.items():
        if data.startswith(signature):
            raise UnreadableDocument(code)
    return read_text(data, markdown=markdown)


_READERS: dict[str, tuple[str, Callable[[bytes], Draft]]] = {
    ".txt": ("txt", partial(_read_text_file, markdown=False)),
    ".md": ("md", partial(_read_text_file, markdown=True)),
    ".markdown": ("md", partial(_read_text_file, markdown=True)),
    ".html": ("html", _read_html),
    ".htm": ("html", _read_html),
    ".docx": ("docx", _read_docx),
}
_PAGE_READERS: dict[str, tuple[str, Callable[[bytes, OcrPages | None], Draft]]] = {
    ".pdf": ("pdf", read_pdf),
    **{suffix: (name, read_image) for suffix, name in IMAGE_SUFFIXES.items()},
}
PAGED = frozenset(_PAGE_READERS)
"""Those of SUFFIXES whose pages may be images, which a recogniser reads."""
SUFFIXES = PAGED | frozenset(_READERS)
"""Suffixes of the files that policygraph reads itself, in lower case with the dot."""


def suffixes() -> frozenset[str]:
    """Suffixes of the files that can be read, those of the readers that other packages add included."""
    return SUFFIXES | frozenset(added_readers(SUFFIXES))


def pages_to_recognise(data: bytes, key: str) -> tuple[int, ...]:
    """Numbers from 0 of the pages of a file of one of PAGED that only a recogniser can read; none of an empty file.

    Raises UnreadableDocument, UnsafeDocument.
    """
    if not data.strip():
        return ()
    if PurePosixPath(key).suffix.lower() == ".pdf":
        return unread_pages(data)
    return tuple(range(frames(data)))


def read_bytes(data: bytes, key: str, limits: Limits | None = None, ocr: OcrPages | None = None) -> Source:
    """Read a file's bytes in this process, without a box; the format is told by the suffix of `key`.

    ocr: what was recognised on its `pages_to_recognise`; None where there is no recogniser: then their text is missing.
    Raises UnreadableDocument, UnsafeDocument.
    """
    suffix = PurePosixPath(key).suffix.lower()
    added = added_readers(SUFFIXES)
    if suffix not in suffixes():
        expected = ", ".join(sorted(suffixes()))
        if not suffix:
            raise UnreadableDocument("no_suffix", expected=expected)
        raise UnreadableDocument("no_reader", suffix=suffix, expected=expected)
    check_size(len(data), suffix, limits or Limits())
    if not data.strip():
        raise UnreadableDocument("empty_file")
    if suffix in (".txt", ".md", ".markdown") and _PAGE.match(data[:1000]):
        suffix = ".html"  # a page saved under the name of a text
    if suffix in PAGED:
        name, paged_reader = _PAGE_READERS[suffix]
        draft = paged_reader(data, ocr)
    else:
        name, reader = (suffix[1:], partial(read_added, added[suffix])) if suffix in added else _READERS[suffix]
        draft = reader(data)
    check_text(draft.body.text)
    lost = _refuse_garbled(draft)
    main, headers = _clean(draft)
    if not main.text.strip():
        raise UnreadableDocument("no_own_text")
    return Source(
        key=key,
        sha256=hashlib.sha256(data).hexdigest(),
        format=name,
        original=draft.original,
        main=main,
        markup=draft.markup,
        encoding=draft.encoding,
        headers=tuple(headers),
        pages=draft.pages,
        partial=lost,
        ocr=draft.ocr,
    )


def _clean(draft: Draft) -> tuple[MappedText, list[Header]]:
    """The main text of a draft without what printers, sites and crawlers added, and all headers; both simplified."""
    traditional = is_traditional(draft.body.text)
    body = without_furniture(in_one_width(draft.body), draft.pages, draft.paged)
    body, found = without_site_lines(without_contents(body.with_text(simplify(body.text, traditional))))
    stated = [
        (name, replace(value, value=simplify(one_width(value.value), traditional))) for name, value in draft.headers
    ]
    return body, [*stated, *found]


def _refuse_garbled(draft: Draft) -> tuple[Notice, ...]:
    """Why text may be missing. Raises UnreadableDocument when most of the text is in no language."""
    garbled, passages = garbled_passages(draft.body.text)
    if 2 * garbled >= passages > 0 and measure(draft.body.text).garbled:
        raise UnreadableDocument("garbled", garbled=garbled, passages=passages)
    if not garbled:
        return draft.partial
    return (*draft.partial, Notice("garbled_passages", {"garbled": garbled, "passages": passages}))
