"""A query of the embedded Cypher engine whose rows come one by one, for who counts them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import ladybug

from ...schema.errors import QueryError
from .index import CypherIndex
from .values import given, plain

_ROOM = 1 << 26
_EVERY_KIND = """UNWIND [1] AS n
RETURN n, 1.5, 'a', true, null, [1], {a: 1}, date('2020-01-01'), timestamp('2020-01-01'), interval('1 day'),
  uuid('00000000-0000-0000-0000-000000000000'), cast(1, 'DECIMAL(5, 2)'), sum(n), map([1], [2])"""


def streamed(index: CypherIndex, text: str, parameters: Mapping[str, Any]) -> tuple[list[str], Iterator[list[Any]]]:
    """The names of the columns, and the rows, in plain values (`values.plain`).

    Raises QueryError for several statements or parameters of another kind, RuntimeError (the engine's) for the rest;
    so do the rows.
    """
    result = index._connection.execute(text, given(parameters))
    if isinstance(result, list):
        raise QueryError(f"{len(result)} statements in one query; expected one")
    return result.get_column_names(), ([plain(value) for value in row] for row in result)


def warm_up() -> None:
    """Loads the engine and what its results need, and ends its threads: for a process that forks before it opens."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty"
        ladybug.Database(path, max_db_size=_ROOM).close()
        with CypherIndex(path) as index:
            for row in streamed(index, _EVERY_KIND, {})[1]:
                assert row[0] == 1
