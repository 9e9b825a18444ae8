"""Markdown's marks and the header blocks of crawled files."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import Source, read_bytes

CRAWLED = """# 关于发展示范产业的意见

**发布日期**: 2021年2月21日
**发布机构**: 某省人民政府
**分类**: 
**来源**: [https://example.org/a.htm](https://example.org/a.htm)
**检索关键词**: 产业, 示范

---

## 政策全文

各市人民政府：

到2025年，**建成**示范产业园*30*个。

---
**更新时间**: 2026-01-26 11:25:29
"""


def read(text: str) -> Source:
    return read_bytes(text.encode(), "a.md")


def test_header_block_gives_headers_and_leaves_the_text() -> None:
    source = read(CRAWLED)
    assert [(name, s.value, s.where) for name, s in source.headers] == [
        ("title", "关于发展示范产业的意见", "heading"),
        ("published", "2021年2月21日", "header block"),
        ("issuer", "某省人民政府", "header block"),
        ("source", "https://example.org/a.htm", "header block"),
    ]
    assert [line for line in source.main.text.splitlines() if line] == [
        "# 关于发展示范产业的意见",
        "各市人民政府：",
        "到2025年，建成示范产业园30个。",
    ]


def test_date_behind_a_title() -> None:
    assert [(n, s.value) for n, s in read("# 《新闻摘要》 (20221111)\n\n## 甲\n\n乙\n").headers] == [
        ("title", "《新闻摘要》"),
        ("published", "20221111"),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("### （一）目标任务 ###", "### （一）目标任务 ###"),
        ("**一、目标**：建成`20`家", "一、目标：建成20家"),
        ("见[附件](./a.pdf)和![图](b.png)。", "见附件和。"),
        ("[**查办**](x)进展", "查办进展"),
        ("> 引用的文字", "引用的文字"),
        ("产能5\\*3万吨，3*4*5米", "产能5*3万吨，3*4*5米"),
        ("- 任务一", "- 任务一"),
        ("| 指标 | 2025年 |", "指标\t2025年"),
        ("|:---|---:|", ""),
        ("* * *", ""),
    ],
)
def test_marks_are_left_out(written: str, read_as: str) -> None:
    source = read(f"甲市工作\n{written}\n乙市工作\n")
    assert source.main.text.splitlines() == ["甲市工作", *([read_as] if read_as else []), "乙市工作"]


def test_places_of_a_table_row_lead_to_its_cells() -> None:
    source = read("| 指标 | **2025年** |\n|---|---|\n| 园区 | 30个 |\n")
    assert source.main.text == "指标\t2025年\n园区\t30个\n"
    start = source.main.text.index("30个")
    assert source.quote(*source.main.origin(start, start + 3)) == "30个"


def test_a_label_in_the_text_is_no_header() -> None:
    source = read("# 通报\n\n时间安排：三月底前完成\n来源清晰、权责明确。\n")
    assert "时间安排：三月底前完成" in source.main.text
    assert [name for name, _ in source.headers] == ["title"]


def test_cells_keep_signs_breaks_and_empty_places() -> None:
    text = "| 指标 | 2025年 | 备注 |\n| --- | --- | --- |\n| 里程<br>（公里） | >65 | |\n| | ≥3 | 新建 |\n"
    source = read_bytes(text.encode(), "a.md")
    assert source.main.text.split("\n")[:3] == ["指标\t2025年\t备注", "里程 （公里）\t>65\t", "\t≥3\t新建"]
    start = source.main.text.index(">65")
    assert source.quote(*source.main.origin(start, start + 3)) == ">65"


def test_an_html_table_inside() -> None:
    table = "<table><tr><td rowspan=2>甲</td><td></td><td>丙</td></tr><tr><td>乙</td><td>丁</td></tr></table>"
    text = f"说明如下。\n\n{table}\n\n完。\n"
    lines = [line for line in read_bytes(text.encode(), "a.md").main.text.split("\n") if line]
    assert lines == ["说明如下。", "甲\t\t丙", "〃\t乙\t丁", "完。"]
