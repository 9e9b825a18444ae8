"""What one sentence hands to the next, and what it keeps to itself: places, bodies, years, whose aim it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.schema.facts import Figure

Figures = Callable[..., list[Figure]]
REPORT = "泰州市水利局2022年工作总结\n2023年1月6日\n一、2022年工作\n{}\n"
SPEECH = "在全市交通工作会议上的讲话\n（2023年2月8日）\n同志们：\n{}\n"
NEWS = "工业运行情况发布\n2023年9月6日 来源：新华社\n\n{}\n"


def of(found: list[Figure], value: float) -> Figure:
    (figure,) = [f for f in found if f.value == value]
    return figure


@pytest.mark.parametrize("frame", [REPORT, SPEECH])
def test_what_is_done_already_leaves_the_year_to_come(frame: str, figures: Figures) -> None:
    found = figures(frame.format("到2025年，全市将建成泵站120座。全市已建成水闸45座，其中大型水闸8座。"))
    assert (of(found, 120).year, of(found, 120).status) == (2025, "planned")
    for value in (45, 8):
        assert of(found, value).status == "achieved"
        assert of(found, value).year in (2022, 2023)


def test_a_breakdown_by_regions_ends_with_its_sentence(figures: Figures) -> None:
    found = figures(REPORT.format("海陵区、高港区灌溉面积分别增长3%、4%。新建堤防60公里。"))
    assert [of(found, v).region for v in (3, 4, 60)] == ["海陵区", "高港区", "泰州市"]
    assert of(found, 60).agent == "泰州市"


def test_our_own_people_are_not_those_of_the_sentence_before(figures: Figures) -> None:
    found = figures(REPORT.format("兴化市新建泵站12座。我们还新建水文站30个。"))
    assert [of(found, v).region for v in (12, 30)] == ["兴化市", "泰州市"]


def test_a_kind_of_hospital_does_not_act(figures: Figures) -> None:
    found = figures(REPORT.format("二级医院平均候诊时间不超过30分钟。新建水文站20个。"))
    assert of(found, 20).agent == "泰州市"


def test_the_country_is_not_in_the_region_of_the_sentence_before(figures: Figures) -> None:
    found = figures(NEWS.format("日本提出，到2030年氢能供应量达到300万吨。我国计划到2030年风电装机达到8亿千瓦。"))
    assert (of(found, 3_000_000).region, of(found, 800_000_000).region) == ("日本", None)


def test_a_city_sets_its_own_aim_after_a_national_body(figures: Figures) -> None:
    aims = "交通运输部要求，到2025年新能源公交车占比达到72%。厦门市提出到2025年新建公交站台300个。"
    found = figures(SPEECH.format(aims))
    assert (of(found, 72).agent, of(found, 300).agent) == ("交通运输部", "厦门市")


@pytest.mark.parametrize("who", ["有专家", "多位业内人士", "市场分析师"])
def test_what_nobody_in_particular_expects_is_a_forecast_of_nobody(who: str, figures: Figures) -> None:
    found = figures(SPEECH.format(f"厦门市新建码头3座。{who}估计，今年货运量将达9000万吨。"))
    assert (of(found, 90_000_000).status, of(found, 90_000_000).agent) == ("forecast", None)


def test_the_forecast_of_one_paragraph_says_nothing_of_the_next(figures: Figures) -> None:
    found = figures(NEWS.format("国际货币基金组织预测，2024年全球贸易将增长3.5%。\n我国制造业企业超过600万家。"))
    assert (of(found, 3.5).year, of(found, 3.5).status) == (2024, "forecast")
    assert (of(found, 6_000_000).year, of(found, 6_000_000).status) == (2023, "achieved")


def test_an_aim_that_a_ministry_set_for_the_country(figures: Figures) -> None:
    plan = "泰州市“十四五”文化发展规划\n泰州市人民政府\n2021年8月6日\n一、主要任务\n{}\n"
    found = figures(plan.format("落实文化和旅游部提出的到2030年全国图书馆藏书达到20亿册的目标。新建剧场6座。"))
    aim = of(found, 2_000_000_000)
    assert (aim.agent, aim.plan, aim.region, aim.year) == ("文化和旅游部", None, None, 2030)
    assert "提出" not in aim.subject
    assert (of(found, 6).plan, of(found, 6).region) == ("泰州市“十四五”文化发展规划", "泰州市")


def test_a_missed_aim_was_not_done(figures: Figures) -> None:
    found = figures(REPORT.format("未完成新建水库4座的任务。"))
    assert (of(found, 4).status, of(found, 4).subject) == ("planned", "水库")


def test_what_is_more_than_last_year_may_be_planned(figures: Figures) -> None:
    found = figures(REPORT.replace("2022年工作\n", "2023年计划\n").format("计划全年完成投资90亿元，比去年增加两成。"))
    assert {f.status for f in found} == {"planned"}


def test_a_report_is_of_the_place_whose_government_gives_it(figures: Figures) -> None:
    head = "政府工作报告\n——2024年1月9日在衡水市第七届人民代表大会第四次会议上\n衡水市人民政府市长 周正\n各位代表：\n"
    review = "一、2023年工作回顾\n全市进出口总额增长9%。\n"
    found = figures(f"{head}{review}二、2024年工作安排\n财政收入增长7%左右，新增床位900张。\n")
    assert {of(found, v).region for v in (9, 7, 900)} == {"衡水市"}


def test_what_a_company_plans_is_its_own(figures: Figures) -> None:
    found = figures(NEWS.format("工业和信息化部开通热线2条。中国石化计划到2026年建成充电站700座。"))
    assert of(found, 700).agent == "中国石油化工集团"
