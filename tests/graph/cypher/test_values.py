"""Plain values in and out."""

from __future__ import annotations

import pytest

from policygraph.graph import Builder, StoredDocument, open_graph
from policygraph.graph.cypher import cypher_index
from policygraph.schema.documents import DocumentInfo
from policygraph.schema.errors import QueryError
from policygraph.schema.facts import Entity, Evidence, Figure, Relation


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """A person in a post at a body, and an article that is part of its file."""
    text = "第一篇2020年甲任乙局局长第二篇"
    about = DocumentInfo("b.pdf", char_end=len(text))
    parts = (
        DocumentInfo("b.pdf#1", part_of="b.pdf", char_end=15),
        DocumentInfo("b.pdf#2", part_of="b.pdf", char_start=15),
    )
    document = StoredDocument(info=about, articles=parts, sha256="0", format="pdf", original=text)
    place = Evidence("b.pdf", text[3:15], text[3:15], 3, 15)
    post = Relation(
        place, "x.y", 2020, None, None, Entity("甲", "Person"), "holds_post", Entity("乙局", "Agency"), "局长"
    )
    figure = Figure(
        place, "x.y", 2021, "achieved", "stated", value=1.5, unit="家", cmp="eq", measure="total", subject="丙"
    )
    path = tmp_path_factory.mktemp("values") / "x.pg"
    with Builder(path) as builder:
        builder.add(document, [post, figure])
        builder.publish()
    with open_graph(path) as graph, cypher_index(graph) as opened:
        yield opened


def value(index, expression, **parameters):
    rows = index.rows(f"RETURN {expression} AS x", parameters)
    assert len(rows) == 1
    return rows[0]["x"]


@pytest.mark.parametrize("given", [1, -(2**63), 2**63 - 1, 1.5, 1e300, "", "中文", "a\0b", "a\nb\\", "'\"`$x}",
                                   True, False, None, ["a", "b"], [1, 2], ["甲", ""]])  # fmt: skip
def test_a_parameter_comes_back_as_it_went_in(index, given):
    found = value(index, "$x", x=given)
    assert found == given
    assert type(found) is type(given)


def test_lists_may_be_empty_where_they_are_looked_into(index):
    for names, found in ((["甲"], ["甲"]), (["甲", "丁"], ["甲"]), ([], []), (["丁"], [])):
        rows = index.rows("MATCH (n:Person) WHERE n.name IN $names RETURN n.name AS name", {"names": names})
        assert [row["name"] for row in rows] == found


def test_a_tuple_is_a_list(index):
    assert value(index, "$x", x=("a", "b")) == ["a", "b"]


@pytest.mark.parametrize(("given", "said"), [(2**63, "64 bits"), ("\ud800", "half characters"), ({"a"}, "set"),
                                             (b"a", "bytes"),
                                             (["a", "\udfff"], "half"), (object(), "object")])  # fmt: skip
def test_what_the_engine_does_not_take_is_named(index, given, said):
    with pytest.raises(QueryError, match=f"parameter x is .*{said}"):
        index.rows("RETURN $x AS x", {"x": given})


def test_sums_of_whole_numbers_are_whole_and_of_others_not(index):
    row = index.rows("MATCH ()-[r]->() WHERE NOT r.derived RETURN sum(r.year) AS years, sum(r.value) AS values, "
                     "count(*) AS n, avg(r.year) AS mean, min(r.year) AS first, "
                     "collect(r.year) AS each")[0]  # fmt: skip
    assert [type(row[name]) for name in ("years", "values", "n", "mean", "first", "each")] == [
        int,
        float,
        int,
        float,
        int,
        list,
    ]
    assert (row["years"], row["values"], row["each"]) == (4041, 1.5, [2020, 2021])


def test_a_decimal_is_a_float_and_a_date_is_text(index):
    assert value(index, "CAST(2 AS DECIMAL(5, 2))") == 2.0
    assert isinstance(value(index, "CAST(2 AS DECIMAL(5, 2))"), float)
    assert value(index, "date('2020-01-05')") == "2020-01-05"
    assert value(index, "[date('2020-01-05')]") == ["2020-01-05"]
    assert value(index, "{a: CAST(3 AS INT128)}") == {"a": 3}


def test_nodes_relationships_and_paths_are_ids(index):
    row = index.rows("MATCH p = (a:Person)-[r]->(b) RETURN a, r, b, p, collect(b) AS many")[0]
    ids = index.rows("MATCH (a:Person)-[r]->(b) RETURN a.id AS a, r.id AS r, b.id AS b")[0]
    assert row == {**ids, "p": [ids["a"], ids["r"], ids["b"]], "many": [ids["b"]]}
    steps = index.rows("MATCH p = (a:Document)-[r:part_of*1..2]->(b) WHERE a.key = 'b.pdf#1' RETURN p, r")[0]
    assert steps["p"] == ["Document/b.pdf#1", steps["r"][0], "Document/b.pdf"]
