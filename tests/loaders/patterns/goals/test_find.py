"""The goals of written documents, with every field; and what must hold for any text."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns import find_facts
from policygraph.loaders.patterns.goals import find
from policygraph.schema.facts import Figure

Goals = Callable[..., list[Figure]]
Article = Callable[..., ScopedArticle]

PLAN_TITLE = "扬州市智慧水务行动计划（2023—2025年）"
PLAN = f"""{PLAN_TITLE}

一、发展基础
“十三五”期间，全市黑臭河道基本消除，城乡供水一体化格局加快形成，供水水质明显改善。
二、发展目标
到2025年，全市基本建成互联共享的智慧水务体系，居民水表智能化改造全面完成，供水能力显著提升，管网漏损率降至9%以下。水务数据标准体系初步建立，节水氛围更加浓厚。
到2035年，城乡供水服务实现均等化。
三、重点任务
（一）建管网。2024年底前全部取消居民供水代收费，推动老旧小区管网改造全覆盖，完善巡查机制。
（二）建平台。整合水务平台，实现乡镇水厂在线监测全覆盖，打造一批示范水厂，形成可推广的经验。
四、保障措施
加强组织领导，全面落实责任，确保各项目标如期实现。
"""


@pytest.fixture(scope="module")
def plan(goals: Goals) -> list[Figure]:
    return goals(PLAN)


def test_the_goals_of_a_plan_in_order(plan: list[Figure]) -> None:
    assert [(g.goal_text, g.subject, g.action, g.since, g.year, g.status) for g in plan] == [
        ("全市黑臭河道基本消除", "黑臭河道", "消除", 2016, 2020, "achieved"),
        ("全市基本建成互联共享的智慧水务体系", "互联共享的智慧水务体系", "建成", None, 2025, "planned"),
        ("居民水表智能化改造全面完成", "居民水表智能化改造", "完成", None, 2025, "planned"),
        ("水务数据标准体系初步建立", "水务数据标准体系", "建立", None, 2025, "planned"),
        ("城乡供水服务实现均等化", "城乡供水服务均等化", "实现", None, 2035, "planned"),
        ("全部取消居民供水代收费", "居民供水代收费", "取消", None, 2024, "planned"),
        ("实现乡镇水厂在线监测全覆盖", "乡镇水厂在线监测", "全覆盖", None, 2025, "planned"),
    ]


def test_every_field_of_a_goal(plan: list[Figure]) -> None:
    goal = plan[1]
    start = PLAN.index("全市基本建成")
    end = start + len("全市基本建成互联共享的智慧水务体系")
    assert (goal.evidence.char_start, goal.evidence.char_end) == (start, end)
    assert goal.evidence.sentence == PLAN[PLAN.index("到2025年") : PLAN.index("9%以下。") + 5]
    skip = {"evidence", "bases", "voices"}
    told = {f.name: getattr(goal, f.name) for f in dataclasses.fields(goal) if f.name not in skip}
    assert told == {
        "confidence": None, "extractor": "goals.settles", "year": 2025, "status": "planned", "year_source": "stated",
        "value": None,
        "unit": None, "cmp": "eq", "measure": "level", "subject": "互联共享的智慧水务体系", "high": None,
        "cmp_text": None, "action": "建成", "agent": "扬州市", "plan": PLAN_TITLE, "since": None, "region": "扬州市",
        "span": "end", "base_year": None, "direction": None, "binding": None, "estimated": False,
        "holder": PLAN_TITLE, "holder_type": "Plan", "stated_by": None,
        "goal_text": "全市基本建成互联共享的智慧水务体系",
    }  # fmt: skip
    assert goal.predicate == "targets"
    bases = dict(goal.bases)
    assert {name: (bases[name].where, bases[name].rule) for name in ("subject", "measure", "year")} == {
        "subject": ("clause", "goals.subject"),
        "measure": ("default", "goals.level"),
        "year": ("sentence", "times.narrow"),
    }
    assert bases["subject"].text == goal.subject


def test_what_was_reached_has_no_plan_and_is_an_achievement(plan: list[Figure]) -> None:
    reached = plan[0]
    assert (reached.plan, reached.predicate, reached.year_source) == (None, "achieves", "stated")


def test_a_report_looks_back_and_ahead(goals: Goals) -> None:
    found = goals(
        "政府工作报告\n\n2021年1月20日\n\n一、2020年工作回顾\n贫困村全部出列，水费拖欠问题彻底解决。\n"
        "二、2021年工作安排\n全面取消涉企保证金，基本完成粮库搬迁任务。\n"
    )
    assert [(g.goal_text, g.year, g.status) for g in found] == [
        ("贫困村全部出列", 2020, "achieved"), ("水费拖欠问题彻底解决", 2020, "achieved"),
        ("全面取消涉企保证金", 2021, "planned"), ("基本完成粮库搬迁任务", 2021, "planned"),
    ]  # fmt: skip


def test_a_target_that_is_deliberately_not_set(article: Article) -> None:
    text = "今年没有提出财政收入增速目标，各县不再设GDP考核指标。"
    (first, second) = find(article(text, date="2020-05-20", nature="report"))
    assert (first.goal_text, first.subject, first.action) == ("没有提出财政收入增速目标", "财政收入增速", "没有提出")
    assert (second.goal_text, second.subject, second.action) == ("各县不再设GDP考核指标", "GDP考核", "不再设")


def test_traditional_characters_stay_in_the_quote(goals: Goals) -> None:
    (goal,) = goals("智慧水務行動計劃（2023—2025年）\n\n一、發展目標\n到2025年，農村水廠監測實現全覆蓋。\n")
    assert goal.evidence.quote == "農村水廠監測實現全覆蓋"
    assert (goal.goal_text, goal.subject) == ("农村水厂监测实现全覆盖", "农村水厂监测")


def test_a_number_says_it_better(article: Article) -> None:
    said = {"date": "2022-01-01", "nature": "plan", "title": "振兴规划"}
    facts = list(find_facts(article("到2024年，38个贫困村全部出列。", **said)))
    assert [(f.value, f.goal_text) for f in facts if isinstance(f, Figure)] == [(38, None)]


def test_a_target_without_a_deadline_has_no_year(goals: Goals) -> None:
    text = "关于粮食仓储管理的意见\n\n一、{}\n粮食仓储管理实现全覆盖。\n\n粮食局\n2019年3月1日\n"
    assert [(g.year, g.year_source, g.status) for g in goals(text.format("工作目标"))] == [(None, None, "planned")]
    assert goals(text.format("工作要求")) == []  # elsewhere in a notice it is a rule


PIECES = st.sampled_from(
    [
        "到2025年，", "全面", "基本", "初步", "实现", "建成", "完成", "取消", "消除", "全部", "脱贫", "全覆盖", "清零",
        "体系", "任务", "水厂", "农村", "现代化", "不再设", "目标", "、", "，", "。", "“", "”", "《", "》", "的", "了",
        "已", "将", "推进", "38个", "2024年底前", "（", "）",
    ]
)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join))
def test_whatever_the_text_a_goal_is_well_formed(article: Article, text: str) -> None:
    for goal in find(article(text, date="2022-06-01", nature="plan", title="水务规划")):
        assert goal.value is goal.high is goal.unit is None
        assert goal.goal_text
        assert goal.subject
        assert goal.goal_text in text.replace("\n", "")
        assert goal.evidence.quote in goal.evidence.sentence
        assert goal.status in ("planned", "achieved")
        assert goal.status == "achieved" or goal.year is not None or "目标" in text


@pytest.mark.parametrize(
    ("text", "year", "status"),
    [
        ("“十二五”规划胜利完成。", 2015, "achieved"),
        ("“十三五”规划圆满收官，各项工作开局良好。", 2020, "achieved"),
        ("确保“十四五”规划圆满收官。", 2025, "planned"),
    ],
)
def test_a_five_year_plan_is_completed_in_its_last_year(
    article: Article, text: str, year: int, status: str
) -> None:
    (goal,) = find(article(text, date="2021-06-01"))
    assert (goal.year, goal.status) == (year, status)


def test_an_event_that_ends_is_no_goal(article: Article) -> None:
    assert list(find(article("全市羽毛球比赛全部收官。", date="2021-06-01"))) == []


TABLE = """示例市数字化规划（2021—2025年）

