"""Names of metrics: how far they reach, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Reader
from policygraph.loaders.language.metrics import metrics_in


@pytest.fixture(scope="session")
def metrics(reader: Reader) -> Callable[[str], list[str]]:
    """metrics(text): the names of metrics in it."""

    def found(text: str) -> list[str]:
        doc = reader.text(text)
        return [span.text for span in metrics_in(doc)]

    return found


@pytest.mark.parametrize(("text", "names"), [
    ("国内生产总值增长6%。", ["国内生产总值"]),
    ("江苏省地区生产总值突破十万亿元。", ["地区生产总值"]),
    ("全市常住人口城镇化率达到70%。", ["常住人口城镇化率"]),
    ("数字经济核心产业增加值占地区生产总值比重提高到10%。", ["数字经济核心产业增加值占地区生产总值比重"]),
    ("高技术产业产值占规上工业产值超过40%。", ["高技术产业产值占规上工业产值"]),
    ("规上企业研发投入强度保持在2%以上。", ["规上企业研发投入强度"]),
    ("街道绿地覆盖率、污水处理率分别提高。", ["街道绿地覆盖率", "污水处理率"]),
    ("上年度居民人均消费支出", ["居民人均消费支出"]),
    ("6月份居民消费价格指数上涨。", ["居民消费价格指数"]),
    ("提高工作效率，率先完成。", []),
    ("扩大规模，增加收入。", []),
    ("培育企业30家。", []),
    ("按一定比例给予补助。", []),
])  # fmt: skip
def test_names_of_metrics(metrics: Callable[[str], list[str]], text: str, names: list[str]) -> None:
    assert metrics(text) == names


def test_they_are_no_names_for_relations(reader: Reader) -> None:
    doc = reader.text("城镇调查失业率为5%。")
    assert len(metrics_in(doc)) == 1
    assert not doc.spans["names"]
