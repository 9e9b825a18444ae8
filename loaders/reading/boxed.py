"""The caller's side of the box: starts the reading process when first needed and asks it for files."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path

from ...schema.errors import DocumentLimit, RunError
from .limits import Limits
from .server import LENGTH, READY
from .source import Source
from .wire import unpack

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {package} import server; server.main()"
_CHUNK = 1 << 20
PATIENCE = 30.0
"""Seconds beyond a file's own limit after which the reading process itself counts as hung."""


class _Server:
    """A running reading process and the pipes to it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START.format(package=__package__), json.dumps([p for p in sys.path if p])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what is read ahead into a buffer does not show in select
            start_new_session=True,  # an interrupt from the keyboard is for the caller, who closes the pipe
        )
        try:
            started = self._receive(len(READY), PATIENCE) == READY
        except EOFError:
            started = False
        if not started:
            self.stop()
            raise RunError(
                "the reading process does not start (its own message is above); expected `python -c 'import "
                f"{__package__}.server'` to run with {sys.executable}"
            )

    def ask(self, path: Path, key: str, limits: Limits) -> bytes:
        """The message for one file. Raises OSError or EOFError when the process is gone."""
        assert self.process.stdin is not None
        request = {"path": os.fspath(path.absolute()), "key": key, "limits": asdict(limits)}
        line = memoryview(json.dumps(request).encode() + b"\n")
        while line:
            line = line[self.process.stdin.write(line) :]
        patience = limits.wall_seconds + PATIENCE
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


_lock = threading.Lock()
_server: _Server | None = None


def read(path: Path, key: str, limits: Limits | None = None) -> Source:
    """Read a file in a box: a child process without files or network, with limits of memory and time.

    path: the file. key: its path relative to the built folder, "/" between folders; its suffix tells the format.
    limits: None for the usual ones. The first call in a process starts the reading process (about half a second);
    after that a file costs some milliseconds. May be called from any thread and any worker process.
    Raises UnreadableDocument, UnsafeDocument, DocumentLimit; RunError when the reading process does not start.
    """
    global _server
    limits = limits or Limits()
    with _lock:
        if _server is None:
            _server = _Server()
        try:
            message = _server.ask(path, key, limits)
        except (OSError, EOFError) as error:
            _server.stop()
            _server = None
            raise DocumentLimit("reading_process_ended") from error
    return unpack(message)


@atexit.register
def close() -> None:
    """End this process's reading process, if there is one; the next `read` starts another."""
    global _server
    if _server is not None:
        _server.stop()
        _server = None


def _after_fork() -> None:
    """A forked worker starts a reading process of its own: two askers on one pipe would mix their answers."""
    global _server, _lock
    _lock = threading.Lock()
    if _server is not None:
        _server.forget()
        _server = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
