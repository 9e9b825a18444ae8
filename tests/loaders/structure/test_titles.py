"""Titles: nature, extent, likeness."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import MappedText
from policygraph.loaders.structure.lines import split_lines
from policygraph.loaders.structure.titles import contradicts, nature_of, same_title, title_length


@pytest.mark.parametrize(
    ("title", "nature"),
    [
        ("市政府关于印发全市智能制造三年行动计划的通知", "notice"),
        ("全市智能制造三年行动计划（2023—2025年）", "plan"),
        ("省“十五五”数字经济发展规划（征求意见稿）", "draft"),
        ("《数据条例》政策解读", "interpretation"),
        ("政府工作报告", "report"),
        ("科技处2020年工作总结与2021年工作思路", "report"),
        ("王某在全国标准化工作会议上的讲话", "speech"),
        ("产业信息速报", "newsletter"),
        ("关于支持企业技术改造的若干措施", "notice"),
        ("关于同意设立经济开发区的批复", "notice"),
        ("全市规划编制工作全面启动", None),
    ],
)
def test_nature(title: str, nature: str | None) -> None:
    assert nature_of(title) == nature


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["国务院关于加快发展", "现代服务业的若干意见", "国发〔2030〕1号"], 2),
        (["市第十五个五年规划", "和二〇四〇年远景目标纲要", "市发展改革委"], 2),
        (["政府工作报告", "一年来的工作"], 1),
        (["机器人产业迈向中高端", "近期走势"], 1),
    ],
)
def test_title_over_several_lines(lines: list[str], count: int) -> None:
    assert title_length(split_lines(MappedText.whole("\n".join(lines)))) == count


def test_likeness() -> None:
    assert same_title("全市多措并举建成国家级质量检验示范点", "全市多举措建成国家级质量检验示范点")
    assert same_title("《制造强市规划》 政策解读", "制造强市规划——政策解读")
    assert not same_title("制造强市规划政策解读", "数字强市规划实施意见")


def test_contradiction() -> None:
    assert not contradicts("“十五五”能源规划", "国务院关于印发“十五五”能源规划的通知")
    assert not contradicts("扩大开放战略纲耍(2030-2035年)", "扩大开放战略纲要（2030—2035年）")
    assert contradicts("关于学习运用先进经验的意见", "关于做好2030年农村重点工作的意见")
