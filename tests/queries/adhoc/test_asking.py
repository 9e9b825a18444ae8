"""Ad hoc queries as a user asks them: rows, parameters, limits, errors with their place."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph import cli, sandbox
from policygraph.queries import PolicyGraph, Table, Unanswerable
from policygraph.queries.adhoc import QueryLimits, QueryRefused, asking, check_cypher, check_sparql
from policygraph.queries.adhoc.answers import Failure, packed_rows, unpacked
from policygraph.queries.adhoc.refusals import offset, place
from policygraph.queries.adhoc.words import allowed, functions
from policygraph.sandbox import MEGABYTE

PLANS = "MATCH (n:Plan) RETURN n.name AS plan ORDER BY plan"


def test_cypher_gives_a_table(opened: PolicyGraph) -> None:
    asked = "MATCH (n:Agency) WHERE n.name = $who RETURN n.id AS id, 1.5 AS x, ['b', 'a'] AS l, null AS e"
    found = opened.cypher(asked, who="工业和信息化部")
    assert isinstance(found, Table)
    assert found.columns == ("id", "x", "l", "e")
    assert found.to_dicts() == [{"id": "Agency/工业和信息化部", "x": 1.5, "l": ["b", "a"], "e": None}]
    assert list(opened.cypher("MATCH (n:Agency) WHERE n.name = 'nobody' RETURN n.name AS name").columns) == ["name"]


def test_sparql_gives_a_table(opened: PolicyGraph) -> None:
    found = opened.sparql(
        'SELECT ?s ?label ?none WHERE { ?s a pg:Agency ; skos:prefLabel ?label . FILTER(?label = "工业和信息化部"@zh) }'
    )
    assert found.to_dicts() == [{"s": "Agency/工业和信息化部", "label": "工业和信息化部", "none": None}]
    assert opened.sparql("ASK { ?s ?p ?o }").to_dicts() == [{"answer": True}]
    assert opened.sparql("CONSTRUCT WHERE { ?s a pg:Agency } LIMIT 1").columns == ("subject", "predicate", "object")


def test_both_engines_agree_on_the_number_of_facts(opened: PolicyGraph) -> None:
    facts = len(list(opened.facts()))
    cypher = opened.cypher("MATCH ()-[r]->() WHERE NOT r.derived RETURN count(r) AS n")
    sparql = opened.sparql("SELECT (COUNT(DISTINCT ?f) AS ?n) { ?f pg:sentence ?s }")
    assert cypher.to_dicts() == sparql.to_dicts() == [{"n": facts}]


@pytest.mark.parametrize(
    ("language", "text", "line", "column", "says"),
    [
        ("cypher", "MATCH (n)\nWHERE '国家' = n.name CALL x() RETURN n", 2, 21, "CALL is not allowed here"),
        ("cypher", "MATCH (n) RETURN n.name,", 1, 25, "the query cannot be read"),
        ("cypher", "MATCH (n)\nRETURN m", 2, 8, "Variable m is not in scope"),
        ("cypher", "MATCH (n:Nope) RETURN n", 1, 10, "Table Nope does not exist"),
        ("cypher", "MATCH (n:Plan) RETURN apoc.text.join(n)", 1, 33, "the function join is not allowed"),
        ("sparql", "SELECT *\n{ ?s ?p ?o SERVICE <x> { } }", 2, 12, "SERVICE is not allowed"),
        ("sparql", "SELECT * { ?s nope:p ?o }", 1, 21, "Prefix not found"),
        ("sparql", "SELECT ?s { ?s ?p ?o", 1, 11, "{ is never closed"),
    ],
)
def test_an_error_shows_its_place(
    opened: PolicyGraph, language: str, text: str, line: int, column: int, says: str
) -> None:
    with pytest.raises(QueryRefused) as failure:
        getattr(opened, language)(text)
    assert failure.value.place is not None
    assert (failure.value.place.line, failure.value.place.column) == (line, column)
    assert says in str(failure.value)
    first, shown, mark = failure.value.said("zh").split("\n")
    assert first.startswith(f"第 {line} 行第 {column} 列：")
    assert shown.strip() == text.split("\n")[line - 1].strip()
    assert mark.strip() == "^"


def test_parameters_are_named(opened: PolicyGraph) -> None:
    with pytest.raises(QueryRefused, match="parameter \\$who has no value"):
        opened.cypher("MATCH (n) WHERE n.name = $who RETURN n")
    with pytest.raises(QueryRefused, match="no parameter \\$whom; it has: who"):
        opened.cypher("MATCH (n) WHERE n.name = $who RETURN n.name AS name", who="x", whom="y")
    with pytest.raises(QueryRefused, match="parameter who is of type dict"):
        opened.cypher("RETURN $who AS who", who={"a": 1})
    odd = ["it's", 'say "x"', "\\", "`$`", "国\u2028家", "", "{}"]
    assert [opened.cypher("RETURN $x AS x", x=value)[0]["x"] for value in odd] == odd
    assert opened.cypher("RETURN $x AS x", x=[1, 2])[0]["x"] == [1, 2]


@pytest.mark.parametrize(
    ("language", "text", "limits", "says"),
    [
        ("cypher", "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)", QueryLimits(seconds=0.4), "0.4 s"),
        ("sparql", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", QueryLimits(seconds=0.4), "0.4 s"),
        ("cypher", "UNWIND range(1, 1000000000) AS x RETURN count(x)", QueryLimits(memory_bytes=64 * MEGABYTE),
         "64 MB"),
        ("cypher", "UNWIND range(1, 100) AS x RETURN x", QueryLimits(rows=99), "more than 99 rows"),
        ("sparql", "SELECT * { ?s ?p ?o } LIMIT 100", QueryLimits(rows=99), "more than 99 rows"),
        ("cypher", "UNWIND range(1, 10000) AS x RETURN x", QueryLimits(answer_bytes=9999), "the answer is longer"),
        ("sparql", "SELECT * { ?s ?p ?o } LIMIT 100", QueryLimits(answer_bytes=999), "the answer is longer"),
        ("cypher", "RETURN 1 AS a, 2 AS a", QueryLimits(), "several columns are called a"),
    ],
)  # fmt: skip
def test_limits_are_said(opened: PolicyGraph, language: str, text: str, limits: QueryLimits, says: str) -> None:
    with pytest.raises(QueryRefused) as failure:
        getattr(opened, language)(text, limits=limits)
    assert says in str(failure.value)
    assert opened.cypher("RETURN 1 AS one")[0] == {"one": 1}


def test_a_querying_process_that_died_is_an_error_of_one_query(opened: PolicyGraph) -> None:
    opened.cypher("RETURN 1 AS one")
    for process in asking._processes.processes():
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with pytest.raises(QueryRefused, match="the querying process ended"):
        opened.cypher("RETURN 1 AS one")
    assert opened.cypher("RETURN 1 AS one")[0] == {"one": 1}


def test_queries_from_threads(cypher_file: Path) -> None:
    told: list[object] = []

    def ask(n: int) -> None:
        told.append(asking.ask_cypher(cypher_file, "RETURN $n AS n", {"n": n}).rows)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == sorted(f"[[{n}]]" for n in range(12))
    assert len(asking._processes.processes()) <= asking.AT_ONCE


def test_a_system_that_cannot_fork_says_so(monkeypatch: pytest.MonkeyPatch, cypher_file: Path) -> None:
    monkeypatch.setattr(sandbox, "CAN_FORK", False)
    with pytest.raises(Unanswerable, match="need Linux or macOS"):
        asking.ask_cypher(cypher_file, "RETURN 1 AS one")


def test_the_command_asks(graph_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = "MATCH (n:Agency) WHERE n.name IN $who RETURN n.name AS value, $n AS proof"
    given = ["--param", 'who=["工业和信息化部"]', "--param", "n=3"]
    assert cli.main(["query", str(graph_file), "--cypher", asked, *given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"value": "工业和信息化部", "proof": 3}]
    assert cli.main(["query", str(graph_file), "--cypher", asked, *given]) == 0
    printed = capsys.readouterr().out
    assert "value" in printed
    assert "工业和信息化部" in printed
    assert cli.main(["query", str(graph_file), "--sparql", "SELECT (1+1 AS ?two) {}", "--csv"]) == 0
    assert capsys.readouterr().out.replace("\r\n", "\n") == "\ufefftwo\n2\n"
    assert cli.main(["query", str(graph_file), "--cypher", "LOAD FROM 'x' RETURN *", "--lang", "zh"]) == 2
    assert "第 1 行第 1 列：此处不允许 LOAD" in capsys.readouterr().err
    slow = "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)"
    assert cli.main(["query", str(graph_file), "--cypher", slow, "--timeout", "0.4", "--lang", "en"]) == 2
    assert "took more than 0.4 s" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [["--param", "a=1"], ["plan_targets", "--timeout", "3"], ["plan_targets", "--cypher", "RETURN 1"],
     ["--sparql", "ASK {}", "--param", "a=1"], ["--cypher", PLANS, "--min-confidence", "0.5"],
     ["--cypher", "RETURN $a AS a", "--param", "a"]],
)  # fmt: skip
def test_options_that_do_not_fit_are_said(
    graph_file: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["query", str(graph_file), *options, "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_table_of_a_query_draws_itself(opened: PolicyGraph) -> None:
    found = opened.cypher("RETURN 3 AS value, '<b>' AS proof, 0.1 AS confidence, [1, 2] AS status")
    html = found._repr_html_()
    assert "<th>value</th>" in html
    assert "&lt;b&gt;" in html
    assert "[1, 2]" in html
    assert found.to_csv() == "\ufeffvalue,proof,confidence,status\r\n3,<b>,0.1,\"[1, 2]\"\r\n"


def test_the_words_are_in_order_and_stand_once() -> None:
    for language in ("cypher", "sparql"):
        listed = allowed(language)["functions"]
        assert len(functions(language)) == len(listed)
        assert not {word for word in listed if "read_" in word.lower() or "load" in word.lower()}
    clauses = allowed("cypher")["clauses"]
    assert list(clauses) == sorted(clauses)
    kinds = {"operand", "clause", "operator", "name", "MATCH", "BY", "WITH"}
    for part in ("clauses", "between", "before"):
        assert set(allowed("cypher")[part].values()) <= kinds
    words = allowed("sparql")["words"]
    assert len({word.lower() for word in words}) == len(words)
    assert not {word.lower() for word in allowed("sparql")["functions"]} & {word.lower() for word in words}


def test_the_documentation_lists_every_word() -> None:
    page = (Path(__file__).parents[3] / "docs" / "queries.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", page))
    cypher, sparql = allowed("cypher"), allowed("sparql")
    parts = ("clauses", "between", "before", "after_union", "functions")
    assert {word for part in parts for word in cypher[part]} - named == set()
    assert {*sparql["words"], *sparql["functions"]} - named == set()


def test_every_function_of_the_list_that_the_engine_has_is_harmless(cypher_file: Path) -> None:
    import ladybug

    with ladybug.Database(":memory:", max_db_size=1 << 26) as database, ladybug.Connection(database) as connection:
        result = connection.execute("CALL show_functions() RETURN name, type")
        assert isinstance(result, ladybug.QueryResult)
        kinds = {str(name).lower(): str(kind) for name, kind in result.get_all()}
    known = functions("cypher") & kinds.keys()
    assert len(known) > 100
    assert {kinds[name] for name in known} <= {"SCALAR FUNCTION", "AGGREGATE FUNCTION", "REWRITE FUNCTION"}


@given(st.text(max_size=80), st.integers(-5, 100))
def test_a_place_is_where_its_line_and_column_say(text: str, at: int) -> None:
    found = place(text, at)
    assert offset(text, found.line, found.column) == min(max(at, 0), len(text))


@given(st.text(alphabet="ab国 '\"\\/*#\n`(){}[]<>:?$.;,SELECTMATCHRUNORD*1-", max_size=60))
def test_no_text_breaks_a_gate(text: str) -> None:
    for gate in (check_cypher, check_sparql):
        with contextlib.suppress(QueryRefused):
            gate(text)


@given(st.lists(st.lists(st.none() | st.text() | st.integers() | st.booleans(), min_size=2, max_size=2), max_size=5))
def test_rows_come_back_as_they_were(rows: list[list[object]]) -> None:
    found = unpacked(packed_rows(["a", "b"], rows, QueryLimits()))
    replaced = [[v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in row] for row in rows]
    assert found.rows == replaced
    assert found.columns == ("a", "b")


@pytest.mark.parametrize("message", [b"", b"X", b"R", b"R[", b'E{"code": 1}', b"Enope", b"R" + b"[" * 100_000])
def test_a_message_that_is_none_is_a_failure(message: bytes) -> None:
    with pytest.raises(Failure) as failure:
        unpacked(message)
    assert failure.value.code == "adhoc_lost"
