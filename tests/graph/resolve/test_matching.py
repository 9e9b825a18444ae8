"""Whether two names are one thing, on names written for the test, and what holds for all names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.graph.resolve import match, resolve, succession
from policygraph.graph.resolve.matching import READERS
from policygraph.graph.resolve.rules import VERDICTS, rules, table
from policygraph.schema.errors import QueryError

SAME = [
    ("Agency", "工信部", "中华人民共和国工业和信息化部"),
    ("Agency", "江苏省工信厅", "江苏省工业和信息化厅"),
    ("Agency", "中共浙江省委", "浙江省委"),
    ("Region", "江苏", "江苏省"),
    ("Region", "苏州市", "江苏省苏州市"),
    ("Center", "国家光电芯片创新中心", "光电芯片国家制造业创新中心"),
    ("Center", "国家级车联网先导区", "国家车联网先导区"),
    ("Event", "首届世界智能大会", "第一届世界智能大会"),
    ("Plan", "“十四五”机器人发展规划", "机器人发展规划（2021—2025年）"),
    ("Plan", "国务院关于加快示例产业发展的意见", "关于加快示例产业发展的意见"),
    ("Metric", "GDP增速", "国内生产总值增长率"),
    ("Metric", "规上工业增加值", "全国规模以上工业增加值"),
    ("Person", "李克强", "李克强总理"),
    ("Agency", "工信部科技司", "工业和信息化部科技司"),
    ("Agency", "国家药品监督管理局（国家药监局）", "国家药品监督管理局"),
    ("Organization", "云南示例药业集团", "云南示例药业集团股份有限公司"),
    ("Region", "阿联酋", "阿拉伯联合酋长国"),
    ("Center", "江苏无锡国家级车联网先导区", "江苏（无锡）车联网先导区"),
    ("Center", "洋山特殊综合保税区", "上海洋山特殊综合保税区"),
    ("Program", "油料产能提升行动", "油料产能提升"),
    ("Program", "产业链强链补链行动", "产业链补链强链行动"),
    ("Program", "新一轮草原资源普查", "草原资源新一轮普查"),
    ("Plan", "2021年中央一号文件", "中共中央国务院关于全面推进乡村振兴加快农业农村现代化的意见"),
    ("Plan", "示例装备（智能装备）产业发展行动计划", "示例装备产业发展行动计划"),
    ("Plan", "示例三年行动计划（2024—2026年）", "示例3年行动计划（二〇二四—二〇二六年）"),
    ("Plan", "扩大内需战略规玥纲要", "扩大内需战略规划纲要"),
    ("Metric", "累计建成充电桩", "充电桩累计建成数"),
    ("Metric", "居民消费价格指数（CPI）", "居民消费价格指数"),
]
DIFFERENT = [
    ("Agency", "国务院", "国务院办公厅", "other_body"),
    ("Agency", "江苏省科技厅", "科技部", "country_and_region"),
    ("Agency", "农业部", "农业农村部", "succession"),
    ("Region", "吉林省", "吉林市", "other_name"),
    ("Center", "国家制造业创新中心", "省级制造业创新中心", "level"),
    ("Center", "国家光电芯片创新中心", "国家光电芯片技术创新中心", "other_name"),
    ("Event", "2021世界智能制造大会", "2020世界智能制造大会", "date"),
    ("Program", "首批示范工厂", "示范工厂", "edition_of_series"),
    ("Plan", "示例规划（征求意见稿）", "示例规划", "draft"),
    ("Plan", "示例发展规划（2016-2020年）", "“十四五”示例发展规划", "next_period"),
    ("Event", "2021世界智能制造大会", "世界智能制造大会", "edition_of_series"),
    ("Program", "示例保护工程", "示例保护行动", "contrast"),
    ("Center", "国家高新技术产业开发区", "省级高新技术产业开发区", "level"),
    ("Plan", "扩大内需战略规划纲要", "扩大外需战略规划纲要", "other_name"),
    ("Metric", "工业增加值", "工业增加值增速", "growth"),
    ("Metric", "城镇登记失业率", "城镇调查失业率", "contrast"),
]


@pytest.mark.parametrize(("kind", "a", "b"), SAME)
def test_same(kind, a, b):
    assert match(a, b, kind).verdict == "same"


@pytest.mark.parametrize(("kind", "a", "b", "rule"), DIFFERENT)
def test_different(kind, a, b, rule):
    found = match(a, b, kind)
    assert (found.verdict, found.rule) == ("different", rule)


def test_a_unit_is_known_by_its_text_alone():
    assert match("部科技司", "工业和信息化部科技司", "Agency").verdict == "unsure"
    assert match("部科技司", "工业和信息化部科技司", "Agency", issuer="工信部").verdict == "same"
    assert match("部科技司", "工业和信息化部科技司", "Agency", issuer="交通运输部").verdict == "different"


def test_the_reason_names_what_decided():
    found = match("工信部", "工业和信息化部", "Agency")
    assert found.reason("en") == "工信部 is another name of 工业和信息化部, which is so called since 2008-03"
    assert "工信部" in found.reason("zh")


def test_unknown_types_and_contexts_are_errors():
    with pytest.raises(QueryError, match="type 'Thing'"):
        match("甲", "乙", "Thing")
    with pytest.raises(QueryError, match="context author"):
        match("甲", "乙", "Plan", author="丙")


def test_groups_and_the_verdict_of_two():
    found = resolve(["工信部", "财政部", "工业和信息化部"], "Agency")
    assert found.groups == (("工信部", "工业和信息化部"), ("财政部",))
    assert len(found.matches) == 3
    assert resolve(["江苏", "江苏省"], "Region").verdict == "same"
    with pytest.raises(QueryError, match="expected two names"):
        _ = found.verdict


def test_many_names_are_grouped_by_keys_as_few_are_by_pairs():
    names = ["江苏", "江苏省", *(f"第{n}区域" for n in range(40))]
    assert ("江苏", "江苏省") in resolve(names, "Region").groups


def test_succession_says_when_and_by_what():
    changes = succession("农业部", "Agency")
    assert ("2018-03", ("农业农村部",)) in [(c.date[:7], c.after) for c in changes]
    assert succession("农业部", "Plan") == []


WRITTEN = "国家省市江苏级工信部厅制造业创新中心首批第三届2019年的“”（）、和智能示范区率增长"
names = st.text(WRITTEN, min_size=1, max_size=14)


@given(names, names, st.sampled_from(sorted(READERS)))
def test_every_pair_has_a_verdict_whichever_comes_first(a, b, kind):
    one, other = match(a, b, kind), match(b, a, kind)
    assert one.verdict in VERDICTS
    assert one.verdict == other.verdict
    assert one.reason("zh")
    assert one.reason("en")


@given(names, st.sampled_from(sorted(READERS)))
def test_a_name_is_never_different_from_itself(name, kind):
    assert match(name, name, kind).verdict != "different"


def test_every_rule_has_a_verdict_and_parts_lead_to_rules():
    for rule in rules().values():
        assert rule.verdict in VERDICTS
        assert 0 < rule.confidence <= 1
        assert rule.said({}, "zh")
        assert rule.said({}, "en")
    for section in ("differ", "silent"):
        assert set(table(section).values()) <= set(rules())


@pytest.mark.parametrize(("date", "verdict"), [("2015-06", "same"), ("2020-06", "different")])
def test_a_short_name_means_the_body_of_its_time(date, verdict):
    full = "中央网络安全和信息化领导小组办公室"
    assert match("中央网信办", full, "Agency", date=date).verdict == verdict
