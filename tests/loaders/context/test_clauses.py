"""Clause cutting: what is cut, what stays whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.context.clauses import cut
from policygraph.schema.punctuation import PAIRS


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年新建园区20个，培训5000人次；投入资金3亿元。", ["全年新建园区20个", "培训5000人次", "投入资金3亿元"]),
        ("目标如下：建成基地10个！", ["目标如下", "建成基地10个"]),
        ("印发《关于促进园区提质，增效的意见》，共12条。", ["印发《关于促进园区提质，增效的意见》", "共12条"]),
        ("实施“建平台，强链条”工程，覆盖3市", ["实施“建平台，强链条”工程", "覆盖3市"]),
        ("完成投资（含技改，不含土地）12亿元，增长5%", ["完成投资（含技改，不含土地）12亿元", "增长5%"]),
        ("出口1,234台,增长3%", ["出口1,234台", "增长3%"]),
        ("会议于9:30开始，历时2天", ["会议于9:30开始", "历时2天"]),
        ("平台数\t120个\t省级", ["平台数", "120个", "省级"]),
        ("  ，新建20个  ，。", ["新建20个"]),
        ("《办法〈试行，修订〉》，施行", ["《办法〈试行，修订〉》", "施行"]),
    ],
)
def test_where_a_sentence_is_cut(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_a_long_quotation_holds_clauses_of_its_own() -> None:
    inside = "加快建设，" * 20
    assert clauses(f"会议指出“{inside}”。")[:2] == ["会议指出“加快建设", "加快建设"]


def test_an_opening_mark_without_its_end_closes_nothing() -> None:
    assert clauses("要求“加快建设，扩大投资") == ["要求“加快建设", "扩大投资"]


def test_an_end_without_opening_is_plain_text() -> None:
    assert clauses("加快建设”，扩大投资") == ["加快建设”", "扩大投资"]


@pytest.mark.parametrize("text", ["", "  ", "，。；"])
def test_nothing_to_cut(text: str) -> None:
    assert cut(text) == ()


MARKS = "，；：,;:。！？!?\t"
TEXTS = st.text("工作园区12 3%，；：,:。！\t《》“”（）()〈〉个家\u3000", max_size=120)


@given(TEXTS)
def test_clauses_cover_every_character_but_marks_and_space(text: str) -> None:
    places = cut(text)
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    inside = {at for start, end in places for at in range(start, end)}
    assert all(text[at] in MARKS or text[at].isspace() for at in set(range(len(text))) - inside)
    for start, end in places:
        assert text[start:end] == text[start:end].strip()


@given(
    st.lists(st.text("工作园区12%", max_size=8), min_size=1, max_size=4),
    st.sampled_from(sorted(PAIRS.items())),
    st.lists(st.text("企业项目34个", max_size=8), max_size=4),
)
def test_a_short_pair_is_never_cut(inside: list[str], pair: tuple[str, str], around: list[str]) -> None:
    whole = f"{pair[0]}{'，'.join(inside)}{pair[1]}"
    text = "；".join([*around, f"印发{whole}后", *around])
    start = text.index(whole)
    assert any(a <= start and start + len(whole) <= b for a, b in cut(text))
