"""What headings and clauses say of planned, achieved and forecast."""

from __future__ import annotations

import pytest

from policygraph.loaders.context.status import clause_status, heading_status, is_estimated


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2018年工作思路", "planned"), ("下一步工作打算", "planned"), ("总体要求和主要目标", "planned"),
        ("重点任务（2023年）", "planned"), ("保障措施：", "planned"), ("2019年经济社会发展总体部署", "planned"),
        ("2017年工作情况", "achieved"), ("过去一年工作回顾", "achieved"), ("发展基础", "achieved"),
        ("主要工作和成效", "achieved"), ("规划实施情况。", "achieved"),
        ("强化创新平台建设", None), ("转型升级成效显著", None), ("工作思路的形成过程", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_is_told_by_its_last_words(heading: str, expected: str | None) -> None:
    assert heading_status(heading) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("力争培育企业500家", "planned"), ("确保新增就业10万人", "planned"), ("将继续支持50个项目", "planned"),
        ("要新建平台20个", "planned"), ("计划到2025年建成30个", "planned"), ("未来三年投资100亿元", "planned"),
        ("努力实现产值翻番", "planned"), ("今后5年改造1000公里", "planned"),
        ("已建成基地30个", "achieved"), ("培训了5000人", "achieved"), ("截至11月底完成投资3亿元", "achieved"),
        ("去年新增企业200家", "achieved"), ("入选名单的有12家", "achieved"),
        ("预计将达到5000亿元", "forecast"), ("有望突破3万亿元", "forecast"), ("预计到2030年达到2万亿元", "forecast"),
        ("预测增长2.7%", "forecast"), ("经济增长预期上调至3%", "forecast"),
        ("还将登陆50家影院", "planned"), ("约20万人将受到影响", "planned"), ("将自8月1日起征收10%关税", "planned"),
        ("还计划购买100台", "planned"), ("车程将由目前的3小时缩短至1小时", "planned"), ("将增长目标定在5%", "planned"),
        ("可以将审批时间从20天缩短到5天", None), ("将生产线从3条扩大到5条", None),  # 将 for 把
        ("模拟芯片产量增长29.8%", None), ("5G虚拟专网接近2.8万个", None), ("发布《2025年产业展望》", None),
        ("据甲县政府介绍", "achieved"),
        ("新增企业200家", None), ("重要平台20个", None), ("主要产品12种", None), ("解放思想", None),
        ("完善要素市场", None), ("即将", None),
    ],
)  # fmt: skip
def test_a_clause_says_it_by_its_markers(clause: str, expected: str | None) -> None:
    assert clause_status(clause) == expected


def test_already_inside_a_modifier_says_nothing() -> None:
    assert clause_status("对已认定园区的考核") is None
    assert clause_status("已认定园区5个") == "achieved"


def test_the_strongest_marker_wins() -> None:
    assert clause_status("预计将力争达到5000家") == "forecast"
    assert clause_status("力争在已建成20个的基础上新建10个") == "planned"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [("预计全年增长6.5%", True), ("初步核算增长5%", True), ("据测算节约3亿元", True), ("全年增长6.5%", False)],
)
def test_estimates(clause: str, expected: bool) -> None:
    assert is_estimated(clause) is expected
