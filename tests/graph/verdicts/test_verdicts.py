"""What became of targets, from sentences written for the test to the verdict, its arithmetic and its rule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policygraph as pg
from policygraph.graph import open_graph
from policygraph.graph.verdicts import VERDICTS, Verdict, verdicts, vintages
from policygraph.graph.verdicts.arithmetic import Amount, compare, last_digit
from policygraph.graph.verdicts.series import canonical, key, members
from policygraph.schema.ontology import ontology
from policygraph.schema.vocabulary import vocabulary

HEAD = "---\ntitle: {year}年工作报告\ndate: {year}-03-05\nissuer: 示例市人民政府\n---\n# {year}年工作报告\n\n"
REPORTS = {
    2018: "今年预期目标：一是城镇新增就业1100万人以上；二是国内生产总值增长6.5%左右；"
    "三是居民消费价格涨幅3%左右；四是城镇登记失业率4.5%以内；五是单位国内生产总值能耗下降3%以上；"
    "六是宏观杠杆率保持基本稳定；七是主要污染物排放量继续下降。\n",
    2019: "去年，城镇新增就业1361万人。居民消费价格上涨2.1%。国内生产总值增长6.2%。城镇调查失业率5%左右。"
    "去年单位国内生产总值能耗下降3.1%。新建农村公路30万公里。宏观杠杆率趋于稳定。\n\n"
    "今年预期目标：一是国内生产总值增长6%左右。\n",
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], Verdict]]:
    folder = tmp_path_factory.mktemp("reports")
    for year, text in REPORTS.items():
        (folder / f"{year}.md").write_text(HEAD.format(year=year) + text, encoding="utf-8")
    path = folder.with_suffix(".pg")
    pg.build(folder, path).close()
    with open_graph(path) as graph:
        rows = {str(row["id"]): row for row in graph.records()}
        found = {(str(rows[one]["subject"]), rows[one]["year"]): verdict for one, verdict in verdicts(graph).items()}
        yield found


@pytest.mark.parametrize(
    ("metric", "verdict", "rule"),
    [
        ("国内生产总值", "met", "floor"),
        ("居民消费价格", "met", "ceiling"),
        ("城镇新增就业", "exceeded", "floor"),
        ("城镇登记失业率", "unreported", "unreported"),
        ("单位国内生产总值能耗", "met", "floor"),
        ("宏观杠杆率", "met", "goal"),
        ("主要污染物排放量", "unreported", "unreported"),
    ],
)
def test_each_target_of_a_report_by_the_next_one(judged, metric, verdict, rule):
    found = judged[metric, 2018]
    assert (found.verdict, found.rule) == (verdict, rule)
    assert (found.outcome is None) == (verdict == "unreported")
    assert found.reason("zh")
    assert found.reason("en")


def test_what_is_not_due_is_open(judged):
    assert judged["国内生产总值", 2019].verdict == "open"


def test_the_arithmetic_is_shown(judged):
    assert judged["城镇新增就业", 2018].arithmetic == "1361万人 > ≥1100万人"


def test_without_a_report_on_the_period_there_is_no_source(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "2018.md").write_text(HEAD.format(year=2018) + REPORTS[2018], encoding="utf-8")
    other = (
        "---\ntitle: 2021年另一机构工作报告\ndate: 2021-03-05\nissuer: 另一机构\n---\n# 报告\n\n去年新建学校30所。\n"
    )
    (tmp_path / "a" / "2021.md").write_text(other, encoding="utf-8")
    pg.build(tmp_path / "a", tmp_path / "x.pg").close()
    with open_graph(tmp_path / "x.pg") as graph:
        assert {verdict.verdict for verdict in verdicts(graph).values()} == {"no_source"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("经济增长预期目标", "国内生产总值", True),
        ("农村人口的安全饮水问题", "农村人口饮水安全问题", True),
        ("能源消耗强度", "单位国内生产总值能耗", True),
        ("中央财政用于“三农”的投入", "中央财政“三农”支出", True),
        ("城镇登记失业率", "城镇调查失业率", False),
        ("财政赤字", "中央财政赤字", False),
        ("国内生产总值", "地区生产总值", False),
        ("工业增加值", "国内生产总值", False),
    ],
)
def test_names_of_one_series(one, other, same):
    assert (key(canonical(one)) == key(canonical(other))) is same


def test_a_joint_name_is_its_members():
    assert members("二氧化硫、氮氧化物排放量") == ("二氧化硫", "氮氧化物")


@pytest.mark.parametrize(
    ("quote", "value", "digit"),
    [("增长6.5%左右", 6.5, 0.1), ("600万套", 6e6, 1e4), ("1.65万亿元", 1.65e12, 1e10), ("三分之一", 33.3, 0.0)],
)
def test_the_worth_of_the_last_digit(quote, value, digit):
    assert last_digit(quote, value) == pytest.approx(digit)


def amount(value, cmp="eq", digit=0.1, high=None):
    return Amount(value, value if high is None else high, digit, cmp, "%")


@pytest.mark.parametrize(
    ("target", "outcome", "wanted", "verdict"),
    [
        (amount(3, "about", 1), amount(3.3), "ceiling", "missed"),
        (amount(3, "about", 1), amount(3.1), "ceiling", "met"),
        (amount(4.5, "le"), amount(5), "ceiling", "missed"),
        (amount(6.5, "about"), amount(6.9), "floor", "exceeded"),
        (amount(7.5), amount(7.8), "floor", "exceeded"),
        (amount(6, "range", 1, 6.5), amount(6.1), "range", "met"),
        (amount(6, "range", 1, 6.5), amount(5.8), "range", "missed"),
        (amount(60, "eq", 1), amount(60, "gt", 1), "floor", "met"),
        (amount(3, "ge", 1), amount(2.6), "floor", "missed"),
        (amount(5, "le"), amount(4, "gt"), "ceiling", "bound"),
    ],
)
def test_an_outcome_against_a_target(target, outcome, wanted, verdict):
    assert compare(target, outcome, wanted)[0] == verdict


@given(st.floats(0.1, 1e9), st.floats(0.1, 1e9), st.sampled_from(["floor", "ceiling"]))
def test_a_ceiling_is_never_exceeded_and_the_value_itself_is_met(value, other, wanted):
    assert compare(amount(value), amount(value), wanted)[0] == "met"
    if wanted == "ceiling":
        assert compare(amount(value), amount(other), wanted)[0] in ("met", "missed")


def test_rules_and_verdicts_are_those_of_the_data_files():
    data = vocabulary("verdicts")
    assert set(ontology().fields["verdict", "verdict"].values) == set(VERDICTS)
    for name, rule in data["rules"].items():
        assert {"zh", "en"} <= rule.keys() <= {"zh", "en", "verdict"}, name
        assert rule.get("verdict", "met") in VERDICTS
    names = [name for group in data["series"]["same"] for name in group]
    assert len(names) == len(set(names))


def test_the_vintages_of_a_number(tmp_path):
    told = {
        2018: "国内生产总值增长6.9%。",
        2019: "2017年，国内生产总值增长6.9%。",
        2020: "2017年，国内生产总值增长6.8%。",
    }
    (tmp_path / "a").mkdir()
    for year, text in told.items():
        said = f"去年，{text}" if year == 2018 else text
        (tmp_path / "a" / f"{year}.md").write_text(HEAD.format(year=year) + said + "\n", encoding="utf-8")
    pg.build(tmp_path / "a", tmp_path / "x.pg").close()
    with open_graph(tmp_path / "x.pg") as graph:
        found = vintages(graph, "经济增长", 2017)
    assert [(one.statement.date[:4], one.verdict) for one in found] == [
        ("2018", "first"), ("2019", "agree"), ("2020", "revised"),
    ]  # fmt: skip
