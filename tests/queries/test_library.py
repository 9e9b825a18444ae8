"""Every question of the library over the written graph, row by row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.queries import Table, Unanswerable

Rows = Callable[..., list[tuple[object, ...]]]
Ask = Callable[..., Table]
PLAN = "“十四五”智造规划"
JIANGSU = "江苏省智造三年行动计划（2022—2024年）"


def test_program_timeline_ends_with_what_has_no_year(rows: Rows) -> None:
    rows = rows("program_timeline", "year via", program="国家制造业创新中心", first="2020", last=2020)
    assert rows == [(2020, None), (2020, "part_of"), (2020, None), (None, None), (None, None), (None, "part_of")]


def test_plan_targets(rows: Rows) -> None:
    assert rows("plan_targets", "year subject value unit goal_text holder", plan="江苏省智造三年行动计划") == [
        (2024, "示范工厂", 300, "家", None, JIANGSU),
        (2024, "5G工厂", 40, "家", None, JIANGSU),
        (2024, "短板", None, None, "基本补齐短板", JIANGSU),
    ]


def test_a_report_answers_for_targets_that_nobody_else_holds(rows: Rows, ask: Ask) -> None:
    with pytest.raises(Unanswerable, match="does not know '某规划'"):
        ask("plan_targets", plan="某规划")
    assert rows("plan_targets", "value", plan="2017年科技司工作总结") == []  # its target has an agent


def test_target_outcomes_pairs_targets_with_later_figures_of_the_metric(rows: Rows) -> None:
    columns = "subject value outcome_year outcome_value outcome_doc outcome_quote"
    assert rows("target_outcomes", columns, plan=PLAN) == [
        ("国家制造业创新中心", 5, None, None, None, None),
        ("示范工厂", 500, 2022, 421, "2023简报.txt", "截至2022年底，全国建成示范工厂421家"),
        ("工业软件市场满足率", 50, None, None, None, None),  # a forecast is no outcome
    ]
    assert rows("target_outcomes", "value outcome_value", plan=JIANGSU)[0] == (300, 210)  # of the same region


def test_agency_launches(rows: Rows) -> None:
    launched = [
        ("光电芯片国家制造业创新中心", 2017),
        ("数控机床国家制造业创新中心", 2017),
        ("国家特种纤维创新中心", 2020),
    ]
    assert rows("agency_launches", "object year", agency="工信部") == launched
    assert rows("agency_launches", "object year", agency="工信部", first=2018) == launched[2:]
    assert rows("agency_launches", "object", agency="工业和信息化部", departments="no") == []
    assert rows("agency_launches", "object", agency="工业和信息化部", status="planned") == []


def test_agency_plans(rows: Rows, ask: Ask) -> None:
    assert rows("agency_plans", "year subject object") == [
        (2021, "财政部", PLAN),
        (2021, "工业和信息化部", PLAN),
    ]
    assert ask("agency_plans", first="2021", lang="en").title == "Plans of an agency · 2021"
    assert rows("agency_plans", "year object", agency="财政部") == [(2021, PLAN)]
    assert rows("agency_plans", "year", first=2022) == []


def test_metric_by_year(rows: Rows) -> None:
    columns = "year status value region"
    assert rows("metric_by_year", columns, metric="示范工厂") == [
        (2020, "achieved", 320, None),
        (2022, "achieved", 421, None),
        (2022, "achieved", 210, "江苏省"),
        (2024, "planned", 300, "江苏省"),
        (2025, "planned", 500, None),
    ]
    assert rows("metric_by_year", columns, metric="示范工厂", region="江苏", status="achieved") == [
        (2022, "achieved", 210, "江苏省")
    ]
    assert rows("metric_by_year", "subject value", metric="数字化示范车间") == [("首批数字化示范车间", 120)]


def test_region_targets_hold_for_the_places_in_it(rows: Rows, ask: Ask) -> None:
    assert rows("region_targets", "subject region", region="江苏") == [
        ("示范工厂", "江苏省"),
        ("5G工厂", "苏州市"),
        ("短板", "江苏省"),
    ]
    assert rows("region_targets", "subject", region="苏州") == [("5G工厂",)]
    with pytest.raises(Unanswerable, match="'浙江'"):
        ask("region_targets", region="浙江")


def test_recognised_bodies(rows: Rows) -> None:
    assert rows("recognised_bodies", "year subject object") == [
        (2017, "工业和信息化部科技司", "国家技术创新示范企业"),
        (2017, "财政部", "国家技术创新示范企业"),
        (2020, "工业和信息化部科技司", "国家制造业创新中心"),
    ]
    assert rows("recognised_bodies", "year", name="国家制造业创新中心", agency="工信部") == [(2020,)]


def test_open_targets_count_from_the_newest_document(rows: Rows) -> None:
    assert rows("open_targets", "year subject") == [
        (2024, "示范工厂"),
        (2024, "5G工厂"),
        (2024, "短板"),
        (2025, "国家制造业创新中心"),
        (2025, "示范工厂"),
        (2025, "工业软件市场满足率"),
    ]
    assert rows("open_targets", "value", after=2024, region="江苏") == []


def test_leads_of(rows: Rows) -> None:
    columns = "year subject object"
    assert rows("leads_of", columns, body="工业和信息化部") == [
        (2025, "工业和信息化部装备司", "装备提升工程"),
        (None, "工业和信息化部", "国家制造业创新中心"),
    ]
    assert rows("leads_of", columns, task="示范工厂建设") == [
        (2024, "江苏省工业和信息化厅", "示范工厂建设")
    ]


@pytest.mark.parametrize(
    ("question", "parameters", "message"),
    [
        ("plan_target", {}, "no question 'plan_target'. Known: .*plan_targets"),
        ("plan_targets", {"title": "X"}, "no parameter 'title'. Known: plan"),
        ("plan_targets", {}, "needs the parameter plan"),
        ("open_targets", {"after": "soon"}, "after cannot be 'soon'; expected: 2021"),
        ("metric_by_year", {"metric": "示范工厂", "status": "done"}, "expected: achieved, planned, forecast"),
        ("agency_launches", {"agency": "财政部", "departments": "maybe"}, "expected: yes, no"),
    ],
)
def test_what_is_not_known_is_an_error_that_names_what_is(
    ask: Ask, question: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(Unanswerable, match=message):
        ask(question, **parameters)


@pytest.mark.parametrize("year", ["0000", "9999", "1799", "2201", "20", "二〇二一"])
def test_a_year_is_one_that_a_fact_may_have(ask: Ask, year: str) -> None:
    with pytest.raises(Unanswerable, match=year):
        ask("leads_of", last=year)
