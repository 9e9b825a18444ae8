"""The box: a piece of work in a forked child process that may do nothing but that, within limits."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from . import landlock
from .allowance import Allowance

if sys.platform != "win32" or TYPE_CHECKING:
    import resource

CAN_FORK = hasattr(os, "fork")
_CHUNK = 1 << 20
_RESULT = 3  # number of the file that the child writes its message to
_FILES = 4096  # more files than the process it is forked from ever has open


class Ending(Enum):
    """How a child ended.

    TOO_SLOW: killed when its time on the clock was over. TOO_LONG: killed for its long message. TOO_MUCH_WORK: ended
    by the limit of processor time. ABORTED: it gave up itself, as libraries do that get no more memory. CRASHED: by
    another signal. FAILED: its work raised an error.
    """

    DONE = "done"
    TOO_SLOW = "too_slow"
    TOO_LONG = "too_long"
    TOO_MUCH_WORK = "too_much_work"
    ABORTED = "aborted"
    CRASHED = "crashed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a child sent and how it ended. signal: the name of the one that ended it, else ""."""

    ending: Ending
    message: bytes = b""
    signal: str = ""


def missing_protections() -> tuple[str, ...]:
    """What this system cannot do to contain the child, by the codes of messages; empty on Linux 6.7 and later."""
    missing = []
    if not CAN_FORK:
        missing.append("no_process_limits")
    elif sys.platform == "darwin":
        missing.append("no_memory_limit")
    if not sys.platform.startswith("linux"):
        missing.append("may_outlive")
    if not landlock.version():
        missing.append("no_landlock")
    elif landlock.version() < 4:
        missing.append("old_landlock")
    return tuple(missing)


def boxed(work: Callable[[], bytes], allowance: Allowance) -> Outcome:
    """The outcome of the work in a forked child under the limits; its result is the message.

    To be called in a process of one thread, on a system that can fork. What the work needs of libraries and data must
    be loaded before, save for the allowance's readable files. An error that it raises is only seen as FAILED.
    """
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _work_and_exit(work, allowance, into)
    os.close(into)
    try:
        return _outcome(child, out, allowance)
    finally:
        os.close(out)


def seal(memory_bytes: int) -> None:
    """In the child: no file and no socket from now on, and so much more memory than it has now.

    For what must open its files in the box, before it does what others ask for.
    """
    used = _address_space()
    free = os.dup(_RESULT)
    os.close(free)
    limits = [(resource.RLIMIT_NOFILE, free)] + ([(resource.RLIMIT_AS, used + memory_bytes)] if used else [])
    for kind, amount in limits:
        with contextlib.suppress(ValueError, OSError):  # a lower one is set
            resource.setrlimit(kind, (amount, amount))


_statm: list[int] = []  # the file that tells the child its size, open since before its files were taken away


def _address_space() -> int:
    """Bytes of this process's address space; 0 where the system does not tell."""
    if not _statm:
        return 0
    return int(os.pread(_statm[0], 100, 0).split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _work_and_exit(work: Callable[[], bytes], allowance: Allowance, into: int) -> None:
    """In the child: shut the box, work, send the message, end. Never returns."""
    status = 1
    try:
        # The result's pipe is the only open file it keeps; above all not the pipe on which messages are answered.
        into = os.dup2(into, _RESULT) if into != _RESULT else into
        shut(allowance)
        view = memoryview(work())
        while view:
            view = view[os.write(into, view) :]
        status = 0
    finally:
        os._exit(status)


def shut(allowance: Allowance) -> None:
    """In the child: give up everything but the allowance and the file that it answers through."""
    landlock.die_with_parent(signal.SIGKILL)
    os.closerange(_RESULT + 1, _FILES)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with contextlib.suppress(OSError):  # not Linux
        _statm[:] = [os.open("/proc/self/statm", os.O_RDONLY)]
    for kind, amount in (
        (resource.RLIMIT_AS, allowance.memory_bytes),
        (resource.RLIMIT_CPU, allowance.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system that does not know the limit, or a lower one is set
            resource.setrlimit(kind, (amount, amount))
    landlock.give_up_files_and_network(allowance.readable)


def _outcome(child: int, out: int, allowance: Allowance) -> Outcome:
    """What the child sends until it ends; it is killed when its time is over or it sends too much."""
    deadline = time.monotonic() + allowance.wall_seconds
    parts: list[bytes] = []
    size = 0
    while (left := deadline - time.monotonic()) > 0 and size <= allowance.message_bytes:
        if not select.select([out], [], [], left)[0]:
            continue
        chunk = os.read(out, _CHUNK)
        if not chunk:
            break
        parts.append(chunk)
        size += len(chunk)
    too_long = size > allowance.message_bytes
    code = _end(child, 0.0 if too_long else deadline)
    if code is None or too_long:
        return Outcome(Ending.TOO_LONG if too_long else Ending.TOO_SLOW)
    return Outcome(Ending.DONE, b"".join(parts)) if code == 0 else _ended(code)


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


def _ended(code: int) -> Outcome:
    if code > 0:
        return Outcome(Ending.FAILED)
    name = signal.Signals(-code).name
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return Outcome(Ending.TOO_MUCH_WORK, signal=name)
    return Outcome(Ending.ABORTED if -code == signal.SIGABRT else Ending.CRASHED, signal=name)
