"""The box: a file is read in a child process that may do nothing but read it, within limits."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ...schema.errors import DocumentError, DocumentLimit, UnreadableDocument
from ...schema.notices import Notice
from . import landlock
from .checks import check_file
from .limits import MEGABYTE, Limits
from .wire import pack_error

if sys.platform != "win32" or TYPE_CHECKING:
    import resource

CAN_FORK = hasattr(os, "fork")
_CHUNK = 1 << 20
_RESULT = 3  # number of the file that the child writes its message to
_FILES = 4096  # more files than the reading process ever has open


def missing_protections() -> list[Notice]:
    """What this system cannot do to contain a hostile file, one notice each; empty on Linux 6.7 and later."""
    missing = []
    if not CAN_FORK:
        missing.append(Notice("no_process_limits"))
    elif sys.platform == "darwin":
        missing.append(Notice("no_memory_limit"))
    if not sys.platform.startswith("linux"):
        missing.append(Notice("may_outlive"))
    if not landlock.version():
        missing.append(Notice("no_landlock"))
    elif landlock.version() < 4:
        missing.append(Notice("old_landlock"))
    return missing


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
    return _boxed(data, limits, work) if CAN_FORK else _done(data, limits, work)


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


def _boxed(data: bytes, limits: Limits, work: Work) -> bytes:
    """The message of the work in a forked child under the limits."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _work_and_exit(data, limits, work, into)
    os.close(into)
    del data
    try:
        return _answer(child, out, limits)
    finally:
        os.close(out)


def _work_and_exit(data: bytes, limits: Limits, work: Work, into: int) -> None:
    """In the child: shut the box, work, send the message, end. Never returns."""
    status = 1
    try:
        # The result's pipe is the only open file it keeps; above all not the pipe on which messages are answered.
        into = os.dup2(into, _RESULT) if into != _RESULT else into
        _shut(limits)
        view = memoryview(_done(data, limits, work))
        while view:
            view = view[os.write(into, view) :]
        status = 0
    finally:
        os._exit(status)


def _shut(limits: Limits) -> None:
    landlock.die_with_parent(signal.SIGKILL)
    os.closerange(_RESULT + 1, _FILES)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    for kind, amount in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system that does not know the limit, or a lower one is set
            resource.setrlimit(kind, (amount, amount))
    landlock.give_up_files_and_network()


def _answer(child: int, out: int, limits: Limits) -> bytes:
    """What the child sends until it ends; it is killed when its time is over or it sends too much."""
    deadline = time.monotonic() + limits.wall_seconds
    parts: list[bytes] = []
    size = 0
    while (left := deadline - time.monotonic()) > 0 and size <= limits.memory_bytes:
        if not select.select([out], [], [], left)[0]:
            continue
        chunk = os.read(out, _CHUNK)
        if not chunk:
            break
        parts.append(chunk)
        size += len(chunk)
    code = _end(child, deadline if size <= limits.memory_bytes else 0.0)
    if code is None:
        return pack_error(DocumentLimit("too_slow", seconds=limits.wall_seconds))
    return b"".join(parts) if code == 0 else pack_error(_ended(code, limits))


def _end(child: int, deadline: float) -> int | None:
    """The child's exit code (negative: the signal that ended it); None when it had to be killed at the deadline."""
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= deadline:
            break
        time.sleep(0.001)  # it has closed its pipe and is about to end, unless it does not want to
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _ended(code: int, limits: Limits) -> DocumentLimit:
    if code == -signal.SIGXCPU or code == -signal.SIGKILL:
        return DocumentLimit("too_much_work", seconds=limits.cpu_seconds)
    if code == -signal.SIGABRT:  # how pdfium ends when it gets no more memory
        return DocumentLimit("reader_gave_up", megabytes=limits.memory_bytes // MEGABYTE)
    if code < 0:
        return DocumentLimit("reader_crashed", signal=signal.Signals(-code).name)
    return _out_of_memory(limits)


def _out_of_memory(limits: Limits) -> DocumentLimit:
    return DocumentLimit("out_of_memory", megabytes=limits.memory_bytes // MEGABYTE)
