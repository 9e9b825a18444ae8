"""What a metric's or body's name says of the thing it belongs to."""

from __future__ import annotations

import pytest

from policygraph.graph.naming import core, named_after, of_class, only_qualifiers


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("首批智能车间", "智能车间"),
        ("第三批百项示范场景", "示范场景"),
        ("推荐性行业标准", "行业标准"),
        ("废止的推荐性行业标准", "行业标准"),
        ("已认定的示范基地", "示范基地"),
        ("2019年单项冠军企业数量", "单项冠军企业"),
        ("领域国家制造业创新中心", "国家制造业创新中心"),
        ("行业标准", "行业标准"),
    ],
)
def test_qualifiers_make_no_other_thing(name: str, thing: str) -> None:
    assert core(name) == thing


@pytest.mark.parametrize(
    "name", ["行业标准计划", "省级创新中心", "国家技术创新示范企业", "品牌培育行业标准", "批准的项目库"]
)
def test_what_is_no_qualifier_stays(name: str) -> None:
    assert core(name) not in ("行业标准", "创新中心", "示范企业", "项目")


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("光电芯片国家制造业创新中心", "国家制造业创新中心", True),
        ("省级升级国家制造业创新中心", "国家制造业创新中心", False),
        ("支持地方和国家制造业创新中心", "国家制造业创新中心", False),
        ("国家制造业创新中心", "国家制造业创新中心", False),
        ("光电芯片创新中心", "创新中心", False),  # no level: any center's name ends so
    ],
)
def test_a_center_named_by_its_class(body: str, kind: str, expected: bool) -> None:
    assert of_class(body, kind) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("", True), ("首批", True), ("升级为", True), ("国家技术创新", False), ("省级", False)]
)
def test_words_before_a_name_that_leave_it_the_same_thing(words: str, expected: bool) -> None:
    assert only_qualifiers(words) is expected


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("国家光电芯片创新中心", "国家制造业创新中心", True),
        ("国家光电芯片重点实验室", "国家制造业创新中心", False),
        ("省光电芯片创新中心", "国家制造业创新中心", False),
        ("国家制造业创新中心", "国家制造业创新中心", False),
    ],
)
def test_a_listed_body_named_after_its_class(body: str, kind: str, expected: bool) -> None:
    assert named_after(body, kind) is expected
