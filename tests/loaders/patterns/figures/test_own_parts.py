"""Counts of what the text itself names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedSentence
from policygraph.loaders.patterns.figures.own_parts import counts_own_parts

Scoped = Callable[..., ScopedSentence]


def own(sentence: ScopedSentence, counted: bool) -> bool:
    """Whether the first number of a sentence counts the text's own parts."""
    quantity = sentence.read.quantities[0]
    clause = sentence.clause_at(quantity.start)
    return counts_own_parts(sentence.read.text, clause.start, clause.end, quantity, counted)


@pytest.mark.parametrize(
    "text",
    [
        "这三个园区要加快建设。", "以上五个领域由各地负责。", "主要有三个方面。", "上述4个项目继续推进。",
        "办法包括两类：一类是补助。", "把好用料、施工两个关口。", "坚持四个原则。",
    ],
)  # fmt: skip
def test_own_parts(scoped: Scoped, text: str) -> None:
    assert own(scoped(text), True)


@pytest.mark.parametrize(
    "text",
    [
        "建成三个园区。", "甲、乙两个机场通航。", "超过三个方面。", "认定120个项目。", "新设甲、乙两个中心。",
        "全省30个以上园区。", "支持25个领域。",
    ],
)  # fmt: skip
def test_what_stands_in_the_world(scoped: Scoped, text: str) -> None:
    assert not own(scoped(text), True)


def test_a_number_with_another_unit_is_no_part(scoped: Scoped) -> None:
    assert not own(scoped("投资这4亿元。"), False)


def test_so_many_are_no_parts_even_where_something_points_at_them(scoped: Scoped) -> None:
    assert own(scoped("这90个项目已经开工。"), True)
    assert not own(scoped("这900个项目已经开工。"), True)
