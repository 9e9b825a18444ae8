"""What can be reached, and what stands before it and behind it."""

from __future__ import annotations

import re

import pytest

from policygraph.loaders.patterns.goals.things import may_precede, object_end, reachable, was_set, without_trail

NOTHING = re.compile("(?!)")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("城市黑臭水体", True), ("5G网络", True), ("经济开发区", True), ("不动产登记", True), ("在建工程", True),
        ("", False), ("水", False), ("为实现目标", False), ("随着改革深入", False), ("脱贫以来", False),
        ("通道正在", False), ("好" * 61, False),
    ],
)  # fmt: skip
def test_reachable(name: str, expected: bool) -> None:
    assert reachable(name, 0, len(name)) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", True), ("全省", True), ("各县", True), ("在全国农村", True), ("东部地区的", False), ("在改革中", False),
        ("紧紧围绕", False), ("我" * 25, False),
    ],
)  # fmt: skip
def test_what_may_stand_before_a_state(before: str, expected: bool) -> None:
    assert may_precede(before, 0, len(before)) is expected


@pytest.mark.parametrize(
    ("text", "built", "named"),
    [
        ("养老服务体系", True, "养老服务体系"), ("小康社会目标", True, "小康社会"),
        ("粮库搬迁并投入运营", False, "粮库搬迁"),
        ("社保并轨", False, "社保并轨"), ("水费减免", True, None), ("的体系", False, None), ("一批平台", True, None),
        ("健全的监管体系", True, "健全的监管体系"), ("健全监管体系", True, None), ("协同发展格局", False, None),
    ],
)  # fmt: skip
def test_the_object_of_a_verb(text: str, built: bool, named: str | None) -> None:
    end = object_end(text, 0, len(text), built, NOTHING)
    assert (text[:end] if end is not None else None) == named


def test_what_a_thing_fits_is_not_reached_by_it() -> None:
    text, state = "与基本实现现代化相适应的应急体系", re.compile("基本实现")
    assert object_end(text, 0, len(text), True, state) == len(text)
    assert object_end(text[1:], 0, len(text) - 1, True, state) is None


def test_what_was_set_before() -> None:
    assert was_set("“十一五”规划", "完成", "圆满")
    assert not was_set("大会各项议程", "完成", "圆满")
    assert was_set("农村厕所改造工作", "完成", "全面")
    assert not was_set("小麦收割工作", "完成", "基本")
    assert was_set("药品加成", "取消", "全面")


def test_a_name_without_its_trail() -> None:
    text = "首台机组将正式"
    assert text[: without_trail(text, 0, len(text))] == "首台机组"
    assert without_trail("已", 0, 1) == 1  # never nothing
