"""The caller's side of the box: starts the reading processes when first needed and asks them for files."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

from ...schema.errors import DocumentError, DocumentLimit, RunError
from ...schema.notices import Notice
from .limits import Limits
from .ocr_engine import ocr_version
from .ocr_lines import OcrLine, OcrPages
from .ocr_server import SETTINGS
from .reader import PAGED
from .server import LENGTH, READY
from .source import Source
from .wire import unpack, unpack_lines, unpack_pages

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {package} import {module}; {module}.main()"
_CHUNK = 1 << 20
PATIENCE = 30.0
"""Seconds beyond a file's own limit after which the reading process itself counts as hung."""
START = 120.0
"""Seconds that a reading process may take to start: the recogniser's libraries are large, and the disk may be slow."""
GIVEN_UP = 5
"""After so many pages in a row that could not be recognised the rest of a file is not tried: each may take a minute."""


class _Server:
    """A running reading process and the pipes to it.

    module: which one: "server" reads, "ocr_server" recognises.
    """

    def __init__(self, module: str) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                _START.format(package=__package__, module=module),
                json.dumps([p for p in sys.path if p]),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what is read ahead into a buffer does not show in select
            start_new_session=True,  # an interrupt from the keyboard is for the caller, who closes the pipe
            env={**os.environ, **SETTINGS},
        )
        try:
            started = self._receive(len(READY), START) == READY
        except EOFError:
            started = False
        if not started:
            self.stop()
            raise RunError(
                "the reading process does not start (its own message is above); expected `python -c 'import "
                f"{__package__}.{module}'` to run with {sys.executable}"
            )

    def ask(self, request: Mapping[str, Any], limits: Limits) -> bytes:
        """The message for one request. Raises OSError or EOFError when the process is gone."""
        assert self.process.stdin is not None
        line = memoryview(json.dumps({**request, "limits": asdict(limits)}).encode() + b"\n")
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
_servers: dict[str, _Server] = {}


def read(path: Path, key: str, limits: Limits | None = None) -> Source:
    """Read a file in a box: a child process without files or network, with limits of memory and time.

    path: the file. key: its path relative to the built folder, "/" between folders; its suffix tells the format.
    limits: None for the usual ones. The first call in a process starts the reading process (about half a second);
    after that a file costs some milliseconds, a page that must be recognised several seconds, in a box of its own.
    Where the recogniser is not installed such pages are missing, and the source says so. May be called from any
    thread and any worker process.
    Raises UnreadableDocument, UnsafeDocument, DocumentLimit; RunError when the reading process does not start.
    """
    limits = limits or Limits()
    about = {"path": os.fspath(path.absolute()), "key": key, "survey": False, "ocr": None}
    ocr = None
    if ocr_version() is not None and PurePosixPath(key).suffix.lower() in PAGED:
        pages = unpack_pages(_ask("server", about | {"survey": True}, limits))
        ocr = _recognised(about, pages, limits)
    return unpack(_ask("server", about | {"ocr": ocr and ocr.record()}, limits))


def _recognised(about: Mapping[str, Any], pages: Sequence[int], limits: Limits) -> OcrPages:
    """What the recogniser reads on the pages, a box for each; a page that fails costs only itself."""
    lines: dict[int, tuple[OcrLine, ...]] = {}
    failed: dict[int, Notice] = {}
    trouble: list[Notice] = []  # of the pages just before
    for page in pages[limits.ocr_pages :]:
        failed[page] = Notice("ocr_too_many", {"pages": "", "most": limits.ocr_pages})
    for page in pages[: limits.ocr_pages]:
        if len(trouble) >= GIVEN_UP:
            failed[page] = trouble[-1]
            continue
        try:
            lines[page] = unpack_lines(_ask("ocr_server", {**about, "page": page}, limits.of_page()))
            trouble.clear()
        except DocumentError as error:
            failed[page] = error.notice
            trouble.append(error.notice)
        except RunError as error:  # it does not start: the pages with a text of their own are read all the same
            failed[page] = Notice("ocr_unusable", {"pages": "", "reason": str(error)})
            trouble += [failed[page]] * GIVEN_UP
    return OcrPages(lines, failed)


def _ask(module: str, request: Mapping[str, Any], limits: Limits) -> bytes:
    with _lock:
        if module not in _servers:
            _servers[module] = _Server(module)
        try:
            return _servers[module].ask(request, limits)
        except (OSError, EOFError) as error:
            _servers.pop(module).stop()
            raise DocumentLimit("reading_process_ended") from error


@atexit.register
def close() -> None:
    """End this process's reading processes, if there are any; the next `read` starts others."""
    while _servers:
        _servers.popitem()[1].stop()


def _after_fork() -> None:
    """A forked worker starts reading processes of its own: two askers on one pipe would mix their answers."""
    global _lock
    _lock = threading.Lock()
    for server in _servers.values():
        server.forget()
    _servers.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
