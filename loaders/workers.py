"""Processes that read documents side by side."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from ..sandbox import die_with_parent
from ..schema.errors import RunError


class Workers:
    """A pool of worker processes; the caller's own script is not run again in them.

    Spawned, not forked: a fork of a process with threads (a notebook, a server) may deadlock. They end when the
    caller ends, however it ends (Linux). A context manager.
    Raises RunError where a worker cannot be started at all.
    """

    def __init__(self, count: int) -> None:
        self._pool = ProcessPoolExecutor(
            count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(os.getpid(),)
        )
        try:
            self.submit(_ready).result()
        except BrokenProcessPool:
            raise RunError(
                "the processes that read documents could not be started; build with one worker (--workers 1)"
            ) from None

    def submit(self, function: Any, *arguments: Any) -> Future[Any]:
        """Ask for one call; processes are started as they are needed, up to the count."""
        with _without_main():
            return self._pool.submit(function, *arguments)

    def close(self) -> None:
        """End the processes; calls that have not begun are dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def abandon(self) -> None:
        """Leave a pool of which a process has died."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


@contextmanager
def _without_main() -> Iterator[None]:
    """A spawned process imports the caller's __main__, which may be a script that builds at once: hide where it is."""
    main = sys.modules.get("__main__")
    hidden = {name: getattr(main, name) for name in ("__file__", "__spec__") if hasattr(main, name)}
    try:
        if main is not None and hidden:
            main.__dict__.update(__spec__=None)
            main.__dict__.pop("__file__", None)
        yield
    finally:
        if main is not None:
            main.__dict__.update(hidden)


def _begin(parent: int) -> None:
    die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(1)


def _ready() -> bool:
    return True
