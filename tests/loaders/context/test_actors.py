"""Who acts: the bodies that a clause begins with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context.actors import leads, subject
from policygraph.loaders.context.clauses import cut
from policygraph.loaders.context.context import Inherited
from policygraph.loaders.language.reading import ReadSentence

Read = Callable[..., ReadSentence]


def first(sentence: ReadSentence) -> Inherited | None:
    """The subject of the sentence's first clause."""
    return subject(sentence, *cut(sentence.text)[0])


@pytest.mark.parametrize(
    ("text", "value", "type_"),
    [
        ("工业和信息化部组织专家评审了30个项目。", "工业和信息化部", "Agency"),
        ("去年，工信部认定了20家企业。", None, None),  # the body stands in the second clause
        ("去年工信部认定了20家企业。", "工业和信息化部", "Agency"),
        ("同时科技部支持了12个平台。", "科学技术部", "Agency"),
        ("一是财政部安排资金3亿元。", "财政部", "Agency"),
        ("由交通运输部牵头建设示范线路3条。", "交通运输部", "Agency"),
        ("工业和信息化部、财政部联合开展遴选。", "工业和信息化部、财政部", "Agency"),
        ("工业和信息化部会同科技部认定中心3家。", "工业和信息化部、科学技术部", "Agency"),
        ("国家发展改革委和财政部下达资金20亿元。", "国家发展和改革委员会、财政部", "Agency"),
        ("江苏省新建企业500家。", "江苏省", "Region"),
        ("科技部部长王志刚表示将新建实验室20个。", "科学技术部", "Agency"),
    ],
)
def test_the_subject_of_a_clause(read: Read, text: str, value: str | None, type_: str | None) -> None:
    found = first(read(text, date="2021-03-01"))
    assert (found.value, found.type, found.where) == (value, type_, "clause") if value else found is None


@pytest.mark.parametrize(
    "text",
    [
        "工业和信息化部的投入增长3%。",  # a modifier
        "企业新增200家。",
        "支持工业和信息化部开展评估。",  # an object
        "国家统计局数据显示增长3%。",  # the source of the number
        "新华社发布报道20篇。",  # the medium
        "各地新建园区20个。",  # no place is named
        "省级示范企业达到50家。",  # a class does not act
    ],
)
def test_no_subject(read: Read, text: str) -> None:
    assert first(read(text)) is None


def test_a_region_before_a_number_is_only_where(read: Read) -> None:
    found = first(read("江苏12家企业上榜。"))
    assert found == Inherited("江苏省", "Region", "place")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("到2024年新增企业50家", True), ("江苏省2024年新增企业50家", True), ("同时，2024年新增企业50家", True),
     ("新增企业2024年达到50家", False)],
)  # fmt: skip
def test_a_period_that_a_clause_opens_with(read: Read, text: str, expected: bool) -> None:
    sentence = read(text)
    assert leads(sentence, 0, sentence.periods[0]) is expected
