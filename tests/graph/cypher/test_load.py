"""The index says what the graph says: the same nodes, edges and properties, whatever stands in them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

import policygraph
from policygraph.graph import Builder, StoredDocument, network, open_graph
from policygraph.graph.cypher import cypher_index
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import ENTITY_TYPES, Entity, Evidence, Figure, Relation
from policygraph.schema.ontology import ontology

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "corpus"
ODD = (
    "a,b", '"', '""', "'", "\\", "\\N", "\\n", "a\nb", "a\r\nb", "\r", "a\tb", "NULL", "null", "a\0b",
    "\ufeff", "\u2028", "\x85", "𠀀", "e\u0301", "# a", "{a}", "[a, b]", " a ", "'); DROP TABLE Plan; //",
    '"}) DETACH DELETE n //', "`", "$x", "true", "1", "-0", "NaN", "2020-01-01", "\x7f", "\x1f", "a/b",
    "Agency/x", "\uffff",
)  # fmt: skip
texts = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
names = texts.filter(lambda text: bool(text.strip()))
entities = st.builds(Entity, names, st.sampled_from(ENTITY_TYPES))
years = st.one_of(st.none(), st.integers(1800, 2200))
numbers = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def corpora(draw):
    """Up to three documents of odd facts: several edges between the same nodes, edges from a node to itself, cycles."""
    things = draw(st.lists(entities, min_size=1, max_size=5))
    documents = []
    for number in range(draw(st.integers(0, 3))):
        key, text, facts = f"{number}{draw(texts).replace('/', '')}.txt", "", []
        for _ in range(draw(st.integers(0, 6))):
            quote = draw(names)
            evidence = Evidence(key, quote, draw(texts), len(text), len(text) + len(quote))
            text += quote
            if draw(st.booleans()):
                ends = draw(st.sampled_from(things)), draw(st.sampled_from(things))
                predicate = draw(st.sampled_from([name for name, p in ontology().predicates.items() if not p.derived]))
                facts.append(Relation(evidence, draw(texts), draw(years), None, None, ends[0], predicate, ends[1]))
            else:
                holder = draw(st.sampled_from(things))
                facts.append(
                    Figure(evidence, "x.y", draw(years), draw(st.sampled_from(["planned", "achieved"])), draw(texts),
                           value=draw(numbers), unit=draw(texts), cmp="eq", measure="total", subject=draw(names),
                           holder=holder.name, holder_type=holder.type,
                           cmp_text=draw(st.one_of(st.none(), st.just(""), texts)))
                )  # fmt: skip
        title = draw(st.one_of(st.none(), names))
        info = DocumentInfo(key, title=Stated(title, "masthead", 0) if title else None, char_end=len(text))
        documents.append((StoredDocument(info=info, sha256="0" * 64, format="txt", original=text), facts))
    return documents


@given(corpora())
@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
def test_odd_graphs_come_out_as_they_went_in(kept, answered, documents):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "odd.pg")
        with Builder(path) as builder:
            for document, facts in documents:
                builder.add(document, facts)
            builder.publish()
        with open_graph(path) as graph, cypher_index(graph) as index:
            assert answered(index) == kept(graph)


def test_every_odd_text_stands_in_a_name_and_a_field(tmp_path, kept, answered):
    text = "".join(odd for odd in ODD if odd.strip())
    facts, at = [], 0
    for odd in filter(str.strip, ODD):
        place = Evidence("odd.txt", odd, odd, at, at + len(odd))
        facts.append(Relation(place, odd, 2020, None, None, Entity(odd, "Agency"), "issues", Entity(odd, "Plan"), None))
        at += len(odd)
    document = StoredDocument(info=DocumentInfo("odd.txt", char_end=len(text)), sha256="0", format="txt", original=text)
    with Builder(tmp_path / "odd.pg") as builder:
        builder.add(document, facts)
        builder.publish()
    with open_graph(tmp_path / "odd.pg") as graph, cypher_index(graph) as index:
        assert answered(index) == kept(graph)
        for odd in filter(str.strip, ODD):  # each is found by its name, given as a parameter, and nothing else is
            rows = index.rows(
                "MATCH (a:Agency)-[r:issues]->(p:Plan) WHERE a.name = $name RETURN p.name AS name", {"name": odd}
            )
            assert rows == [{"name": odd}]
        assert len(index.rows("MATCH (n:Agency) RETURN n.id AS id")) == len([odd for odd in ODD if odd.strip()])


def test_the_written_corpus(graph, kept, answered):
    with cypher_index(graph) as index:
        nodes, edges = answered(index)
        assert (nodes, edges) == kept(graph)
    made = network(graph)
    assert {(row["type"], row["name"]) for row in nodes.values()} == set(made)
    found = {(row["source"], row["target"], row["id"]) for row in edges.values()}
    assert found == {(made.nodes[a]["id"], made.nodes[b]["id"], key) for a, b, key in made.edges(keys=True)}
    for _, _, key, data in made.edges(keys=True, data=True):
        assert data.items() <= edges[key].items() | {("id", key)}


def test_the_example_corpus(tmp_path, kept, answered):
    policygraph.build(EXAMPLES, tmp_path / "x.pg").close()
    with open_graph(tmp_path / "x.pg") as graph, cypher_index(graph) as index:
        nodes, edges = answered(index)
        assert (nodes, edges) == kept(graph)
        assert len(edges) > 30


def test_numbers_keep_their_types(graph):
    with cypher_index(graph) as index:
        row = index.rows("MATCH ()-[r:achieves]->(m:Metric) WHERE r.unit = '家' "
                         "RETURN r.value AS value, r.year AS year, r.estimated AS estimated, "
                         "r.page AS page")[0]  # fmt: skip
    assert row == {"value": 63.0, "year": 2020, "estimated": False, "page": None}
    assert [type(row[name]) for name in ("value", "year", "estimated")] == [float, int, bool]


def test_an_empty_graph(tmp_path, build, answered):
    build(tmp_path / "empty.pg", [])
    with open_graph(tmp_path / "empty.pg") as graph, cypher_index(graph) as index:
        assert answered(index) == ({}, {})


def test_a_long_text(tmp_path, kept, answered):
    text = "到2025年" + "很长的一句话，" * 200_000
    place = Evidence("long.txt", "到2025年", text, 0, 6)
    fact = Relation(place, "x.y", 2025, None, None, Entity("甲", "Agency"), "issues", Entity("乙", "Plan"))
    document = StoredDocument(
        info=DocumentInfo("long.txt", char_end=len(text)), sha256="0", format="txt", original=text
    )
    with Builder(tmp_path / "long.pg") as builder:
        builder.add(document, [fact])
        builder.publish()
    with open_graph(tmp_path / "long.pg") as graph, cypher_index(graph) as index:
        assert answered(index) == kept(graph)


def test_cycles_and_edges_to_oneself_end_a_bounded_walk(tmp_path):
    names = "甲乙丙"
    facts, text = [], "甲到乙乙到丙丙到甲甲到甲"
    for at, (source, target) in enumerate(["甲乙", "乙丙", "丙甲", "甲甲"]):
        place = Evidence("c.txt", text[3 * at : 3 * at + 3], text, 3 * at, 3 * at + 3)
        ends = Entity(source, "Plan"), Entity(target, "Plan")
        facts.append(Relation(place, "x.y", 2020, None, None, ends[0], "implements", ends[1]))
    document = StoredDocument(info=DocumentInfo("c.txt", char_end=len(text)), sha256="0", format="txt", original=text)
    with Builder(tmp_path / "c.pg") as builder:
        builder.add(document, facts)
        builder.publish()
    with open_graph(tmp_path / "c.pg") as graph, cypher_index(graph) as index:
        found = index.rows(
            "MATCH (a:Plan)-[:implements*1..5]->(b:Plan) WHERE a.name = '甲' "
            "RETURN DISTINCT b.name AS name ORDER BY name"
        )
    assert [row["name"] for row in found] == sorted(names)


@pytest.mark.parametrize("predicate", ["endows", "赠予"])
def test_a_predicate_that_the_ontology_does_not_know(tmp_path, kept, answered, predicate):
    place = Evidence("c.txt", "甲", "甲", 0, 1)
    fact = Relation(place, "x.y", 2020, None, None, Entity("甲", "Plan"), predicate, Entity("乙", "Person"))
    document = StoredDocument(info=DocumentInfo("c.txt", char_end=1), sha256="0", format="txt", original="甲")
    with Builder(tmp_path / "c.pg") as builder:
        builder.add(document, [fact])
        builder.publish()
    with open_graph(tmp_path / "c.pg") as graph, cypher_index(graph) as index:
        assert answered(index) == kept(graph)
