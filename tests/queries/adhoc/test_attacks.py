"""Every attack of the tables: the gate names it, and the box alone lets nothing be read, written or reached."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from policygraph.queries.adhoc import QueryLimits, QueryRefused, check_cypher, check_sparql
from policygraph.queries.adhoc.asking import ask_cypher, ask_sparql, run_unchecked
from policygraph.sandbox import MEGABYTE, missing_protections

from .conftest import SECRET, Surroundings, table

TABLES = {"cypher": table("cypher"), "sparql": table("sparql")}
GATES = {"cypher": check_cypher, "sparql": check_sparql}
FOR_THE_BOX = {"reads", "writes", "connects", "runs", "spends", "crashes", "hides"}
STRICT = QueryLimits(seconds=3, memory_bytes=256 * MEGABYTE, rows=20_000, answer_bytes=4 * MEGABYTE)
boxed = pytest.mark.skipif(bool(missing_protections()), reason="this system lacks Landlock with network rules")


def of(language: str, kind: str) -> list[Any]:
    return [pytest.param(one, id=f"{language}-{n}") for n, one in enumerate(TABLES[language][kind])]


def test_the_tables_are_long_enough() -> None:
    for rows in TABLES.values():
        assert len(rows["attacks"]) >= 60
        assert len({json.dumps(attack, sort_keys=True) for attack in rows["attacks"]}) == len(rows["attacks"])


def refused(language: str, text: str) -> QueryRefused | None:
    try:
        GATES[language](text)
    except QueryRefused as error:
        return error
    return None


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_the_gate_refuses_every_attack_and_says_where(language: str, around: Surroundings) -> None:
    wrong = []
    for attack in TABLES[language]["attacks"]:
        text = around.text(attack)
        refusal = refused(language, text)
        if (code := refusal.code if refusal else None) != attack["code"]:
            wrong.append((text[:100], code, attack["code"]))
        if refusal and code != "adhoc_long":
            first, *_, mark = refusal.said("en").split("\n")
            assert refusal.place is not None
            assert mark.strip() == "^"
            assert first.startswith(f"line {refusal.place.line}, column {refusal.place.column}: ")
            assert refusal.said("zh") != refusal.said("en")
    assert wrong == []


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_the_gate_lets_harmless_queries_pass(language: str, around: Surroundings) -> None:
    for query in TABLES[language]["harmless"]:
        GATES[language](around.text(query))


def unchecked(language: str, index: Path, text: str) -> str:
    """What the box answers without the gate, as text."""
    more: dict[str, Any] = {"parameters": {}} if language == "cypher" else {"base": "urn:policygraph:", "media": []}
    try:
        return json.dumps(run_unchecked(language, index, text, STRICT, **more).rows, ensure_ascii=False)
    except QueryRefused as error:
        return error.said("en")


@boxed
@pytest.mark.parametrize("attack", [*of("cypher", "attacks")])
def test_the_box_alone_holds_cypher(attack: dict[str, Any], around: Surroundings, cypher_file: Path) -> None:
    _hold("cypher", attack, around, cypher_file)


@boxed
@pytest.mark.parametrize("attack", [*of("sparql", "attacks")])
def test_the_box_alone_holds_sparql(attack: dict[str, Any], around: Surroundings, sparql_folder: Path) -> None:
    _hold("sparql", attack, around, sparql_folder)


def _hold(language: str, attack: dict[str, Any], around: Surroundings, index: Path) -> None:
    text = around.text(attack)
    beside = sorted(index.parent.iterdir())
    if attack["does"] not in FOR_THE_BOX and attack["does"] != "changes":
        pytest.fail(f"unknown kind {attack['does']}")
    if "\0" in text:
        pytest.skip("an argument of the engine cannot hold it")
    told = unchecked(language, index, text)
    assert SECRET not in told.replace(str(around.secret), "")
    assert "secret-of-another" not in told
    around.assert_untouched()
    assert sorted(index.parent.iterdir()) == beside


def test_the_caller_lives_on(cypher_file: Path, sparql_folder: Path) -> None:
    for _ in range(2):
        deep = "(" * 3000 + "1" + ")" * 3000
        unchecked("cypher", cypher_file, f"RETURN {deep}")
        unchecked("sparql", sparql_folder, "SELECT * " + "{" * 2500 + "}" * 2500)
        assert ask_cypher(cypher_file, "RETURN 1 AS one").rows == [[1]]
        assert ask_sparql(sparql_folder, "ASK {}", "urn:policygraph:").rows == [[True]]


def test_parameters_stay_values(around: Surroundings, cypher_file: Path) -> None:
    for value in TABLES["cypher"]["parameters"]:
        given = value.format(secret=around.secret)
        asked = "OPTIONAL MATCH (n:Agency) WHERE n.name = $who RETURN $who AS who, count(n) AS n"
        found = ask_cypher(cypher_file, asked, {"who": given})
        assert found.rows == [[given, 0]]
        around.assert_untouched()


def test_harmless_queries_run(around: Surroundings, cypher_file: Path, sparql_folder: Path) -> None:
    for query in TABLES["cypher"]["harmless"]:
        ask_cypher(cypher_file, around.text(query))
    for query in TABLES["sparql"]["harmless"]:
        ask_sparql(sparql_folder, around.text(query), "urn:policygraph:")


OUTSIDE = """
import sys, ladybug, pyoxigraph
secret, out, port = sys.argv[1:]
connection = ladybug.Connection(ladybug.Database(":memory:", max_db_size=1 << 26))
print(connection.execute(f"LOAD FROM '{secret}' (header=false) RETURN *").get_next())
connection.execute(f"COPY (RETURN 1) TO '{out}'")
try:
    pyoxigraph.Store().query("SELECT * { SERVICE <http://127.0.0.1:%s/> { ?s ?p ?o } }" % port)
except OSError:
    pass
"""


def test_outside_the_box_the_attacks_succeed(around: Surroundings) -> None:
    """Else the tests above would show nothing."""
    port = str(around.listening.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-c", OUTSIDE, str(around.secret), str(around.out), port], stdout=subprocess.PIPE, text=True
    )
    around.listening.settimeout(60)
    around.listening.accept()[0].close()
    assert "secret-of-another" in process.communicate(timeout=60)[0]
    assert around.out.exists()
