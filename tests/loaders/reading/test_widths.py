"""Digits, letters and signs read in one width."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.widths import one_width


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("２０２５年达到６５％", "2025年达到65%"),
        ("增长６．５％，装上５Ｇ基站１，２００个", "增长6.5%，装上5G基站1，200个"),
        ("2020年,全市新增(含续建)充电桩3,200个;覆盖率95%.", "2020年，全市新增（含续建）充电桩3,200个；覆盖率95%."),
        ("推进“互联网＋”和AI+行动", "推进“互联网+”和AI+行动"),
        ('实施"十四五"规划和"专精特新"培育工程', "实施“十四五”规划和“专精特新”培育工程"),
        ('培育"链主"企业,\n和"单项冠军"企业', "培育“链主”企业，\n和“单项冠军”企业"),
        ("规划(2021-\n2025年)", "规划（2021-\n2025年）"),
        ("工业和信息化部(AI)", "工业和信息化部（AI）"),
    ],
)
def test_signs_in_chinese_text(written: str, read: str) -> None:
    assert one_width(written) == read


def test_a_quotation_after_a_number_is_no_measure_of_inches() -> None:
    text = '1.2"五个中心"功能提升，5"和12"的屏幕，"一网通办"'
    assert one_width(text) == "1.2“五个中心”功能提升，5\"和12\"的屏幕，“一网通办”"


@pytest.mark.parametrize(
    "text",
    [
        "比例为3:1，时间为10:30，共3,456个",
        "see https://example.org/a?b=c (in English), e.g. [1](note)",
        "[全文](https://example.org/公告)",
        'a screen of 65" and name="x"',
        "涉及7省(市)，生产5000台(套)",  # a unit with its other name stays as written
    ],
)
def test_what_stays(text: str) -> None:
    assert one_width(text) == text


@given(st.text(alphabet="年月达到“”\"'（）()，,.。:：;；％%１２3４5 \nAＢ+＋", max_size=60))
def test_each_character_becomes_itself_in_one_of_its_widths(text: str) -> None:
    for written, read in zip(text, one_width(text), strict=True):
        same = unicodedata.normalize("NFKC", written) == unicodedata.normalize("NFKC", read)
        assert same or (written, read) in {('"', "“"), ('"', "”")}


def test_offsets_stay_and_quotes_show_what_is_written() -> None:
    text = "到２０２５年,培育\"小巨人\"企业６０家。"
    source = read_bytes(text.encode(), "a.txt")
    assert source.main.text == "到2025年，培育“小巨人”企业60家。"
    start = source.main.text.index("60家")
    assert source.quote(*source.main.origin(start, start + 3)) == "６０家"


def test_headers_are_read_like_the_text() -> None:
    text = "---\ntitle: 產業發展規劃(２０２１-2025年)\n---\n為推動產業發展，制定本規劃。\n"
    source = read_bytes(text.encode(), "a.md")
    assert [(name, stated.value) for name, stated in source.headers] == [("title", "产业发展规划（2021-2025年）")]
