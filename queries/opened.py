"""A graph that was opened, with everything one asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any

import networkx as nx

from .. import graph as store
from ..graph.property_graph import PropertyGraph
from ..schema.explanation import Explanation
from ..schema.facts import Fact, Figure, Relation
from .confidence import least_confidence
from .directory import Directory
from .documents import document_table
from .engines import ENGINES, CypherEngine, Engine, NetworkxEngine, opened_engine
from .explained import explained
from .lineage import lineage, short_of
from .names import Node
from .questions import Question, questions
from .runner import ask
from .table import Table
from .verdict_table import verdict_table
from .voices import cited, voiced, with_citations
from .wording import Unanswerable, words

if TYPE_CHECKING:
    from ..conductor import Build
    from .adhoc import QueryLimits, Rows
    from .report import LineageReport
    from .report.sheet import Sheet


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
        self._engines: dict[str, Engine] = {}
        self._opened = ExitStack()

    def lineage(
        self,
        name: str,
        first: int | None = None,
        last: int | None = None,
        *,
        lang: str | None = None,
        min_confidence: float | None = None,
        as_named: bool = False,
        succession: bool = True,
    ) -> Table:
        """How `name` came along from year `first` to `last`; see `policygraph.queries.lineage.lineage`.

        min_confidence: 0 to 1, facts below it are left out; one that nothing has judged (None) is not. So everywhere.
        as_named: only what bears that name, not what is the same thing under another. succession: also what came
        before and after it, marked as such in `via`.
        How many rows that leaves out is `left_out` of the table, and of its `undated`.
        """
        every = lineage(self._network, name, first, last, lang=lang, as_named=as_named, succession=succession)
        if least_confidence(min_confidence) is None:
            return every
        sure = self._confident(min_confidence)
        return short_of(lineage(sure, name, first, last, lang=lang, as_named=as_named, succession=succession), every)

    def verdicts(
        self,
        name: str | None = None,
        first: int | None = None,
        last: int | None = None,
        *,
        lang: str | None = None,
        min_confidence: float | None = None,
    ) -> Table:
        """What became of the targets with a deadline in first..last; see `policygraph.queries.verdict_table`.

        name: of a metric (or another name of its series), of who answers for the targets, or of their plan.
        """
        asked = self.ask("target_verdicts", lang=lang, min_confidence=min_confidence, first=first, last=last)
        least = least_confidence(min_confidence)
        store = self._store if least is None else self._store.confident(least)
        return verdict_table(asked, store, name)

    def lineage_report(
        self,
        name: str,
        first: int | None = None,
        last: int | None = None,
        *,
        lang: str | None = None,
        min_confidence: float | None = None,
        as_named: bool = False,
        succession: bool = True,
    ) -> LineageReport:
        """The lineage of `name` with what changed, what contradicts and who is silent; arguments as of `lineage`."""
        from .report import lineage_report

        store = self._store.confident(least_confidence(min_confidence))
        network, which = self._confident(min_confidence), {"as_named": as_named, "succession": succession}
        return lineage_report(network, store, name, first, last, lang=lang, **which)

    def compare(self, first: str, second: str, *, lang: str | None = None) -> Sheet:
        """What the second document continues, changes, adds and drops; named by key, file name or title.

        Raises QueryError where a name means no document, or several.
        """
        from .report.compare import compare

        return compare(self._network, self._store, first, second, lang)

    def report(self, *, lang: str | None = None) -> Sheet:
        """The whole corpus: coverage by issuer and year, programs by activity, open and binding targets, lists."""
        from .report.corpus import corpus_report

        return corpus_report(self._network, self._store, lang)

    def diff(self, other: PolicyGraph, *, lang: str | None = None) -> Sheet:
        """What `other` holds that differs from this graph: documents and facts added, removed, changed."""
        from .report.diff import diff, records_by_id

        return diff(self._store, other._store, records_by_id, lang)

    @property
    def snapshot(self) -> str:
        """16 digits that tell what the graph holds from any other content; every report says them."""
        return self._store.content[:16]

    def cite(self, table: Table, style: str = "gbt7714", *, lang: str | None = None) -> str:
        """The citations of the facts in a table's rows, each once; styles as of `Fact.cite`. Raises QueryError."""
        return cited(self._store, table, style, lang)

    def with_citations(self, table: Table, style: str = "gbt7714", lang: str | None = None) -> Table:
        """The table with a column `citation`. Raises QueryError for another style."""
        return with_citations(self._store, table, style, lang)

    def ask(
        self,
        question: str,
        /,
        *,
        engine: str | Engine = "networkx",
        lang: str | None = None,
        min_confidence: float | None = None,
        **parameters: Any,
    ) -> Table:
        """The answer to a question of the library (`questions`), the same from every engine.

        engine: "networkx" (in memory), "cypher" or "sparql": their indexes stand beside the graph file and are made
        when they are absent or older than it; or what `server` gave. Raises QueryError for what is not known.
        """
        least = least_confidence(min_confidence)
        if not isinstance(engine, str):
            if least is not None:
                raise Unanswerable("server_confidence")
            return ask(engine, question, lang=lang, **parameters)
        if least is not None:
            return self._ask_confident(question, engine, least, lang, parameters)
        return ask(self._engine(engine), question, lang=lang, **parameters)

    def server(self, uri: str, user: str, password: str, database: str | None = None) -> Engine:
        """A Neo4j server that holds this graph (`policygraph load`), to answer questions; closed with this object.

        Names are looked up in this file; what the server holds is not compared with it.
        Raises ServerError where it cannot be reached or does not let one in.
        """
        from ..graph.neo4j import connect

        opened = self._opened.enter_context(connect(uri, user, password, database))
        return CypherEngine(Directory.of(PropertyGraph(self._store)), opened, narrow=False)

    def cypher(
        self, text: str, /, *, limits: QueryLimits | None = None, lang: str | None = None, **parameters: Any
    ) -> Table:
        """The rows of a Cypher query over the property graph, its columns as the query names them.

        parameters: what stands after $ in the query: text, numbers, booleans, None and lists of them.
        limits: of time, memory and the answer's length; None for the usual ones. The query runs in a process of its own
        that can read the index of this graph and nothing else; the index is made at the first query (docs/queries.md).
        Raises QueryError, which names the place, for what is not allowed, not Cypher, or past a limit.
        """
        from ..graph.cypher import cypher_index
        from .adhoc import ask_cypher

        with cypher_index(self._store) as index:
            path = index.path
        return _table("cypher", ask_cypher(path, text, parameters, limits), lang)

    def sparql(self, text: str, /, *, limits: QueryLimits | None = None, lang: str | None = None) -> Table:
        """The rows of a SPARQL query over the graph as RDF; as `cypher`.

        An entity is given as its node's id ("Agency/财政部"), a fact as its id, what is unbound as None. ASK gives one
        row `answer`, CONSTRUCT and DESCRIBE a row a triple. The prefixes of the ontology are known.
        """
        from .adhoc import ask_sparql

        return _table("sparql", ask_sparql(self.sparql_store(), text, self._store.base, limits), lang)

    def sparql_store(self) -> Path:
        """The folder of the SPARQL engine's store on disk, made first where there is none or the graph has changed."""
        from ..graph.rdf import sparql_index

        with sparql_index(self._store) as index:
            assert index.path is not None  # it is not kept in memory
            return index.path

    @property
    def base(self) -> str:
        """What the IRIs of this graph begin with."""
        return self._store.base

    def questions(self) -> dict[str, Question]:
        """The questions of the library, by name."""
        return questions()

    def documents(self, *, lang: str | None = None) -> Table:
        """A row for every file: what it says of itself, how many facts it gave, what a reader must know of it."""
        return document_table(self._store, lang)

    def facts(
        self, *, min_confidence: float | None = None, **wanted: str | int | None
    ) -> Iterator[Figure | Relation]:
        """The facts as typed objects, by document and place; `wanted` selects by field (`predicate="targets"`).

        Each knows the document that it stands in, and can be cited.
        """
        return voiced(self._store, self._store.confident(least_confidence(min_confidence)).facts(**wanted))

    def explain(self, fact: str | Fact, *, lang: str | None = None) -> Explanation:
        """Why a fact says what it says: its sentence with marks, for each field the words, their place and the rule.

        fact: one of this graph, its id, or at least four digits that only its id begins with.
        Raises QueryError where no fact, or more than one, has such an id.
        """
        return explained(self._store, fact if isinstance(fact, str) else fact.id, lang)

    def networkx(self, *, min_confidence: float | None = None) -> nx.MultiDiGraph[Node]:
        """The graph as a networkx.MultiDiGraph of its own: nodes (type, name), an edge a fact, its id as the key."""
        return self._confident(min_confidence).copy()

    def export(self, path: Path | str, *, min_confidence: float | None = None) -> int:
        """Writes the facts to a file in the form of its suffix.

        Returns how many characters the file does not have, since its format cannot hold them. Raises QueryError for a
        suffix that is not known, ExportError where the format cannot hold the graph or needs an extra.
        """
        return store.export(self._store.confident(least_confidence(min_confidence)), path)

    def verify(self) -> store.Verification:
        """Recomputes every hash and id and holds every quote against its original."""
        return self._store.verify()

    def close(self) -> None:
        """Lets go of the file and the indexes; what was read into memory stays."""
        self._engines.clear()
        self._opened.close()
        self._store.close()

    def __enter__(self) -> PolicyGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"PolicyGraph({str(self.path)!r})"

    def _engine(self, name: str) -> Engine:
        if name not in ENGINES:
            raise Unanswerable("unknown_engine", engine=name, known=", ".join(ENGINES))
        if name not in self._engines:
            memory = name == "networkx"
            self._engines[name] = (
                NetworkxEngine(self._network) if memory else opened_engine(name, self._store, self._opened)
            )
        return self._engines[name]

    def _ask_confident(
        self, question: str, engine: str, least: float, lang: str | None, parameters: dict[str, Any]
    ) -> Table:
        """The answer without doubtful facts; an index for it is made in a temporary folder and thrown away."""
        if engine == "networkx":
            return ask(NetworkxEngine(self._confident(least)), question, lang=lang, **parameters)
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory()))
            opened = opened_engine(engine, self._store.confident(least), stack, folder)
            opened.directory = Directory.of(PropertyGraph(self._store))  # a name stays known
            return ask(opened, question, lang=lang, **parameters)

    def _confident(self, least: float | None) -> nx.MultiDiGraph[Node]:
        """The graph without the facts of lower confidence and what follows from them; a name stays known."""
        if least_confidence(least) is None:
            return self._network
        made = store.network(self._store.confident(least))
        made.add_nodes_from((node, data) for node, data in self._network.nodes(data=True) if node not in made)
        return made

    @cached_property
    def _network(self) -> nx.MultiDiGraph[Node]:
        return store.network(self._store)


def _table(name: str, found: Rows, lang: str | None) -> Table:
    rows = tuple(dict(zip(found.columns, row, strict=True)) for row in found.rows)
    return Table(name, found.columns, rows, lang=words(lang).lang, raw=True)
