"""The graph in memory."""

from __future__ import annotations

import dataclasses

import pytest

from policygraph.graph import network, open_graph
from policygraph.graph.property_graph import EDGE_PROPERTIES

NOTICE = ("Document", "关于公布示范企业名单的通知")


@pytest.fixture
def made(graph):
    return network(graph)


def test_one_edge_a_fact_under_its_id(made, graph):
    facts = {fact.id: fact for fact in graph.facts()}
    edges = {key: data for _, _, key, data in made.edges(keys=True, data=True) if not data["derived"]}
    assert edges.keys() == facts.keys()
    for key, data in edges.items():
        assert set(data) == {*EDGE_PROPERTIES, "derived"}
        assert data["id"] == key
        assert data["quote"] == facts[key].evidence.quote


def edge(made, source, target, predicate):
    found = [data for data in made.get_edge_data(source, target).values() if data["predicate"] == predicate]
    assert len(found) == 1
    return found[0]


def test_a_figure_leads_from_who_answers_for_it_to_what_it_measures(made):
    new = edge(made, ("Agency", "工业和信息化部"), ("Metric", "国家技术创新示范企业"), "achieves")
    assert (new["value"], new["unit"], new["year"], new["agent"], new["date"]) == (
        63.0,
        "家",
        2020,
        "工业和信息化部、财政部",
        "2020-11-05",
    )
    planned = edge(made, ("Plan", "示例省制造业规划"), ("Metric", "首批省级智能工厂数量"), "targets")
    assert (planned["value"], planned["since"], planned["year"], planned["region"]) == (300, 2021, 2025, "示例省")
    assert edge(made, ("Organization", "某机构"), ("Metric", "市场规模"), "expects")["high"] == 3.0


def test_where_nobody_answers_the_document_does(made):
    assert edge(made, ("Document", "网页/规划.html"), ("Metric", "重点企业数控化率"), "targets")["holder"] is None
    assert edge(made, ("Document", "简报"), ("Metric", "隐患"), "targets")["article"] == "简报.pdf#2"


def test_a_relation_leads_from_subject_to_object(made):
    post = edge(made, ("Person", "张某"), ("Center", "示例中心"), "holds_post")
    assert (post["object"], post["post"], post["article"], post["date"]) == (
        "示例中心",
        "主任",
        "简报.pdf#1",
        "2019-12",
    )


def test_a_document_that_is_spoken_of_by_its_title_is_the_same_node(made):
    assert edge(made, ("Agency", "工业和信息化部"), NOTICE, "issues")["object_type"] == "Document"
    assert made.nodes[NOTICE]["key"] == "2020/通知.txt"
    assert made.nodes[NOTICE]["date"] == "2020-11-05"
    assert made.nodes[NOTICE]["issuer"] is None


def test_articles_are_part_of_their_file(made):
    part = made.get_edge_data(("Document", "科技简讯"), ("Document", "简报"))
    assert [*part.values()] == [{"predicate": "part_of", "derived": True}]
    assert made.nodes["Document", "展望"]["key"] == "简报.pdf#2"


def test_a_title_that_two_documents_have_names_neither(tmp_path, corpus, build):
    (first, _), (second, _) = corpus[0], corpus[2]
    same = dataclasses.replace(second, info=dataclasses.replace(second.info, title=first.info.title))
    build(tmp_path / "x.pg", [(first, []), (same, [])])
    with open_graph(tmp_path / "x.pg") as graph:
        assert sorted(network(graph)) == [("Document", "2020/通知.txt"), ("Document", "网页/规划.html")]


def test_an_article_that_is_the_whole_file_leaves_the_title_to_it(tmp_path, corpus, build):
    document = corpus[0][0]
    article = dataclasses.replace(document.info, key=f"{document.key}#1", part_of=document.key, char_end=999)
    build(tmp_path / "x.pg", [(dataclasses.replace(document, articles=(article,)), corpus[0][1])])
    with open_graph(tmp_path / "x.pg") as graph:
        made = network(graph)
    assert made.nodes[NOTICE]["key"] == "2020/通知.txt"
    assert edge(made, ("Document", "2020/通知.txt#1"), NOTICE, "part_of")["derived"]
    assert made.has_edge(("Agency", "工业和信息化部"), NOTICE)


def test_metrics_measure_what_their_names_hold(made):
    derived = {
        (source, target): data for source, target, data in made.edges(data=True) if data["predicate"] == "measures"
    }
    assert derived == {
        (("Metric", "国家技术创新示范企业"), ("Program", "国家技术创新示范企业")): {
            "predicate": "measures",
            "derived": True,
            "before": "",
            "after": "",
        },
        (("Metric", "首批省级智能工厂数量"), ("Program", "省级智能工厂")): {
            "predicate": "measures",
            "derived": True,
            "before": "首批",
            "after": "数量",
        },
        (("Metric", "示例中心投入"), ("Center", "示例中心")): {
            "predicate": "measures",
            "derived": True,
            "before": "",
            "after": "投入",
        },
    }


def test_every_node_says_its_type_and_name(made):
    assert all((data["type"], data["name"]) == node for node, data in made.nodes(data=True))
    assert "end" not in {name for _, _, data in made.edges(data=True) for name in data}
