"""Decisions of persons: kept from build to build, and undone without a trace."""

from __future__ import annotations

import datetime as dt

import pytest

from policygraph.graph import Builder, export, open_graph
from policygraph.graph.resolve import automatic, classes, personal
from policygraph.graph.resolve.decisions import classes_of
from policygraph.schema.facts import Entity

ONE, OTHER = Entity("工业和信息化部", "Agency"), Entity("财政部", "Agency")
DAY = dt.date(2024, 5, 6)


def decided(path, decision=None, undo=False):
    with Builder(path) as builder:
        if decision:
            (builder.undo if undo else builder.decide)(decision)
        return builder.publish()


def quads(path, folder):
    with open_graph(path) as graph:
        export(graph, folder / "out.nq")
    return (folder / "out.nq").read_bytes()


def test_merge_rebuild_split_rebuild_is_the_graph_before(graph, tmp_path):
    path = graph.path
    before = quads(path, tmp_path)
    decided(path, personal(ONE, OTHER, "same", "A", DAY))
    decided(path)
    with open_graph(path) as merged:
        heads = classes(merged)
        assert heads[ONE] == heads[OTHER]
    assert quads(path, tmp_path) != before
    decided(path, personal(ONE, OTHER, "different", "A", DAY))
    decided(path)
    assert quads(path, tmp_path) == before


def test_undo_leaves_the_file_as_it_was(graph):
    before = graph.path.read_bytes()
    decided(graph.path, personal(ONE, OTHER, "same", None, DAY))
    assert graph.path.read_bytes() != before
    assert decided(graph.path, personal(ONE, OTHER, "same"), undo=True).changed
    assert graph.path.read_bytes() == before


def test_a_changed_decision_is_seen(graph):
    decided(graph.path, personal(ONE, OTHER, "same", None, DAY))
    content = graph.path.read_bytes().replace(b"by_person", b"by_nobody")
    graph.path.write_bytes(content)
    with open_graph(graph.path) as changed:
        assert "decisions: hash differs" in changed.verify().problems


def things(*names, kind="Region"):
    return {Entity(name, kind): count for count, name in enumerate(names, start=1)}


def test_a_split_keeps_a_rule_from_joining():
    facts = things("无锡市", "江苏省无锡市")
    one, other = facts
    rules = automatic(facts)
    assert [d.rule for d in rules] == ["full_region"]
    assert len(set(classes_of(rules, facts).values())) == 1
    split = personal(one, other, "different", None, DAY)
    assert classes_of([*rules, split], facts) == {one: one, other: other}


def test_the_known_full_name_stands_for_the_class_else_the_one_of_most_facts():
    bodies = {Entity("工信部", "Agency"): 9, ONE: 1}
    assert set(classes_of(automatic(bodies), bodies).values()) == {ONE}
    places = things("无锡市", "江苏省无锡市")
    assert set(classes_of(automatic(places), places).values()) == {Entity("江苏省无锡市", "Region")}


def test_a_title_without_its_years_joins_no_two_of_different_years():
    plain = "示例产业三年行动计划"
    early, late = f"{plain}（2018-2020年）", f"{plain}（2021-2023年）"
    two = things(plain, early, kind="Plan")
    assert [d.rule for d in automatic(two)] == ["elided_period"]
    assert automatic(things(plain, early, late, kind="Plan")) == []


@pytest.mark.parametrize("order", [0, 1])
def test_decisions_do_not_hang_on_the_order_of_names(order):
    facts = list(things("智能制造国家级示范区", "国家智能制造示范区", "国家级智能制造示范区", kind="Center"))
    assert automatic(facts[::-1] if order else facts) == automatic(facts)
