"""Where a sentence ends, and where it does not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import MappedText
from policygraph.loaders.structure.sentences import sentence_spans, split_sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("全年新增12家。累计达40家！还要多少？", ["全年新增12家。", "累计达40家！", "还要多少？"]),
        ("培育企业3.5万家；建成平台2个，投资1．2亿元。", ["培育企业3.5万家；建成平台2个，投资1．2亿元。"]),
        ("他说：“要快。要好。”各地照办。", ["他说：“要快。要好。”", "各地照办。"]),
        ("坚持“稳字当头。”的要求。", ["坚持“稳字当头。”的要求。"]),
        ("落实《谁来做？怎么做。》的通知要求。", ["落实《谁来做？怎么做。》的通知要求。"]),
        ("新建（含在建。）项目6个。", ["新建（含在建。）项目6个。"]),
        ("扩大试点。（财政部、教育部负责）做好总结。", ["扩大试点。（财政部、教育部负责）", "做好总结。"]),
        ("扩大试点。（二）做好总结。", ["扩大试点。", "（二）做好总结。"]),
        ("真的吗？！当然……还要看。", ["真的吗？！", "当然……还要看。"]),
        ("没有结尾的一句", ["没有结尾的一句"]),
        ("“只有开头的引号。下一句。", ["“只有开头的引号。", "下一句。"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_long_quotation_is_split_inside() -> None:
    text = "他说：“" + "要抓紧落实。" * 100 + "”会议结束。"
    assert len(split(text)) == 101


def test_offsets_lead_back() -> None:
    text = MappedText.whole("甲。 乙。").slice(0, 5)
    first, second = split_sentences(text)
    assert (first.text, first.origin(0, 2)) == ("甲。", (0, 2))
    assert (second.text, second.origin(0, 2)) == ("乙。", (3, 5))


@given(st.text("甲乙。！？；“”《》（）3.5 一二、", max_size=80))
def test_nothing_is_lost_and_order_kept(text: str) -> None:
    spans = list(sentence_spans(text))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert all(a < b and text[a:b].strip() for a, b in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
