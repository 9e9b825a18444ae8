"""Labels of headings and list items, and numbers that are none."""

from __future__ import annotations

import pytest

from policygraph.loaders.structure.labels import han_number, label_of


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("一、总体要求", "han", 1, "总体要求"),
        ("二十三、附则", "han", 23, "附则"),
        ("（一）健全机制。", "han_paren", 1, "健全机制。"),
        ("(十二)落实责任", "han_paren", 12, "落实责任"),
        ("1.清理证明", "digit", 1, "清理证明"),
        ("12、清理证明", "digit", 12, "清理证明"),
        ("（3）公开清单", "digit_paren", 3, "公开清单"),
        ("④公开清单", "circled", 4, "公开清单"),
        ("1.2 基本原则", "decimal2", 2, "基本原则"),
        ("3.1.4“放管服”改革", "decimal3", 4, "“放管服”改革"),
        ("第三章 罚则", "chapter", 3, "罚则"),
        ("第十条 本办法自印发之日起施行。", "clause", 10, "本办法自印发之日起施行。"),
        ("专栏2 重大工程", "box", 2, "重大工程"),
        ("——就业稳定。", "dash", None, "就业稳定。"),
        ("三是强化保障。", "ordinal", 3, "强化保障。"),
        ("第二，强化保障。", "ordinal", 2, "强化保障。"),
        ("### 要闻", "markdown", 3, "要闻"),
    ],
)
def test_label(line: str, kind: str, number: int | None, rest: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.kind, label.number, line[label.end :]) == (kind, number, rest)


@pytest.mark.parametrize(
    "line",
    ["2.69万亿元", "8.5 个百分点", "2021年", "一季度增长", "4.0 简报", "三农工作", "第三届大会", "专项行动"],
)
def test_no_label(line: str) -> None:
    assert label_of(line) is None


def test_han_numbers() -> None:
    assert [han_number(n) for n in ("三", "十", "十五", "二十", "三十一", "一百零二")] == [3, 10, 15, 20, 31, 102]
