"""issues and implements outside a plan's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Triples

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
