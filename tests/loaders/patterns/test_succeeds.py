"""succeeds: what becomes, replaces, amends or repeals an earlier thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Triples

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，{}\n"


@pytest.mark.parametrize(
    ("words", "later", "earlier"),
    [
        ("海西陶瓷创新中心更名为海西新材料创新中心。", "海西新材料创新中心", "海西陶瓷创新中心"),
        ("《轻工提质行动方案》代替《轻工强基行动方案》。", "轻工提质行动方案", "轻工强基行动方案"),
        (
            "《陶瓷管理办法》自2021年5月1日起施行，《陶瓷暂行办法》同时失效。",
            "陶瓷管理办法",
            "陶瓷暂行办法",
        ),
    ],
)
def test_who_follows_whom(triples: Triples, words: str, later: str, earlier: str) -> None:
    assert (later, "succeeds", earlier) in triples(REPORT.format(words))


@pytest.mark.parametrize(
    "words",
    [
        "海西陶瓷创新中心服务海西新材料创新中心。",
        "《陶瓷管理办法》自2021年5月1日起施行，《陶瓷暂行办法》同时学习。",
    ],
)
def test_two_things_side_by_side_do_not(triples: Triples, words: str) -> None:
    assert not [t for t in triples(REPORT.format(words)) if t[1] == "succeeds"]
