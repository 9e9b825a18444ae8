"""A load makes the database hold what the graph file holds, by the difference alone."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.graph import Graph, open_graph
from policygraph.graph.neo4j import Neo4jGraph
from policygraph.graph.neo4j.ledger import Ledger
from policygraph.schema.errors import ServerError
from policygraph.schema.facts import Entity, Relation

ODD = [
    "a'; MATCH (n) DETACH DELETE n; //", "`) DETACH DELETE n //", '"]->() DELETE r //', "$rows", "\\u0027 OR 1=1",
    "换\n行\t与“引号”", "emoji 🏭 ﷽ \u200b\u202e", "{id: row.id}", "Agency/财政部", "/", "a/b/c", "null", " 前后空格 ",
    "x" * 2000, "\\", "'", '"', "`", "\u0000零", "%s {0} #{x}",
]  # fmt: skip


def counts(part: Any) -> tuple[int, int, int, int]:
    return part.added, part.changed, part.removed, part.unchanged


def test_everything_arrives_and_a_second_load_changes_nothing(
    database: Neo4jGraph, neo4j_server: Any, graph: Graph, held: Any, wanted: Any
) -> None:
    seen: list[tuple[str, int, int | None]] = []
    first = database.load(graph, batch=3, progress=lambda *told: seen.append(told))
    nodes, edges = wanted(graph)
    stated = sum(1 for _ in graph.facts())
    assert counts(first.nodes) == (len(nodes), 0, 0, 0)
    assert counts(first.facts) == (stated, 0, 0, 0)
    assert counts(first.derived) == (len(edges) - stated, 0, 0, 0)
    assert first.derived.added > 0
    assert held(neo4j_server) == (nodes, edges)
    assert {stage for stage, _, _ in seen} == {"nodes", "facts", "derived", "indexes"}

    second = database.load(graph)
    assert (second.added, second.changed, second.removed) == (0, 0, 0)
    assert second.unchanged == len(nodes) + len(edges)
    assert held(neo4j_server) == (nodes, edges)


def test_a_changed_store_adds_removes_and_rewrites_exactly_the_difference(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, many: Any, build: Any, held: Any, wanted: Any
) -> None:
    path, documents = tmp_path / "many.pg", many(30)
    build(path, documents)
    with open_graph(path) as graph:
        database.load(graph, batch=7)
        before = wanted(graph)
    kept, gone = documents[:20], documents[20:]
    document, facts = kept[4]
    kept[4] = document, [dataclasses.replace(facts[0], confidence=0.5), *facts[1:]]  # the same fact, judged anew
    path.unlink()
    build(path, [*kept, *many(35)[30:]])
    with open_graph(path) as graph:
        report = database.load(graph, batch=7)
        after = wanted(graph)
        assert held(neo4j_server) == after
    for part, old, new in ((report.nodes, before[0], after[0]),):
        assert part.added == len(new.keys() - old.keys()) > 0
        assert part.removed == len(old.keys() - new.keys()) > 0
        assert part.changed == sum(old[one] != new[one] for one in old.keys() & new.keys())
    added, removed = after[1].keys() - before[1].keys(), before[1].keys() - after[1].keys()
    assert report.facts.added + report.derived.added == len(added)
    assert report.facts.removed + report.derived.removed == len(removed)
    assert (report.facts.added, report.facts.changed, report.facts.removed) == (15, 1, 3 * len(gone))


def test_a_view_without_doubtful_facts_takes_them_out(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, many: Any, build: Any, held: Any, wanted: Any
) -> None:
    documents = [(d, [dataclasses.replace(f, confidence=n / 10) for n, f in enumerate(fs)]) for d, fs in many(4)]
    build(tmp_path / "x.pg", documents)
    with open_graph(tmp_path / "x.pg") as graph:
        database.load(graph)
        report = database.load(graph.confident(0.1))
        assert (report.facts.removed, report.facts.unchanged) == (4, 8)
        assert held(neo4j_server) == wanted(graph.confident(0.1))


def test_an_empty_graph_loads_and_empties(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, many: Any, build: Any, held: Any
) -> None:
    build(tmp_path / "x.pg", [])
    with open_graph(tmp_path / "x.pg") as graph:
        assert database.load(graph).added == 0
    assert held(neo4j_server) == ({}, {})
    (tmp_path / "x.pg").unlink()
    build(tmp_path / "x.pg", many(3))
    with open_graph(tmp_path / "x.pg") as graph:
        database.load(graph)
    (tmp_path / "x.pg").unlink()
    build(tmp_path / "x.pg", [])
    with open_graph(tmp_path / "x.pg") as graph:
        report = database.load(graph)
    assert report.facts.removed == 9
    assert held(neo4j_server) == ({}, {})


def test_two_stores_do_not_delete_each_others_facts_unless_told(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, many: Any, build: Any, held: Any, wanted: Any
) -> None:
    build(tmp_path / "one.pg", many(3))
    build(tmp_path / "two.pg", many(5)[2:])
    with open_graph(tmp_path / "one.pg") as one, open_graph(tmp_path / "two.pg") as two:
        database.load(one)
        with pytest.raises(ServerError, match=r"holds .*one\.pg, not .*two\.pg; add --replace"):
            database.load(two)
        assert held(neo4j_server) == wanted(one)
        report = database.load(two, replace=True)
        assert (report.facts.added, report.facts.unchanged, report.facts.removed) == (6, 3, 6)
        assert held(neo4j_server) == wanted(two)
        with pytest.raises(ServerError, match=r"holds .*two\.pg, not .*one\.pg"):
            database.load(one)


def test_what_others_put_into_the_database_stays(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, many: Any, build: Any
) -> None:
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE (:Person {name: 'own'})-[:leads {since: 1}]->(:`Odd ``label`) ")
        build(tmp_path / "x.pg", many(2))
        with open_graph(tmp_path / "x.pg") as graph:
            database.load(graph)
        tied = "MATCH (c:Center {name: '第1类示范基地'}), (p:Person) CREATE (p)-[:`watches`]->(c)"
        driver.execute_query(tied)
        driver.execute_query("MATCH (m:Metric {name: '第0类示范基地'}) SET m:Important")
        (tmp_path / "x.pg").unlink()
        build(tmp_path / "x.pg", many(1))
        with open_graph(tmp_path / "x.pg") as graph:
            report = database.load(graph)
            assert report.kept == 1
            assert database.load(graph).changed == 0
        rows = driver.execute_query("MATCH (p:Person)-[r]->(x) RETURN type(r) AS t, x.name AS n ORDER BY t").records
        assert [(row["t"], row["n"]) for row in rows] == [("leads", None), ("watches", "第1类示范基地")]
        assert driver.execute_query("MATCH (m:Important) RETURN m.name AS n").records[0]["n"] == "第0类示范基地"


def test_a_relationship_with_other_ends_is_moved(
    database: Neo4jGraph, neo4j_server: Any, graph: Graph, held: Any, wanted: Any
) -> None:
    database.load(graph)
    with neo4j_server.driver() as driver:
        driver.execute_query(
            "MATCH (a)-[r:issues]->(b) WITH a, b, properties(r) AS p, r DELETE r WITH a, b, p "
            "CREATE (b)-[n:issues]->(a) SET n = p, n.policygraph = 'of another version'"
        )
    report = database.load(graph)
    assert (report.facts.changed, report.facts.added, report.facts.removed) == (1, 0, 0)
    assert held(neo4j_server) == wanted(graph)


def test_odd_names_are_data(
    database: Neo4jGraph, neo4j_server: Any, tmp_path: Path, corpus: Any, build: Any, held: Any, wanted: Any
) -> None:
    document, facts = corpus[0]
    relation = next(f for f in facts if isinstance(f, Relation))
    facts = [
        dataclasses.replace(relation, subject=Entity(name, "Agency"), object=Entity(f"{name}>", "Program"))
        for name in ODD
    ]
    build(tmp_path / "x.pg", [(document, facts)])
    with open_graph(tmp_path / "x.pg") as graph:
        assert database.load(graph).facts.added == len(ODD)
        assert held(neo4j_server) == wanted(graph)
        assert database.load(graph).changed == 0
    for name in ODD:
        asked = database.rows("MATCH (a:Agency {name: $name})-->(p) RETURN p.name AS name", {"name": name})
        assert asked == [{"name": f"{name}>"}]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.integers(0, 14), max_size=15, unique=True), min_size=1, max_size=4),
    st.sampled_from([1, 2, 5, 100]),
)
def test_any_sequence_of_stores_ends_with_the_last(
    neo4j_server: Any, database: Neo4jGraph, tmp_path: Path, many: Any, build: Any, held: Any, wanted: Any,
    stores: list[list[int]], batch: int,
) -> None:  # fmt: skip
    documents, path = many(15), tmp_path / "x.pg"
    for chosen in stores:
        path.unlink(missing_ok=True)
        build(path, [documents[n] for n in sorted(chosen)])
        with open_graph(path) as graph:
            report = database.load(graph, batch=batch)
            assert report.facts.added + report.facts.unchanged == 3 * len(chosen)
    with open_graph(path) as graph:
        assert held(neo4j_server) == wanted(graph)


def test_a_text_that_writes_is_refused(database: Neo4jGraph, neo4j_server: Any, held: Any) -> None:
    for text in ("CREATE (n:X) RETURN n", "MATCH (n) DETACH DELETE n", "MERGE (n:X) RETURN 1"):
        with pytest.raises(ServerError, match="read access mode"):
            database.rows(text)
    assert held(neo4j_server) == ({}, {})


def test_rows_are_plain_values_and_a_syntax_error_shows_its_place(database: Neo4jGraph) -> None:
    text = "UNWIND $x AS x RETURN x.a AS a, [1, 2.5, null, true] AS b ORDER BY a"
    assert database.rows(text, {"x": [{"a": 2}, {"a": 1}]}) == [
        {"a": 1, "b": [1, 2.5, None, True]}, {"a": 2, "b": [1, 2.5, None, True]},
    ]  # fmt: skip
    with pytest.raises(ServerError, match=r"line 1, column 10"):
        database.rows("MATCH (n RETURN n")


def test_the_ledger_gives_each_element_once() -> None:
    with Ledger() as ledger:
        for part, kind, key in [("facts", "issues", "b"), ("facts", "issues", "a"), ("nodes", "Agency", "a")] * 2:
            ledger.add(part, kind, key, "m")
        assert ledger.count() == 3
        assert ledger.take("facts", "issues", "a") == "m"
        assert ledger.take("facts", "issues", "a") is None
        assert ledger.take("facts", "leads", "b") is None
        assert (ledger.kinds("facts"), list(ledger.left("facts", "issues"))) == (["issues"], ["b"])
        assert ledger.count() == 2
