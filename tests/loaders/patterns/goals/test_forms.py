"""The end states that a stretch of text names, and stretches that name none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.patterns.goals.forms import form


@pytest.mark.parametrize(
    ("text", "subject", "action", "need", "whole"),
    [
        ("贫困户全部脱贫", "贫困户", "脱贫", "any", True),
        ("搬迁任务如期完成", "搬迁任务", "完成", "any", True),
        ("县域商业体系基本建成", "县域商业体系", "建成", "set", True),
        ("应急管理制度初步建立", "应急管理制度", "建立", "set", False),
        ("农业现代化基本实现", "农业现代化", "实现", "set", True),
        ("南北干线全面贯通", "南北干线", "贯通", "set", False),
        ("全面取消城镇落户限制", "城镇落户限制", "取消", "any", True),
        ("基本建成覆盖城乡的养老体系", "覆盖城乡的养老体系", "建成", "set", True),
        ("圆满完成“十一五”规划", "“十一五”规划", "完成", "any", True),
        ("基本实现异地就医直接结算", "异地就医直接结算", "实现", "set", True),
        ("消除了绝对贫困", "绝对贫困", "消除", "due", True),
        ("实现村级养老站全覆盖", "村级养老站", "全覆盖", "any", True),
        ("基本药品制度实现了县域全覆盖", "基本药品制度", "县域全覆盖", "any", True),
        ("存量违建“清零”", "存量违建“", "清零", "any", True),
        ("低保对象应保尽保", "低保对象", "应保尽保", "set", False),
        ("实现政务数据互联互通", "政务数据互联互通", "实现", "set", False),
        ("职业教育实现数字化", "职业教育", "实现", "set", False),
        ("建成省级水网平台", "省级水网平台", "建成", "due", False),
        ("各省份建立监测系统", "监测系统", "建立", "due", False),
        ("完成农房隐患排查工作", "农房隐患排查工作", "完成", "due", False),
        ("新办公系统上线运行", "新办公系统", "上线运行", "due", False),
        ("远程会诊覆盖所有县级医院", "远程会诊", "覆盖", "due", False),
        ("新增公交车全部选用电动车", "新增公交车", "全部选用电动车", "due", False),
        ("把惠农资金全部纳入专户管理", "惠农资金", "全部纳入专户管理", "due", False),
        ("人均收入达到中等发达国家水平", "人均收入", "达到", "set", False),
        ("进入创新型国家行列", "创新型国家行列", "进入", "set", False),
        ("工资增长与物价增长基本同步", "工资增长与物价增长", "基本同步", "set", True),
        ("人均产值增长快于用工成本增长", "人均产值增长", "快于用工成本增长", "set", True),
        ("国际收支基本平衡", "国际收支", "基本平衡", "set", True),
        ("牧民收入增长和草场承包费提高同步", "牧民收入增长和草场承包费提高", "同步", "set", True),
        ("地方政府杠杆率保持基本稳定", "地方政府杠杆率", "保持基本稳定", "section", True),
        ("保持粮食价格总水平稳定", "粮食价格总水平", "稳定", "section", True),
        ("近岸海域水质持续改善", "近岸海域水质", "持续改善", "section", True),
        ("小型水库产权制度改革全面推开", "小型水库产权制度改革", "推开", "any", True),
        ("全面推开农贸市场改造试点", "农贸市场改造试点", "推开", "any", True),
        ("村村通动力电", "动力电", "村村通", "set", False),
        ("不再设县级GDP考核指标", "县级GDP考核", "不再设", "any", True),
    ],
)  # fmt: skip
def test_end_states(text: str, subject: str, action: str, need: str, whole: bool) -> None:
    found = form(text, 0, len(text))
    assert found is not None
    assert (text[found.start : found.end], found.action, found.need, found.whole) == (subject, action, need, whole)


@pytest.mark.parametrize(
    "text",
    [
        # no states
        "加强水源保护", "推进农业现代化", "完善防灾体系", "促进绿色发展", "供水能力显著提升", "治理水平明显提高",
        "全面推进依法治理", "全面落实责任", "全面加强管理",
        "深入实施水污染防治行动", "农牧业稳定", "这项补贴改善了水质", "节水习惯逐步改善",
        # nobody can tell when they are reached
        "形成协调发展的新格局", "基本形成齐抓共管的良好氛围", "发展格局基本形成", "全面形成合力", "建立健全长效机制",
        "建立完善监管制度", "实现高质量发展", "实现新突破",
        "实现良性循环", "达到国际先进水平", "迈入世界前列", "建成一批示范水厂", "打造若干精品线路",
        "全面解决后顾之忧", "全面解决各类矛盾", "实现零的突破",
        "实现街镇全覆盖", "国土空间格局基本形成",
        # parts of something else
        "为全面建成小康社会而努力", "在全面完成任务的基础上", "紧扣基本实现现代化", "决胜全面建成小康社会",
        "全面建成小康社会进入关键阶段", "全面建成小康社会的关键一年",
        "全面建成小康社会取得新进展", "鼓励企业全面取消加班", "探索实现数据共享", "支持园区建成公共服务平台",
        "如果任务全面完成", "尚未全面脱贫", "贯彻全面取消的要求",
        "完成转制的企业", "“全面取消加成",
        # words that only look like one
        "制定整体解决方案", "国家安全部门", "圆满完成阅兵保障任务", "大会圆满完成各项议程", "出口一度出现负增长",
        "收益全部用于扶贫", "经费全部由财政承担", "全部工业增加值",
        "通道正全面建成",
    ],
)  # fmt: skip
def test_no_end_state(text: str) -> None:
    assert form(text, 0, len(text)) is None


@given(
    st.text(alphabet="全面基本实现建成完成取消消除脱贫覆盖清零体系任务目标的了“”、，水厂", max_size=60),
    st.integers(0, 20),
    st.integers(0, 60),
)
def test_a_state_lies_in_its_stretch(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    found = form(text, start, max(start, end))
    if found is not None:
        assert start <= found.start < found.end <= end
        assert start <= found.at < end
