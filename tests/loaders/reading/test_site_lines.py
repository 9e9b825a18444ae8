"""Lines that sites and crawlers add."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import MappedText, read_bytes
from policygraph.loaders.reading.site_lines import without_site_lines

BODY = "近日，全市科技工作会议在某市举行，总结上一年工作，部署下一年任务。\n"


def split(text: str) -> tuple[str, list[tuple[str, str]]]:
    rest, headers = without_site_lines(MappedText.whole(text))
    return rest.text, [(name, stated.value) for name, stated in headers]


@pytest.mark.parametrize(
    ("line", "headers"),
    [
        ("【信息时间:2018-04-12    阅读次数: 】", [("published", "2018-04-12")]),
        ("【信息来源：市科技局】【字号 】【信息时间:2018-04-12 阅读次数:7】【关闭】【我要打印】",
         [("source", "市科技局"), ("published", "2018-04-12")]),
        ("发布时间：2021-05-06 10:30    来源：市工信局    字体：大 中 小",
         [("published", "2021-05-06 10:30"), ("source", "市工信局")]),
        ("来源: 市工信局 发布日期: 2021年5月6日", [("source", "市工信局"), ("published", "2021年5月6日")]),
        ("索引号：01-2020-3 | 发文机关：某市人民政府", [("index", "01-2020-3"), ("issuer", "某市人民政府")]),
        ("文号：某政发〔2020〕3号", [("number", "某政发〔2020〕3号")]),
    ],
)  # fmt: skip
def test_header_lines_give_headers(line: str, headers: list[tuple[str, str]]) -> None:
    assert split(f"会议在某市举行\n{line}\n{BODY}") == (f"会议在某市举行\n{BODY}", headers)


@pytest.mark.parametrize(
    "line",
    [
        "您的位置: 首页 > 科技产业",
        "当前位置：首页>>政务公开>>通知",
        "返回首页",
        "【打印】 【关闭】",
        "上一篇：关于另一项工作的通知",
        "版权所有：某市政府 ICP备00000号",
        "扫一扫在手机打开当前页",
        "(更新时间戳: 1677675726310)",
        "https://example.org/2021/a.html",
    ],
)
def test_trails_and_links_leave(line: str) -> None:
    assert split(f"会议在某市举行\n{BODY}{line}\n") == (f"会议在某市举行\n{BODY}", [])


@pytest.mark.parametrize(
    "line",
    [
        "（来源：市科技局）",
        "主要目标：新建园区20个。",
        "牵头单位：市科技局    完成时限：2021年6月",
        "首页改版工作已经完成",
        "更多企业参与其中。",
        "一、主办单位和承办单位",
        "责任单位：市工信局",
    ],
)
def test_lines_of_the_document_stay(line: str) -> None:
    text = f"{BODY}{line}\n{BODY}"
    assert split(text) == (text, [])


def test_a_date_at_the_foot_is_that_of_the_page() -> None:
    assert split(f"会议在某市举行\n{BODY}更新时间：2026-01-26 11:25\n") == (f"会议在某市举行\n{BODY}", [])


def test_places_of_headers_count_in_the_original() -> None:
    source = read_bytes(f"会议\n【信息时间:2018-04-12    阅读次数: 】\n{BODY}".encode(), "a.txt")
    ((name, stated),) = source.headers
    assert (name, stated.where) == ("published", "header line")
    assert stated.char_start is not None
    assert source.original[stated.char_start :].startswith("2018-04-12")
