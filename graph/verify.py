"""Checks a graph file against itself: pages, hashes, ids, quotes."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..schema.errors import InvalidFact
from .connection import guarded
from .hashes import part_hashes, stored_hash
from .rows import FACT_COLUMNS, document_from, unflat, unpacked


@dataclass(frozen=True, slots=True)
class Verification:
    """How many documents and facts were checked, and one line for each thing that is not as it was made."""

    documents: int
    facts: int
    problems: tuple[str, ...]


def verify_file(connection: sqlite3.Connection, path: Path) -> Verification:
    """Recomputes every hash and id and holds every quote against its original.

    integrity_check alone sees a quarter of single-bit changes; the hashes see those in content.
    """
    with guarded(path):
        problems = [f"file: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        told = dict(connection.execute("SELECT part, sha256 FROM hashes").fetchall())
        problems += [f"{part}: hash differs" for part, now in part_hashes(connection).items() if told.get(part) != now]
        keys = connection.execute("SELECT key, content FROM documents ORDER BY key").fetchall()
        for key, content in keys:
            if stored_hash(connection, key) != content:
                problems.append(f"{key}: hash differs")
            problems += [f"{key}: {problem}" for problem in _facts(connection, key)]
        lost = "SELECT DISTINCT document FROM facts WHERE document NOT IN (SELECT key FROM documents)"
        problems += [f"{row[0]}: facts of a document that is not there" for row in connection.execute(lost)]
        facts = connection.execute("SELECT count(*) FROM facts").fetchone()[0]
    return Verification(len(keys), facts, tuple(problems))


def _facts(connection: sqlite3.Connection, key: str) -> Iterator[str]:
    row = connection.execute("SELECT * FROM documents WHERE key = ?", (key,)).fetchone()
    try:
        original, document = unpacked(row["original"]), document_from(row, ())
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        yield f"cannot be read back ({error!r})"
        return
    for row in connection.execute(f"SELECT {', '.join(FACT_COLUMNS)} FROM facts WHERE document = ?", (key,)):
        try:
            place = unflat(row).evidence
        except (InvalidFact, TypeError) as error:
            yield f"fact {row['id']}: {error}"
            continue
        if document.quote_of(original, place.char_start, place.char_end) != place.quote:
            yield f"fact {row['id']}: its quote is not what stands at {place.char_start}..{place.char_end}"
