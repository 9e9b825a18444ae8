"""A limit on the time that one document may take in this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ..schema.errors import DocumentLimit

SECONDS = 60.0
"""Every document may take so long, some thirty times what the slowest real one of its size took when measured."""
CHARACTERS_A_SECOND = 2_000
"""And a second more for so many characters; the whole way reads 40,000 and more a second."""


@contextmanager
def deadline(characters: int) -> Iterator[None]:
    """Raises DocumentLimit in the block when it takes longer than a text of so many characters may.

    Works by an alarm signal, which Python's regular expressions heed too: in the main thread on Unix, where a worker
    process reads; in other threads and on Windows nothing is limited.
    """
    limited = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not limited:
        yield
        return
    seconds = SECONDS + characters / CHARACTERS_A_SECOND

    def expired(number: int, frame: FrameType | None) -> None:
        raise DocumentLimit("too_slow", seconds=round(seconds))

    before = signal.signal(signal.SIGALRM, expired)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
