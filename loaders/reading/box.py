"""A file is read in the box of the sandbox: a child process that may do nothing but read it, within limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ... import sandbox
from ...sandbox import MEGABYTE, Allowance, Ending, Outcome
from ...schema.errors import DocumentError, DocumentLimit, UnreadableDocument
from ...schema.notices import Notice
from .checks import check_file
from .limits import Limits
from .wire import pack_error

CAN_FORK = sandbox.CAN_FORK


def missing_protections() -> list[Notice]:
    """What this system cannot do to contain a hostile file, one notice each; empty on Linux 6.7 and later."""
    return [Notice(code) for code in sandbox.missing_protections()]


Work = Callable[[bytes], bytes]
"""What is done with a file's bytes in the box: gives the message; may raise a DocumentError."""


def message(path: Path, limits: Limits, work: Work) -> bytes:
    """The message of the work on a file, or the packed error of how it ended, boxed where the system can fork.

    To be called in a process of one thread.
    """
    try:
        check_file(path, limits)
        data = _content(path)
    except DocumentError as error:
        return pack_error(error)
    if not CAN_FORK:
        return _done(data, limits, work)
    allowance = Allowance(limits.memory_bytes, limits.cpu_seconds, limits.wall_seconds, limits.memory_bytes)
    return _told(sandbox.boxed(lambda: _done(data, limits, work), allowance), limits)


def _done(data: bytes, limits: Limits, work: Work) -> bytes:
    """The message of the work in this process, whatever becomes of it."""
    try:
        return work(data)
    except DocumentError as error:
        return pack_error(error)
    except MemoryError:
        return pack_error(_out_of_memory(limits))
    except RecursionError:
        return pack_error(UnreadableDocument("too_deep"))
    except Exception as error:  # a library's own failure: said as such, not as a lack of memory
        return pack_error(UnreadableDocument("reader_failed", error=type(error).__name__))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError:
        raise UnreadableDocument("no_permission") from None
    except OSError as error:
        raise UnreadableDocument("unreachable", reason=str(error.strerror)) from None


def _told(outcome: Outcome, limits: Limits) -> bytes:
    """The child's message, or the packed error of how it ended."""
    match outcome.ending:
        case Ending.DONE:
            return outcome.message
        case Ending.TOO_SLOW | Ending.TOO_LONG:
            return pack_error(DocumentLimit("too_slow", seconds=limits.wall_seconds))
        case Ending.TOO_MUCH_WORK:
            return pack_error(DocumentLimit("too_much_work", seconds=limits.cpu_seconds))
        case Ending.ABORTED:  # how pdfium ends when it gets no more memory
            return pack_error(DocumentLimit("reader_gave_up", megabytes=limits.memory_bytes // MEGABYTE))
        case Ending.CRASHED:
            return pack_error(DocumentLimit("reader_crashed", signal=outcome.signal))
        case Ending.FAILED:
            return pack_error(_out_of_memory(limits))


def _out_of_memory(limits: Limits) -> DocumentLimit:
    return DocumentLimit("out_of_memory", megabytes=limits.memory_bytes // MEGABYTE)
