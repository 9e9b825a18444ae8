"""The endpoint speaks the protocol to foreign clients, and to nobody from another site."""

from __future__ import annotations

import contextlib
import csv
import http.client
import io
import json
import signal
import socket
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from policygraph import serve_command
from policygraph.queries import Unanswerable
from policygraph.queries.wording import words
from policygraph.sandbox import landlock

from .conftest import COMMAND

SERVE = [sys.executable, "-c", COMMAND, "serve"]
ISSUED = "PREFIX pg: <urn:policygraph:> SELECT ?a ?p WHERE { ?a pg:issues ?p } ORDER BY ?a"
PLAN = "urn:policygraph:Plan/示例产业发展规划"


def ask(endpoint: str, query: str = ISSUED, **headers: str) -> httpx.Response:
    return httpx.get(f"{endpoint}sparql", params={"query": query}, headers={"accept": "*/*", **headers}, timeout=60)


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_asks(endpoint: str, method: str) -> None:
    client = SPARQLWrapper(f"{endpoint}sparql")
    client.setMethod(method)
    client.setQuery(ISSUED)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()["results"]["bindings"]
    assert [row["p"]["value"] for row in found] == [PLAN, "urn:policygraph:Plan/千山市示例行动方案"]
    client.setReturnFormat(XML)
    assert PLAN in client.queryAndConvert().toxml()
    client.setReturnFormat(CSV)
    assert PLAN in client.queryAndConvert().decode()
    client.setReturnFormat(JSON)
    client.setQuery("ASK { ?s ?p ?o }")
    assert client.queryAndConvert()["boolean"] is True
    client.setQuery("PREFIX pg: <urn:policygraph:> CONSTRUCT { ?p pg:by ?a } WHERE { ?a pg:issues ?p }")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")) == 2


def test_rdflib_asks(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{endpoint}sparql"))
    rows = [(str(a), str(p)) for a, p in graph.query(ISSUED)]
    assert rows[0] == ("urn:policygraph:Agency/工业和信息化部", PLAN)
    assert len(list(graph.triples((None, rdflib.URIRef("urn:policygraph:issues"), None)))) == 2


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml, application/sparql-results+json;q=0.5", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/html;q=0.9, text/*;q=0.8", "text/csv; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
    ],
)
def test_results_come_in_the_form_that_is_asked_for(endpoint: str, accept: str, media: str) -> None:
    answer = ask(endpoint, accept=accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    if "json" in media:
        assert len(json.loads(answer.text)["results"]["bindings"]) == 2
    elif "xml" in media:
        assert len(list(ET.fromstring(answer.text).iter("{http://www.w3.org/2005/sparql-results#}result"))) == 2
    else:
        delimiter = "," if "csv" in media else "\t"
        assert len(list(csv.reader(io.StringIO(answer.text), delimiter=delimiter))) == 3


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own JSON-LD reader
@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt"),
     ("application/ld+json", "json-ld")],
)  # fmt: skip
@pytest.mark.parametrize("query", ["CONSTRUCT WHERE { ?s ?p ?o }", f"DESCRIBE <{PLAN}>"])
def test_graphs_come_in_the_form_that_is_asked_for(endpoint: str, accept: str, form: str, query: str) -> None:
    answer = ask(endpoint, query, accept=accept)
    assert answer.status_code == 200
    assert len(rdflib.Graph().parse(data=answer.text, format=form)) >= 2


def test_the_ways_to_ask(endpoint: str) -> None:
    url = f"{endpoint}sparql"
    form = {"content-type": "application/x-www-form-urlencoded"}
    told = [
        httpx.get(url, params={"query": ISSUED}),
        httpx.post(url, data={"query": ISSUED}),
        httpx.post(url, content="query=" + urllib.parse.quote(ISSUED), headers=form),
        httpx.post(url, content=ISSUED, headers={"content-type": "application/sparql-query; charset=utf-8"}),
    ]
    assert [answer.status_code for answer in told] == [200] * 4
    assert len({answer.text for answer in told}) == 1
    assert httpx.head(url, params={"query": ISSUED}).status_code == 200


