"""Who answers for a task, said behind or below it."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.schema.facts import Relation

Relations = Callable[[str], list[Relation]]
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
