"""A Source, and the pages that lead to it, as plain bytes and back.

What the box sends must be harmless to read, which a pickle is not.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable, Sequence
from typing import TypeVar

from ...schema import errors
from ...schema.documents import Stated
from ...schema.notices import Detail, Notice
from .mapped import MappedText
from .ocr_lines import OcrLine, OcrSpan, line_records, lines_from
from .source import Source

T = TypeVar("T")
_LENGTH = struct.Struct(">Q")
_ERRORS = {name: getattr(errors, name) for name in ("UnreadableDocument", "UnsafeDocument", "DocumentLimit")}


def pack(source: Source) -> bytes:
    """The message for a source."""
    about = {
        "key": source.key, "sha256": source.sha256, "format": source.format, "markup": source.markup,
        "encoding": source.encoding, "pages": source.pages, "partial": [notice.record() for notice in source.partial],
        "ocr": [(span.start, span.end, span.box, span.score) for span in source.ocr],
        "headers": [(name, stated.value, stated.where, stated.char_start) for name, stated in source.headers],
    }  # fmt: skip
    blobs = (
        json.dumps(about).encode(),
        source.original.encode(),
        source.main.text.encode(),
        source.main.starts.tobytes(),
        source.main.ends.tobytes(),
    )
    return b"S" + b"".join(_LENGTH.pack(len(blob)) + blob for blob in blobs)


def pack_error(error: errors.DocumentError) -> bytes:
    """The message for an error."""
    return b"E" + json.dumps({"type": type(error).__name__, **error.notice.record()}).encode()


def pack_pages(pages: Sequence[int]) -> bytes:
    """The message for the numbers of pages whose text must be recognised."""
    return b"P" + json.dumps([*pages]).encode()


def pack_lines(lines: Sequence[OcrLine]) -> bytes:
    """The message for the recognised lines of one page."""
    return b"L" + json.dumps(line_records(lines)).encode()


def unpack(message: bytes) -> Source:
    """The source of a message. Raises the DocumentError that it holds, or DocumentLimit when it is cut or foreign."""
    return _unpacked(message, b"S", _source)


def unpack_pages(message: bytes) -> tuple[int, ...]:
    """The page numbers of a message. Raises as `unpack`."""
    return _unpacked(message, b"P", lambda body: tuple(map(int, json.loads(bytes(body)))))


def unpack_lines(message: bytes) -> tuple[OcrLine, ...]:
    """The recognised lines of a message. Raises as `unpack`."""
    return _unpacked(message, b"L", lambda body: lines_from(json.loads(bytes(body))))


def _unpacked(message: bytes, kind: bytes, read: Callable[[memoryview], T]) -> T:
    try:
        if message[:1] == b"E":
            told = json.loads(message[1:])
            notice = _notice(told["code"], told["details"])
            raise _ERRORS[told["type"]](notice.code, **notice.details)
        if message[:1] != kind:
            raise ValueError("unknown message")
        return read(memoryview(message)[1:])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, struct.error) as error:
        raise errors.DocumentLimit("no_result") from error


def _source(view: memoryview) -> Source:
    blobs, at = [], 0
    for _ in range(5):
        (length,) = _LENGTH.unpack_from(view, at)
        at += _LENGTH.size
        if at + length > len(view):
            raise ValueError("message cut short")
        blobs.append(view[at : at + length])
        at += length
    about = json.loads(bytes(blobs[0]))
    starts, ends = array("I"), array("I")
    starts.frombytes(blobs[3])
    ends.frombytes(blobs[4])
    headers = tuple((name, Stated(value, where, place)) for name, value, where, place in about.pop("headers"))
    return Source(
        original=str(blobs[1], "utf-8"),
        main=MappedText(str(blobs[2], "utf-8"), starts, ends),
        headers=headers,
        pages=tuple(about.pop("pages")),
        partial=tuple(_notice(**record) for record in about.pop("partial")),
        ocr=tuple(_span(*record) for record in about.pop("ocr")),
        **about,
    )


def _span(start: int, end: int, box: Sequence[float], score: float) -> OcrSpan:
    left, bottom, right, top = map(float, box)
    return OcrSpan(int(start), int(end), (left, bottom, right, top), float(score))


def _notice(code: str, details: dict[str, Detail]) -> Notice:
    if not isinstance(code, str) or not all(isinstance(detail, str | int | float) for detail in details.values()):
        raise ValueError("not a notice")
    return Notice(code, details)
