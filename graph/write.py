"""Rows into the tables; every function runs inside its caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..schema.errors import StoreError
from .document import Refusal, StoredDocument
from .hashes import part_hashes, stored_hash
from .resolve.decisions import Decision
from .rows import AnyFact, article_rows, document_row, fact_order, flat, packed, refused_row

COPIED = ("documents", "articles", "facts", "refused", "settings", "decisions")


def insert_document(work: sqlite3.Connection, document: StoredDocument, facts: Iterable[AnyFact]) -> None:
    """A document, its articles and its facts; a fact stated twice at one place is kept once."""
    _insert(work, "documents", document_row(document) | {"stale": 0, "original": packed(document), "content": ""})
    for article in article_rows(document):
        _insert(work, "articles", article)
    last = None
    for row in sorted(map(flat, facts), key=lambda row: (*fact_order(row), *_how_found(row))):
        if row["id"] != last:
            article_at = document.article_at(int(row["char_start"] or 0))
            _insert(work, "facts", row | {"article": article_at and article_at.key})
        last = row["id"]
    _rehash(work, document.key)


def delete_document(work: sqlite3.Connection, key: str) -> bool:
    """Takes out a document with its articles and facts; whether there was one."""
    work.execute("DELETE FROM facts WHERE document = ?", (key,))
    work.execute("DELETE FROM articles WHERE part_of = ?", (key,))
    return work.execute("DELETE FROM documents WHERE key = ?", (key,)).rowcount > 0


def insert_refusal(work: sqlite3.Connection, refusal: Refusal) -> None:
    """A file that could not be used, in place of what was said of it before."""
    work.execute("DELETE FROM refused WHERE key = ?", (refusal.key,))
    _insert(work, "refused", refused_row(refusal))


def insert_decision(work: sqlite3.Connection, decision: Decision) -> None:
    """What a person or a rule decided of two things, in place of what the same source decided of them before."""
    delete_decision(work, decision)
    _insert(work, "decisions", decision.record())


def delete_decision(work: sqlite3.Connection, decision: Decision) -> bool:
    """Takes out what the source of a decision decided of its two things; whether there was anything."""
    query = "DELETE FROM decisions WHERE type_a = ? AND a = ? AND type_b = ? AND b = ? AND source = ?"
    ends = (decision.a.type, decision.a.name, decision.b.type, decision.b.name)
    return work.execute(query, (*ends, decision.source)).rowcount > 0


def mark_stale(work: sqlite3.Connection, key: str) -> None:
    """Marks a document whose file has changed and can no longer be read."""
    work.execute("UPDATE documents SET stale = 1 WHERE key = ?", (key,))
    _rehash(work, key)


def copy_published(published: sqlite3.Connection, work: sqlite3.Connection, path: Path) -> None:
    """What a published file holds, into empty tables. Raises StoreError where its content fits not its hashes."""
    for table in COPIED:
        rows = published.execute(f"SELECT * FROM {table}")
        marks = ", ".join("?" * len(rows.description))
        work.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    told = dict(published.execute("SELECT part, sha256 FROM hashes").fetchall())
    now = part_hashes(work)
    parts = [part for part in ("decisions", "documents", "refused", "settings") if told.get(part) != now[part]]
    documents = work.execute("SELECT key, content FROM documents").fetchall()
    parts += [row["key"] for row in documents if stored_hash(work, row["key"]) != row["content"]]
    if parts:
        raise StoreError(f"{path} is damaged: content of {', '.join(parts[:3])} was changed; move it away, build again")


def _how_found(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What a fact's id leaves out: of two with one id, the first by this is kept, whatever their order of arrival."""
    read = row["page"] or 0, row["box"] or "", row["ocr_score"] or 0
    return row["extractor"], row["year_source"] or "", row["sentence"], *read, row["bases"] or ""


def _insert(work: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    work.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def _rehash(work: sqlite3.Connection, key: str) -> None:
    work.execute("UPDATE documents SET content = ? WHERE key = ?", (stored_hash(work, key), key))
