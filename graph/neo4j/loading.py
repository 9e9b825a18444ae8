"""Loads a graph file into a database by difference."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Concatenate, ParamSpec, TypeVar

import neo4j

from ...schema.errors import ServerError
from ..property_graph import PropertyGraph
from ..store import Graph
from .elements import DERIVED, FACTS, LOADED, MARK, NODES, Element, edge_element, node_element
from .ledger import Ledger
from .report import Changes, LoadReport
from .schema import constraints, indexes
from .writing import Writer, remove

Progress = Callable[[str, int, int | None], None]
P = ParamSpec("P")
T = TypeVar("T")

_HELD_NODES = f"MATCH (n) WHERE n.{MARK} IS NOT NULL RETURN '{NODES}', n.type, n.id, n.{MARK}"
_HELD_EDGES = (
    f"MATCH ()-[r]->() WHERE r.{MARK} IS NOT NULL "
    f"RETURN CASE WHEN r.derived THEN '{DERIVED}' ELSE '{FACTS}' END, type(r), r.id, r.{MARK}"
)
_CLAIM = f"MERGE (m:{LOADED} {{id: 'graph'}}) ON CREATE SET m.source = $source RETURN m.source AS source"
_BEGIN = f"MATCH (m:{LOADED} {{id: 'graph'}}) SET m.source = $source, m.complete = false"
_END = f"MATCH (m:{LOADED} {{id: 'graph'}}) SET m.complete = true, m.nodes = $nodes, m.facts = $facts"
_PATIENCE = 3600
"""Seconds that new indexes may take."""
_SHOWN = 50
"""Elements between two reports of progress."""


class Load:
    """One load into one database. The calls may raise errors of the driver."""

    def __init__(
        self, driver: neo4j.Driver, database: str | None, uri: str, batch: int, progress: Progress | None
    ) -> None:
        self._driver, self._database, self._uri, self._batch = driver, database, uri, batch
        self._progress = progress or (lambda stage, done, of: None)

    def run(self, graph: Graph, replace: bool) -> LoadReport:
        """The whole load, as `Neo4jGraph.load` describes it."""
        started, report = time.monotonic(), LoadReport()
        self._constrain()
        self._claim(str(graph.path.resolve()), replace)
        elements = PropertyGraph(graph)
        nodes, facts = len(elements.nodes), graph.count()
        with Ledger() as ledger:
            self._read_held(ledger)
            # nodes first, for relationships need their ends; what is to go comes last, for an end may have moved
            self._write(NODES, map(node_element, elements.nodes), nodes, ledger, report.nodes)
            self._write(FACTS, map(edge_element, elements.facts()), facts, ledger, report.facts)
            self._write(DERIVED, map(edge_element, elements.derived()), None, ledger, report.derived)
            self._remove(ledger, report)
        self._index()
        self._once(lambda transaction: transaction.run(_END, nodes=nodes, facts=facts).consume())
        report.seconds = time.monotonic() - started
        return report

    def _constrain(self) -> None:
        """Makes the constraints, and sees that they are there: MERGE without them is slow and finds doubles."""
        for name, statement in constraints().items():
            try:
                self._run(statement)
            except neo4j.exceptions.Neo4jError as error:
                if ".Schema." not in (error.code or ""):
                    raise
                reason = (error.message or "").partition("\n")[0]
                raise ServerError("server_constraint", uri=self._uri, name=name, reason=reason) from error
        unique = (
            "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties "
            "WHERE type CONTAINS 'UNIQUENESS' OR type CONTAINS 'KEY' RETURN labelsOrTypes[0] AS kind, properties"
        )
        there = {row["kind"] for row in self._run(unique) if row["properties"] == ["id"]}
        for name in constraints():
            if name.removeprefix("policygraph_").removesuffix("_id") not in there:
                raise ServerError("server_no_constraint", uri=self._uri, name=name)

    def _claim(self, source: str, replace: bool) -> None:
        """Says in the database which graph file it is to hold."""

        def claimed(transaction: neo4j.ManagedTransaction) -> str:
            held = str(transaction.run(_CLAIM, source=source).single(strict=True)["source"])
            if held == source or replace:
                transaction.run(_BEGIN, source=source).consume()
            return held

        held = self._once(claimed)
        if held != source and not replace:
            raise ServerError("server_other_graph", uri=self._uri, held=held, given=source)

    def _read_held(self, ledger: Ledger) -> None:
        done = 0

        def read(transaction: neo4j.ManagedTransaction) -> None:
            nonlocal done
            for text in (_HELD_NODES, _HELD_EDGES):
                for record in transaction.run(text):
                    ledger.add(*map(str, record.values()))
                    done += 1
                    if done % _SHOWN == 0:
                        self._progress("held", done, None)

        with self._session() as session:
            session.execute_read(read)

    def _write(
        self, part: str, elements: Iterable[Element], of: int | None, ledger: Ledger, changes: Changes
    ) -> None:
        """Writes what the server does not hold as it is."""
        self._progress(part, 0, of)
        with Writer(self._session(), self._batch, self._uri) as writer:
            for done, element in enumerate(elements, 1):
                mark = ledger.take(element.part, element.kind, element.id)
                if mark is None:
                    changes.added += 1
                    writer.write(element, new=True)
                elif mark != element.mark:
                    changes.changed += 1
                    writer.write(element, new=False)
                else:
                    changes.unchanged += 1
                if done % _SHOWN == 0:
                    self._progress(part, done, of)

    def _remove(self, ledger: Ledger, report: LoadReport) -> None:
        """Removes what only the server has: relationships, then nodes that nothing is tied to any more."""
        done, of = 0, ledger.count()
        for part, changes in ((FACTS, report.facts), (DERIVED, report.derived), (NODES, report.nodes)):
            for kind in ledger.kinds(part):
                held = ledger.left(part, kind)
                while ids := list(islice(held, self._batch)):
                    kept = self._once(remove, part == NODES, kind, ids)
                    changes.removed += len(ids) - kept
                    report.kept += kept
                    done += len(ids)
                    self._progress("removed", done, of)

    def _index(self) -> None:
        self._progress("indexes", 0, None)
        for statement in indexes().values():
            self._run(statement)
        self._run(f"CALL db.awaitIndexes({_PATIENCE})")

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database, notifications_min_severity="OFF")

    def _once(self, work: Callable[Concatenate[neo4j.ManagedTransaction, P], T], *args: P.args, **more: P.kwargs) -> T:
        with self._session() as session:
            return session.execute_write(work, *args, **more)

    def _run(self, statement: str) -> list[dict[str, Any]]:
        """A statement of the schema."""
        with self._session() as session:
            return session.run(statement).data()
