"""Rows of tables that were flattened to one cell a line."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.structure import StructuredDocument

HEADER = ["序号", "指标", "单位", "目标值"]
TABLE = [*HEADER, "1", "改造管网", "公里", "350", "2", "新建泵站", "座", "2", "3", "清淤河道", "条", "40"]


def test_rows_have_the_header_s_length(take_apart: Callable[..., StructuredDocument]) -> None:
    head = "全市排水防涝设施建设任务如下，请认真组织实施。"
    text = "\n\n".join([head, "表1 主要任务", *TABLE, "注：按年度下达。"])
    rows = [s for s in take_apart(text).articles[0].sentences if s.kind == "row"]
    assert [s.text.text.split("\t") for s in rows] == [TABLE[i : i + 4] for i in range(0, 16, 4)]
    assert len({s.paragraph for s in rows}) == 1
    assert rows[2].text.origin(2, 6) == (text.index("新建泵站"), text.index("新建泵站") + 4)


def test_groups_between_rows_are_headings(take_apart: Callable[..., StructuredDocument]) -> None:
    first = ["一、宜居", "1", "密度", "人口与面积之比。", "2", "强度", "建筑与用地之比。"]
    cells = ["序号", "指标", "解释", *first, "二、健康", "3", "覆盖率", "社区所占比例。"]
    sentences = take_apart("各项体检指标的解释见下表，供各地参考。\n" + "\n".join(cells)).articles[0].sentences
    assert [(s.kind, len(s.headings)) for s in sentences] == [
        ("sentence", 0), ("row", 0), ("heading", 0), ("row", 1), ("row", 1), ("heading", 0), ("row", 1),
    ]


def test_a_lone_number_makes_no_table(take_apart: Callable[..., StructuredDocument]) -> None:
    sentences = take_apart("全年完成投资若干，增长平稳，好于预期。\n1\n公里\n全部完工。").articles[0].sentences
    assert "row" not in {s.kind for s in sentences}


HEAD = "现将名单印发给你们，请认真组织实施。\n\n附件\n\n陶瓷平台名单\n\n"


def cells(document: StructuredDocument) -> list[list[str]]:
    return [s.text.text.split("\t") for s in document.articles[0].sentences if s.kind == "row"]


def test_columns_on_each_line_without_numbers(take_apart: Callable[..., StructuredDocument]) -> None:
    head = "平台名称　建设单位　地区"
    lines = [head, "海西陶瓷平台　海西陶瓷有限公司　海西市", "东山陶瓷平台　东山陶瓷（集团）公司　东山市"]
    document = take_apart(HEAD + "\n".join(lines))
    assert cells(document) == [line.split("　") for line in lines]


def test_columns_of_two_numbered_rows_with_wide_gaps(take_apart: Callable[..., StructuredDocument]) -> None:
    lines = ["序号　　平台名称　　　　地区", "1　　　海西陶瓷平台　　　海西市", "2　　　东山 A 平台　　　　东山市"]
    assert cells(take_apart(HEAD + "\n".join(lines))) == [
        ["序号", "平台名称", "地区"], ["1", "海西陶瓷平台", "海西市"], ["2", "东山 A 平台", "东山市"],
    ]  # fmt: skip


def test_a_head_above_text_makes_no_table(take_apart: Callable[..., StructuredDocument]) -> None:
    text = HEAD + "平台名称　地区\n平台应当公开名称。\n各地　应当配合。"
    assert cells(take_apart(text)) == []
