"""The write side: documents and their facts go into X.pg.building, X.pg changes only by rename."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..schema.errors import InvalidFact
from ..schema.facts import Fact
from ..schema.notices import Notice
from .connection import create_tables, guarded, open_published, open_work, transaction
from .document import Refusal, StoredDocument
from .lock import BuildLock
from .publish import publish_file, remove_work, seal
from .report import BuildReport
from .resolve.decisions import Decision
from .rows import REFUSED_COLUMNS, AnyFact, refusal_from
from .write import (
    copy_published,
    delete_decision,
    delete_document,
    insert_decision,
    insert_document,
    insert_refusal,
    mark_stale,
)

COUNTED = ("documents", "articles", "facts", "entities")
SEEN = ("added", "replaced", "reused", "stale", "forgotten")


class Builder:
    """Builds or rebuilds one graph file; a context manager, to be left by `publish` or by an error.

    path: the graph file, made or replaced by `publish`. settings: names and values that the file is to carry (such as
    the version of the rules); they hold no time and no absolute path, so that the same input gives the same bytes.

    A build that was killed left X.pg.building behind and goes on from there; else it starts from X.pg where there
    is one. Nothing is written beside X.pg before the first change. Not for several threads or processes: workers
    hand their documents to the one process that holds the builder.

    Raises StoreError where another build holds the path, or X.pg or X.pg.building is foreign, newer or damaged.
    """

    def __init__(self, path: Path | str, settings: Mapping[str, str] | None = None) -> None:
        self.path = Path(path)
        self._work_path = self.path.with_name(self.path.name + ".building")
        self._seen: dict[str, set[str]] = {kind: set() for kind in SEEN}
        self._lock = BuildLock(self.path.with_name(self.path.name + ".lock"))
        self._work: sqlite3.Connection | None = None
        self._published: sqlite3.Connection | None = None
        try:
            if self.path.exists():
                self._published = open_published(self.path)
            if self._work_path.exists():
                self._begin()
            if settings is not None and settings != self._settings():
                self._replace_settings(settings)
        except BaseException:
            self.close()
            raise

    def keys(self) -> frozenset[str]:
        """The keys of every file that the graph holds or has refused; those no longer in the folder go to `forget`."""
        rows = self._rows("SELECT key FROM documents UNION SELECT key FROM refused")
        return frozenset(row["key"] for row in rows)

    def reusable(self, key: str, sha256: str, rules: str) -> bool:
        """Whether the document is there already, from the same bytes and by the same rules: nothing is to be done."""
        query = "SELECT 1 FROM documents WHERE key = ? AND sha256 = ? AND rules = ? AND NOT stale"
        found = bool(self._rows(query, key, sha256, rules))
        if found:
            self._seen["reused"].add(key)
        return found

    def add(self, document: StoredDocument, facts: Iterable[Fact]) -> None:
        """Stores a document and its facts in one transaction, in place of what was held under its key.

        Raises InvalidFact, and stores nothing, where a fact is of another document or its quote is not what stands
        at its offsets in the original.
        """
        checked = [_checked(document, fact) for fact in facts]
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            replaced = delete_document(work, document.key)
            work.execute("DELETE FROM refused WHERE key = ?", (document.key,))
            insert_document(work, document, checked)
        self._seen["replaced" if replaced else "added"].add(document.key)

    def refuse(self, key: str, sha256: str | None, error_class: str, notice: Notice) -> None:
        """Records that a file could not be used; what an earlier version of it gave stays, marked stale.

        sha256: of its bytes, None where they could not be had. notice: its details without times and temporary paths,
        so that the next build finds the same and changes nothing.
        """
        refusal = Refusal(key, sha256, error_class, notice)
        held = self._rows("SELECT key, stale FROM documents WHERE key = ?", key)
        if held:
            self._seen["stale"].add(key)
        if refusal in self._refused() and all(row["stale"] for row in held):
            return
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            insert_refusal(work, refusal)
            if held:
                mark_stale(work, key)

    def decide(self, decision: Decision) -> None:
        """Records what a person decided of two things; it is kept from build to build."""
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            insert_decision(work, decision)

    def undo(self, decision: Decision) -> bool:
        """Takes back what a person decided of two things; whether there was anything."""
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            return delete_decision(work, decision)

    def forget(self, keys: Iterable[str]) -> None:
        """Takes out vanished files with their facts and refusals; keys that are not held are passed over."""
        gone = sorted(set(keys) & self.keys())
        if not gone:
            return
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            for key in gone:
                delete_document(work, key)
                work.execute("DELETE FROM refused WHERE key = ?", (key,))
        self._seen["forgotten"].update(gone)

    def publish(self) -> BuildReport:
        """Puts the work in place of X.pg and ends the build; X.pg is not touched where nothing has changed."""
        if self._published is None:
            self._begin()  # an empty folder gives an empty graph
        changed = False
        if self._work is not None:
            with guarded(self._work_path):
                seal(self._work)
                changed = publish_file(self._work, self.path)
        report = self._report(changed)
        self._close_files()
        remove_work(self._work_path)
        self.close()
        return report

    def close(self) -> None:
        """Ends the build; what was not published stays in X.pg.building, where the next build goes on."""
        self._close_files()
        self._lock.release()

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _begin(self) -> sqlite3.Connection:
        if self._work is None:
            work, begun = open_work(self._work_path)
            try:
                if not begun:
                    with guarded(self._work_path), transaction(work):
                        create_tables(work)
                        if self._published is not None:
                            copy_published(self._published, work, self.path)
            except BaseException:
                work.close()
                raise
            self._work = work
        return self._work

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        for connection, path in ((self._work, self._work_path), (self._published, self.path)):
            if connection is not None:
                with guarded(path):
                    return connection.execute(query, values).fetchall()
        return []

    def _settings(self) -> dict[str, str]:
        return {row["name"]: row["value"] for row in self._rows("SELECT name, value FROM settings")}

    def _replace_settings(self, settings: Mapping[str, str]) -> None:
        work = self._begin()
        with guarded(self._work_path), transaction(work):
            work.execute("DELETE FROM settings")
            work.executemany("INSERT INTO settings VALUES (?, ?)", settings.items())

    def _refused(self) -> list[Refusal]:
        rows = self._rows(f"SELECT {', '.join(REFUSED_COLUMNS)} FROM refused ORDER BY key")
        return list(map(refusal_from, rows))

    def _report(self, changed: bool) -> BuildReport:
        documents, articles, facts, entities = (self._rows(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED)
        added, replaced, reused, stale, forgotten = (tuple(sorted(self._seen[kind])) for kind in SEEN)
        return BuildReport(
            self.path, changed, documents, articles, facts, entities,
            added, replaced, reused, stale, forgotten, tuple(self._refused()),
        )  # fmt: skip

    def _close_files(self) -> None:
        for connection in (self._work, self._published):
            if connection is not None:
                connection.close()
        self._work = self._published = None


def _checked(document: StoredDocument, fact: Fact) -> AnyFact:
    if not isinstance(fact, AnyFact):
        raise InvalidFact(f"{type(fact).__name__} from {fact.extractor}; expected a Figure or a Relation")
    evidence = fact.evidence
    if evidence.document != document.key:
        raise InvalidFact(f"a fact of {evidence.document} came with {document.key}; expected facts of that document")
    there = document.quote(evidence.char_start, evidence.char_end)
    if there != evidence.quote:
        place = f"{document.key}, {evidence.char_start}..{evidence.char_end}"
        raise InvalidFact(f"{fact.extractor} quotes {evidence.quote!r}, but at {place} stands {there!r}")
    return fact
