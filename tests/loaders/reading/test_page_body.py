"""Web pages: body, tables, headers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.loaders.reading import Source, read_bytes

PROSE = "全市各有关单位要把这项工作摆上重要位置，细化任务分工，压实工作责任，按季度报送进展情况。"
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>关于建设示范工厂的通知-某市政府网站</title>
<meta name="ArticleTitle" content="关于建设示范工厂的通知"><meta name="PubDate" content="2021-05-06">
<style>.a {{ color: red }}</style><script>var a = "<p>甲</p>";</script></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a>通知公告</a></div>
<div class="con"><h1>关于建设示范工厂的通知</h1>
<div class="info">发布时间：2021-05-06&nbsp;&nbsp;来源：市工信局&nbsp;&nbsp;浏览次数：35</div>
<div><p>各区县主管部门：</p>
<p>&ldquo;十四五&rdquo;期间，全市计划建设示范工厂<b>20</b>家，培育骨干企业100家以上，投入资金3&nbsp;亿元。</p>
<p>一、总体要求。{PROSE}</p>
<table border="1"><tr><th>地区</th><th>数量</th></tr>
<tr><td><p>东区</p></td><td><p>5家</p><p>（新建）</p></td></tr><tr><td> </td><td>7家</td></tr></table>
<p>市工业和信息化局<br>2021年5月6日</p></div></div>
<div class="footer">版权所有：某市政府</div></body></html>
"""


def read(page: str) -> Source:
    return read_bytes(page.encode(), "通知.html")


def values(source: Source, field: str) -> list[tuple[str, str]]:
    return [(stated.value, stated.where) for name, stated in source.headers if name == field]


def test_body_without_navigation_scripts_and_footer() -> None:
    assert read(PAGE).main.text.splitlines() == [
        "关于建设示范工厂的通知",
        "各区县主管部门：",
        "“十四五”期间，全市计划建设示范工厂20家，培育骨干企业100家以上，投入资金3\xa0亿元。",
        f"一、总体要求。{PROSE}",
        "地区\t数量",
        "东区\t5家 （新建）",
        "\t7家",
        "市工业和信息化局",
        "2021年5月6日",
    ]


def test_headers_of_a_page_and_where_they_stand() -> None:
    source = read(PAGE)
    assert values(source, "title") == [
        ("关于建设示范工厂的通知", "meta tag"),
        ("关于建设示范工厂的通知-某市政府网站", "page title"),
    ]
    assert values(source, "published") == [("2021-05-06", "meta tag"), ("2021-05-06", "header line")]
    assert values(source, "source") == [("市工信局", "header line")]
    place = next(s.char_start for n, s in source.headers if n == "source")
    assert place is not None
    assert source.original[place : place + 4] == "市工信局"


def test_places_lead_back_through_tags_and_entities() -> None:
    source = read(PAGE)
    quote = "“十四五”期间，全市计划建设示范工厂20家"
    start = source.main.text.index(quote)
    place = source.main.origin(start, start + len(quote))
    assert source.original[slice(*place)] == "&ldquo;十四五&rdquo;期间，全市计划建设示范工厂<b>20</b>家"
    assert source.quote(*place) == quote


HEADER_TABLE = """<table><tr><td>
<table class="bd1">
<tr><td><b>索 引 号：</b></td><td>000014349/2020-00001</td><td><b>主题分类：</b></td><td>工业</td></tr>
<tr><td><b>发文机关：</b></td><td>某市人民政府</td><td><b>成文日期：</b></td><td>2020年03月02日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">关于推进<wbr>技术改造的意见</td></tr>
<tr><td><b>发文字号：</b></td><td>某政发〔2020〕3号</td><td><b>发布日期：</b></td><td></td></tr></table>
</td></tr></table>
<div id="UCAP-CONTENT"><p>{prose}</p><p>{prose}</p></div><div>扫一扫在手机打开当前页</div>"""


def test_header_table_becomes_headers_and_leaves_the_text() -> None:
    source = read(HEADER_TABLE.format(prose=PROSE))
    assert [(name, stated.value) for name, stated in source.headers] == [
        ("index", "000014349/2020-00001"),
        ("subject", "工业"),
        ("issuer", "某市人民政府"),
        ("date", "2020年03月02日"),
        ("title", "关于推进技术改造的意见"),
        ("number", "某政发〔2020〕3号"),
    ]
    assert all(stated.where == "header table" for _, stated in source.headers)
    assert source.main.text == f"{PROSE}\n{PROSE}"


