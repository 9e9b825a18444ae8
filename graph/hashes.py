"""Content hashes: what tells a file whose bits were changed from one that was made so."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from .resolve.decisions import COLUMNS as DECISION_COLUMNS
from .rows import ARTICLE_COLUMNS, DOCUMENT_COLUMNS, FACT_COLUMNS, REFUSED_COLUMNS

PARTS = {
    "decisions": f"SELECT {', '.join(DECISION_COLUMNS)} FROM decisions ORDER BY {', '.join(DECISION_COLUMNS[:5])}",
    "documents": "SELECT key, content FROM documents ORDER BY key",
    "entities": "SELECT type, name, facts FROM entities ORDER BY type, name",
    "refused": f"SELECT {', '.join(REFUSED_COLUMNS)} FROM refused ORDER BY key",
    "settings": "SELECT name, value FROM settings ORDER BY name",
}
"""The tables that have one hash each; articles and facts are hashed with their document."""

_DOCUMENT = (
    f"SELECT {', '.join(DOCUMENT_COLUMNS)}, original FROM documents WHERE key = ?",
    f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE part_of = ? ORDER BY position",
    f"SELECT {', '.join(FACT_COLUMNS)}, article FROM facts WHERE document = ? ORDER BY char_start, char_end, id",
)


def stored_hash(connection: sqlite3.Connection, key: str) -> str:
    """The hash of a document as its rows now are: the document's with its packed text, its articles', its facts'."""
    digest = hashlib.sha256()
    for query in _DOCUMENT:
        _feed(digest, connection.execute(query, (key,)))
    return digest.hexdigest()


def part_hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """The hash of each of PARTS as its rows now are."""
    hashes = {}
    for part, query in PARTS.items():
        digest = hashlib.sha256()
        _feed(digest, connection.execute(query))
        hashes[part] = digest.hexdigest()
    return hashes


def _feed(digest: Any, rows: Iterable[Any]) -> None:
    for row in rows:
        values = [value.hex() if isinstance(value, bytes) else value for value in row]
        digest.update(json.dumps(values, separators=(",", ":")).encode() + b"\n")
