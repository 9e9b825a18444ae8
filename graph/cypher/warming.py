"""Loading the embedded Cypher engine before a process forks."""

from __future__ import annotations

import tempfile
from pathlib import Path

import ladybug

from .index import CypherIndex

_ROOM = 1 << 26
_EVERY_KIND = """UNWIND [1] AS n
RETURN n, 1.5, 'a', true, null, [1], {a: 1}, date('2020-01-01'), timestamp('2020-01-01'), interval('1 day'),
  uuid('00000000-0000-0000-0000-000000000000'), cast(1, 'DECIMAL(5, 2)'), sum(n), map([1], [2])"""


def warm_up() -> None:
    """Loads the engine and what its results need, and ends its threads: for a process that forks before it opens."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty"
        ladybug.Database(path, max_db_size=_ROOM).close()
        with CypherIndex(path) as index:
            for row in index.stream(_EVERY_KIND, {})[1]:
                assert row[0] == 1
