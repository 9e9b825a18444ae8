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


@pytest.mark.parametrize(
    "words",
    ["本办法自2024年3月1日起施行。《陶瓷暂行办法》同时废止。", "本办法自印发之日起施行，原《陶瓷暂行办法》同时废止。"],
)
def test_what_a_document_repeals_when_it_comes_into_force(triples: Triples, words: str) -> None:
    found = triples(f"海西市陶瓷管理办法\n海西市人民政府\n2024年3月1日\n\n第一条 {words}\n")
    assert ("海西市陶瓷管理办法", "succeeds", "陶瓷暂行办法") in found
