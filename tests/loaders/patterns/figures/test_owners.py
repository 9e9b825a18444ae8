"""Whose a measure is that names no owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle, ScopedSentence
from policygraph.loaders.patterns.figures import find
from policygraph.loaders.patterns.figures.owners import bare, owner_of, points_at, with_owner
from policygraph.loaders.patterns.figures.slots import slots
from policygraph.loaders.patterns.figures.subject import Subject

Article = Callable[..., ScopedArticle]
Scoped = Callable[..., ScopedSentence]


def before(name: str) -> Subject:
    return Subject(name, 0, len(name), None, None, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the clause before speaks of
        ("滨江大桥今天通车，全长4公里。", [("滨江大桥全长", 4000)]),
        ("云岭储能项目在示例县签约，项目投资总额约为8亿元。", [("云岭储能项目投资总额", 8e8)]),
        ("山泉水库工程全面开工，工程总投资12亿元。", [("山泉水库工程总投资", 1.2e9)]),
        # what the number before measured, also over a clause that only says how it grew
        ("全省共有体育场地5万个，面积4000万平方米。", [("体育场地", 5e4), ("体育场地面积", 4e7)]),
        ("平板电脑销售300台，同比增长20%；销售额60万元。",
         [("平板电脑销售", 300), ("平板电脑销售", 20), ("平板电脑销售额", 6e5)]),
        ("实施灌区项目40个，完成投资约5亿元。", [("灌区项目", 40), ("灌区项目投资", 5e8)]),
        # nobody: the measure stays bare
        ("全长4公里。", [("全长", 4000)]), ("今天，全长4公里。", [("全长", 4000)]),
        ("因此，拟投资4亿元。", [("投资", 4e8)]),
    ],
)  # fmt: skip
def test_owned(article: Article, text: str, expected: list[tuple[str, float]]) -> None:
    found = [(f.subject, f.value if f.unit != "公里" else (f.value or 0) * 1000) for f in find(article(text))]
    assert found == expected


def test_an_owner_of_the_first_clause_is_not_taken_from_far(scoped: Scoped) -> None:
    sentence = scoped("大桥今天通车，各方表示祝贺，全长4公里。")
    (slot,) = slots(sentence)
    assert owner_of(sentence, slot, sentence.read.text.index("全长"), None) is None


def test_a_share_is_of_the_whole_measure_before(scoped: Scoped) -> None:
    sentence = scoped("工业增加值300亿元，占比提高到40%。")
    slot = slots(sentence)[1]
    assert owner_of(sentence, slot, sentence.read.text.index("占比"), before("工业增加值")) == "工业增加值"


@pytest.mark.parametrize(
    ("owner", "measure", "name"),
    [
        ("大桥", "全长", "大桥全长"), ("储能项目", "项目总投资", "储能项目总投资"),
        ("国债认购", "认购总额", "国债认购总额"),
    ],
)  # fmt: skip
def test_a_part_that_both_hold_stands_once(owner: str, measure: str, name: str) -> None:
    assert with_owner(owner, measure) == name


@pytest.mark.parametrize(("measure", "own"), [("项目总投资", "总投资"), ("线路全长", "全长"), ("总投资", "总投资")])
def test_bare(measure: str, own: str) -> None:
    assert bare(measure) == own


@pytest.mark.parametrize(
    ("measure", "owner", "fits"),
    [("项目总投资", "储能项目", True), ("线路全长", "隧道", False), ("全长", "隧道", True)],
)
def test_points_at(measure: str, owner: str, fits: bool) -> None:
    assert points_at(measure, owner) is fits
