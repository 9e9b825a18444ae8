"""Constraints and indexes: those of the ontology, and a Community server takes them all."""

from __future__ import annotations

from typing import Any

from policygraph.graph import Graph
from policygraph.graph.neo4j import Neo4jGraph
from policygraph.graph.neo4j.schema import constraints, indexes, statements
from policygraph.schema.ontology import ontology


def test_every_type_and_predicate_has_its_statements() -> None:
    names = {*ontology().types, *ontology().predicates}
    assert {f"policygraph_{name}_id" for name in names} < constraints().keys()
    assert {f"policygraph_{label}_name" for label in ontology().types} < indexes().keys()
    assert "policygraph_achieves_year" in indexes()
    assert "policygraph_within_year" not in indexes()  # what is derived has no year
    assert all(" IF NOT EXISTS " in statement for statement in statements())
    assert not any("EXISTENCE" in s or "IS NOT NULL" in s or "NODE KEY" in s for s in statements())  # Enterprise only


def test_a_load_makes_them_all_and_questions_use_them(database: Neo4jGraph, neo4j_server: Any, graph: Graph) -> None:
    neo4j_server.empty(schema=True)
    database.load(graph)
    made = {row["name"]: row["state"] for row in database.rows("SHOW INDEXES YIELD name, state")}
    assert {name for name in made if name.startswith("policygraph_")} == constraints().keys() | indexes().keys()
    assert set(made.values()) == {"ONLINE"}
    named = "CALL db.index.fulltext.queryNodes('policygraph_names', '智能工厂') YIELD node RETURN node.name AS name"
    assert "首批省级智能工厂数量" in {row["name"] for row in database.rows(named)}
    quoted = (
        "CALL db.index.fulltext.queryRelationships('policygraph_quotes', '隐患') YIELD relationship AS r "
        "RETURN r.quote AS quote"
    )
    assert database.rows(quoted) == [{"quote": "力争全面消除隐患"}]
    with neo4j_server.driver() as driver:
        plan = driver.execute_query("EXPLAIN MATCH ()-[r:achieves]->() WHERE r.year = 2020 RETURN r.id").summary.plan
        assert "RelationshipIndexSeek" in str(plan)
