"""Runs as a process of its own: makes a database file from statements.

The engine ends its whole process (abort) where the disk fills up while it closes a database, and what it allocates for
loading it keeps; so whoever builds an index starts this file as a script, which imports nothing but the engine.

Standard input: one line of JSON, {"path": of the new file, "max_db_size": bytes, "statements": [text, …]}, and then
nothing for as long as the builder lives: where the input ends, so does this process. Exit status 0: the file is whole.
1: it is not, standard error says why in the engine's words.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any


def main() -> int:
    """Reads the line, does as it says."""
    import ladybug

    asked: dict[str, Any] = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        # one checkpoint at the end: one after every file took ten times as long on a graph of 4,000 facts
        database = ladybug.Database(asked["path"], max_db_size=asked["max_db_size"], auto_checkpoint=False)
        with database, ladybug.Connection(database) as connection:
            for statement in asked["statements"]:
                connection.execute(statement)
            connection.execute("CHECKPOINT")
    except RuntimeError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(1)  # closing what could not be written may abort
    return 0


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
