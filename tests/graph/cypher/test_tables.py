"""The tables follow from the ontology."""

from __future__ import annotations

import pytest

from policygraph.graph import Builder, open_graph
from policygraph.graph.cypher import cypher_index
from policygraph.graph.cypher.tables import (
    RELATIONSHIP_COLUMNS,
    column_type,
    node_columns,
    node_tables,
    relationship_tables,
    room_for,
)
from policygraph.graph.property_graph import DERIVED_PROPERTIES, DOCUMENT_PROPERTIES, EDGE_PROPERTIES
from policygraph.schema.ontology import ontology


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.pg"
    with Builder(path) as builder:
        builder.publish()
    with open_graph(path) as graph, cypher_index(graph) as index:
        yield index


def test_a_table_for_every_type_and_predicate(empty):
    tables = empty.rows("CALL show_tables() RETURN name, type")
    assert {row["name"] for row in tables if row["type"] == "NODE"} == set(ontology().types)
    assert {row["name"] for row in tables if row["type"] == "REL"} == set(ontology().predicates)
    assert len([*node_tables()]) == len(ontology().types)


@pytest.mark.parametrize("kind", ontology().types)
def test_every_type_has_its_properties(empty, kind):
    columns = {row["name"]: row["type"] for row in empty.rows(f"CALL table_info('{kind}') RETURN name, type")}
    expected = {"id", "type", "name", *(DOCUMENT_PROPERTIES if kind == "Document" else ())}
    assert columns == {name: "INT64" if name == "year" else "STRING" for name in expected}


@pytest.mark.parametrize("predicate", ontology().predicates)
def test_every_predicate_has_all_properties(empty, predicate):
    columns = {row["name"]: row["type"] for row in empty.rows(f"CALL table_info('{predicate}') RETURN name, type")}
    assert columns.keys() == {"derived", *EDGE_PROPERTIES, *DERIVED_PROPERTIES}
    assert columns["year"] == columns["since"] == columns["char_start"] == columns["page"] == "INT64"
    assert columns["value"] == columns["high"] == columns["confidence"] == columns["ocr_score"] == "DOUBLE"
    assert columns["derived"] == columns["estimated"] == "BOOL"
    assert columns["id"] == columns["quote"] == columns["bases"] == columns["via_fact"] == "STRING"


@pytest.mark.parametrize("name", RELATIONSHIP_COLUMNS)
def test_every_property_can_be_asked_for_without_quotes(empty, name):
    assert empty.rows(f"MATCH (a)-[r]->(b) WHERE r.{name} IS NULL RETURN r.{name} AS {name} ORDER BY {name}") == []


@pytest.mark.parametrize("name", node_columns("Document"))
def test_every_property_of_nodes_can_be_asked_for_without_quotes(empty, name):
    assert empty.rows(f"MATCH (n) WHERE n.{name} IS NULL RETURN n.{name} AS {name} ORDER BY {name}") == []


def test_any_predicate_may_be_asked_for_between_any_types(empty):
    for predicate in ontology().predicates:
        assert empty.rows(f"MATCH (a:Person)-[r:{predicate}]->(b:Event) RETURN r.value AS value") == []


def test_no_property_is_called_end():
    assert "end" not in {*RELATIONSHIP_COLUMNS, *node_columns("Document")}


def test_a_table_has_the_pairs_that_the_graph_has_or_the_usual_one():
    made = {
        text.split("`")[1]: text for text in relationship_tables({"issues": {("Region", "Plan"), ("Agency", "Plan")}})
    }
    assert "(FROM `Agency` TO `Plan`, FROM `Region` TO `Plan`, `derived`" in made["issues"]
    assert "(FROM `Person` TO `Agency`, `derived`" in made["holds_post"]


def test_a_predicate_that_the_ontology_does_not_know_has_a_table_too():
    made = [*relationship_tables({"endows": {("Agency", "Person")}})]
    assert len(made) == len(ontology().predicates) + 1
    assert "`endows` (FROM `Agency` TO `Person`, " in made[-1]


def test_the_types_of_columns_follow_from_the_fields():
    assert {column_type(name) for name in ("answerer", "doc", "after", "nature")} == {"STRING"}
    assert (column_type("value"), column_type("year"), column_type("estimated")) == ("DOUBLE", "INT64", "BOOLEAN")


def test_room_is_a_power_of_two_and_more_than_the_file(tmp_path):
    path = tmp_path / "x"
    for size in (0, 4096, 2**26, 2**27 + 1):
        with path.open("wb") as file:
            file.truncate(size)
        room = room_for(path)
        assert room >= 2 * size
        assert room & (room - 1) == 0
