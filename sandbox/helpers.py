"""The caller's side of helper processes: starts them when first needed and asks them."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping
from typing import Any

from ..schema.errors import RunError
from .serving import LENGTH, READY

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {package} import {module}; {module}.main()"
_CHUNK = 1 << 20
START = 120.0
"""Seconds that a helper may take to start: its libraries may be large, and the disk may be slow."""


class HelperLost(Exception):
    """The helper ended, or does not answer, on this request; the next one is asked of another."""


class Helpers:
    """The helper processes of one kind that this process has, none until the first request.

    name: what a message calls one ("the reading process"). module: the module whose `main` it runs, which calls
    `serve`; as "package.module". environment: added to this process's own. most: so many at once; a request waits when
    all are busy. May be used by any thread, and by forked workers, which get helpers of their own.
    """

    def __init__(self, name: str, module: str, environment: Mapping[str, str] | None = None, most: int = 1) -> None:
        self._name, self._most, self._environment = name, most, environment or {}
        self._package, _, self._module = module.rpartition(".")
        self._begin()
        _all.add(self)

    def _begin(self) -> None:
        self._places = threading.BoundedSemaphore(self._most)
        self._lock = threading.Lock()
        self._idle: list[_Helper] = []
        self._busy: set[_Helper] = set()

    def ask(self, request: Mapping[str, Any], patience: float) -> bytes:
        """The message for one request.

        patience: seconds after which the helper itself counts as hung.
        Raises HelperLost when it is gone or hangs, RunError when none can be started.
        """
        with self._places:
            with self._lock:
                helper = self._idle.pop() if self._idle else None
            helper = helper or _Helper(self._name, self._package, self._module, self._environment)
            with self._lock:
                self._busy.add(helper)
            try:
                message = helper.ask(request, patience)
            except BaseException as error:  # also an interrupt: what it answers later must not meet another request
                with self._lock:
                    self._busy.discard(helper)
                helper.stop()
                if isinstance(error, OSError | EOFError):
                    raise HelperLost(str(error)) from error
                raise
            with self._lock:
                self._busy.discard(helper)
                self._idle.append(helper)
            return message

    def processes(self) -> list[subprocess.Popen[bytes]]:
        """The running helpers' processes."""
        with self._lock:
            return [helper.process for helper in (*self._idle, *self._busy)]

    def close(self) -> None:
        """End the idle helpers, if there are any; the next request starts another."""
        with self._lock:
            idle, self._idle = self._idle, []
        for helper in idle:
            helper.stop()

    def end(self) -> None:
        """End all helpers, also those that are at work: whoever waits for them gets HelperLost."""
        self.close()
        with self._lock:
            busy = [*self._busy]
        for helper in busy:
            helper.process.kill()

    def forget(self) -> None:
        """In a forked copy of the caller: start anew, for two askers on one pipe would mix their answers."""
        for helper in (*self._idle, *self._busy):
            helper.forget()
        self._begin()


class _Helper:
    """A running helper process and the pipes to it."""

    def __init__(self, name: str, package: str, module: str, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                _START.format(package=package, module=module),
                json.dumps([p for p in sys.path if p]),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what is read ahead into a buffer does not show in select
            start_new_session=True,  # an interrupt from the keyboard is for the caller, who closes the pipe
            env={**os.environ, **environment},
        )
        try:
            started = self._receive(len(READY), START) == READY
        except EOFError:
            started = False
        if not started:
            self.stop()
            raise RunError(
                f"{name} does not start (its own message is above); expected `python -c 'import "
                f"{package}.{module}'` to run with {sys.executable}"
            )

    def ask(self, request: Mapping[str, Any], patience: float) -> bytes:
        """The message for one request. Raises OSError or EOFError when the process is gone."""
        assert self.process.stdin is not None
        line = memoryview(json.dumps(request).encode() + b"\n")
        while line:
            line = line[self.process.stdin.write(line) :]
        (length,) = LENGTH.unpack(self._receive(LENGTH.size, patience))
        return self._receive(length, patience)

    def _receive(self, size: int, patience: float) -> bytes:
        assert self.process.stdout is not None
        parts: list[bytes] = []
        while size:
            if sys.platform != "win32" and not select.select([self.process.stdout], [], [], patience)[0]:
                raise EOFError("it does not answer")
            part = self.process.stdout.read(min(size, _CHUNK))
            if not part:
                raise EOFError("it closed its pipe")
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def stop(self) -> None:
        """End the process and wait for it."""
        self.process.kill()
        self.process.communicate()

    def forget(self) -> None:
        """In a forked copy of the caller: drop the pipes, leave the process to its owner."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.returncode = 0


_all: weakref.WeakSet[Helpers] = weakref.WeakSet()


@atexit.register
def _end_all() -> None:
    for helpers in _all:
        helpers.end()


def _after_fork() -> None:
    for helpers in _all:
        helpers.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
