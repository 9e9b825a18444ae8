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


DECISION = """工业和信息化部关于废止《农机准入暂行规定》的决定

经研究，决定废止《农机准入暂行规定》（工业和信息化部令第9号）。

工业和信息化部
2023年12月20日
"""


def test_a_decision_that_repeals_succeeds_what_it_repeals(triples: Triples) -> None:
    assert ("工业和信息化部关于废止《农机准入暂行规定》的决定", "succeeds", "农机准入暂行规定") in triples(DECISION)


def test_a_notice_repeals_every_title_of_its_list(triples: Triples) -> None:
    title = "海西市人民政府关于废止《海西市煤气管理办法》等3件文件的通知"
    text = f"{title}\n\n经研究，废止《海西市煤气管理办法》《海西市供暖办法》和《海西市停车办法》。\n\n2023年5月20日\n"
    found = {earlier for later, predicate, earlier in triples(text) if predicate == "succeeds" and later == title}
    assert found == {"海西市煤气管理办法", "海西市供暖办法", "海西市停车办法"}


def test_a_notice_repeals_the_titles_that_its_annex_lists(triples: Triples) -> None:
    text = (
        "国务院办公厅关于废止部分文件的通知\n\n决定对下列文件予以废止。\n\n附件\n\n废止的文件目录\n\n"
        "1.《关于陶瓷收购的通知》（国办发〔1999〕15号）\n2.《陶瓷配件管理办法》（国办发〔1999〕18号）\n"
    )
    found = {earlier for _, predicate, earlier in triples(text) if predicate == "succeeds"}
    assert found == {"关于陶瓷收购的通知", "陶瓷配件管理办法"}


def test_a_story_names_the_decision_that_repeals(triples: Triples) -> None:
    text = "法制动态\n\n昨天，国务院公布《关于修改和废止部分条例的决定》，决定废止《陶瓷运输条例》。\n"
    assert ("关于修改和废止部分条例的决定", "succeeds", "陶瓷运输条例") in triples(text)
