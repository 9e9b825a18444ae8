"""Who answers for a task, said behind or below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.schema.facts import Relation

Relations = Callable[[str], list[Relation]]
Triples = Callable[[str], set[tuple[str, str, str]]]
HEAD = "温州市2023年重点工作责任分工方案\n\n为做好全年工作，制定本方案。\n\n一、稳定增长\n\n"


def duties(relations: Relations, text: str) -> set[tuple[str, str, str, int | None]]:
    return {
        (r.subject.name, r.predicate, r.object.name, r.year)
        for r in relations(HEAD + text)
        if r.extractor.endswith(".responsible")
    }


def test_lines_of_their_own_below_an_item(relations: Relations) -> None:
    text = "1.规上工业增加值增长5%左右。\n\n牵头单位：市经信局\n\n配合单位：市统计局\n\n完成时限：2024年12月底\n\n"
    text += "2.外贸出口保持稳定。\n\n责任单位：市商务局"
    assert duties(relations, text) == {
        ("温州市经济和信息化局", "leads", "规上工业增加值增长5%左右", 2024),
        ("温州市统计局", "participates", "规上工业增加值增长5%左右", 2024),
        ("温州市商务局", "leads", "外贸出口保持稳定", 2023),
    }


def test_labels_in_the_brackets_behind_a_task(relations: Relations) -> None:
    text = "1.推进政务服务改革。（牵头单位：市司法局；配合单位：市财政局；完成时限：2023年9月）"
    assert {t[:3] for t in duties(relations, text)} == {
        ("温州市司法局", "leads", "推进政务服务改革"), ("温州市财政局", "participates", "推进政务服务改革"),
    }  # fmt: skip


def test_a_sentence_behind_the_task(relations: Relations) -> None:
    text = "1.建设数字化改革应用。由市财政局牵头，市教育局配合，2024年10月底前完成。"
    assert duties(relations, text) == {
        ("温州市财政局", "leads", "建设数字化改革应用", 2024),
        ("温州市教育局", "participates", "建设数字化改革应用", 2024),
    }  # fmt: skip


def test_a_bracket_inside_a_list_is_not_parted(relations: Relations) -> None:
    text = "1.抓好项目投资。\n\n责任单位：各县（市、区）政府，市交通运输局"
    assert {t[0] for t in duties(relations, text)} == {"温州市交通运输局"}


def test_a_list_ends_where_another_label_begins(relations: Relations) -> None:
    text = "1.支持开展跨境结算试点。（负责部门：市财政局，适用范围：浙江自贸试验区）"
    assert {t[:3] for t in duties(relations, text)} == {("温州市财政局", "leads", "支持开展跨境结算试点")}


@pytest.mark.parametrize(
    ("item", "task"),
    [
        ("对绿化养护明显好转的县（市、区），在安排资金时倾斜。", "对绿化养护明显好转的县，在安排资金时倾斜"),
        ("针对停车难问题，加快建设公共车位。", "针对停车难问题，加快建设公共车位"),
        ("通过数据共享、流程再造等举措，缩短办件时间。", "缩短办件时间"),
        ("安排绿化资金时，优先考虑老旧小区。", "安排绿化资金时，优先考虑老旧小区"),
        ("对现有收费项目要逐项清理，能减则减。", "对现有收费项目要逐项清理"),
        ("在供水服务方面，2023年底前压缩报装时间。", "在供水服务方面，压缩报装时间"),
    ],
)
def test_a_task_is_named_with_what_it_is_for(relations: Relations, item: str, task: str) -> None:
    assert {t[2] for t in duties(relations, f"1.{item}（市财政局负责）")} == {task}


def test_a_line_below_a_numbered_item_has_its_own_task(relations: Relations) -> None:
    item = "1.推进城市更新，优化整合各级便民服务中心功能，实现“一处受理”、“一次办结”，五年内全市老旧小区的管网改造"
    text = item + "、停车设施建设和加装电梯等基本完成，让居民住得安心、过得舒心。（市司法局负责）"
    text += "\n\n主要措施：\n\n完善管网台账，开展隐患排查。（市财政局负责）"
    assert {t[:3] for t in duties(relations, text)} == {
        ("温州市司法局", "leads", "推进城市更新"), ("温州市财政局", "leads", "完善管网台账"),
    }  # fmt: skip


def test_who_stands_before_and_others_is_named_too(relations: Relations) -> None:
    text = "1.推进城市更新。（市司法局、市教育局等市有关部门和各县（市、区）政府负责）"
    assert {t[0] for t in duties(relations, text)} == {"温州市司法局", "温州市教育局"}


@pytest.mark.parametrize(
    ("words", "leads", "helps"),
    [
        ("由教育部牵头建设国家轻工大数据中心，科技部、财政部配合。", {"教育部"}, {"科学技术部", "财政部"}),
        ("教育部牵头实施陶瓷推广应用工程，财政部、水利部参与实施。", {"教育部"}, {"财政部", "水利部"}),
        ("国家轻工大数据中心由教育部牵头建设，水利部参与。", {"教育部"}, {"水利部"}),
        ("中国科学院牵头承担深海陶瓷重大专项，清华大学参与实施。", {"中国科学院"}, {"清华大学"}),
    ],
)
def test_who_leads_in_setting_up_and_who_helps(
    triples: Triples, words: str, leads: set[str], helps: set[str]
) -> None:
    found = triples(f"科技动态\n\n{words}\n")
    assert {who for who, predicate, _ in found if predicate == "leads"} == leads
    assert {who for who, predicate, _ in found if predicate == "participates"} == helps
    assert not [t for t in found if t[1] == "launches"]


def test_who_is_encouraged_leads_in_the_next_clause(triples: Triples) -> None:
    found = triples("科技动态\n\n教育部鼓励企业设立研发机构，牵头构建轻工协同创新联盟。\n")
    assert ("企业", "leads", "轻工协同创新联盟") in found


def test_places_before_a_government_are_governments(triples: Triples) -> None:
    found = triples("科技动态\n\n由南京市、苏州市、无锡市人民政府牵头实施轻工升级工程。\n")
    assert {who for who, predicate, _ in found if predicate == "leads"} == {
        "南京市人民政府", "苏州市人民政府", "无锡市人民政府",
    }  # fmt: skip
    listed = triples("方案\n\n一、建设陶瓷枢纽\n\n加强协同。（责任单位：南京市、镇江市人民政府，江苏省水利厅）\n")
    assert {who for who, predicate, _ in listed if predicate == "leads"} == {
        "南京市人民政府", "镇江市人民政府", "江苏省水利厅",
    }  # fmt: skip
