"""What the server held before a load, kept on disk while the graph file is held against it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator


class Ledger:
    """Part, kind, id and mark of every element of ours on the server; each is taken out as the graph file has it too.

    A nameless SQLite file that vanishes with the object, since there may be more than memory should hold. A context
    manager.
    """

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute(
            "CREATE TABLE held (part TEXT, kind TEXT, id TEXT, mark TEXT, PRIMARY KEY (part, kind, id)) WITHOUT ROWID"
        )
        self._file.execute("BEGIN")

    def add(self, part: str, kind: str, key: str, mark: str) -> None:
        """One element; twice is once, for the driver may read again after an error."""
        self._file.execute("INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?)", (part, kind, key, mark))

    def take(self, part: str, kind: str, key: str) -> str | None:
        """The mark of an element, which is then no longer held; None where the server has none."""
        text = "DELETE FROM held WHERE part = ? AND kind = ? AND id = ? RETURNING mark"
        found = self._file.execute(text, (part, kind, key)).fetchall()
        return str(found[0][0]) if found else None

    def count(self) -> int:
        """How many nobody took."""
        return int(self._file.execute("SELECT count(*) FROM held").fetchone()[0])

    def kinds(self, part: str) -> list[str]:
        """The kinds of those of a part that nobody took."""
        return [kind for (kind,) in self._file.execute("SELECT DISTINCT kind FROM held WHERE part = ?", (part,))]

    def left(self, part: str, kind: str) -> Iterator[str]:
        """The ids of a kind that nobody took, in order."""
        for (key,) in self._file.execute("SELECT id FROM held WHERE part = ? AND kind = ? ORDER BY id", (part, kind)):
            yield key

    def close(self) -> None:
        """Gives the disk back."""
        self._file.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()
