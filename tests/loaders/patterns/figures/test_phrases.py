"""The noun beside a number and the words that lead to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedSentence
from policygraph.loaders.patterns.figures.phrases import left_of, right_of
from policygraph.loaders.patterns.figures.slots import slots

Scoped = Callable[..., ScopedSentence]


@pytest.mark.parametrize(
    ("text", "noun", "verb", "carrier"),
    [
        ("认定服务型制造示范企业40家", "服务型制造示范企业", "认定", None),
        ("新认定示范企业40家", "示范企业", "认定", None),
        ("一是大力培育示范企业40家", "示范企业", "培育", None),
        ("2020年，科技部支持示范平台40个", "示范平台", "支持", None),
        ("累计建成示范基地40个", "示范基地", "累计建成", None),
        ("园区面积达到40平方公里", "园区面积", None, "达到"),
        ("工业增加值同比增长4.5%", "工业增加值", None, "增长"),
        ("单位能耗比上年下降4.5%", "单位能耗", None, "下降"),
        ("园区总数超过400个", "园区总数", None, "超过"),
        ("创新指数位列全省第三", "创新指数", None, "位列"),
        ("取消行政许可25项", "行政许可", "取消", None),
        ("重点企业研发投入强度不低于4%", "重点企业研发投入强度", None, "不低于"),
        ("在重大工程中安排资金40亿元", "资金", "安排", None),
    ],
)
def test_left(scoped: Scoped, text: str, noun: str, verb: str | None, carrier: str | None) -> None:
    sentence = scoped(text + "。", date="2021-05-01")
    found = left_of(sentence, slots(sentence)[0], counted_right=False)
    assert (found.noun.text, found.verb, found.carrier) == (noun, verb, carrier)
    assert sentence.read.text[found.noun.start : found.noun.end] == noun


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("山脚的村子迎来游客40万人次", "游客", "迎来"),
        ("高新区取得技工贸收入40亿元", "高新区技工贸收入", "取得"),
        ("水电站吸引了40人", "水电站", "吸引"),
        ("企业推出的模型下载量40万次", "企业推出的模型下载量", None),
    ],
)
def test_who_does_something_is_not_what_is_counted(scoped: Scoped, text: str, noun: str, verb: str | None) -> None:
    sentence = scoped(text + "。")
    found = left_of(sentence, slots(sentence)[0], counted_right=False)
    assert (found.noun.text, found.verb) == (noun, verb)


def test_a_verb_before_the_number_is_the_verb_where_the_noun_stands_behind(scoped: Scoped) -> None:
    sentence = scoped("园区辅导100家企业。")
    found = left_of(sentence, slots(sentence)[0], counted_right=True)
    assert (found.noun.text, found.verb) == ("", "辅导")


def test_a_verb_before_the_number_is_part_of_the_noun_elsewhere(scoped: Scoped) -> None:
    sentence = scoped("农村危房改造190万户。")
    assert left_of(sentence, slots(sentence)[0], counted_right=False).noun.text == "农村危房改造"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("培育40家龙头企业。", "龙头企业"), ("遴选首批40家示范企业。", "示范企业"), ("有40家企业参与交流。", "企业"),
        ("共40个项目入选。", "项目"), ("部署五大工程。", "工程"), ("实施40个左右的技改项目。", "技改项目"),
        ("40名护士驰援灾区。", "护士"), ("40个县建起了书屋。", "县"), ("40万只拦截弹。", "拦截弹"),
        ("发布40项污染物发生率。", "污染物发生率"), ("为40家企业推出的产品。", "企业推出的产品"),
        ("培育“示范（含试点）”企业40家。", ""), ("数量达到40个，增长5%。", ""), ("企业40家。", ""),
    ],
)  # fmt: skip
def test_right(scoped: Scoped, text: str, noun: str) -> None:
    sentence = scoped(text)
    found = right_of(sentence, slots(sentence)[0])
    assert found.text == noun
    assert sentence.read.text[found.start : found.end] == noun
