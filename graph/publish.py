"""From the work file to the published one: seal, copy out, check, rename."""

from __future__ import annotations

import filecmp
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from ..schema.errors import StoreError
from .connection import transaction
from .entities import named_things
from .hashes import part_hashes
from .resolve.decisions import RULE, automatic
from .write import insert_decision


def seal(work: sqlite3.Connection) -> None:
    """Computes what follows from the rows: the entities, what rules decide of them, the hashes of the tables."""
    things = named_things(lambda: work.execute("SELECT * FROM facts"))
    with transaction(work):
        work.execute("DELETE FROM entities")
        rows = [(thing.type, thing.name, count) for thing, count in things.items()]
        work.executemany("INSERT INTO entities VALUES (?, ?, ?)", sorted(rows))
        work.execute("DELETE FROM decisions WHERE source = ?", (RULE,))
        for decision in automatic(things):
            insert_decision(work, decision)
        work.execute("DELETE FROM hashes")
        work.executemany("INSERT INTO hashes VALUES (?, ?)", part_hashes(work).items())


def publish_file(work: sqlite3.Connection, path: Path) -> bool:
    """Puts a compact copy of the work file in place of `path` by rename; False where it already is just that.

    VACUUM INTO lays the rows out by their keys alone, so the bytes do not tell the order in which they came.
    """
    fresh = path.with_name(path.name + ".publishing")
    fresh.unlink(missing_ok=True)  # a killed build's
    work.execute("VACUUM INTO ?", (str(fresh),))
    try:
        with closing(sqlite3.connect(fresh)) as copy:
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise StoreError(f"{fresh} came out damaged ({found}); check the disk and build again")
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        if path.exists() and filecmp.cmp(path, fresh, shallow=False):
            return False
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)
    return True


def remove_work(work_path: Path) -> None:
    """Takes away the work file once its content is published."""
    work_path.unlink(missing_ok=True)
    work_path.with_name(work_path.name + "-journal").unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes a rename in a folder outlast a loss of power."""
    if os.name != "posix":  # elsewhere folders cannot be opened for it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
