"""One build at a time on one graph file."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from ..schema.errors import StoreError

_TRIES = 10
_PAUSE = 0.05  # seconds between two looks at a lock that is held


class BuildLock:
    """Holds X.pg.lock from construction until `release`; the kernel lets go of it when the process dies.

    The lock is SQLite's own on an empty file: it works where SQLite works, and unlike flock it is not inherited by
    worker processes that outlive a killed build. wait: seconds to wait for another build that holds it.
    Raises StoreError where one still does then.
    """

    def __init__(self, path: Path, wait: float = 0.0) -> None:
        self.path = path
        self._held = False
        until, tries = time.monotonic() + wait, 0
        while tries < _TRIES or time.monotonic() < until:
            try:
                path.touch()
            except OSError as error:
                raise StoreError(f"{path} cannot be made ({error.strerror}); expected a folder to write in") from error
            before = _inode(path)
            try:
                self._connection = sqlite3.connect(path, isolation_level=None, timeout=0)
                try:
                    self._connection.execute("BEGIN EXCLUSIVE")
                except sqlite3.OperationalError:
                    self._connection.close()
                    raise
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise StoreError(f"{path} cannot be held ({error}); check the folder and the disk") from error
                if time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
                graph = path.with_suffix("")
                raise StoreError(f"another build is writing {graph} ({error}); wait for it or name another") from None
            if before is not None and before == _inode(path):
                self._held = True
                return
            self._connection.close()  # its holder removed the file while we opened it: another one is there now
            tries += 1
        raise StoreError(f"{path} is removed as often as it is made; another build runs there, wait for it")

    def release(self) -> None:
        """Removes the lock file and lets go; a second call does nothing."""
        if not self._held:
            return
        self._held = False
        with suppress(PermissionError):  # Windows removes no open file; an empty one left behind does no harm
            self.path.unlink(missing_ok=True)
        self._connection.close()


def _inode(path: Path) -> int | None:
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return None
