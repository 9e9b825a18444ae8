"""The states of a clause: their pieces, their words, what stands before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedSentence
from policygraph.loaders.patterns.goals.states import LONGEST, states

Scoped = Callable[..., ScopedSentence]


def told(sentence: ScopedSentence) -> list[tuple[str, str]]:
    text = sentence.read.text
    return [(text[s.start : s.end], s.subject) for clause in sentence.clauses for s in states(sentence, clause)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贫困村全部出列、贫困县全部摘帽。", [("贫困村全部出列", "贫困村"), ("贫困县全部摘帽", "贫困县")]),
        ("全面取消押金和手续费。", [("全面取消押金和手续费", "押金和手续费")]),
        ("（一）今年要基本完成粮库搬迁。", [("基本完成粮库搬迁", "粮库搬迁")]),
        ("2026年底前力争全面完成粮库搬迁。", [("全面完成粮库搬迁", "粮库搬迁")]),
        ("在2026年前全面完成粮库搬迁。", [("全面完成粮库搬迁", "粮库搬迁")]),
        ("粮库网络体系2026年基本建成。", [("粮库网络体系2026年基本建成", "粮库网络体系")]),
        ("“十三五”规划任务如期完成。", [("“十三五”规划任务如期完成", "“十三五”规划任务")]),
        ("这标志着粮库搬迁任务全面完成。", [("粮库搬迁任务全面完成", "粮库搬迁任务")]),
        ("存量违建“清零”。", [("存量违建“清零”", "存量违建")]),
        ("住院费用结算实现“一网通办”。", [("住院费用结算实现“一网通办”", "住院费用结算")]),
        ("企业实现智能化。", [("企业实现智能化", "企业智能化")]),
        ("农业农村部全面取消农机补贴限额。", [("全面取消农机补贴限额", "农机补贴限额")]),
        ("落实《全面取消收费的通知》。", []),
    ],
)
def test_words_and_subjects(scoped: Scoped, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(scoped(text, date="2022-01-01")) == expected


def test_efforts_are_marked(scoped: Scoped) -> None:
    sentence = scoped("加快实现水厂监测全覆盖，确保水厂监测全覆盖。", date="2022-01-01")
    assert [s.effort for clause in sentence.clauses for s in states(sentence, clause)] == [True, False]


def test_a_clause_without_an_end_is_passed_over(scoped: Scoped) -> None:
    assert told(scoped("水厂" * LONGEST + "全面完成。")) == []
