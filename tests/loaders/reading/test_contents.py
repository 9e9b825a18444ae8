"""Tables of contents."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import MappedText
from policygraph.loaders.reading.contents import without_contents

BODY = """第一章 发展基础
“十三五”以来，全市新建园区20个。
第二章 主要任务
到2025年，再建30个。
第三章 保障措施
加强领导。
"""


def clean(text: str) -> str:
    return without_contents(MappedText.whole(text)).text


@pytest.mark.parametrize(
    "table",
    [
        "目录\n第一章 发展基础......1\n第二章 主要任务.........3\n第三章 保障措施…………12\n",
        "目 录\n\n第一章 发展基础\t1\n\n第二章 主要任务\t3\n\n第三章 保障措施\t12\n",
        "目　次\n总则\n第一章 发展基础  1\n分则\n第二章 主要任务  3\n第三章 保障措施  12\n",
        "目录\n第一章 发展基础\n第二章 主要任务\n第三章 保障措施\n",
        "## 目录\n第一章 发展基础 · · · · · · 1\n第二章 主要任务 · · · · · 3\n第三章 保障措施 · · · · 12\n",
    ],
    ids=["leaders", "tabs", "with titles", "without pages", "spaced leaders"],
)
def test_table_leaves_and_body_stays(table: str) -> None:
    assert [line for line in clean(f"某市规划\n{table}{BODY}").splitlines() if line] == ["某市规划", *BODY.splitlines()]


def test_word_glued_to_other_text() -> None:
    text = f"某市人民代表大会批准目 录\n一、基础....1\n二、任务....2\n{BODY}"
    assert clean(text) == f"某市人民代表大会批准\n{BODY}" or clean(text).startswith("某市人民代表大会批准")
    assert "一、基础" not in clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "第五条 编制目录\n公共资源交易目录由市政府发布。\n列入目录的项目有3个。\n",
        "目录\n本目录所列产品共12种。\n",
        "附件：鼓励类产业目录\n农业 12\n工业 7\n",
        "省略号……可以出现\n一共……3\n",
    ],
)
def test_other_lists_stay(text: str) -> None:
    assert "12" in clean(text) or "3" in clean(text)
    assert len(clean(text)) >= len(text) - 6
