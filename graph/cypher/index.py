"""The index in which the embedded Cypher engine (ladybug) answers, beside the graph file and made again when stale.

What is fast in it and what is not, at 1 M facts (medians on one machine with other work on it):

- A node of one type by its id, `(n:Program) WHERE n.id = $id`: .06 ms; it is the only index. By name or with IN: 3 to
  14 ms, a scan of the type. Without a type: 20 ms. A relationship by its id: 20 ms in one predicate, 200 ms in all.
- From such a node along typed relationships, with OPTIONAL MATCH, NOT (…)-[…]->(…), aggregation: .1 to 5 ms for
  hundreds of rows, then in proportion to the rows (10,000 in 37 ms); `-[r]-` without a predicate is hardly slower.
- Every way of variable length is walked before DISTINCT: directed, without cycles and with few edges a pair *1..30
  takes 1 to 3 ms; without a direction, or where pairs have many edges, *1..5 may run out of memory. A predicate with
  one derived edge for a pair (`within`) is the way out.
- A pattern that takes one hot node from two sides gives all pairs: aggregate instead.
- None as a parameter has no type: `$x IS NULL OR r.year >= $x` fails; a default of the right type does not.
- `RETURN n.name AS n ORDER BY n` orders by the node; `all`, `any`, `end`, `order`, `group`, `table` are no names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import ladybug

from ...schema.errors import QueryError
from ..beside import index_key, whole_index
from ..store import Graph
from .load import build_database, kept_key
from .tables import room_for
from .values import given, plain

SUFFIX = ".cypher"
POOL = 1 << 30
"""Most bytes of the index that the engine keeps in memory."""


class CypherIndex:
    """An opened index, read only; a context manager. `cypher_index` gives it. For one thread.

    path: of the database file; nothing ever changes it, a new one is put in its place by rename.
    """

    def __init__(self, path: Path) -> None:
        """Raises RuntimeError (the engine's) where there is no whole database file."""
        self.path = path
        self._open()

    def _open(self) -> None:
        path = self.path
        self._database = ladybug.Database(path, read_only=True, max_db_size=room_for(path), buffer_pool_size=POOL)
        self._connection = ladybug.Connection(self._database)

    def rows(self, text: str, parameters: Mapping[str, Any] = {}) -> list[dict[str, Any]]:
        """The rows of one query, each a dict by column name, in plain values (`values.plain`).

        Queries come from whoever may read every file of this process: the engine reads and writes files when told to.
        Raises QueryError, with the engine's own words and the place, where the text is no query, names what is not
        there, or a parameter is of a kind that it does not know.
        """
        try:
            names, rows = self.stream(text, parameters)
            if len(set(names)) < len(names):
                raise QueryError(f"columns {', '.join(names)}; expected names that differ, write … AS name")
            return [dict(zip(names, row, strict=True)) for row in rows]
        except RuntimeError as error:
            if "Buffer manager" not in str(error):
                raise QueryError(f"the query cannot be answered: {error}") from error
            self.close()
            self._open()  # the engine keeps what a query took that ran out of memory, and would refuse every other
            raise QueryError(
                f"the query needs more than {POOL >> 20} MB of memory; expected fewer ways to walk: name types and "
                "directions, and shorten paths of variable length"
            ) from error

    def stream(self, text: str, parameters: Mapping[str, Any]) -> tuple[list[str], Iterator[list[Any]]]:
        """The names of the columns, and the rows one by one, in plain values (`values.plain`).

        Raises QueryError for several statements or parameters of another kind, RuntimeError (the engine's) for the
        rest; so do the rows.
        """
        result = self._connection.execute(text, given(parameters))
        if isinstance(result, list):
            for one in result:
                one.close()
            raise QueryError(f"{len(result)} statements in one query; expected one")
        return result.get_column_names(), _each(result)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()
        self._database.close()

    def __enter__(self) -> CypherIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _each(result: ladybug.QueryResult) -> Iterator[list[Any]]:
    with result:
        for row in result:
            yield [*map(plain, row)]


def cypher_index(graph: Graph, *, folder: Path | None = None) -> CypherIndex:
    """The index of a graph, opened; built first where there is none or it was made from something else.

    It lies beside the graph file (X.pg.cypher; of a view without doubtful facts X.pg.0.8.cypher), or in `folder`; where
    that cannot be written, in the user's cache or a temporary folder (`CypherIndex.path` says where).
    Raises StoreError where no place can be written, the disk is full or the graph file is damaged.
    """
    key = index_key(graph, str(ladybug.__version__), str(ladybug.Database.get_storage_version()))

    def opened(path: Path) -> CypherIndex | None:
        try:
            index = CypherIndex(path)
        except (OSError, RuntimeError, MemoryError):
            return None
        try:
            if kept_key(index._connection) == key:
                return index
        except RuntimeError:
            pass
        index.close()
        return None

    suffix = SUFFIX if graph.least is None else f".{graph.least}{SUFFIX}"
    return whole_index(graph.path, suffix, opened, lambda path: build_database(graph, path, key), folder)
