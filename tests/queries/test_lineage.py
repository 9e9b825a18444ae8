"""Which facts are a thing's lineage, in which order, and which stand apart."""

from __future__ import annotations

from pathlib import Path

import pytest

import policygraph
from policygraph import build
from policygraph.queries import PolicyGraph, Table, Unanswerable

CENTERS = "国家制造业创新中心"


def told(table: Table) -> list[tuple[object, ...]]:
    return [(r["year"], r["status"], r["predicate"], r["object"] or r["value"], r["via"]) for r in table]


def test_rows_name_the_thing_or_a_body_of_it_in_order_of_year(opened: PolicyGraph) -> None:
    assert told(opened.lineage(CENTERS, 2017, 2022)) == [
        (2017, "achieved", "achieves", 2, None),
        (2017, "achieved", "launches", "光电芯片国家制造业创新中心", "part_of"),
        (2017, "achieved", "launches", "数控机床国家制造业创新中心", "part_of"),
        (2018, "planned", "targets", 3, None),
        (2020, "achieved", "achieves", 4, None),
        (2020, "achieved", "launches", "国家特种纤维创新中心", "part_of"),
        (2020, "achieved", "recognises", CENTERS, None),
        (2025, "planned", "targets", 5, None),
    ]


def test_every_row_carries_its_proof(opened: PolicyGraph) -> None:
    planned = next(r for r in opened.lineage(CENTERS) if r["year"] == 2018)
    assert planned["quote"] == "建设国家制造业创新中心3家左右"
    assert planned["sentence"] == "2018年拟建设国家制造业创新中心3家左右。"
    assert (planned["doc"], planned["document"], planned["date"]) == ("2017总结.txt", "a/2017总结.txt", "2018-01-10")
    assert planned["title"] == "2017年科技司工作总结"
    assert (planned["unit"], planned["cmp"], planned["measure"]) == ("家", "about", "new")
    assert planned["agent"] == "工业和信息化部科技司"
    assert planned["char_end"] - planned["char_start"] == len(planned["quote"])


def test_a_period_that_meets_the_range_belongs_to_it(opened: PolicyGraph) -> None:
    assert [(r["since"], r["year"]) for r in opened.lineage(CENTERS, 2021, 2022)] == [(2021, 2025)]
    assert [r["year"] for r in opened.lineage(CENTERS, 2019, 2020)] == [2020, 2020, 2020]
    assert [r["year"] for r in opened.lineage(CENTERS, last=2017)] == [2017, 2017, 2017]
    assert [r["year"] for r in opened.lineage(CENTERS, first=2026)] == []


def test_facts_without_a_year_stand_apart(opened: PolicyGraph) -> None:
    undated = opened.lineage(CENTERS, 2017, 2018).undated
    assert undated is not None
    assert told(undated) == [
        (None, None, "part_of", CENTERS, None),
        (None, None, "leads", CENTERS, None),
        (None, None, "located_in", "武汉市", "part_of"),  # of a center that belongs to it
    ]


def test_another_level_is_another_thing(opened: PolicyGraph) -> None:
    assert [r["value"] for r in opened.lineage("省级制造业创新中心")] == [48]
    assert 48 not in [r["value"] for r in opened.lineage(CENTERS)]


def test_repeal_shows_its_action_and_a_plan_for_standards_is_no_standard(opened: PolicyGraph) -> None:
    rows = opened.lineage("行业标准")
    assert [(r["year"], r["value"], r["action"], r["via"], r["via_name"]) for r in rows] == [
        (2017, 2011, "批准", None, None),
        (2017, 2749, "废止", "measures", "废止的推荐性行业标准"),
        (2020, 1580, "批准", None, None),
    ]
    assert [r["value"] for r in opened.lineage("行业标准计划")] == [1991]


def test_the_link_names_the_fact_that_states_it(opened: PolicyGraph) -> None:
    rows = {r["object"]: r for r in opened.lineage(CENTERS) if r["via"]}
    stated = rows["光电芯片国家制造业创新中心"]["via_fact"]
    assert [f.predicate for f in opened.facts(id=stated)] == ["part_of"]
    assert rows["国家特种纤维创新中心"]["via_fact"] is None  # derived from the list it stands in


@pytest.mark.parametrize(
    "name", ["《国家制造业创新中心》", "國家製造業創新中心", " 国家制造业 创新中心", "“国家制造业创新中心”"]
)
def test_a_name_is_the_same_bare_of_brackets_spaces_and_script(opened: PolicyGraph, name: str) -> None:
    assert len(opened.lineage(name)) == 8


def test_a_name_that_only_occurs_with_qualifiers_is_found_by_them(opened: PolicyGraph) -> None:
    rows = opened.lineage("数字化示范车间")
    assert [(r["value"], r["via"], r["via_name"]) for r in rows] == [(120, None, None)]


def test_a_plan_shows_what_it_promised(opened: PolicyGraph) -> None:
    rows = opened.lineage("《“十四五”智造规划》")
    assert {r["predicate"] for r in rows} == {"targets", "deploys", "issues"}
    assert [r["value"] for r in rows if r["predicate"] == "targets"] == [5, 500, 50]


def test_a_plan_is_found_without_the_years_in_its_title(opened: PolicyGraph) -> None:
    assert [r["value"] for r in opened.lineage("江苏省智造三年行动计划")] == [300, 40, None]
    with pytest.raises(Unanswerable, match="江苏省智造三年行动计划（2022—2024年）"):
        opened.lineage("江苏省智造三年行动计划（2025—2027年）")


def test_a_short_name_of_a_ministry_is_its_full_name(opened: PolicyGraph) -> None:
    assert [r["subject"] for r in opened.lineage("工信部") if r["predicate"] == "issues"] == ["工业和信息化部"]


def test_an_unknown_name_offers_the_nearest(opened: PolicyGraph) -> None:
    with pytest.raises(Unanswerable, match=r"Near names: .*国家制造业创新中心"):
        opened.lineage("国家制造业创新中心点")
    with pytest.raises(Unanswerable) as caught:
        opened.lineage("qqqq")
    assert caught.value.said("zh") == "图谱里没有“qqqq”，也没有相近的名称"


def test_an_empty_range_is_refused(opened: PolicyGraph) -> None:
    with pytest.raises(Unanswerable, match="2022 is after the last year 2017"):
        opened.lineage(CENTERS, 2022, 2017)


def test_what_came_before_and_after_belongs_to_the_line_and_says_so(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    earlier = "《“十三五”示例健康发展规划》提出，到2020年培育示例医院300家。"
    later = "《“十四五”示例健康发展规划》提出，到2025年培育示例医院500家。"
    (texts / "a.txt").write_text(f"示例委2016年工作总结\n\n2016年12月10日\n\n{earlier}\n", encoding="utf-8")
    (texts / "b.txt").write_text(f"示例委2021年工作总结\n\n2021年12月10日\n\n{later}\n", encoding="utf-8")
    build(texts, tmp_path / "x.pg").close()
    with policygraph.open(tmp_path / "x.pg") as graph:
        name = "“十四五”示例健康发展规划"
        rows = [(r["year"], r["value"], r["via"]) for r in graph.lineage(name)]
        assert rows == [(2020, 300, "predecessor"), (2025, 500, None)]
        assert [r["value"] for r in graph.lineage(name, succession=False)] == [500]
        (step,) = graph.lineage_report(name).succession
        assert (step.name, step.way) == ("“十三五”示例健康发展规划", "predecessor")
        assert (step.change, step.source) == ("2016-2020 2021-2025", None)
        assert [r["via"] for r in graph.lineage("“十三五”示例健康发展规划")] == [None, "successor"]
