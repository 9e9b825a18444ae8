"""What a graph file gives back."""

from __future__ import annotations

import dataclasses

import pytest

from policygraph.graph import open_graph
from policygraph.graph.rows import ARTICLE_COLUMNS, DOCUMENT_COLUMNS, FACT_COLUMNS, flat
from policygraph.schema.errors import StoreError
from policygraph.schema.facts import Entity


def test_documents_come_back_whole_by_key(graph, corpus):
    fields = [f.name for f in dataclasses.fields(corpus[0][0]) if f.name != "original"]
    for stored, (written, _) in zip(graph.documents(), corpus, strict=True):
        assert {f: getattr(stored, f) for f in fields} == {f: getattr(written, f) for f in fields}
        assert graph.original(stored.key) == written.original
        assert graph.document(stored.key) == stored


def test_facts_come_back_by_document_and_place(graph, corpus, in_order):
    assert list(graph.facts()) == in_order(fact for _, facts in corpus for fact in facts)


def test_a_number_is_one_kind_however_it_was_given(graph):
    values = [fact.value for fact in graph.facts(kind="figure")]
    assert [(value, type(value)) for value in values] == [
        (63.0, float),
        (300.0, float),
        (1234567890.12, float),
        (2.0, float),
        (68.5, float),
    ]


@pytest.mark.parametrize(
    ("wanted", "quotes"),
    [
        (
            {"predicate": "targets"},
            ["到2025年建成省级智能工厂300个", "力争全面消除隐患", "重点企业数控化率达到\xa068.5%"],
        ),
        ({"predicate": "achieves", "year": 2019}, ["投入1234567890.12元"]),
        ({"predicate": "expects"}, ["市场规模为2至3倍"]),
        ({"subject": "国家技术创新示范企业"}, ["认定国家技术创新示范企业63家"]),
        ({"object": "国家技术创新示范企业"}, ["工业和信息化部、财政部认定国家技术创新示范企业"]),
        ({"document": "简报.pdf", "kind": "relation"}, ["张某任示例中心主任"]),
        ({"article": "简报.pdf#2"}, ["市场规模为2至3倍", "力争全面消除隐患"]),
        ({"kind": "goal"}, ["力争全面消除隐患"]),
        ({"subject": "没有的"}, []),
    ],
)
def test_facts_are_selected_by_fields(graph, wanted, quotes):
    assert [fact.evidence.quote for fact in graph.facts(**wanted)] == quotes


def test_an_unknown_filter_is_an_error(graph):
    with pytest.raises(TypeError, match="cannot be selected by color; expected id, kind"):
        list(graph.facts(color="red"))


def test_entities_with_the_number_of_facts_that_name_them(graph):
    counts = {(entity.type, entity.name): count for entity, count in graph.entities()}
    assert counts["Agency", "工业和信息化部"] == 3  # a holder that also acts counts once
    assert counts["Agency", "财政部"] == 1  # known only as agent
    assert counts["Center", "示例中心"] == 2
    assert counts["Region", "示例省"] == 2
    assert counts["Metric", "市场规模"] == 1
    assert counts["Plan", "示例省制造业规划"] == 1
    assert ("Agency", "工业和信息化部、财政部") not in counts
    assert list(graph.entities()) == sorted(graph.entities(), key=lambda pair: (pair[0].type, pair[0].name))
    assert Entity("张某", "Person") in dict(graph.entities())


def test_what_is_not_there(graph):
    with pytest.raises(KeyError, match=r"nothing\.txt"):
        graph.document("nothing.txt")
    with pytest.raises(KeyError, match=r"nothing\.txt"):
        graph.original("nothing.txt")


def test_a_graph_shows_what_it_was_opened_on(graph, corpus, build):
    build(graph.path, [(corpus[0][0], [])])
    assert len(list(graph.facts())) == 10
    with open_graph(graph.path) as later:
        assert len(list(later.facts())) == 5


def test_the_tables_have_the_columns_that_the_code_names(graph):
    def columns(table):
        return {row[1] for row in graph._connection.execute(f"PRAGMA table_info({table})")}

    assert columns("facts") == {*FACT_COLUMNS, "article"}
    assert columns("documents") == {*DOCUMENT_COLUMNS, "original", "content"}
    assert columns("articles") == set(ARTICLE_COLUMNS)


def test_damage_in_the_middle_is_told(graph):
    graph.close()
    content = bytearray(graph.path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 8] = b"\xff" * 8
    graph.path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"), open_graph(graph.path) as damaged:
        list(damaged.facts())


def test_records_are_the_flat_facts(graph) -> None:
    flats, records = [flat(fact) for fact in graph.facts()], list(graph.records())
    assert records == flats
    assert [list(map(type, r.values())) for r in records] == [list(map(type, r.values())) for r in flats]
    assert list(graph.records(predicate="issues")) == [r for r in flats if r["predicate"] == "issues"]


def test_count_is_the_number_of_facts(tmp_path, many, build) -> None:
    build(tmp_path / "many.pg", many(4))
    with open_graph(tmp_path / "many.pg") as graph:
        assert graph.count() == graph.confident(0.5).count() == len(list(graph.facts())) == 12


def test_content_tells_one_view_from_another(graph, tmp_path, corpus, build):
    build(tmp_path / "same.pg", corpus[::-1])
    build(tmp_path / "other.pg", corpus[:2])
    with open_graph(tmp_path / "same.pg") as same, open_graph(tmp_path / "other.pg") as other:
        assert same.content == graph.content
        assert len({graph.content, other.content, graph.confident(0.5).content, graph.confident(0.6).content}) == 4
    assert (graph.least, graph.confident(0.5).least) == (None, 0.5)
