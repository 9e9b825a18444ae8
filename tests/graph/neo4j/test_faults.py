"""What goes wrong with servers: one clear line, no password in it, and the next load mends what a broken one left."""

from __future__ import annotations

import http.server
import pickle
import socket
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import pytest

from policygraph.graph import Graph, open_graph
from policygraph.graph.neo4j import Neo4jGraph, connect, connection
from policygraph.graph.neo4j.connection import check_version
from policygraph.schema.errors import RunError, ServerError

SECRET = "not-the-password-0451"


def refused(uri: str, user: str = "neo4j", password: str = SECRET, database: str | None = None) -> ServerError:
    """The error of a connection that must fail; it says one line in both languages, without the password."""
    with pytest.raises(ServerError) as caught:
        connect(uri, user, password, database).close()
    for lang in ("zh", "en"):
        said = caught.value.notice.said(lang)
        assert said.count("\n") == 0
        assert caught.value.code not in said  # there is a text
    told = "".join(traceback.format_exception(caught.value)) + caught.value.notice.said("zh")
    assert SECRET not in told
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    return caught.value


def test_a_wrong_password_or_user(neo4j_server: Any) -> None:
    error = refused(neo4j_server.uri)
    assert error.code == "server_password"
    assert "'neo4j'" in str(error)
    assert refused(neo4j_server.uri, "nobody").code == "server_password"
    assert isinstance(error, RunError)


def test_a_wrong_port_where_nothing_listens() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{one.getsockname()[1]}"
        error = refused(uri)
    assert error.code == "server_unreachable"
    assert uri in str(error)


def test_a_wrong_port_where_another_server_listens() -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        assert refused(f"bolt://127.0.0.1:{web.server_port}").code == "server_unreachable"
        web.shutdown()


def test_a_server_that_speaks_no_version_of_bolt_that_we_do() -> None:
    """An old server answers the handshake with the version 0 and goes."""
    with socket.create_server(("127.0.0.1", 0)) as old:

        def answer() -> None:
            caller, _ = old.accept()
            caller.recv(20)
            caller.sendall(bytes(4))
            caller.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        assert refused(f"bolt://127.0.0.1:{old.getsockname()[1]}").code == "server_old"
        thread.join(10)


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.6.0", "Neo4j/3.5.12", "Memgraph/2.1"])
def test_a_server_without_constraints_on_relationships_is_too_old(agent: str) -> None:
    with pytest.raises(ServerError, match=rf"^bolt://x:1 is {agent}; expected Neo4j 5\.7 or newer, upgrade"):
        check_version("bolt://x:1", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.7.0", "Neo4j/5.26.12", "Neo4j/2025.10.1"])
def test_newer_servers_will_do(agent: str) -> None:
    check_version("bolt://x:1", agent)


@pytest.mark.parametrize(
    "uri", ["localhost:7687", "http://localhost:7474", "bolt://", f"bolt://neo4j:{SECRET}@localhost:7687", "bolt://h:x"]
)
def test_an_address_of_another_form_is_not_repeated(uri: str) -> None:
    assert refused(uri).code == "server_uri"


def test_a_database_that_is_not_there(neo4j_server: Any) -> None:
    error = refused(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "nowhere")
    assert (error.code, error.details["database"]) == ("server_no_database", "nowhere")


def test_doubles_that_stand_in_the_way_of_a_constraint(neo4j_server: Any, database: Neo4jGraph, graph: Graph) -> None:
    neo4j_server.empty(schema=True)
    with neo4j_server.driver() as driver:
        driver.execute_query("UNWIND [1, 2] AS x CREATE (:Agency {id: 'Agency/双'})")
        with pytest.raises(ServerError) as caught:
            database.load(graph)
        assert caught.value.code == "server_constraint"
        assert caught.value.details["name"] == "policygraph_Agency_id"
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 2


def test_a_constraint_that_another_of_its_name_hides(neo4j_server: Any, database: Neo4jGraph, graph: Graph) -> None:
    neo4j_server.empty(schema=True)
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE CONSTRAINT policygraph_leads_id FOR (n:Other) REQUIRE n.x IS UNIQUE")
        with pytest.raises(ServerError) as caught:
            database.load(graph)
        assert (caught.value.code, caught.value.details["name"]) == ("server_no_constraint", "policygraph_leads_id")
        driver.execute_query("DROP CONSTRAINT policygraph_leads_id")
    assert database.load(graph).facts.added > 0


def test_a_server_killed_in_the_middle_of_a_load(
    new_neo4j_server: Any, tmp_path: Path, many: Any, build: Any, held: Any, wanted: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is killed twice, at different moments; what is started again holds nothing twice and misses nothing."""
    monkeypatch.setattr(connection, "_RETRIED", 2.0)  # nobody starts it again meanwhile
    build(tmp_path / "x.pg", many(100))
    server = new_neo4j_server()
    try:
        with open_graph(tmp_path / "x.pg") as graph:
            nodes, edges = wanted(graph)
            found = [0]
            for moment in (100, 200):
                with connect(server.uri, server.user, server.password) as database:
                    killer = Killer(server, "facts", moment)
                    with pytest.raises(ServerError, match=r"no Neo4j server answers.*a load goes on"):
                        database.load(graph, batch=50, progress=killer)
                    killer.join()
                server.start()
                present = held(server)
                assert present[0].items() <= nodes.items()
                assert present[1].items() <= edges.items()
                assert len(nodes) + len(edges) > len(present[0]) + len(present[1]) > found[-1]
                found.append(len(present[0]) + len(present[1]))
            with connect(server.uri, server.user, server.password) as database:
                report = database.load(graph, batch=50)
                assert (report.unchanged, report.changed, report.removed) == (found[-1], 0, 0)
                assert report.added == len(nodes) + len(edges) - found[-1]
                assert held(server) == (nodes, edges)
                assert database.load(graph).added == 0
    finally:
        server.close()


class Killer:
    """A progress callback that kills the server in another thread once a stage has come so far."""

    def __init__(self, server: Any, stage: str, moment: int) -> None:
        self.server, self.stage, self.moment = server, stage, moment
        self.thread: threading.Thread | None = None

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        if stage == self.stage and done >= self.moment and self.thread is None:
            self.thread = threading.Thread(target=self.server.kill)
            self.thread.start()

    def join(self) -> None:
        assert self.thread is not None
        self.thread.join()
        time.sleep(0.2)
