"""What goes from the box to the caller: an answer or a failure, as lines of JSON, which are harmless to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...sandbox import MEGABYTE
from .limits import QueryLimits


class Failure(Exception):
    """A query that failed in the box. code, values: of the message below "errors"."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def packed(self) -> bytes:
        """The message for it."""
        return b"E" + json.dumps({"code": self.code, "values": self.values}).encode()


@dataclass(frozen=True)
class Rows:
    """The rows of an answer, one value a column."""

    columns: tuple[str, ...]
    rows: list[list[Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Document:
    """An answer in a form of its own. media: its type (application/sparql-results+json)."""

    media: str
    content: bytes


class Meter:
    """Counts what is written of an answer. Raises Failure past the limit of rows or bytes."""

    def __init__(self, limits: QueryLimits) -> None:
        self._limits, self._rows = limits, 0
        self.parts: list[bytes] = []
        self._bytes = 0

    def write(self, data: bytes) -> int:
        """As that of a file."""
        self._bytes += len(data)
        if self._bytes > self._limits.answer_bytes:
            raise Failure("adhoc_bytes", megabytes=self._limits.answer_bytes / MEGABYTE)
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """As that of a file."""

    def row(self) -> None:
        """Counts one."""
        self._rows += 1
        if self._rows > self._limits.rows:
            raise Failure("adhoc_rows", most=self._limits.rows)


def packed_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], limits: QueryLimits) -> bytes:
    """The message for rows: the names of the columns, then a line a row."""
    if twice := sorted({name for name in columns if list(columns).count(name) > 1}):
        raise Failure("adhoc_columns", names=", ".join(twice))
    meter = Meter(limits)
    meter.write(b"R" + json.dumps([*columns], ensure_ascii=False).encode("utf-8", "replace"))
    for row in rows:
        meter.row()
        meter.write(b"\n" + json.dumps([*row], ensure_ascii=False).encode("utf-8", "replace"))
    return b"".join(meter.parts)


def packed_document(media: str, content: bytes) -> bytes:
    """The message for an answer in a form of its own."""
    return b"D" + media.encode() + b"\n" + content


def unpacked(message: bytes) -> Rows | Document:
    """The answer of a message. Raises the Failure that it holds, and one for a message that is none."""
    try:
        if message[:1] == b"E":
            told = json.loads(message[1:])
            raise Failure(str(told["code"]), **{str(name): value for name, value in told["values"].items()})
        if message[:1] == b"D":
            media, _, content = message[1:].partition(b"\n")
            return Document(media.decode(), content)
        if message[:1] != b"R":
            raise ValueError("unknown message")
        columns, *rows = [json.loads(line) for line in message[1:].split(b"\n")]
        return Rows(tuple(map(str, columns)), rows)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Failure("adhoc_lost") from error
