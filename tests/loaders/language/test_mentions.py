"""Which names are mentions: the written ones, typed and bounded as training/mentions/README.md tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from policygraph.loaders.language import Reader, gazetteer
from policygraph.loaders.language.candidates import Scope
from policygraph.loaders.language.mentions import Mention, mentions, mentions_in
from policygraph.loaders.language.reading import Name
from policygraph.schema.vocabulary import vocabulary

Found = list[tuple[str, str]]


@pytest.fixture(scope="session")
def found(reader: Reader) -> Callable[[str], Found]:
    """found(text): every mention as (text, type)."""

    def mentioned(text: str) -> Found:
        return [(text[m.start : m.end], m.type) for m in mentions_in(reader.text(text))]

    return mentioned


@pytest.mark.parametrize(("text", "mentioned"), [
    ("我国在各地区推广。", []),
    ("各级人民政府和有关部门要落实。", []),
    ("全市新建公园十座。", []),
    ("国务院有关部门研究。", [("国务院", "Agency")]),
    ("根据《城市更新条例》和本条例执行。", [("城市更新条例", "Plan")]),
    ("学习党的二十大精神。", [("党的二十大", "Event")]),
    ("以习近平生态文明思想为指导。", []),
    ("浙江省江山市的企业。", [("浙江省江山市", "Region")]),
    ("湖北、湖南两省。", [("湖北", "Region"), ("湖南", "Region")]),
    ("推动中俄关系发展。", [("中", "Region"), ("俄", "Region")]),
    ("美国政府宣布。", [("美国政府", "Agency")]),
    ("叙利亚政府军后退。", [("叙利亚", "Region")]),
    ("共建“一带一路”。", [("一带一路", "Program")]),
    ("认定高新技术企业。", [("高新技术企业", "Program")]),
    ("培育制造业单项冠军企业。", [("制造业单项冠军企业", "Program")]),
    ("完善考核工作和创新机制。", []),
    ("实施城市屋顶绿化行动。", [("城市屋顶绿化行动", "Program")]),
    ("开展常态化风险评估。", []),
    ("建设一批创业孵化基地。", []),
    ("建设国家级创业孵化基地。", [("国家级创业孵化基地", "Center")]),
    ("农产品领域国家技术创新中心。", [("国家技术创新中心", "Center")]),
    ("召开专题座谈会。", []),
    ("在民营企业座谈会上提出。", [("民营企业座谈会", "Event")]),
    ("办好天津世界智能大会。", [("天津", "Region"), ("世界智能大会", "Event")]),
    ("召开庆祝大会暨全国开学典礼。", [("庆祝大会暨全国开学典礼", "Event")]),
    ("成立防汛工作领导小组。", [("防汛工作领导小组", "Agency")]),
    ("2019年国家技术创新示范企业", [("国家技术创新示范企业", "Program")]),
    ("全省中小企业服务平台。", []),
    ("李强率代表团出席。", [("李强", "Person")]),
    ("居民消费价格上涨2%。", [("居民消费价格", "Metric")]),
])  # fmt: skip
def test_what_is_a_mention(found: Callable[[str], Found], text: str, mentioned: Found) -> None:
    assert found(text) == mentioned


def test_a_rejected_name_leaves_its_place_to_those_inside() -> None:
    text = "南京市有关部门"
    whole = Name(0, 7, text, text, "Agency", "gazetteer")
    inner = Name(0, 3, "南京市", "南京市", "Region", "gazetteer")
    assert mentions(text, [whole, inner]) == (Mention(0, 3, "Region", "gazetteer"),)


def test_a_reference_leaves_it_to_nobody() -> None:
    text = "本规划"
    reference = Name(0, 3, text, "城市更新规划", "Plan", "alias")
    assert mentions(text, [reference, Name(1, 3, "规划", "规划", "Plan", "title")]) == ()


def test_known_names_are_those_that_the_gazetteer_does_not_read() -> None:
    def flat(names: Iterable[object]) -> Iterator[str]:
        for name in names:
            if isinstance(name, str):
                yield name
            elif isinstance(name, list):
                yield from flat(name)

    for kind, names in vocabulary("known_names").items():
        for name in flat(names):
            read = [n for n in gazetteer.find(name, Scope()) if (n.start, n.end, n.type) == (0, len(name), kind)]
            assert not read, name