一、主要指标

| 指标 | 2020年 | 2025年 |
| --- | --- | --- |
| 乡镇宽带覆盖率（%） | 90 | 100 |
| 重点园区专网 | 初步覆盖 | 基本全覆盖 |
| 政务云平台 | 在建 | 全面建成 |
| 数据目录 | 无 | 不断完善 |
"""


def test_goals_in_the_cells_of_a_table_of_indicators(goals: Goals) -> None:
    assert [(g.subject, g.goal_text, g.year, g.status, g.extractor) for g in goals(TABLE, "a.md")] == [
        ("重点园区专网", "基本全覆盖", 2025, "planned", "goals.cell"),
        ("政务云平台", "全面建成", 2025, "planned", "goals.cell"),
    ]


LISTED = """扬州市2022年政府工作报告

一、2021年工作回顾
去年，全市外贸进出口总体平稳。
二、2022年工作安排
今年发展主要预期目标是：
地区生产总值增长7%左右；
外贸进出口稳中提质；
居民收入增长与经济增长基本同步。
河道水质持续改善，是群众所盼。
"""


def test_a_list_of_targets_under_a_line_of_its_own(goals: Goals) -> None:
    """Where an indicator is to go is a target in the list alone; what follows its last line is none."""
    assert [(g.goal_text, g.year, g.status, g.extractor) for g in goals(LISTED)] == [
        ("全市外贸进出口总体平稳", 2021, "achieved", "goals.steady"),
        ("外贸进出口稳中提质", 2022, "planned", "goals.steady"),
        ("居民收入增长与经济增长基本同步", 2022, "planned", "goals.balanced"),
    ]
