"""When an end state is a goal: a deadline, a section of targets, or that it was reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedSentence
from policygraph.loaders.patterns.goals.conditions import under_targets
from policygraph.schema.facts import Figure

Words = Callable[..., list[str]]
PLAN = {"date": "2022-03-01", "nature": "plan", "title": "某市水务规划"}
REPORT = {"date": "2022-11-20", "nature": "report", "title": "某市工作报告"}
NEWS = {"date": "2022-11-20", "nature": "news", "title": "水务新闻"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，基本建成智慧水务体系。", ["基本建成智慧水务体系"]),
        ("到2025年，建成水务大数据平台。", ["建成水务大数据平台"]),
        ("建成水务大数据平台。", []),  # a task
        ("2023年底前，市水务局完成水表普查。", ["完成水表普查"]),
        ("到2025年，推动二级水厂监测全覆盖。", ["二级水厂监测全覆盖"]),
        ("推动水厂监测全覆盖。", []),  # an effort
        ("2024年底前取消押金，推动水厂监测全覆盖。", ["取消押金"]),  # the deadline is that of the first
        ("每年6月底前完成水表普查。", []),  # a duty
        ("到2025年，如期建成智慧水务体系，任务艰巨。", []),  # a topic
        ("主要目标是：水务标准体系初步建立。", ["水务标准体系初步建立"]),
        ("水务标准体系初步建立。", []),
        ("到2025年，确保各项目标任务如期完成。", []),  # an appeal
        ("到2025年，县城水厂全部达标、乡镇水厂基本达标。", ["县城水厂全部达标", "乡镇水厂基本达标"]),
    ],
)  # fmt: skip
def test_in_a_plan(words: Words, text: str, expected: list[str]) -> None:
    assert words(text, **PLAN) == expected


def test_the_year_of_the_sentence_before_holds_for_what_is_to_be_built(goals: Callable[..., list[Figure]]) -> None:
    text = "扬州市智慧水务行动计划（2022—2024年）\n\n扬州市水务局\n2022年3月1日\n\n到2024年，供水更加安全。{}\n"
    assert [g.year for g in goals(text.format("建成水务大数据平台。"))] == [2024]
    assert goals(text.format("建立水务督查制度。")) == []


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (REPORT, "智慧水务体系基本建成，水价改革任务全面完成。", ["智慧水务体系基本建成", "水价改革任务全面完成"]),
        (REPORT, "全面取消小区加压费。", ["全面取消小区加压费"]),
        (REPORT, "水务标准体系初步建立。", []),  # the first stage is no end
        (REPORT, "建成水务大数据平台。", []),
        (REPORT, "北线管道全线贯通，预计水厂改造全面完成。", []),  # news of the day, and still to come
        (NEWS, "水厂在线监测实现全覆盖。", ["水厂在线监测实现全覆盖"]),
        (NEWS, "全面取消小区加压费。", []),  # done or to do?
        (NEWS, "目前，已全面取消小区加压费。", ["全面取消小区加压费"]),
        (NEWS, "该市将加大投入，实现水厂监测全覆盖。", []),
        (NEWS, "首座跨海大桥全部建成。", []),
    ],
)  # fmt: skip
def test_what_is_told_as_reached(words: Words, said: dict[str, str], text: str, expected: list[str]) -> None:
    assert words(text, **said) == expected


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("一、发展目标\n", True), ("一、总体要求\n（一）基本原则\n", False), ("一、总体要求\n（二）主要目标\n", True),
        ("一、指导思想和主要目标\n", False), ("一、主要目标\n（一）供水更安全\n", True), ("一、重点任务\n", False),
        ("一、目标任务\n", True), ("", False),
    ],
)  # fmt: skip
def test_sections_of_targets(scoping: Callable[..., object], headings: str, expected: bool) -> None:
    _, (article,) = scoping(f"某市水务规划\n\n{headings}水厂监测更加完善，供水更加安全可靠，群众用水更加方便。\n")  # type: ignore[misc]
    last: ScopedSentence = article.sentences[-1]
    assert under_targets(last) is expected
