"""Bytes of one file to a Source: its format's reader, then the steps that all formats share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import PurePosixPath

from ...schema.errors import UnreadableDocument
from .checks import check_docx, check_html, check_size, check_text
from .docx import read_docx
from .draft import Draft
from .encodings import decode
from .limits import Limits
from .page_body import read_page
from .pdf import read_pdf
from .plain import read_markdown_file, read_text
from .script import simplified
from .source import Source


def _read_html(data: bytes) -> Draft:
    original, encoding = decode(data)
    check_html(original)
    body, headers, partial = read_page(original)
    return Draft(original, body, tuple(headers), markup=True, encoding=encoding, partial=partial)


def _read_docx(data: bytes) -> Draft:
    check_docx(data)
    return read_docx(data)


_READERS: dict[str, tuple[str, Callable[[bytes], Draft]]] = {
    ".txt": ("txt", read_text),
    ".md": ("md", read_markdown_file),
    ".markdown": ("md", read_markdown_file),
    ".html": ("html", _read_html),
    ".htm": ("html", _read_html),
    ".pdf": ("pdf", read_pdf),
    ".docx": ("docx", _read_docx),
}
SUFFIXES = frozenset(_READERS)
"""Suffixes of the files that can be read, in lower case with the dot."""


def read_bytes(data: bytes, key: str, limits: Limits | None = None) -> Source:
    """Read a file's bytes in this process, without a box; the format is told by the suffix of `key`.

    Raises UnreadableDocument, UnsafeDocument.
    """
    suffix = PurePosixPath(key).suffix.lower()
    if suffix not in _READERS:
        expected = ", ".join(sorted(SUFFIXES))
        raise UnreadableDocument(f"no reader for {suffix or 'a file without suffix'}; expected {expected}")
    check_size(len(data), suffix, limits or Limits())
    if not data.strip():
        raise UnreadableDocument("the file is empty; expected a document")
    name, reader = _READERS[suffix]
    draft = reader(data)
    check_text(draft.body.text)
    main = simplified(draft.body)
    if not main.text.strip():
        raise UnreadableDocument("the file holds no text of its own; expected a document")
    return Source(
        key=key,
        sha256=hashlib.sha256(data).hexdigest(),
        format=name,
        original=draft.original,
        main=main,
        markup=draft.markup,
        encoding=draft.encoding,
        headers=draft.headers,
        pages=draft.pages,
        partial=draft.partial,
    )