def test_the_service_describes_itself(endpoint: str) -> None:
    described = rdflib.Graph().parse(data=httpx.get(f"{endpoint}sparql").text, format="turtle")
    terms = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert [str(o) for o in described.objects(None, terms.endpoint)] == [f"{endpoint}sparql"]
    assert list(described.objects(None, terms.supportedLanguage)) == [terms.SPARQL11Query]


def test_the_page_needs_nothing_from_elsewhere(endpoint: str) -> None:
    page = httpx.get(endpoint)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    links = [part.partition('"')[0] for part in page.text.replace('src="', 'href="').split('href="')[1:]]
    assert all(link.startswith(("/page/", "data:")) for link in links)
    for link in links:
        if link.startswith("/"):
            assert httpx.get(endpoint.rstrip("/") + link).status_code == 200
    assert httpx.get(f"{endpoint}prefixes").json()["pg"] == "urn:policygraph:"
    browser = httpx.get(f"{endpoint}sparql", headers={"accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/")


def raw(endpoint: str, request: bytes) -> tuple[int, bytes]:
    """The status and the rest of the answer to bytes on the wire."""
    port = int(endpoint.rstrip("/").rpartition(":")[2])
    for _ in range(20):
        answer = b""
        # A server that answers before it has read everything closes a connection with bytes under way: the kernel
        # then resets it, and the answer may be lost before it is read (RFC 9112, section 9.6). So it is asked again.
        with contextlib.suppress(ConnectionError), socket.create_connection(("127.0.0.1", port), 30) as connection:
            connection.sendall(request)
            while received := connection.recv(65536):
                answer += received
        if answer:
            return int(answer.split(b" ", 2)[1]), answer
    return 0, b""


GET = "GET /sparql?query=ASK%7B%7D HTTP/1.1"
FORM = "Content-Type: application/x-www-form-urlencoded"
QUERY = "Content-Type: application/sparql-query"
# each attack on the HTTP door: first line, headers, body, the statuses that are right; {port} is the endpoint's
ATTACKS: list[tuple[str, list[str], bytes, set[int]]] = [
    # addressed to another name (DNS rebinding)
    (GET, ["Host: evil.example"], b"", {421}),
    (GET, ["Host: evil.example:{port}"], b"", {421}),
    (GET, ["Host: 127.0.0.1"], b"", {421}),
    (GET, ["Host: 127.0.0.1:1"], b"", {421}),
    (GET, ["Host: localhost.evil.example:{port}"], b"", {421}),
    (GET, ["Host: 127.0.0.1.nip.io:{port}"], b"", {421}),
    (GET, ["Host: 127.0.0.1:{port}@evil.example"], b"", {421}),
    (GET, ["Host: 127.0.0.2:{port}"], b"", {421}),
    (GET, ["Host: 0.0.0.0:{port}"], b"", {421}),
    (GET, ["Host:"], b"", {400, 421}),
    (GET, [], b"", {400}),
    (GET, ["Host: 127.0.0.1:{port}", "Host: evil.example"], b"", {400}),
    (GET, ["Host: evil.example", "X-Forwarded-Host: 127.0.0.1:{port}"], b"", {421}),
    (GET.replace("/sparql", "http://evil.example/sparql"), ["Host: evil.example"], b"", {421}),
    ("GET / HTTP/1.1", ["Host: evil.example"], b"", {421}),
    ("GET /page/page.js HTTP/1.1", ["Host: evil.example"], b"", {421}),
    ("GET /prefixes HTTP/1.1", ["Host: evil.example"], b"", {421}),
    # from a page of another site
    (GET, ["Host: 127.0.0.1:{port}", "Origin: http://evil.example"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Origin: null"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Origin: https://127.0.0.1:{port}"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Origin: http://127.0.0.1:1"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Origin: http://127.0.0.1:{port}.evil.example"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Origin: http://127.0.0.1:{port}", "Origin: http://evil.example"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: cross-site"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: same-site"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], b"", {403}),
    (GET, ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], b"", {403}),
    ("GET /page/page.js HTTP/1.1", ["Host: 127.0.0.1:{port}", "Sec-Fetch-Site: cross-site"], b"", {403}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", FORM, "Origin: http://evil.example"], b"query=ASK{}", {403}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", "Content-Type: text/plain"], b"query=ASK{}", {415}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", "Content-Type: multipart/form-data; boundary=x"], b"", {415}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"query=ASK{}", {415}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", "Content-Type: application/json"], b"{}", {415}),
    ("OPTIONS /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", "Access-Control-Request-Method: POST"], b"", {405}),
    # updates
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", "Content-Type: application/sparql-update"], b"CLEAR ALL",
     {415}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", FORM], b"update=CLEAR+ALL", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", FORM], b"query=ASK{}&update=CLEAR+ALL", {400}),
    ("POST /sparql?update=CLEAR+ALL HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"ASK {}", {400}),
    ("GET /sparql?update=CLEAR+ALL HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"INSERT DATA { <urn:a> <urn:b> 1 }", {400}),
    ("PUT /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {405}),
    ("DELETE /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {405}),
    ("PATCH /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {405}),
    ("TRACE /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {405}),
    ("POST / HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {405}),
    ("PUT /store?default HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("POST /update HTTP/1.1", ["Host: 127.0.0.1:{port}", FORM], b"update=CLEAR+ALL", {404}),
    # queries that the gate refuses, and what is no query
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY],
     b"SELECT * { SERVICE <http://127.0.0.1:{trap}/> { ?s ?p ?o } }", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", FORM],
     b"query=SELECT+*+%7B+SERVICE%20%3Chttp://127.0.0.1:{trap}/%3E+%7B+?s+?p+?o+%7D+%7D", {400}),
    ("GET /sparql?default-graph-uri=http://127.0.0.1:{trap}/&query=ASK%7B%7D HTTP/1.1", ["Host: 127.0.0.1:{port}"],
     b"", {400}),
    ("GET /sparql?named-graph-uri=file:///etc/passwd&query=ASK%7B%7D HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("GET /sparql?query=ASK%7B%7D&query=ASK%7B%7D HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("GET /sparql?query= HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("GET /sparql?query=%FF%FE HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("GET /sparql?" + "a=b&" * 50 + "query=ASK%7B%7D HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"\xff\xfeASK {}", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"ASK {\x00}", {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"ASK " + b"{" * 2197 + b"}" * 2197, {400}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"ASK {}" + b" " * 30_000, {413}),
    ("POST /sparql HTTP/1.1", ["Host: 127.0.0.1:{port}", QUERY], b"ASK {}" + b" " * 300_000, {413}),
    (GET.replace("ASK", "A" * 300_000), ["Host: 127.0.0.1:{port}"], b"", {400, 413}),
    (GET, ["Host: 127.0.0.1:{port}", "Accept: image/png"], b"", {406}),
    (GET, ["Host: 127.0.0.1:{port}", "Accept: text/csv"], b"", {406}),
    (GET, ["Host: 127.0.0.1:{port}", "Accept: " + "a/b;q=0.1," * 5000], b"", {406}),
    # files
    ("GET /page/../app.py HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET /page/..%2fapp.py HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET /page/%2e%2e/%2e%2e/cli.py HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET /page//etc/passwd HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET /page/..\\app.py HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET //etc/passwd HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
    ("GET /page/ HTTP/1.1", ["Host: 127.0.0.1:{port}"], b"", {404}),
]  # fmt: skip


def test_attacks_on_the_door(endpoint: str, served_graph: Path) -> None:
    assert len(ATTACKS) >= 60
    port = endpoint.rstrip("/").rpartition(":")[2]
    before = sorted(path.name for path in served_graph.parent.iterdir())
    wrong = []
    with socket.create_server(("127.0.0.1", 0)) as trap:

        def fill(text: str) -> str:
            return text.replace("{port}", port).replace("{trap}", str(trap.getsockname()[1]))

        for first, headers, body, right in ATTACKS:
            lines = [first, *headers, "Connection: close", *([f"Content-Length: {len(body)}"] if body else [])]
            if b"{trap}" in body:
                body = body.replace(b"{trap}", str(trap.getsockname()[1]).encode())
                lines[-1] = f"Content-Length: {len(body)}"
            status, answer = raw(endpoint, fill("\r\n".join(lines)).encode() + b"\r\n\r\n" + body)
            if status not in right or b"access-control-allow" in answer.lower() or b"root:x" in answer:
                wrong.append((first[:80], headers, status, right))
        trap.setblocking(False)
        with pytest.raises(BlockingIOError):
            trap.accept()
    assert wrong == []
    assert sorted(path.name for path in served_graph.parent.iterdir()) == before
    assert ask(endpoint).status_code == 200


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_its_own_page_may_ask(endpoint: str, site: str) -> None:
    own = {"origin": endpoint.rstrip("/"), "sec-fetch-site": site}
    assert ask(endpoint, **own).status_code == 200
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}  # a link to the page
    assert httpx.get(endpoint, headers=followed).status_code == 200
    named = endpoint.replace("127.0.0.1", "localhost").rstrip("/")
    assert ask(endpoint, host=named.removeprefix("http://"), origin=named).status_code == 200


def test_errors_show_the_place(endpoint: str) -> None:
    told = ask(endpoint, "SELECT * {\n  ?s ?p ?o . FILTER(?s > ?o\n}")
    assert told.status_code == 400
    assert told.text == "line 3, column 1: } closes nothing that is open here\n    }\n    ^\n"
    told = ask(endpoint, "SELECT * {\n  ?s '国家' ?p\n}")
    assert told.status_code == 400
    assert told.text == (
        "line 2, column 11: the query cannot be read: expected OPTIONAL\n      ?s '国家' ?p\n" + " " * 16 + "^\n"
    )


def test_what_takes_too_long_is_ended_and_the_next_is_answered(endpoint: str) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?q ?o }"
    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(lambda query: ask(endpoint, query), [slow, slow, ISSUED, ISSUED, slow, ISSUED]))
    assert [answer.status_code for answer in told] == [500, 500, 200, 200, 500, 200]
    assert "took more than 3.0 s" in told[0].text


def test_a_request_that_ends_early_harms_nobody(endpoint: str) -> None:
    port = int(endpoint.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest("POST", "/sparql")
    connection.putheader("Content-Type", "application/sparql-query")
    connection.putheader("Content-Length", "1000")
    connection.endheaders(b"ASK")
    connection.close()
    assert ask(endpoint).status_code == 200


def test_without_landlock_nobody_else_is_answered(served_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    with pytest.raises(Unanswerable, match="queries of others are not answered on this system"):
        serve_command.run_serve(served_graph, 0, None, words("en"))


def test_a_port_that_is_taken_is_said(served_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [*SERVE, str(served_graph), "--sparql", "--lang", "en", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_interrupt_ends_it_with_all_its_processes(served_graph: Path) -> None:
    command = [*SERVE, str(served_graph), "--sparql", "--lang", "en", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    endpoint = process.stderr.readline().partition("page to ask queries: ")[2].partition(")")[0]
    assert ask(endpoint).status_code == 200
    children = " ".join(p.read_text() for p in Path(f"/proc/{process.pid}/task").glob("*/children")).split()
    assert children != []
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30)[1] == ""
    assert process.returncode == 0
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []
