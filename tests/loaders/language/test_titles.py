"""Titles of documents, with and without 《》."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Name
from policygraph.loaders.language.titles import title_type

Read = Callable[..., tuple[Name, ...]]


def test_a_title_is_named_without_its_brackets(names_of: Read) -> None:
    text = "印发《产业基础能力提升三年行动计划(2018-2020年)》的通知"
    assert [(n.start, n.end, n.canonical, n.type) for n in names_of(text)] == [
        (2, 30, "产业基础能力提升三年行动计划(2018-2020年)", "Plan")]


def test_titles_stand_beside_each_other(names_of: Read) -> None:
    names = names_of("落实《数据安全法》《网络安全审查办法》要求")
    assert [n.canonical for n in names] == ["数据安全法", "网络安全审查办法"]


def test_a_title_in_a_title(names_of: Read, nested_of: Read) -> None:
    text = "印发《关于修订〈产业转移指导目录(2012年本)〉部分条款的决定》"
    assert [n.canonical for n in names_of(text)] == ["关于修订〈产业转移指导目录(2012年本)〉部分条款的决定"]
    inner = next(n for n in nested_of(text) if n.found_by == "title")
    assert (inner.start, inner.end, inner.canonical) == (7, 25, "产业转移指导目录(2012年本)")


def test_regions_in_a_title_are_nested(names_of: Read, nested_of: Read) -> None:
    text = "《江苏省水资源管理条例》施行"
    assert [n.type for n in names_of(text)] == ["Plan"]
    assert [(n.start, n.end, n.canonical) for n in nested_of(text) if n.type == "Region"] == [(1, 4, "江苏省")]


def test_white_space_in_a_title_goes_where_it_means_nothing(names_of: Read) -> None:
    assert [n.canonical for n in names_of("依据《知识产权强国建设 纲要（2021—2035 年）》")] == [
        "知识产权强国建设纲要（2021—2035年）"]


@pytest.mark.parametrize(("title", "kind"), [
    ("“十四五”智能制造发展规划", "Plan"), ("城镇排水条例", "Plan"), ("关于加强监管的若干意见（试行）", "Plan"),
    ("中国制造2025", "Plan"), ("民法典", "Plan"), ("国家标准化发展纲要（草案）", "Plan"),
    ("全球创新指数报告", "Document"), ("世界互联网发展蓝皮书", "Document"), ("求是", "Document"),
    ("巴黎协定", "Document"),
])
def test_types_of_titles(title: str, kind: str) -> None:
    assert title_type(title) == kind


@pytest.mark.parametrize(("text", "canonical", "kind"), [
    ("围绕“十四五”产业科技创新发展规划的目标", "“十四五”产业科技创新发展规划", "Plan"),
    ("国务院关于深化改革若干问题的意见", "关于深化改革若干问题的意见", "Plan"),
    ("全面实施中国制造2025", "中国制造2025", "Plan"),
    ("学习贯彻党的十九大精神", "党的十九大精神", "Document"),
    ("传达中央经济工作会议精神", "中央经济工作会议精神", "Document"),
    ("以习近平经济思想为指导", "习近平经济思想", "Document"),
])
def test_titles_without_brackets(names_of: Read, text: str, canonical: str, kind: str) -> None:
    assert (canonical, kind) in [(n.canonical, n.type) for n in names_of(text)]


def test_about_is_not_always_a_title(names_of: Read) -> None:
    assert [n for n in names_of("就关于节能降耗的问题进行研究") if n.type == "Plan"] == []
