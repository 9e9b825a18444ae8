"""Verbs inside a noun phrase beside a number."""

from __future__ import annotations

import pytest

from policygraph.loaders.patterns.figures.phrase import Left, Phrase
from policygraph.loaders.patterns.figures.predicates import manner, object_of, predicate, without_manner


def left_of(text: str) -> Left:
    return Left(Phrase(0, len(text), text), None, -1, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新区迎来游客", "迎来"), ("集团完成了合同", "完成了"), ("中心将新建厂房", "将新建"),
        ("部门拟安排贷款", "拟安排"),
        ("乡镇共确定安置点", "共确定"), ("县（市）有风险", "有"), ("企业提起诉讼", "提起诉讼"),
        # names, not verbs
        ("事故发生率", None), ("公交出行比重", None), ("口岸查验区面积", None), ("公共服务", None),
        ("铁路共发送旅客", None),
    ],
)  # fmt: skip
def test_predicate(text: str, found: str | None) -> None:
    match = predicate().search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("山村迎来游客", "游客", "迎来"), ("高新区取得收入", "高新区收入", "取得"),
        ("能源项目完成投资", "能源项目完成投资", None),
        ("落实好起征点", "起征点", "落实"), ("体系采用和编制标准", "标准", "采用"), ("水电站吸引了", "水电站", "吸引"),
        ("事项进驻大厅比例", "事项进驻大厅比例", "进驻"), ("列车单次搭载乘客", "列车单次搭载乘客", None),
        ("未成立委员会的小区", "未成立委员会的小区", None),
    ],
)  # fmt: skip
def test_the_object_is_what_is_counted(text: str, noun: str, verb: str | None) -> None:
    found = object_of(left_of(text), text)
    assert (found.noun.text, found.verb) == (noun, verb)


def test_the_noun_keeps_its_place() -> None:
    found = object_of(left_of("山村迎来游客"), "山村迎来游客40万人次")
    assert (found.noun.start, found.noun.end, found.verb_start) == (4, 6, 2)


@pytest.mark.parametrize(
    ("text", "bare"), [("领域大力", "领域"), ("车站正在", "车站"), ("贷款偿还", "贷款偿还"), ("泊位基本", "泊位")]
)
def test_manner(text: str, bare: str) -> None:
    assert manner().sub("", text) == bare


@pytest.mark.parametrize(
    ("text", "bare"), [("各地累计", "各地"), ("在全国", "全国"), ("企业共同", "企业"), ("工厂", "工厂")]
)
def test_without_manner(text: str, bare: str) -> None:
    assert without_manner(text) == bare
