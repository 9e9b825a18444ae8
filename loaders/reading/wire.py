"""A Source as plain bytes and back: what the box sends must be harmless to read, which a pickle is not."""

from __future__ import annotations

import json
import struct
from array import array

from ...schema import errors
from ...schema.documents import Stated
from ...schema.notices import Detail, Notice
from .mapped import MappedText
from .source import Source

_LENGTH = struct.Struct(">Q")
_ERRORS = {name: getattr(errors, name) for name in ("UnreadableDocument", "UnsafeDocument", "DocumentLimit")}


def pack(source: Source) -> bytes:
    """The message for a source."""
    about = {
        "key": source.key, "sha256": source.sha256, "format": source.format, "markup": source.markup,
        "encoding": source.encoding, "pages": source.pages, "partial": [notice.record() for notice in source.partial],
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


def unpack(message: bytes) -> Source:
    """The source of a message. Raises the DocumentError that it holds, or DocumentLimit when it is cut or foreign."""
    try:
        if message[:1] == b"E":
            told = json.loads(message[1:])
            notice = _notice(told["code"], told["details"])
            raise _ERRORS[told["type"]](notice.code, **notice.details)
        if message[:1] != b"S":
            raise ValueError("unknown message")
        return _source(memoryview(message)[1:])
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
        **about,
    )


def _notice(code: str, details: dict[str, Detail]) -> Notice:
    if not isinstance(code, str) or not all(isinstance(detail, str | int | float) for detail in details.values()):
        raise ValueError("not a notice")
    return Notice(code, details)
