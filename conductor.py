"""Builds a graph file from a folder: joins the loaders, who know no store, and the graph, which knows no document."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .folder import list_folder
from .graph import Builder, BuildReport, StoredDocument, open_graph
from .loaders.extensions import extensions
from .loaders.pipeline import DEFAULTS, File, Loaded, Refused, Settings, check, load_files, rules_version
from .loaders.reading import PAGED, ocr_version, suffixes
from .schema.errors import InvalidFact, RunError, UnreadableDocument
from .schema.notices import Notice

Progress = Callable[[int, int, str], None]
"""Called as progress(done, of, key) after each document."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did: the graph's report, and what a reader of the answers must know.

    notices: (document's key, notice) for text that may be missing, headers that contradict the body;
    `notice.said()` is its text in the user's language, and so is `refusal.notice.said()` of the report's refusals.
    skipped: keys of files of other kinds, which were not looked into.
    """

    report: BuildReport
    notices: tuple[tuple[str, Notice], ...] = field(default=())
    skipped: tuple[str, ...] = field(default=())


def build(
    folder: Path | str,
    out: Path | str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    settings: Settings = DEFAULTS,
) -> Build:
    """Read every document under a folder and publish the graph file.

    out: the graph file; None for the folder's name with .pg beside the current directory. workers: processes that
    read at once, None for one a core (one for fewer than eight documents). The same input gives the same bytes
    whatever their number. Documents that cannot be read are refused in the report, the others go on.
    Raises RunError when there is no such folder, model or network, StoreError when the graph file cannot be used.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise RunError(f"{folder} is no folder; expected a folder of {', '.join(sorted(suffixes()))} files")
    check(settings)
    path = Path(out) if out is not None else Path(f"{folder.resolve().name}.pg")
    rules = rules_version(settings)
    found = list_folder(folder)
    readable = suffixes()
    documents = [f for f in found.files if f.path.suffix.lower() in readable]
    skipped = tuple(f.key for f in found.files if f.path.suffix.lower() not in readable)
    added = {"extensions": ", ".join(map(str, extensions()))} if extensions() else {}
    with Builder(path, settings={"rules": rules, **added}) as builder:
        closed = dict(found.closed)
        held = builder.keys() - {f.key for f in documents}
        unseen = {key for key in held if key.startswith(tuple(closed))}  # they may still be there
        builder.forget(held - unseen)
        for key in sorted(unseen | set(closed)):
            reason = next(said for folder_key, said in found.closed if key.startswith(folder_key))
            notice = Notice("folder_closed", {"reason": reason})
            builder.refuse(key, None, UnreadableDocument.__name__, notice)
        read_by = {f.key: _rules_of(f, rules) for f in documents}
        pending = [
            f
            for f in map(_hashed, documents)
            if not (f.sha256 and builder.reusable(f.key, f.sha256, read_by[f.key]))
        ]
        done, of = len(documents) - len(pending), len(documents)
        if workers is None:
            workers = min(os.cpu_count() or 1, 1 + len(pending) // 8)
        for file, outcome in load_files(pending, workers, settings):
            if isinstance(outcome, Refused):
                builder.refuse(file.key, file.sha256, outcome.error, outcome.notice)
            else:
                try:
                    tried = not any(notice.code == "ocr_unusable" for notice in outcome.document.source.partial)
                    builder.add(_stored(outcome, read_by[file.key] if tried else rules), outcome.facts)
                except InvalidFact as error:  # a defect of one rule on one text must not cost the other documents
                    defect = Notice("contradictory_fact", {"reason": str(error)})
                    builder.refuse(file.key, file.sha256, type(error).__name__, defect)
            done += 1
            if progress is not None:
                progress(done, of, file.key)
        report = builder.publish()
    return Build(report, _notices(path), skipped)


def _notices(path: Path) -> tuple[tuple[str, Notice], ...]:
    """What the documents of a graph file say to a reader of its answers, those that were not read again included."""
    with open_graph(path) as graph:
        return tuple((d.key, notice) for d in graph.documents() for notice in d.notices)


def _hashed(file: File) -> File:
    """The file with the hash of its bytes, None where they cannot be read."""
    try:
        with file.path.open("rb") as stream:
            return File(file.path, file.key, hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError:
        return file


def _rules_of(file: File, rules: str) -> str:
    """By what a file is read: a file that may hold scans by the recognizer too, so that one put in later reads it."""
    recognizer = ocr_version() if file.path.suffix.lower() in PAGED else None
    return f"{rules}:{recognizer}" if recognizer else rules


def _stored(loaded: Loaded, rules: str) -> StoredDocument:
    source, document = loaded.document.source, loaded.document
    return StoredDocument(
        info=document.info,
        sha256=source.sha256,
        format=source.format,
        articles=tuple(a.info for a in document.articles),
        rules=rules,
        encoding=source.encoding,
        markup=source.markup,
        pages=source.pages,
        partial=source.partial,
        notices=document.notices,
        original=source.original,
    )