def test_a_table_of_data_is_no_header_table() -> None:
    source = read(
        f"<p>{PROSE}</p><table><tr><td>名称</td><td>数量：</td></tr><tr><td>工厂</td><td>5家</td></tr></table>"
    )
    assert source.headers == ()
    assert source.main.text.endswith("名称\t数量：\n工厂\t5家")


def test_three_hundred_deep_page_keeps_its_text() -> None:
    source = read("<div>" * 300 + f"<p>{PROSE}</p>" + "</div>" * 300)
    assert source.main.text == PROSE


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<p>甲<p>乙</div>丙", ["甲", "乙", "丙"]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>", ["甲", "乙", "丙"]),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ["甲\t乙", "丙\t丁"]),
        ("甲</b></span>乙", ["甲乙"]),
        ("甲<br><br>乙", ["甲", "", "乙"]),
        ("<p>甲\n   乙</p>", ["甲 乙"]),
        ("<p style='display: none'>甲</p>乙", ["乙"]),
        ("<nav><a>首页</a></nav>乙", ["乙"]),
        ("甲<br><footer>乙<p>丙", ["甲", "乙", "丙"]),
    ],
)
def test_unclosed_and_stray_tags_as_browsers_read_them(inside: str, lines: list[str]) -> None:
    assert read(f"<body><div>{inside}</body>").main.text.split("\n") == lines


SPANNED = """<table><tr><th rowspan="2">指标</th><th colspan="2">目标值</th><th rowspan=2>属性</th></tr>
<tr><th>2020年</th><th>2025年</th></tr><tr><td colspan="4">一、发展</td></tr>
<tr><td>里程</td><td></td><td>65</td><td rowspan="2">预期性</td></tr>
<tr><td>面<br>积</td><td>3</td><td> </td></tr></table>"""


def test_cells_that_span_leave_the_others_in_their_columns() -> None:
    source = read(f"<p>{PROSE}</p>{SPANNED}")
    assert source.main.text.splitlines()[1:] == [
        "指标\t目标值\t\t属性",
        "〃\t2020年\t2025年\t〃",
        "一、发展",
        "里程\t\t65\t预期性",
        "面 积\t3\t\t〃",
    ]
    start = source.main.text.index("面 积")
    assert source.quote(*source.main.origin(start, start + len("面 积\t3\t\t〃"))) == "面积3 "


def test_a_table_that_arranges_the_page_has_no_columns() -> None:
    inner = "<table><tr><td rowspan='9'>东区</td><td>5家</td></tr></table>"
    outer = f"<table><tr><td rowspan='9'><p>{PROSE}</p>{inner}</td></tr><tr><td><p>{PROSE}</p></td></tr></table>"
    assert read(f"<body>{outer}</body>").main.text.split("\n") == [PROSE, "东区\t5家", PROSE]


PARTS = st.sampled_from(
    [
        "工作",
        "2家",
        " ",
        "\n",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<li>",
        "<br>",
        "<b>",
        "</b>",
        "&ldquo;",
        "&#20057;",
        "<!--x-->",
        "<",
        "&",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_every_character_of_any_page_leads_back_to_itself(inside: str) -> None:
    source = read(f"<p>报告</p>{inside}")
    text, main = source.main.text, source.main
    assert list(main.starts) == sorted(main.starts)
    for n, character in enumerate(text):
        if not character.isspace():
            assert source.quote(*main.origin(n, n + 1)) == character
    for line in main.lines():
        bare = line.strip()
        if len(bare):
            assert "".join(source.quote(*bare.origin(0, len(bare))).split()) == "".join(bare.text.split())


def test_a_head_without_end_does_not_hide_the_body() -> None:
    source = read(
        "<html><head><title>通知</title><meta name='PubDate' content='2021-05-06'><body><p>全市新建3个</p></html>"
    )
    assert source.main.text == "全市新建3个"
    assert [(name, stated.value) for name, stated in source.headers] == [("published", "2021-05-06"), ("title", "通知")]


@pytest.mark.parametrize("head", ["", "<title>海西市人民政府</title>"])
def test_the_heading_of_a_page_is_its_title(head: str) -> None:
    text = "<p>海政发〔2021〕22号</p><h2>一、目标</h2><p>到2025年，建成示范工厂40家。</p>"
    source = read(f"<html><head>{head}</head><body><h1>海西市陶瓷发展规划</h1>{text}</body></html>")
    assert source.main.text.startswith("海西市陶瓷发展规划\n海政发〔2021〕22号")


def test_the_name_of_a_site_is_no_title() -> None:
    source = read("<body><h1>海西市人民政府门户网站</h1><h2>一、目标</h2><p>到2025年，建成示范工厂40家。</p></body>")
    assert "门户网站" not in source.main.text
