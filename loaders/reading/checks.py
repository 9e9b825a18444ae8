"""Cheap checks of a file before any reader opens it: what would cost a reader its memory or its time is refused."""

from __future__ import annotations

import errno
import io
import re
import stat
import zipfile
from pathlib import Path

from ...sandbox import MEGABYTE
from ...schema.errors import UnreadableDocument, UnsafeDocument
from ...schema.markup import element_names
from .limits import Limits
from .markup import Tag, lex
from .ocr_image import IMAGE_SUFFIXES

BINARY_SUFFIXES = frozenset({".pdf", ".docx", *IMAGE_SUFFIXES})

DOCX_EXPANDED = 64 * MEGABYTE
"""Most bytes of XML in a .docx; python-docx needs some 20 times as much memory. A plan of 300 pages has 5 MB."""
DOCX_RATIO = 100
"""Most times that a .docx may shrink, where it is over RATIO_FROM expanded: real ones shrink 5 to 20 times."""
DOCX_RATIO_FROM = 4 * MEGABYTE
DOCX_PARTS = 10_000
HTML_DEPTH = 1000
"""Deepest nesting of a page. Pages of publishing systems have some 30; from 300 on lxml loses text."""
HTML_TAGS = 200_000
HTML_ATTRIBUTES = 1000
"""Most attributes of one tag; pages have some ten. A tag may be long: it may hold a picture."""
HTML_UNENDED = 100
"""Most comments, scripts or styles that no end follows."""
LINE_LENGTH = 1_000_000
"""Longest line of a text in characters: no document has one, and sentence rules are not made for it."""

_START_TAG = re.compile(r"<[a-zA-Z]")
_ROOT = re.compile(rb"<[A-Za-z_:]")


def check_file(path: Path, limits: Limits) -> None:
    """Refuse what is no ordinary readable file or is too large. Raises UnreadableDocument, UnsafeDocument."""
    try:
        about = path.stat()
    except FileNotFoundError:
        raise UnreadableDocument("no_file") from None
    except PermissionError:
        raise UnreadableDocument("no_permission") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UnreadableDocument("link_loop") from None
        raise UnreadableDocument("unreachable", reason=str(error.strerror)) from None
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableDocument("not_a_file")
    if about.st_size == 0:
        raise UnreadableDocument("empty_file")
    check_size(about.st_size, path.suffix.lower(), limits)


def check_size(size: int, suffix: str, limits: Limits) -> None:
    """Refuse a file of more bytes than the limits allow. Raises UnsafeDocument."""
    most = limits.binary_bytes if suffix in BINARY_SUFFIXES else limits.text_bytes
    if size > most:
        raise UnsafeDocument(
            "too_large", megabytes=round(size / MEGABYTE, 1), suffix=suffix, most=round(most / MEGABYTE)
        )


def check_docx(data: bytes) -> None:
    """Refuse a .docx that is no zip archive, expands too far or declares entities.

    Raises UnreadableDocument, UnsafeDocument.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # OLE compound file: an encrypted .docx, or a .doc under another name
        raise UnreadableDocument("docx_encrypted")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > DOCX_PARTS:
                raise UnsafeDocument("docx_parts", parts=len(parts), most=DOCX_PARTS)
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableDocument("docx_password")
            xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            expanded = sum(part.file_size for part in xml)
            packed = sum(part.compress_size for part in xml)
            if expanded > DOCX_EXPANDED or (expanded > DOCX_RATIO_FROM and expanded > DOCX_RATIO * packed):
                raise UnsafeDocument(
                    "docx_expands",
                    packed=round(packed / MEGABYTE, 1),
                    expanded=round(expanded / MEGABYTE),
                    most=DOCX_EXPANDED // MEGABYTE,
                    ratio=DOCX_RATIO,
                )
            for part in xml:
                _check_prolog(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise UnreadableDocument("docx_broken", reason=str(error)) from None


def _check_prolog(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document type stands before the root element; Word writes none, and entities lose text without a word."""
    with archive.open(part) as stream:
        prolog = b""
        while (chunk := stream.read(4096)) and len(prolog) < MEGABYTE:
            # UTF-16 parts show the same ASCII letters with zero bytes between.
            prolog += chunk.replace(b"\0", b"")
            if _ROOT.search(prolog):
                break
    if b"<!DOCTYPE" in prolog or b"<!ENTITY" in prolog:
        raise UnsafeDocument("docx_doctype", part=part.filename)


def check_markup(text: str) -> None:
    """Refuse a text with very many tags, or with many comments or scripts that no end follows.

    For each of those the lexer looks through all the rest of the text. Raises UnsafeDocument.
    """
    if len(_START_TAG.findall(text)) > HTML_TAGS:
        raise UnsafeDocument("too_many_tags", most=HTML_TAGS)
    if text.count("<!--") - text.count("-->") > HTML_UNENDED:
        raise UnsafeDocument("unended_comments", most=HTML_UNENDED)
    for name in element_names("raw"):
        starts, ends = (len(re.findall(mark + name, text, re.IGNORECASE)) for mark in ("<", "</"))
        if starts - ends > HTML_UNENDED:
            raise UnsafeDocument("unended_elements", element=name, most=HTML_UNENDED)


def check_html(text: str) -> None:
    """Refuse a page that is nested too deep, has too many tags or attributes, or declares entities.

    Elements whose end tag may be left out do not count for the depth. Raises UnsafeDocument.
    """
    check_markup(text)
    if re.search(r"<!ENTITY", text, re.IGNORECASE):
        raise UnsafeDocument("page_entities")
    void, optional = element_names("void"), element_names("optional_end")
    depth = deepest = 0
    for token in lex(text, page=True):
        if not isinstance(token, Tag):
            continue
        if _attribute_count(text, token) > HTML_ATTRIBUTES:
            raise UnsafeDocument("too_many_attributes", most=HTML_ATTRIBUTES)
        if token.name in void or token.name in optional or text[token.end - 2] == "/":
            continue
        depth = max(0, depth - 1) if token.closing else depth + 1
        if depth > deepest:
            deepest = depth
            if deepest > HTML_DEPTH:
                raise UnsafeDocument("page_too_deep", most=HTML_DEPTH)


def _attribute_count(text: str, tag: Tag) -> int:
    """At most how many attributes the tag has: each has white space before it or an equals sign in it."""
    if tag.end - tag.start <= HTML_ATTRIBUTES:
        return 0
    return max(len(text[tag.start : tag.end].split()), text.count("=", tag.start, tag.end))


def check_text(text: str) -> None:
    """Refuse a text with a line of more than LINE_LENGTH characters. Raises UnsafeDocument."""
    start = 0
    while len(text) - start > LINE_LENGTH:
        end = text.rfind("\n", start, start + LINE_LENGTH + 1)
        if end < 0:
            raise UnsafeDocument("long_line", most=LINE_LENGTH)
        start = end + 1
