"""A graph that was opened, with everything one asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import networkx as nx

from .. import graph as store
from ..schema.facts import Figure, Relation
from .documents import document_table
from .lineage import lineage
from .names import Node
from .questions import Question, questions
from .runner import run
from .table import Table

if TYPE_CHECKING:
    from ..conductor import Build


class PolicyGraph:
    """A graph file, read only; `policygraph.open` and `policygraph.build` give it. A context manager.

    The file is read into memory at the first question; a build that replaces it meanwhile is not seen.
    """

    def __init__(self, path: Path | str, built: Build | None = None) -> None:
        """Raises StoreError where the file is absent, foreign, newer or damaged.

        built: what the build that gave this graph did; None for one that was only opened.
        """
        self.path, self.built = Path(path), built
        self._store = store.open_graph(self.path)

    def lineage(
        self, name: str, first: int | None = None, last: int | None = None, *, lang: str | None = None
    ) -> Table:
        """How `name` came along from year `first` to `last`; see `policygraph.queries.lineage.lineage`."""
        return lineage(self._network, name, first, last, lang=lang)

    def query(self, question: str, /, *, lang: str | None = None, **parameters: Any) -> Table:
        """The answer to a question of the library (`questions`). Raises QueryError for what is not known."""
        return run(self._network, question, lang=lang, **parameters)

    def questions(self) -> dict[str, Question]:
        """The questions of the library, by name."""
        return questions()

    def documents(self, *, lang: str | None = None) -> Table:
        """A row for every file: what it says of itself, how many facts it gave, what a reader must know of it."""
        return document_table(self._store, lang)

    def facts(self, **wanted: str | int | None) -> Iterator[Figure | Relation]:
        """The facts as typed objects, by document and place; `wanted` selects by field (`predicate="targets"`)."""
        return self._store.facts(**wanted)

    def networkx(self) -> nx.MultiDiGraph[Node]:
        """The graph as a networkx.MultiDiGraph of its own: nodes (type, name), an edge a fact, its id as the key."""
        return self._network.copy()

    def export(self, path: Path | str) -> None:
        """Writes the facts to a file in the form of its suffix. Raises QueryError for a suffix that is not known."""
        store.export(self._store, path)

    def verify(self) -> store.Verification:
        """Recomputes every hash and id and holds every quote against its original."""
        return self._store.verify()

    def close(self) -> None:
        """Lets go of the file; what was read into memory stays."""
        self._store.close()

    def __enter__(self) -> PolicyGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"PolicyGraph({str(self.path)!r})"

    @cached_property
    def _network(self) -> nx.MultiDiGraph[Node]:
        return store.network(self._store)
