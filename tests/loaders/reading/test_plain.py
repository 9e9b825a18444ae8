"""Plain text: front matter and inline HTML."""

from __future__ import annotations

from policygraph.loaders.reading import read_bytes

FRONT = """---
layout: post
title: "市科技局：抓好下一年工作"
date: 2022-01-11 09:53:30 +0800
tags: 日报
---
<p>全市新建实验室<strong>3</strong>个。</p>
 <p>下一年再建5个。</p>
[返回首页](//example.org/)
"""


def test_front_matter_gives_headers_with_their_places() -> None:
    source = read_bytes(FRONT.encode(), "a.txt")
    assert [(name, s.value, s.where) for name, s in source.headers] == [
        ("title", "市科技局：抓好下一年工作", "front matter"),
        ("date", "2022-01-11 09:53:30 +0800", "front matter"),
        ("subject", "日报", "front matter"),
    ]
    for _, stated in source.headers:
        assert stated.char_start is not None
        assert source.original.startswith(stated.value, stated.char_start)


def test_inline_html_and_links_are_no_text() -> None:
    source = read_bytes(FRONT.encode(), "a.txt")
    assert [line.strip() for line in source.main.text.splitlines() if line.strip()] == [
        "全市新建实验室3个。",
        "下一年再建5个。",
    ]
    assert source.markup
    start = source.main.text.index("实验室3个")
    place = source.main.origin(start, start + 5)
    assert source.original[slice(*place)] == "实验室<strong>3</strong>个"
    assert source.quote(*place) == "实验室3个"


def test_a_ruled_line_at_the_head_is_no_front_matter() -> None:
    text = "---\n第一部分 工作回顾\n---\n全市新建实验室3个。\n"
    assert read_bytes(text.encode(), "a.txt").main.text == text


def test_text_without_markup_is_left_alone() -> None:
    text = "R&D投入占比<3%，执行标准<T/ZS 12-2020>。\n*注：数据为初步核算。\n# 不是标题\n"
    source = read_bytes(text.encode(), "a.txt")
    assert (source.main.text, source.markup, source.headers) == (text, False, ())


def test_a_page_under_the_name_of_a_text_is_read_as_a_page() -> None:
    source = read_bytes(
        "<!DOCTYPE html><html><body><div>全市新建<b>3</b>个</div><script>x</script></body></html>".encode(), "a.txt"
    )
    assert (source.format, source.main.text) == ("html", "全市新建3个")
