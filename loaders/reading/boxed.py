"""The caller's side of the box: starts the reading processes when first needed and asks them for files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

from ...sandbox import HelperLost, Helpers
from ...schema.errors import DocumentError, DocumentLimit, RunError
from ...schema.notices import Notice
from .limits import Limits
from .ocr_engine import ocr_version
from .ocr_lines import OcrLine, OcrPages
from .ocr_server import SETTINGS
from .reader import PAGED
from .source import Source
from .wire import unpack, unpack_lines, unpack_pages

PATIENCE = 30.0
"""Seconds beyond a file's own limit after which the reading process itself counts as hung."""
GIVEN_UP = 5
"""After so many pages in a row that could not be recognised the rest of a file is not tried: each may take a minute."""


_processes = {
    "server": Helpers("the reading process", f"{__package__}.server", SETTINGS),
    "ocr_server": Helpers("the reading process", f"{__package__}.ocr_server", SETTINGS),
}


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
    try:
        return _processes[module].ask({**request, "limits": asdict(limits)}, limits.wall_seconds + PATIENCE)
    except HelperLost as error:
        raise DocumentLimit("reading_process_ended") from error


def close() -> None:
    """End this process's reading processes, if there are any; the next `read` starts others."""
    for processes in _processes.values():
        processes.close()
