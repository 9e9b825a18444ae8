"""Sameness and nearness of names."""

from __future__ import annotations

import pytest

from policygraph.queries.names import bare, formal, nearest, titled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《“十四五”智造规划》", "十四五智造规划"),
        ("智造三年行动计划（2022—2024年）", "智造三年行动计划(2022-2024年)"),
        ("智造三年行动计划（2022至2024年）", "智造三年行动计划（2022~2024年）"),
        ("製造業", "制造业"),
        ("５Ｇ 工厂", "5g工厂"),
    ],
)
def test_bare_names_are_equal(one: str, other: str) -> None:
    assert bare(one) == bare(other)


def test_bare_keeps_what_tells_names_apart() -> None:
    assert bare("省级创新中心") != bare("国家级创新中心")
    assert bare("行业标准计划") != bare("行业标准")


def test_a_title_is_known_with_and_without_its_tail() -> None:
    assert titled("《某省行动计划》", "某省行动计划（2022—2024年）")
    assert titled("某省行动计划（2022—2024年）", "某省行动计划")
    assert not titled("某省行动计划（2022—2024年）", "某省行动计划（2025—2027年）")
    assert not titled("某省行动计划", None)


def test_formal_names_of_central_bodies() -> None:
    assert formal("工信部") == "工业和信息化部"
    assert formal("某某公司") == "某某公司"


def test_nearest_prefers_names_that_hold_the_asked_one() -> None:
    known = ["国家制造业创新中心", "省级制造业创新中心", "行业标准", "财政部"]
    assert set(nearest("制造业创新中心", known)[:2]) == {"国家制造业创新中心", "省级制造业创新中心"}
    assert nearest("xyz", known) == []
