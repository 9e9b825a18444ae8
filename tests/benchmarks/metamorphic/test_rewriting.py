"""Text written anew: widths, numerals, lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.metamorphic.document import edited
from policygraph.benchmarks.metamorphic.numerals import to_arabic, to_han
from policygraph.benchmarks.metamorphic.typesetting import columns, is_entry, with_leaders, wrapped
from policygraph.benchmarks.metamorphic.widths import narrow_signs, straight_quotes, wide_digits, wide_signs

PROSE = st.text(alphabet="推进制造业升级，。；“”（）《》6.5%0１２A", min_size=1, max_size=200)


def test_widths() -> None:
    assert wide_digits("2020年65%") == "２０２０年６５%"
    assert wide_signs("6.5%(2020),其中1,234家") == "6．5％（2020），其中1,234家"
    assert narrow_signs("增长6％，其中（新增）。") == "增长6%,其中(新增)。"
    assert straight_quotes("“十四五”") == '"十四五"'


@pytest.mark.parametrize(
    ("arabic", "han"),
    [
        ("占比达到65%，", "占比达到百分之六十五，"),
        ("投资1.3万亿元，", "投资一万三千亿元，"),
        ("培育300家企业，", "培育三百家企业，"),
        ("下降0.5个百分点，", "下降零点五个百分点，"),
    ],
)
def test_numerals_both_ways(arabic: str, han: str) -> None:
    assert to_han(arabic) == han
    assert to_arabic(han) == arabic


@pytest.mark.parametrize(
    "text",
    [
        "2020年，", "3月5日，", "3-5家，", "3%至5%，", "第3批，", "“5个一批”，", "300家企业", "12345.6亿元，",
        "名称\t300家，",
    ],
)
def test_what_nobody_writes_in_han_stays(text: str) -> None:
    assert to_han(text) == text


@pytest.mark.parametrize("text", ["一个中心，", "四个全面，", "两三人，", "第三批，", "十几家，"])
def test_what_nobody_writes_in_arabic_stays(text: str) -> None:
    assert to_arabic(text) == text


@given(text=PROSE, width=st.integers(8, 40), indent=st.sampled_from([0, 2]))
def test_lines_hold_the_whole_text_and_keep_to_their_width(text: str, width: int, indent: int) -> None:
    lines = wrapped(text, width, indent)
    assert "".join(lines) == text
    closing, opening = "，。；”）》%.", "（《“"
    for line, following in pairwise(lines):
        assert columns(line.rstrip(closing)) <= width
        assert line[-1] not in opening or not line.strip(opening)
        assert following[0] not in closing


def test_numbers_stay_whole() -> None:
    assert wrapped("新增就业12345人", 6) == ["新增就业", "12345人"]


def test_cut_lines_break_numbers_too() -> None:
    assert wrapped("新增就业12345人", 6, whole_words=False) == ["新增就业1234", "5人"]


def test_an_entry_of_contents_keeps_its_page() -> None:
    assert is_entry("一、总体要求......3")
    assert not is_entry("一、总体要求")
    (line,) = with_leaders("一、总体要求......3", 20)
    assert line.startswith("一、总体要求...")
    assert line.endswith(".3")


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ('<p title="1">1家</p><style>1</style>&#49;', ".html", '<p title="1">2家</p><style>1</style>&#49;'),
        ("---\nn: 1\n---\n[1家](a1.html) 1", ".md", "---\nn: 1\n---\n[2家](a1.html) 2"),
        ("1家", ".txt", "2家"),
    ],
)
def test_markup_links_and_front_matter_stay(text: str, suffix: str, expected: str) -> None:
    assert edited(text, suffix, lambda words: words.replace("1", "2")) == expected
