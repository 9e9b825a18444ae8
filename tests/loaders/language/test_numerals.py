"""Numerals in every style read back to the value that was written."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.language import numerals


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("0", 0), ("7", 7), ("1,234", 1234), ("12,345,678.5", 12345678.5), ("3.9万", 39000), ("22.5万", 225000),
        ("1.3万亿", 1.3e12), ("311.7亿", 31170000000), ("3千万", 30000000), ("1亿5000万", 150000000),
        ("20亿亿", 2e17),
        ("344087.9万", 3440879000), ("一", 1), ("十", 10), ("两", 2), ("十二", 12), ("二十", 20), ("一百二十", 120),
        ("一百二", 120), ("三千五", 3500), ("两万五", 25000), ("两百零五", 205), ("一万零三十", 10030),
        ("三千五百万", 35000000),
        ("一万三千亿", 1300000000000), ("五万", 50000), ("百", 100), ("万", 10000), ("千亿", 100000000000),
        ("二〇三五", 2035), ("三点五", 3.5), ("一点三万", 13000), ("零", 0), ("1 000 万", 10000000),
        ("1万3千亿", 1300000000000), ("3千5百万", 35000000), ("2万亿3千亿", 2300000000000), ("1.2千亿", 120000000000),
        ("廿五", 25), ("卅", 30), ("一千〇八十", 1080), ("伍佰万", 5000000), ("壹拾贰", 12),
    ],
)
def test_value(numeral: str, value: float) -> None:
    assert numerals.read(numeral) == value


@pytest.mark.parametrize("text", ["", "一二三", "十四五", "百十万千", "二二", "三点", "亿万万亿", "千百"])
def test_no_numeral(text: str) -> None:
    assert numerals.read(text) is None


@pytest.mark.parametrize(
    ("text", "both"),
    [("三五", (3, 5)), ("两三", (2, 3)), ("五六十", (50, 60)), ("七八百", (700, 800)), ("十七八", (17, 18)),
    ("二三十万", (200000, 300000)),
     ("三四", (3, 4)), ("五三", None), ("二四", None), ("十四五万", None), ("三", None)],
)
def test_pair(text: str, both: tuple[int, int] | None) -> None:
    assert numerals.pair(text) == both


@given(st.integers(0, 10**15))
def test_han_written_by_another_library_reads_back(number: int) -> None:
    assert numerals.han(cn2an.an2cn(number)) == number


@given(st.integers(0, 10**15))
def test_the_forms_of_sums_of_money_read_back(number: int) -> None:
    assert numerals.han(cn2an.an2cn(number, "up")) == number


@given(st.integers(1, 9999), st.integers(1, 9), st.sampled_from("亿万"))
def test_a_magnitude_takes_what_is_smaller_before_it(first: int, second: int, last: str) -> None:
    factor = {"亿": 10**8, "万": 10**4}[last]
    smaller, word = {"亿": (10**4, "万"), "万": (10**3, "千")}[last]
    if last == "万":
        first %= 10
    assert numerals.read(f"{first}{word}{second}百{last}") == (first * smaller + second * 100) * factor


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_magnitudes_that_fall_are_added(hundred_millions: int, ten_thousands: int) -> None:
    assert numerals.read(f"{hundred_millions}亿{ten_thousands}万") == hundred_millions * 10**8 + ten_thousands * 10**4


@given(st.integers(0, 10**12), st.sampled_from(["{}", "{:,}"]))
def test_arabic_reads_back(number: int, style: str) -> None:
    assert numerals.read(style.format(number)) == number


@given(st.integers(1, 99999), st.integers(0, 2), st.sampled_from([("百", 100), ("千", 1000), ("万", 10**4),
("亿", 10**8), ("万亿", 10**12)]))
def test_mixed_reads_back_without_binary_noise(number: int, places: int, magnitude: tuple[str, int]) -> None:
    word, factor = magnitude
    written = f"{number / 10**places:.{places}f}{word}"
    assert numerals.read(written) == pytest.approx(number * factor / 10**places, rel=1e-15)


@given(st.text("零〇一二三四五六七八九十百千万亿两点", max_size=12))
def test_any_run_of_numeral_characters_is_read_or_refused(text: str) -> None:
    value = numerals.read(text)
    assert value is None or value >= 0
