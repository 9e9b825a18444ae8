"""issues and implements outside a plan's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Relations, Triples

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，科技司{}\n"
WHO = "工业和信息化部科技司"


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("研究制定《轻工机械标准体系建设指南》。", "轻工机械标准体系建设指南"),
        ("发布轻工机械产品目录。", "轻工机械产品目录"),
        ("出台轻工机械质量提升实施方案。", "轻工机械质量提升实施方案"),
    ],
)
def test_a_titled_document_is_issued(triples: Triples, words: str, thing: str) -> None:
    assert (WHO, "issues", thing) in triples(REPORT.format(words))


@pytest.mark.parametrize("words", ["制定具体实施办法。", "发布《通知》。", "出台相关政策措施。"])
def test_a_document_without_a_name_is_none(triples: Triples, words: str) -> None:
    assert not [t for t in triples(REPORT.format(words)) if t[1] == "issues"]


def test_a_document_is_acted_on(triples: Triples) -> None:
    found = triples(REPORT.format("贯彻落实国务院办公厅《关于加强轻工标准工作的意见》。"))
    assert (WHO, "implements", "关于加强轻工标准工作的意见") in found


def test_the_title_in_a_notice_is_what_is_issued(triples: Triples) -> None:
    head = "科技部关于印发《轻工机械创新平台建设工作指引》的通知\n\n2019年8月1日\n\n"
    text = head + "现将《轻工机械创新平台建设工作指引》印发给你们。\n"
    issued = {t for t in triples(text) if t[1] == "issues"}
    assert {thing for _, _, thing in issued} == {"轻工机械创新平台建设工作指引"}
    assert {who for who, _, _ in issued} == {"科学技术部"}


def test_what_a_meeting_taught_is_no_document(triples: Triples) -> None:
    found = triples(REPORT.format("深入贯彻落实党的十九大精神。"))
    assert not [t for t in found if t[1] == "implements"]


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("制定促进轻工转型指导意见。", {"促进轻工转型指导意见"}),
        ("出台深化轻工标准化改革实施方案。", {"深化轻工标准化改革实施方案"}),
        ("出台减税、降费、稳岗等12条举措。", {"减税、降费、稳岗等12条举措"}),
        ("制定整改措施。", set()),
        ("发布《轻工术语》等行业标准。", {"轻工术语"}),
    ],
)
def test_titles_begin_with_verbs_and_measures_are_one(triples: Triples, words: str, things: set[str]) -> None:
    found = {thing for who, predicate, thing in triples(REPORT.format(words)) if predicate == "issues"}
    assert found - {"工业和信息化部科技司2020年工作总结"} == things


def test_who_passed_a_law_issues_it(triples: Triples) -> None:
    text = "《轻工促进法》已由全国人民代表大会常务委员会第七次会议于2023年12月29日通过。"
    assert ("全国人民代表大会常务委员会", "issues", "轻工促进法") in triples(f"央视网消息（新闻联播）：{text}\n")


def test_a_cited_document_is_of_the_year_of_its_number(relations: Relations) -> None:
    words = "严格执行《国务院关于加强轻工标准的意见》（国发〔2015〕9号）和《国务院关于改进轻工计量的通知》。"
    text = REPORT.format(words)
    found = {r.object.name: r.year for r in relations(text) if r.extractor == "issues.in_title"}
    assert found == {"国务院关于加强轻工标准的意见": 2015, "国务院关于改进轻工计量的通知": None}


def test_who_has_to_follow_a_document_implements_it(triples: Triples) -> None:
    text = "工业和信息化部关于做好2018年轻工工作的通知\n\n2018年3月1日\n\n"
    text += "直属高校和科研院所要按照《轻工实验室管理暂行办法》，做好相关工作。\n"
    found = {who for who, predicate, thing in triples(text) if predicate == "implements"}
    assert found == {"直属高校", "科研院所"}


def test_what_is_suspended_is_not_acted_on(triples: Triples) -> None:
    found = triples(REPORT.format("在试点地区暂时调整实施《轻工许可管理办法》。"))
    assert not {t for t in found if t[1] == "implements"}
