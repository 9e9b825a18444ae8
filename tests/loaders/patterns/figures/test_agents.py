"""Who did it: statistics have no agent, what a government arranges has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.schema.facts import Figure

Figures = Callable[..., list[Figure]]
REPORT = """政府工作报告
——2019年3月5日在第十三届全国人民代表大会第二次会议上
国务院总理 张某

各位代表：
一、2018年工作回顾
{0}
"""


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("城镇新增就业1361万人。", None), ("国内生产总值增长6.6%。", None), ("居民消费价格上涨2.1%。", None),
        ("全国财政收入增长6.2%。", None), ("高速铁路运营里程达到2.9万公里。", None),
        ("取消行政审批事项25项。", "国务院"), ("安排地方政府专项债券1.35万亿元。", "国务院"),
        ("资助困难学生300万人。", "国务院"),
    ],
)  # fmt: skip
def test_a_government_report(figures: Figures, text: str, agent: str | None) -> None:
    (figure,) = figures(REPORT.format(text))
    assert figure.agent == agent
    assert (figure.year, figure.status, figure.stated_by) == (2018, "achieved", "张某")


def test_a_body_in_the_clause_acts_whoever_speaks(figures: Figures) -> None:
    (figure,) = figures(REPORT.format("科技部支持示范平台25个。"))
    assert figure.agent == "科学技术部"


def test_joint_bodies_are_joined(figures: Figures) -> None:
    (figure,) = figures(REPORT.format("工业和信息化部、财政部认定示范企业25家。"))
    assert figure.agent == "工业和信息化部、财政部"


def test_a_region_acts_in_its_own_report(figures: Figures) -> None:
    text = "常州市2022年工作情况\n\n引进示范企业25家。工业增加值增长6.6%。\n\n2023年1月10日\n"
    first, second = figures(text)
    assert (first.agent, first.region) == ("常州市", "常州市")
    assert (second.agent, second.region) == (None, "常州市")


NEWS = """---
title: 示例产业座谈会召开
date: 2022-05-20
source: 示例日报
---
# 示例产业座谈会召开

{0}
"""


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("国家统计局数据显示，2021年高技术制造业增加值增长18.2%。", None),
        ("5月20日，科学技术部部长王明在座谈会上表示，今年将新建国家重点实验室20个。", "科学技术部"),
        ("新华社记者获悉，全国新建园区20个。", None),
    ],
)
def test_news(figures: Figures, text: str, agent: str | None) -> None:
    (figure,) = figures(NEWS.format(text), "news.md")
    assert figure.agent == agent
