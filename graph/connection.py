"""Opens graph files and work files, and refuses what is not one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from ..schema.errors import StoreError

APPLICATION_ID = 0x50477068
"""“PGph” in the header of every graph file (SQLite's application_id)."""
VERSION = 3
"""Layout of the tables (SQLite's user_version); a file with a higher one was made by a newer policygraph."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes; the fields read below are at the offsets that sqlite.org/fileformat.html gives
_TROUBLE = {
    sqlite3.SQLITE_BUSY: "is held by another process; wait for it",
    sqlite3.SQLITE_LOCKED: "is held by another process; wait for it",
    sqlite3.SQLITE_FULL: "cannot grow; make room on the disk and build again",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk and build again",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the folder and its permissions",
    sqlite3.SQLITE_READONLY: "cannot be written; check its permissions",
}


def check_header(path: Path) -> None:
    """Raises StoreError where the file is absent, foreign, of a newer version, or cut short."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise StoreError(f"{path} does not exist; expected a graph file, make one with `policygraph build`") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}; expected a graph file") from error
    number = {name: int.from_bytes(head[at:at + 4], "big") for name, at in
              {"pages": 28, "version": 60, "application": 68}.items()}
    if len(head) < _HEADER or not head.startswith(_MAGIC) or number["application"] != APPLICATION_ID:
        raise StoreError(f"{path} is not a graph file of policygraph; expected one made by `policygraph build`")
    if number["version"] > VERSION:
        raise StoreError(f"{path} has layout {number['version']}, this policygraph reads up to {VERSION}; update it")
    if number["version"] < VERSION:
        raise StoreError(f"{path} has the old layout {number['version']}, expected {VERSION}; build it again elsewhere")
    page = int.from_bytes(head[16:18], "big")
    expected = (65536 if page == 1 else page) * number["pages"]
    if size != expected:
        raise StoreError(f"{path} is damaged: {size} bytes, expected {expected}; copy it again or build it again")


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about a file into StoreError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        what = _TROUBLE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "is damaged; move it away and build again")
        raise StoreError(f"{path} {what} ({error})") from error
    except UnicodeEncodeError as error:
        text = error.object[max(0, error.start - 20) : error.end + 20]
        raise StoreError(f"{path} cannot hold {text!r}: it has half characters; decode it anew") from error


def open_published(path: Path) -> sqlite3.Connection:
    """A read-only connection to a published graph file.

    immutable: a published file changes only by rename, so it needs no locks and opens on read-only media too.
    """
    check_header(path)
    with guarded(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        connection.row_factory = sqlite3.Row
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return connection


def open_work(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a work file, and whether it already holds the tables (a killed build's work)."""
    with guarded(path):
        connection = sqlite3.connect(path, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute("PRAGMA page_size = 4096")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")  # with DELETE no kill ever left the file alone stale
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        except sqlite3.DatabaseError:
            connection.close()
            raise
    if tables and (application, version) != (APPLICATION_ID, VERSION):
        connection.close()
        raise StoreError(f"{path} was left by another program or version; move it away and build again")
    return connection, bool(tables)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction, taken at once (IMMEDIATE): all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def create_tables(connection: sqlite3.Connection) -> None:
    """The tables of schema.sql in an empty file, inside the caller's transaction."""
    for statement in (files(__package__) / "schema.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
