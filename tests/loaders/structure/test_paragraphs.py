"""Hard-broken lines: joined where the sentence goes on, kept apart where it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import MappedText
from policygraph.loaders.structure import StructuredDocument
from policygraph.loaders.structure.lines import split_lines
from policygraph.loaders.structure.paragraphs import paged, paragraphs
from policygraph.loaders.structure.sentences import sentence_spans
from policygraph.loaders.structure.wrapping import unbroken

PARAGRAPHS = (
    "全市坚持把智能制造作为主攻方向，累计建成示范车间36个、示范工厂8家，关键工序数控化率达到61.5%，比上年提高3个百分点。"
    "重点企业“上云用数”比例超过七成，工业互联网标识注册量突破2.4亿个，服务企业1.3万家。",
    "围绕《关于支持中小企业发展的若干措施》的落实，安排专项资金4.6亿元，支持“专精特新”企业技术改造项目215项；"
    "组织银企对接活动42场，达成融资意向（含授信）97亿元，惠及企业近3000家，企业满意度稳定在90%以上。",
)


def lines_joined(text: str) -> list[str]:
    lines = unbroken(split_lines(MappedText.whole(text)), text)
    groups = paragraphs(lines, paged=paged(lines))
    return ["".join(line.value for line in group) for group in groups]


def broken(text: str, width: int) -> str:
    """The text set in lines of `width` Chinese characters, broken wherever the line is full."""
    lines, room = [""], float(width)
    for char in text:
        room -= 0.5 if char.isascii() else 1
        if room < 0:
            lines.append("")
            room = width - (0.5 if char.isascii() else 1)
        lines[-1] += char
    return "\n".join(lines)


@pytest.mark.parametrize("text", PARAGRAPHS, ids=["two sentences", "one sentence"])
def test_breaking_at_any_width_changes_no_sentence(text: str, take_apart: Callable[..., StructuredDocument]) -> None:
    """From 12 characters to a third of the paragraph; two lines alone do not show a width."""
    whole = [s.text.text for s in take_apart(text).articles[0].sentences]
    for width in range(12, len(text) // 3 + 1):
        assert [s.text.text for s in take_apart(broken(text, width)).articles[0].sentences] == whole, width


@given(st.lists(st.integers(8, 40), min_size=8, max_size=30), st.integers(14, 44))
def test_breaking_written_text_of_any_shape(lengths: list[int], width: int) -> None:
    """Sentences of any lengths, set in lines of any width, come back whole."""
    sentences = ["推进数字经济和实体经济深度融合，培育壮大新兴产业集群，提升公共服务水平"[:n] + "。" for n in lengths]
    paragraphs = lines_joined(broken("".join(sentences), width))
    assert [p[a:b] for p in paragraphs for a, b in sentence_spans(p)] == sentences


@pytest.mark.parametrize("width", [18, 26, 28, 33])
def test_headings_stay_apart_in_broken_text(width: int, take_apart: Callable[..., StructuredDocument]) -> None:
    parts = ["一、过去一年的工作", PARAGRAPHS[0], "二、下一步打算", PARAGRAPHS[1]]
    text = "\n".join(broken(part, width) for part in parts)
    sentences = take_apart(text).articles[0].sentences
    assert [(s.kind, s.text.text) for s in sentences if s.kind == "heading"] == [
        ("heading", "一、过去一年的工作"),
        ("heading", "二、下一步打算"),
    ]
    assert [len(s.text) for s in sentences] == [9, 62, 45, 7, 109]


def test_one_sentence_a_line_is_not_joined() -> None:
    lines = ["全市生产总值增长5.8%。", "新登记企业2.1万户，", "个体工商户数量再上台阶。", "改革取得新进展。"]
    assert lines_joined("\n".join(lines)) == [lines[0], lines[1] + lines[2], lines[3]]


def test_page_break_in_a_sentence() -> None:
    text = "要加强统筹，完善机制。各地要结合实际制定实施细\n\n则，明确分工。\n\n下一步工作\n\n要抓好落实。"
    whole = "要加强统筹，完善机制。各地要结合实际制定实施细则，明确分工。"
    assert lines_joined(text) == [whole, "下一步工作", "要抓好落实。"]


def test_page_break_in_a_quotation() -> None:
    assert lines_joined("编制“十\n\n五五”科技规划。") == ["编制“十五五”科技规划。"]


def test_a_remark_ends_its_line() -> None:
    lines = ["压缩审批时限，再减三成。（市行政审批局负责）", "主要措施如下", "全面推行网上办理，减少跑动次数。"]
    assert lines_joined("\n".join(lines)) == lines


def test_a_full_heading_is_not_joined_with_its_text() -> None:
    body = "围绕两个市场两种资源联动流通这条主线推进各领域的改革试点任务落地见效并及时总结推广" * 2 + "。"
    text = "六、推进开放枢纽门户建设和国际合作的新布局\n" + broken(body, 24)
    assert lines_joined(text) == ["六、推进开放枢纽门户建设和国际合作的新布局", body]


def test_a_list_mark_within_hard_broken_text() -> None:
    body = "健全覆盖全民城乡统筹公平统一、可持续的多层次保障体系并加大对重点群体的关爱力度，做好兜底工作。"
    lines = broken(body, 13).split("\n")
    assert lines[1].startswith("一、")
    assert lines_joined("\n".join(lines)) == [body]


def test_a_list_of_names_is_not_joined() -> None:
    names = [f"江南{n}号智能装备公司" for n in "甲乙丙丁戊己庚辛"]
    assert lines_joined("\n".join(names)) == names


def test_list_items_stay_apart() -> None:
    items = ["一是完善机制；", "二是加大投入；", "三是强化考核。"]
    assert lines_joined("\n".join(items)) == items


def test_cells_of_a_flattened_table_stay_apart() -> None:
    assert lines_joined("公里\n\n1400\n\n258%\n\n5\n\n改造管网") == ["公里", "1400", "258%", "5", "改造管网"]


def test_latin_words_keep_their_blank(take_apart: Callable[..., StructuredDocument]) -> None:
    text = (
        "参加展会的单位来自十四个国家，\n主办方是市商务局与本地企业及\n研究机构 Digital Innovation\n"
        "Labs 联合组成的筹备工作小组。"
    )
    (sentence,) = take_apart(text).articles[0].sentences
    start = sentence.text.text.index("Digital Innovation Labs")
    assert sentence.text.origin(start, start + 23) == (text.index("Digital"), text.index("Labs") + 4)
