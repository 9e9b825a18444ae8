"""The years that a plan's title names."""

from __future__ import annotations

import pytest

from policygraph.loaders.context.plans import five_years, plan_years


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("示例产业行动计划（2022—2024年）", (2022, 2024)),
        ("示例产业三年行动方案（2023-2025年）", (2023, 2025)),
        ("“十四五”示例产业发展规划", (2021, 2025)),
        ("示例市“十三五”人才规划", (2016, 2020)),
        ("国民经济和社会发展第十四个五年规划和2035年远景目标纲要", (2021, 2025)),
        ("示例省2030年前碳达峰方案", (None, 2030)),
        ("2021年工作要点", (None, 2021)),
        ("关于促进示例产业发展的意见", None),
        ("“十四五”示例规划实施年度推进计划", None), ("2022年度示例工作计划", (None, 2022)),
    ],
)
def test_plan_years(title: str, expected: tuple[int | None, int | None] | None) -> None:
    assert plan_years(title) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("“十二五”规划", (2011, 2015)), ("十五五规划", (2026, 2030)), ("十五规划", (2001, 2005)),
        ("第十三个五年规划", (2016, 2020)), ("第十二个五年计划", (2011, 2015)), ("2025年规划", None), ("", None),
    ],
)  # fmt: skip
def test_five_years(title: str, expected: tuple[int, int] | None) -> None:
    assert five_years(title) == expected
