"""Who did it: statistics have no agent, what a government arranges has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.figures import find
from policygraph.schema.facts import Figure

Article = Callable[..., ScopedArticle]
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
        ("资助困难学生300万人。", "国务院"), ("压减粗钢产能2000万吨。", "国务院"),
        ("企业开办审批时间压减一半。", "国务院"), ("退出粗钢产能650万吨、水泥产能290万吨。", "国务院"),
    ],
)  # fmt: skip
def test_a_government_report(figures: Figures, text: str, agent: str | None) -> None:
    figure = figures(REPORT.format(text))[-1]
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
        ("重点物流企业业务量增长16%。", "重点物流企业"), ("重点企业达到30家。", None),
        ("1—2月，大型商业银行小微企业贷款增长30%。", "大型商业银行"),
    ],
)
def test_news(figures: Figures, text: str, agent: str | None) -> None:
    (figure,) = figures(NEWS.format(text), "news.md")
    assert figure.agent == agent


PLAN = """示例市产业发展行动计划（2023—2025年）

一、重点任务
{0}
"""


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("将审评时限压缩至40个工作日。（责任单位：常州市财政局、江苏省财政厅）", "常州市财政局、江苏省财政厅"),
        ("每年培训技师300人。（科技部、财政部负责）", "科学技术部、财政部"),
        ("每年培训技师300人。（科技部、财政部负责，排第一位的为牵头单位）", "科学技术部"),
        ("每年培训技师300人。（科技部、国务院有关部门负责）", "科学技术部"),
        ("每年培训技师300人。（含兼职）", None),
        ("教育部每年培训技师300人。（科技部负责）", "教育部"),
    ],
)
def test_who_answers_for_a_paragraph_does_what_is_to_be_done_in_it(
    figures: Figures, text: str, agent: str | None
) -> None:
    found = figures(PLAN.format(text))[0]
    assert found.agent == agent


STORY = """---
title: 示例联播
date: 2022-11-11
nature: 新闻
---
# 示例联播

### 2022示例智能装备大会在江苏常州开幕

本届大会展出新品200件。会上，36个重点项目集中签约，签约金额52亿元。

### 四川30个文旅项目开工

项目总投资80亿元。
"""


def test_a_story_tells_who_and_where_in_its_headline(figures: Figures) -> None:
    found = {f.value: f for f in figures(STORY, "story.md")}
    assert [found[v].agent for v in (200, 36, 52e8)] == ["2022示例智能装备大会"] * 3
    assert [found[v].region for v in (200, 36, 52e8)] == ["江苏省常州市"] * 3
    assert found[80e8].region == "四川省"
    told = dict(found[200].bases)
    assert (told["region"].where, told["region"].text) == ("heading", "江苏常州")


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("四川省某县发生6.1级地震，造成3人受伤。", None),
        ("2020年，江苏省发生生产安全事故120起。", None),
        ("1月5日，江苏省遭受暴雨，倒塌房屋30间。", None),
        ("江苏省紧急转移安置受灾群众3000人。", "江苏省"),
        ("江苏省建成绿色工厂20家。", "江苏省"),
    ],
)
def test_a_place_does_not_answer_for_what_befell_it(article: Article, text: str, agent: str | None) -> None:
    found = list(find(article(text, date="2021-03-01")))
    assert found
    assert {f.agent for f in found} == {agent}
    assert all(f.holder == agent for f in found) is (agent is not None)
    assert all(f.region is not None for f in found)
