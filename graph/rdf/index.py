"""SPARQL in process: the graph in an index of pyoxigraph, in memory or beside the graph file, made again when stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pyoxigraph as oxigraph

from ...schema.errors import QueryError
from ..beside import index_key, whole_index
from ..store import Graph
from .iri import Iris
from .streamed import streamed
from .triples import named_graphs

SUFFIX = ".sparql"
_STORE, _KEY = "store", "made-from"
"""In the folder of an index: pyoxigraph's own folder, and the file that holds the index's key."""
_LONGEST = 200  # characters of the engine's words about a syntax error; it lists every token that may stand there


class SparqlIndex:
    """An opened index, read only; a context manager. `sparql_index` gives it. For one thread.

    Its default graph holds every triple of every named graph once, as RDF merges graphs: asking the union of the named
    graphs instead would find a name as often as there are documents that name it. GRAPH ?g still tells them apart.

    path: of the folder of pyoxigraph's files, None in memory. prefixes: known to every query without PREFIX.
    """

    def __init__(self, store: oxigraph.Store, iris: Iris, path: Path | None) -> None:
        self._store, self._iris = store, iris
        self.path, self.prefixes = path, iris.prefixes()

    def rows(self, text: str) -> list[dict[str, Any]]:
        """The answer to a query, each row a dict by variable, in plain values (`values.plain`); unbound is None.

        ASK gives one row {"answer": True or False}; CONSTRUCT and DESCRIBE give subject, predicate, object.
        Queries come from whoever may reach every address that this process may: SERVICE asks others.
        Raises QueryError, with the engine's own words and the place, where the text is no query.
        """
        try:
            names, rows = streamed(self._store, text, self._iris)
            return [dict(zip(names, row, strict=True)) for row in rows]
        except SyntaxError as error:
            raise QueryError(f"the query is no SPARQL: {_said(error)}") from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def close(self) -> None:
        """Lets go of the files."""
        del self._store

    def __enter__(self) -> SparqlIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def sparql_index(graph: Graph, *, folder: Path | None = None, memory: bool = False) -> SparqlIndex:
    """The index of a graph, opened; built first where there is none or it was made from something else.

    It lies beside the graph file (the folder X.pg.sparql; of a view without doubtful facts X.pg.0.8.sparql), or in
    `folder`; where that cannot be written, in the user's cache or a temporary folder. memory: kept in memory alone.
    Raises StoreError where no place can be written, the disk is full or the graph file is damaged.
    """
    iris = Iris(graph.base)
    if memory:
        store = oxigraph.Store()
        _fill(store, graph)
        return SparqlIndex(store, iris, None)
    key = index_key(graph, oxigraph.__version__)

    def opened(path: Path) -> SparqlIndex | None:
        try:
            if (path / _KEY).read_text(encoding="utf-8") != key:
                return None
            return SparqlIndex(oxigraph.Store.read_only(str(path / _STORE)), iris, path / _STORE)
        except (OSError, RuntimeError, ValueError):  # RuntimeError is how the engine calls damaged files
            return None

    def build(path: Path) -> None:
        path.mkdir()
        store = oxigraph.Store(str(path / _STORE))
        _fill(store, graph)
        store.flush()
        (path / _KEY).write_text(key, encoding="utf-8")

    suffix = SUFFIX if graph.least is None else f".{graph.least}{SUFFIX}"
    return whole_index(graph.path, suffix, opened, build, folder)


def _fill(store: oxigraph.Store, graph: Graph) -> None:
    store.bulk_extend(_quads(graph))


def _quads(graph: Graph) -> Iterator[oxigraph.Quad]:
    """Every triple in its named graph, and in the default graph, which keeps one of each."""
    for part in named_graphs(graph):
        for triple in set(part.triples):
            yield oxigraph.Quad(triple.subject, triple.predicate, triple.object, part.name)
            yield oxigraph.Quad(triple.subject, triple.predicate, triple.object)


def _said(error: SyntaxError) -> str:
    """The engine's words about a text that it cannot read, in one line, without all that could have stood there."""
    words = " ".join(str(error.msg).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + " …"
