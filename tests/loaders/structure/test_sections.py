"""Headings, lists and lead-ins: what each sentence stands under."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.structure import StructuredDocument

Take = Callable[..., StructuredDocument]


def paths(document: StructuredDocument) -> list[tuple[str, str]]:
    return [
        (s.kind[0] + ":" + s.text.text, " > ".join(h.label + h.text.text for h in s.headings))
        for s in document.articles[0].sentences
    ]


def test_labels_nest(take_apart: Take) -> None:
    text = (
        "一、总体要求\n坚持创新驱动。\n（一）主要目标。到2027年建成平台9个。\n1.分年安排。逐年推进。\n"
        "二、保障措施\n加强领导。"
    )
    assert paths(take_apart(text)) == [
        ("h:一、总体要求", ""),
        ("s:坚持创新驱动。", "一、总体要求"),
        ("h:（一）主要目标。", "一、总体要求"),
        ("s:到2027年建成平台9个。", "一、总体要求 > （一）主要目标"),
        ("h:1.分年安排。", "一、总体要求 > （一）主要目标"),
        ("s:逐年推进。", "一、总体要求 > （一）主要目标 > 1.分年安排"),
        ("h:二、保障措施", ""),
        ("s:加强领导。", "二、保障措施"),
    ]


def test_plain_lines_head_their_sections(take_apart: Take) -> None:
    text = (
        "过去的一年里，全局上下齐心协力，各项工作取得新进展。\n2019年工作回顾\n（一）抓改革。成效明显。\n"
        "2020年工作打算\n（一）促发展。再上台阶。"
    )
    assert paths(take_apart(text))[1:] == [
        ("h:2019年工作回顾", ""),
        ("h:（一）抓改革。", "2019年工作回顾"),
        ("s:成效明显。", "2019年工作回顾 > （一）抓改革"),
        ("h:2020年工作打算", ""),
        ("h:（一）促发展。", "2020年工作打算"),
        ("s:再上台阶。", "2020年工作打算 > （一）促发展"),
    ]


def test_a_plain_line_inside_a_list_that_goes_on(take_apart: Take) -> None:
    text = "一、2020年工作\n科技创新\n建成中心6个，投资增长两成，进展顺利。\n二、2021年打算\n继续推进。"
    under = [p for _, p in paths(take_apart(text))]
    assert under == ["", "一、2020年工作", "一、2020年工作 > 科技创新", "", "二、2021年打算"]


def test_picture_caption_heads_nothing(take_apart: Take) -> None:
    text = "一是完善体系。围绕重点产业链新建创新中心5家。\n示范园区内运行的智能生产线\n二是扩大开放。举办展会3场。"
    assert paths(take_apart(text))[2] == ("c:示范园区内运行的智能生产线", "")


def test_a_sentence_with_a_figure_is_no_heading(take_apart: Take) -> None:
    (first, second) = take_apart("（一）2025年建成站点30个。覆盖全部县区。").articles[0].sentences
    assert (first.kind, second.kind, second.headings) == ("sentence", "sentence", ())


def test_lead_in_heads_its_list_alone(take_apart: Take) -> None:
    text = "本规划提出2030年三项目标：\n——实力更强。企业达到500家。\n——环境更优。平台达到20个。\n各地要抓好落实。"
    assert [p for _, p in paths(take_apart(text))] == [
        "",
        "本规划提出2030年三项目标",
        "本规划提出2030年三项目标 > ——实力更强",
        "本规划提出2030年三项目标",
        "本规划提出2030年三项目标 > ——环境更优",
        "",
    ]


def test_tasks_with_who_answers_for_them(take_apart: Take) -> None:
    text = (
        "一、任务分工\n1.全面清理各类证明。（民政局牵头）\n主要措施：\n（1）6月底前公布清单，逐项说明依据和办理方式。\n"
        "（2）建立投诉渠道，及时处理群众反映的问题。\n2.压缩开办企业的时间。（市场监管局负责）\n主要措施：\n"
        "（1）推行一窗受理，减少重复提交的材料和环节。"
    )
    assert [p for _, p in paths(take_apart(text))] == [
        "",
        "一、任务分工",
        "一、任务分工 > 1.全面清理各类证明",
        *["一、任务分工 > 1.全面清理各类证明 > 主要措施"] * 2,
        "一、任务分工",
        "一、任务分工 > 2.压缩开办企业的时间",
        "一、任务分工 > 2.压缩开办企业的时间 > 主要措施",
    ]


def test_the_last_dash_heading_holds_as_much_as_those_before(take_apart: Take) -> None:
    text = "——经济平稳。\n增长6%。\n物价稳定。\n——就业充分。\n新增90万人。\n失业率下降。\n我们主要做了以下工作。"
    assert [p for _, p in paths(take_apart(text))] == ["", *["——经济平稳"] * 2, "", *["——就业充分"] * 2, ""]


def test_annex_stands_under_nothing(take_apart: Take) -> None:
    text = "一、任务\n抓好落实。\n附件\n第一批试点名单如下，请遵照执行。"
    assert paths(take_apart(text))[-1] == ("s:第一批试点名单如下，请遵照执行。", "附件")


def test_markdown_levels(take_apart: Take) -> None:
    text = "## 要闻\n全市工业增长7%，好于预期。\n### 工业\n产值突破千亿元。\n## 时评\n要有信心。"
    assert paths(take_apart(text))[1:] == [
        ("s:全市工业增长7%，好于预期。", "##要闻"),
        ("h:工业", "##要闻"),
        ("s:产值突破千亿元。", "##要闻 > ###工业"),
        ("h:时评", ""),
        ("s:要有信心。", "##时评"),
    ]


def test_levels_and_paragraph_numbers(take_apart: Take) -> None:
    text = "一、总则\n（一）目的。为了规范管理。制定本办法。\n二、附则\n自即日起施行。"
    sentences = take_apart(text).articles[0].sentences
    assert [s.paragraph for s in sentences] == [0, 1, 1, 1, 2, 3]
    assert [h.level for h in sentences[2].headings] == [1, 2]
