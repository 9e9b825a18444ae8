"""Which nodes a name means that no node bears."""

from __future__ import annotations

import pytest

from policygraph.queries.directory import Directory
from policygraph.queries.wording import Unanswerable

IDS = {
    ("Metric", "全社会研发经费投入"): "a",
    ("Metric", "城镇登记失业率"): "b",
    ("Center", "国家光电芯片创新中心"): "c",
    ("Document", "示例通知"): "d",
}


def test_a_name_that_no_node_bears_means_what_the_rules_take_for_the_same() -> None:
    known = Directory(IDS)
    assert known.find("研发经费投入").names == ("全社会研发经费投入",)
    assert known.thing("光电芯片国家制造业创新中心", "Center").ids == ("c",)


@pytest.mark.parametrize("name", ["城镇调查失业率", "省级光电芯片创新中心", "研发经费投入增速"])
def test_what_the_rules_keep_apart_is_unknown(name: str) -> None:
    with pytest.raises(Unanswerable):
        Directory(IDS).find(name)


def test_names_alone_count_where_that_is_asked() -> None:
    with pytest.raises(Unanswerable):
        Directory(IDS, as_named=True).find("研发经费投入")
