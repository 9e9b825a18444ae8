"""What follows from names and facts without being stated."""

from __future__ import annotations

from policygraph.graph.derived import DerivedEdge, StatedEdge, derived_edges

THING = ("Program", "示范企业")


def belonging(nodes, stated=()):
    return {(e.source, e.target): (e.via, e.fact) for e in derived_edges(nodes, stated) if e.predicate == "belongs_to"}


def within(nodes, stated=()):
    return {(e.source, e.target) for e in derived_edges(nodes, stated) if e.predicate == "within"}


def test_a_metric_counts_a_thing_only_behind_qualifiers():
    names = ("首批示范企业", "升级为示范企业的培育企业", "示范企业营业收入", "国家技术创新示范企业", "省级示范企业")
    found = belonging([THING, *(("Metric", name) for name in names)])
    assert found == {(("Metric", name), THING): ("measures", None) for name in names[:3]}


def test_the_metric_measures_what_its_name_holds_and_says_what_stands_around():
    metric = ("Metric", "国家技术创新示范企业数量")
    assert DerivedEdge("measures", metric, THING, before="国家技术创新", after="数量") in [
        *derived_edges([THING, metric], ())
    ]


def test_a_center_belongs_to_the_class_whose_name_ends_its_own():
    center, kind = ("Center", "光电芯片国家制造业创新中心"), ("Metric", "国家制造业创新中心")
    assert belonging([center, kind]) == {(center, kind): ("part_of", None)}


def test_what_is_listed_where_its_class_is_counted_belongs_to_it():
    kind, body, far = (
        ("Metric", "国家制造业创新中心"), ("Center", "国家光电芯片创新中心"), ("Center", "国家纤维创新中心"),
    )  # fmt: skip
    agency, here, there = ("Agency", "某部"), ("a.txt", 0, 9), ("a.txt", 10, 19)
    stated = [
        StatedEdge("1", "achieves", agency, kind, here),
        StatedEdge("2", "launches", agency, body, here),
        StatedEdge("3", "launches", agency, far, there),
    ]
    assert belonging([kind, body, far, agency], stated) == {(body, kind): ("part_of", None)}


def test_a_part_as_stated_names_the_first_fact_that_says_so():
    part, whole = ("Program", "示范企业"), ("Program", "领航行动")
    stated = [StatedEdge(n, "part_of", part, whole, ("a.txt", 0, 9)) for n in ("6", "5")]
    assert belonging([part, whole], stated) == {(part, whole): ("part_of", "5")}


def test_a_thing_under_another_type_is_no_member_of_itself():
    assert belonging([THING, ("Metric", "示范企业")]) == {}


def test_bodies_lie_in_larger_ones_by_their_names_and_by_facts_at_any_depth():
    ministry, bureau, office = ("Agency", "工业和信息化部"), ("Agency", "工业和信息化部科技司"), ("Agency", "标准处")
    stated = [StatedEdge("1", "part_of", office, bureau, ("a.txt", 0, 9))]
    assert within([ministry, bureau, office], stated) == {(bureau, ministry), (office, bureau), (office, ministry)}


def test_a_city_s_name_makes_nobody_its_department():
    assert within([("Region", "北京"), ("Organization", "北京大学")]) == set()


def test_bodies_that_contain_each_other_do_not_contain_themselves():
    one, two = ("Agency", "甲办公室"), ("Agency", "乙办公室")
    stated = [StatedEdge("1", "part_of", one, two, ("a", 0, 1)), StatedEdge("2", "part_of", two, one, ("a", 1, 2))]
    assert within([one, two], stated) == {(one, two), (two, one)}


def test_metrics_that_count_the_same_thing_count_as_the_shortest_named():
    names = ("示范企业", "首批示范企业", "示范企业数量", "营业收入")
    edges = derived_edges([("Metric", name) for name in names], ())
    found = {(e.source[1], e.target[1]) for e in edges if e.predicate == "counts_as"}
    assert found == {("示范企业",) * 2, ("首批示范企业", "示范企业"), ("示范企业数量", "示范企业"), ("营业收入",) * 2}


def test_of_two_bodies_launched_together_neither_is_the_class_of_the_other():
    one, two = ("Center", "国家光电芯片创新中心"), ("Center", "国家纤维创新中心")
    here = ("a.txt", 0, 9)
    stated = [StatedEdge(str(n), "launches", ("Agency", "某部"), body, here) for n, body in enumerate((one, two))]
    assert belonging([one, two, ("Agency", "某部")], stated) == {}
