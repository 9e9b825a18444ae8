"""The connection to a Neo4j server."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import neo4j

from ...schema.errors import ServerError
from ..store import Graph
from .errors import explained
from .loading import Load
from .report import LoadReport
from .schema import OLDEST

_TIMEOUT = 10.0
"""Seconds until a server that does not answer counts as unreachable."""
_RETRIED = 30.0
"""Seconds for which a transaction is tried again after errors that may pass."""
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class Neo4jGraph:
    """One database of a Neo4j server; a context manager. `connect` makes one.

    Every method raises ServerError where the server cannot be reached, refuses, or does not fit. For one thread.
    """

    def __init__(self, driver: neo4j.Driver, uri: str, user: str, database: str | None) -> None:
        self._driver, self._uri, self._user, self._database = driver, uri, user, database

    def load(
        self,
        graph: Graph,
        *,
        batch: int = 5000,
        replace: bool = False,
        progress: Callable[[str, int, int | None], None] | None = None,
    ) -> LoadReport:
        """Makes the database hold what the graph file holds: adds and removes the difference, nothing else.

        After a break (a stopped server, an interrupted run) the next load goes on from there. Nodes and relationships
        that were not loaded by this program are left alone.

        batch: elements a transaction. replace: the database may hold another graph file; what only that one has is
        removed. progress(stage, done, of): stage "held", "nodes", "facts", "derived", "removed" or "indexes"; of: None
        where the number is not known.
        Raises ServerError also where the database holds another graph file and `replace` is false.
        """
        with explained(self._uri, self._user, self._database):
            return Load(self._driver, self._database, self._uri, batch, progress).run(graph, replace)

    def rows(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a Cypher text, by column name; the server refuses a text that writes."""

        def read(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            return [record.data() for record in transaction.run(text, dict(parameters or {}))]

        with (
            explained(self._uri, self._user, self._database),
            self._driver.session(
                database=self._database, default_access_mode=neo4j.READ_ACCESS, notifications_min_severity="OFF"
            ) as session,
        ):
            return session.execute_read(read)

    def close(self) -> None:
        """Lets go of the server."""
        self._driver.close()

    def __enter__(self) -> Neo4jGraph:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def connect(uri: str, user: str, password: str, database: str | None = None) -> Neo4jGraph:
    """A connection that has been tried.

    uri: bolt://host:port or another scheme of the driver, without user and password. user: "" for a server without
    authentication. database: None for the server's default.
    Raises ServerError where nothing answers there, the user or password is wrong, the database does not exist, or the
    server is older than `schema.OLDEST`.
    """
    if not _usable(uri):  # the message does not repeat it: it may hold a password
        raise ServerError("server_uri", expected="bolt://localhost:7687")
    with explained(uri, user, database):
        driver = neo4j.GraphDatabase.driver(
            uri,
            auth=neo4j.basic_auth(user, password) if user else None,
            connection_timeout=_TIMEOUT,
            connection_acquisition_timeout=2 * _TIMEOUT,
            max_transaction_retry_time=_RETRIED,
        )
        try:
            info = driver.get_server_info()
            check_version(uri, info.agent)
            with driver.session(database=database) as session:  # a database that is not there is told only now
                session.run("RETURN 1").consume()
        except BaseException:
            driver.close()
            raise
    return Neo4jGraph(driver, uri, user, database)


def _usable(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def check_version(uri: str, agent: str) -> None:
    """Raises ServerError where a server that calls itself so ("Neo4j/5.26.12") is too old, or no Neo4j."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if not found or (int(found[1]), int(found[2])) < OLDEST:
        raise ServerError("server_old", uri=uri, found=agent, expected=".".join(map(str, OLDEST)))
