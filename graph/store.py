"""The read side of a graph file."""

from __future__ import annotations

import copy
import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..schema.errors import StoreError
from ..schema.facts import Entity
from ..schema.ontology import BASE
from .connection import guarded, open_published
from .document import DocumentRecord, Refusal
from .entities import named_things
from .resolve.decisions import COLUMNS as DECISION_COLUMNS
from .resolve.decisions import Decision, decision_from
from .rows import (
    ARTICLE_COLUMNS,
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    REFUSED_COLUMNS,
    AnyFact,
    Scalar,
    document_from,
    refusal_from,
    stored_record,
    unflat,
    unpacked,
)
from .verify import Verification, verify_file

FILTERS = ("id", "kind", "predicate", "subject", "object", "document", "article", "status", "year", "plan", "holder")
"""What `Graph.facts` selects by."""
_SURE = "(confidence IS NULL OR confidence >= ?)"


class Graph:
    """A published graph file, read only; a context manager. `open_graph` makes one.

    It goes on showing what it was opened on when a build replaces the file meanwhile. Every method raises StoreError
    where the file turns out to be damaged. For one thread.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._connection = open_published(self.path)
        self._least: float | None = None

    def documents(self) -> Iterator[DocumentRecord]:
        """Every file with its articles, by key, without the texts."""
        for row in self._rows(f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM documents ORDER BY key"):
            yield self._document(row)

    def document(self, key: str) -> DocumentRecord:
        """One file. Raises KeyError where there is none of that key."""
        for row in self._rows(f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM documents WHERE key = ?", key):
            return self._document(row)
        raise KeyError(key)

    def original(self, key: str) -> str:
        """The text that the offsets of a file's facts count in. Raises KeyError where there is none of that key."""
        for row in self._rows("SELECT original FROM documents WHERE key = ?", key):
            try:
                return unpacked(row["original"])
            except (zlib.error, UnicodeDecodeError) as error:
                raise StoreError(f"{self.path} is damaged in the text of {key} ({error}); build it again") from error
        raise KeyError(key)

    def facts(self, **wanted: str | int | None) -> Iterator[AnyFact]:
        """Facts by document, place and id; `wanted` selects by FILTERS, None meaning that the field is empty.

        A figure's subject is what it measures. Raises TypeError for a name that is not one of FILTERS.
        """
        return map(unflat, self.records(**wanted))

    def records(self, **wanted: str | int | None) -> Iterator[dict[str, Scalar]]:
        """The same facts as flat records (`rows.flat`), many times faster: no id is held against its content."""
        unknown = sorted(set(wanted) - set(FILTERS))
        if unknown:
            raise TypeError(f"facts cannot be selected by {', '.join(unknown)}; expected {', '.join(FILTERS)}")
        tests, values = [f"{name} IS ?" for name in wanted], list[str | int | float | None](wanted.values())
        if self._least is not None:
            tests.append(_SURE)
            values.append(self._least)
        columns, order = ", ".join(FACT_COLUMNS), "document, char_start, char_end, id"
        where = " AND ".join(tests) or "1"
        rows = self._rows(f"SELECT {columns} FROM facts WHERE {where} ORDER BY {order}", *values)
        return map(stored_record, rows)

    def count(self) -> int:
        """How many facts `facts` gives."""
        tests, values = ("1", ()) if self._least is None else (_SURE, (self._least,))
        [found] = self._rows(f"SELECT count(*) FROM facts WHERE {tests}", *values)
        return int(found[0])

    def confident(self, least: float | None) -> Graph:
        """The same graph without the facts whose confidence is below `least` and the things that only they name.

        least: 0 to 1; None leaves nothing out. A fact that nothing has judged (confidence None) stays.
        The file is let go of by this graph alone.
        """
        view = copy.copy(self)
        view._least = least
        return view

    def ids(self, beginning: str) -> tuple[str, ...]:
        """The ids of the facts that begin so, in order; an id is 32 hexadecimal digits in lower case."""
        rows = self._rows("SELECT id FROM facts WHERE id >= ? AND id < ? ORDER BY id", beginning, beginning + "g")
        return tuple(row["id"] for row in rows)

    def entities(self) -> Iterator[tuple[Entity, int]]:
        """Every named thing, by type and name, with the number of facts that name it."""
        if self._least is not None:
            found = named_things(self.records)
            yield from sorted(found.items(), key=lambda item: (item[0].type, item[0].name))
            return
        for row in self._rows("SELECT type, name, facts FROM entities ORDER BY type, name"):
            yield Entity(row["name"], row["type"]), row["facts"]

    def decisions(self) -> Iterator[Decision]:
        """What rules and persons decided of two things being one or two, by their types and names."""
        columns, order = ", ".join(DECISION_COLUMNS), ", ".join(DECISION_COLUMNS[:5])
        for row in self._rows(f"SELECT {columns} FROM decisions ORDER BY {order}"):
            yield decision_from(dict(zip(DECISION_COLUMNS, row, strict=True)))

    def refused(self) -> tuple[Refusal, ...]:
        """The files that could not be used, by key."""
        rows = self._rows(f"SELECT {', '.join(REFUSED_COLUMNS)} FROM refused ORDER BY key")
        return tuple(map(refusal_from, rows))

    def settings(self) -> dict[str, str]:
        """What the build was told to record of its settings."""
        return {row["name"]: row["value"] for row in self._rows("SELECT name, value FROM settings ORDER BY name")}

    @property
    def base(self) -> str:
        """What the IRIs of this graph begin with: the setting `base` of its build, else the ontology's own."""
        return self.settings().get("base", BASE)

    @property
    def content(self) -> str:
        """Hexadecimal digits that tell what this view of the file holds from any other content.

        They follow from the hashes that the build stored; `verify` tells whether these still fit.
        """
        held = [tuple(row) for row in self._rows("SELECT part, sha256 FROM hashes ORDER BY part")]
        return hashlib.sha256(repr((held, self._least)).encode()).hexdigest()

    @property
    def least(self) -> float | None:
        """The confidence below which facts are left out of this view; None where none is."""
        return self._least

    def verify(self) -> Verification:
        """Recomputes every hash and id and holds every quote against its original."""
        return verify_file(self._connection, self.path)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _document(self, row: sqlite3.Row) -> DocumentRecord:
        query = f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE part_of = ? ORDER BY position"
        return document_from(row, self._rows(query, row["key"]))

    def _rows(self, query: str, *values: object) -> Iterator[sqlite3.Row]:
        with guarded(self.path):
            # `yield from` would close the cursor of an iteration that was given up, and raise on a closed file
            for row in self._connection.execute(query, values):  # noqa: UP028
                yield row


def open_graph(path: Path | str) -> Graph:
    """The graph in a file. Raises StoreError where it is absent, foreign, newer or damaged."""
    return Graph(path)
