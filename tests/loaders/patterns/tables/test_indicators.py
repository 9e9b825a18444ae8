"""Values of a table's rows: what each measures, for when, and how it binds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.schema.facts import Figure

Cells = Callable[..., list[Figure]]
Build = Callable[..., object]
PLAN = "金华市交通运输发展“十四五”规划"


def rows_of(cells: Cells, written: Build, rows: list[list[object]], **said: object) -> list[Figure]:
    captions, after = said.pop("captions", ["表1 主要指标"]), said.pop("after", ())
    return cells(written(said.pop("title", PLAN), ["本规划明确全市交通发展的目标。"], [(captions, rows)], after))


def test_year_status_plan_and_binding_of_each_column(cells: Cells, written: Build) -> None:
    head = ["指标", "单位", "2020年", "2025年", "属性"]
    base, target = rows_of(cells, written, [head, ["公路总里程", "公里", "1.2万", "1.35万", "预期性"]])
    assert (base.value, base.unit, base.year, base.status, base.plan) == (12000, "公里", 2020, "achieved", None)
    assert (target.value, target.year, target.status, target.plan) == (13500, 2025, "planned", PLAN)
    assert (target.holder, target.binding, target.subject) == (PLAN, "expected", "公路总里程")


@pytest.mark.parametrize(
    ("cell", "value", "high", "cmp"),
    [
        ("≥65", 65, None, "ge"), ("<5", 5, None, "lt"), ("5.5左右", 5.5, None, "about"), ("40—45", 40, 45, "range"),
        ("300以上", 300, None, "ge"), ("超过80", 80, None, "gt"), (">7、高于前五年平均水平", 7, None, "gt"),
        ("12,500", 12500, None, "eq"), ("60.6*", 60.6, None, "eq"), ("2.3①", 2.3, None, "eq"),
    ],
)  # fmt: skip
def test_forms_of_a_value(
    cells: Cells, written: Build, cell: str, value: float, high: float | None, cmp: str
) -> None:
    (found,) = rows_of(cells, written, [["指标", "单位", "2025年"], ["泊位数量", "个", cell]])
    assert (found.value, found.high, found.cmp) == (value, high, cmp)


@pytest.mark.parametrize("cell", ["—", "-", "/", "持续提高", "保持稳定", "完成国家任务", "全省前列", "", "二级标准"])
def test_what_states_no_number_gives_no_figure(cells: Cells, written: Build, cell: str) -> None:
    rows = [["指标", "单位", "2025年"], ["空气质量", "%", cell], ["里程", "公里", "5"]]
    assert rows_of(cells, written, rows)[0].value == 5


@pytest.mark.parametrize(
    ("head", "name", "cell", "value", "unit"),
    [
        (["指标", "2025年"], "用地面积（万平方米）", "30", 300000, "平方米"),
        (["指标", "单位", "2025年"], "发电量", "亿千瓦时", "1.5亿千瓦时"[:3], None),
        (["指标", "2025年目标（亿元）"], "投资规模", "12", 1200000000, "元"),
        (["指标", "2025年"], "受灾人次", "<15000", 15000, "人次"),
        (["指标", "2025年"], "公路里程", "800公里", 800, "公里"),
    ],
)
def test_where_the_unit_stands(
    cells: Cells, written: Build, head: list[str], name: str, cell: str, value: object, unit: str | None
) -> None:
    if "单位" in head:
        found = rows_of(cells, written, [head, [name, cell, "1.5"]])[0]
        assert (found.value, found.unit) == (150000000, "千瓦时")
        return
    (found,) = rows_of(cells, written, [head, [name, cell]])
    assert (found.value, found.unit) == (value, unit)


def test_the_unit_of_the_whole_table(cells: Cells, written: Build) -> None:
    rows = [["地区", "2023年", "2024年"], ["婺城区", "12", "15"]]
    first, second = rows_of(cells, written, rows, captions=["各县（市、区）公路建设任务表", "单位：公里"])
    assert [(f.value, f.unit, f.year, f.region, f.subject) for f in (first, second)] == [
        (12, "公里", 2023, "婺城区", "公路建设"), (15, "公里", 2024, "婺城区", "公路建设"),
    ]  # fmt: skip


def test_cumulative_and_average_columns(cells: Cells, written: Build) -> None:
    rows = [
        ["指标", "2020年", "2025年", "年均增速〔累计〕", "属性"],
        ["港口吞吐量（万吨）", "5000", "6500", "5.4", "预期性"],
        ["营运车辆单位能耗下降（%）", "—", "—", "〔6〕", "约束性"],
        ["新增泊位（个）", "—", "—", "〔20〕", "预期性"],
        ["乡村通双车道比例（%）", "70", "—", "〔12〕", "预期性"],
    ]
    found = rows_of(cells, written, rows)
    growth, fall, new, rise = found[2], found[3], found[4], found[6]
    assert (growth.unit, growth.measure, growth.span) == ("%", "growth", "average")
    assert (growth.since, growth.year) == (2021, 2025)
    assert (growth.base_year, growth.direction) == (2020, "rise")
    assert (fall.subject, fall.action, fall.direction, fall.span) == ("营运车辆单位能耗", "下降", "fall", "cumulative")
    assert (new.measure, new.span, new.since, new.base_year) == ("new", "cumulative", 2021, None)
    assert (rise.value, rise.measure, rise.direction, rise.base_year) == (12, "change", "rise", 2020)


def test_what_was_planned_and_what_was_reached(cells: Cells, written: Build) -> None:
    rows = [
        ["序号", "项目", "计量单位", "“十三五”规划目标", "“十三五”实现情况", "完成率"],
        ["1", "新建公路", "公里", "350", "420", "120%"],
    ]
    planned, reached, rate = rows_of(cells, written, rows)
    assert (planned.status, planned.plan, planned.since, planned.year) == ("planned", "“十三五”规划", 2016, 2020)
    assert (reached.status, reached.plan, reached.span) == ("achieved", None, "cumulative")
    assert (rate.subject, rate.measure, rate.unit) == ("新建公路完成率", "share", "%")
    assert (rate.status, rate.year) == ("achieved", 2020)


def test_a_part_and_its_whole(cells: Cells, written: Build) -> None:
    head = ["指标", "单位", "2025年"]
    rows = [head, ["客运量", "亿人次", "3"], ["其中：铁路", "亿人次", "1"], ["农村客运量", "亿人次", "0.5"]]
    assert [f.subject for f in rows_of(cells, written, rows)] == ["客运量", "客运量铁路", "农村客运量"]


def test_several_values_in_one_cell(cells: Cells, written: Build) -> None:
    rows = [["指标", "2020年", "2025年"], ["公交出行分担率（%）", "—", "设区市≥30 县级市≥20"]]
    assert [(f.subject, f.value, f.year) for f in rows_of(cells, written, rows)] == [
        ("设区市公交出行分担率", 30, 2025), ("县级市公交出行分担率", 20, 2025),
    ]  # fmt: skip


def test_groups_that_say_how_their_rows_bind(cells: Cells, written: Build) -> None:
    bound, expected = [("约束性指标", 1, 2), None], [("预期性指标", 1, 2), None]
    rows = [["指标", "2025年"], bound, ["森林覆盖率（%）", "24"], expected, ["湿地面积（亩）", "9"]]
    assert [f.binding for f in rows_of(cells, written, rows)] == ["binding", "expected"]


def test_a_note_dates_marked_values(cells: Cells, written: Build) -> None:
    rows = [["指标", "2020年"], ["人均预期寿命（岁）", "81.2*"], ["病床数（张）", "900"]]
    found = rows_of(cells, written, rows, after=["注：带*的为2019年数据。", "各地要抓好落实。"])
    assert [(f.value, f.year) for f in found] == [(81.2, 2019), (900, 2020)]


def test_columns_without_a_year(cells: Cells, written: Build) -> None:
    rows = [["指标", "基期值", "目标值"], ["公路密度（公里/百平方公里）", "110", "125"]]
    base, target = rows_of(cells, written, rows)
    assert (base.year, base.status, base.year_source) == (2020, "achieved", "inherited: plan")
    assert (target.year, target.status, target.plan) == (2025, "planned", PLAN)


def test_the_year_of_the_title(cells: Cells, written: Build) -> None:
    rows = [["序号", "指标", "单位", "目标值"], ["1", "新增充电桩", "个", "500"]]
    (found,) = rows_of(cells, written, rows, captions=["表2 2023年度主要目标"], title="金华市新能源汽车行动方案")
    assert (found.year, found.status, found.measure) == (2023, "planned", "new")


@pytest.mark.parametrize("number", ["8公里", "八公里"])
def test_a_head_is_no_row_and_definitions_hold_no_figures(cells: Cells, written: Build, number: str) -> None:
    rows = [
        ["序号", "指标", "指标解释"],
        ["1", "路网密度（公里/平方公里）", f"道路长度与300平方公里以上用地之比，不宜小于{number}。"],
        ["2", "绿地覆盖率（%）", "500米服务半径覆盖的用地占比。"],
    ]
    (norm,) = rows_of(cells, written, rows, title="2022年城市体检工作方案")
    assert (norm.subject, norm.value, norm.status) == ("路网密度", 8, "planned")
    assert (norm.cmp, norm.cmp_text) == ("ge", "不宜小于")
    assert norm.year == 2022


def test_numbers_that_measure_nothing(cells: Cells, written: Build) -> None:
    rows = [["坐标编号", "X坐标", "Y坐标", "说明"], ["1", "14235.569", "103427.917", "起点，半径48.25米"]]
    assert rows_of(cells, written, rows) == []
