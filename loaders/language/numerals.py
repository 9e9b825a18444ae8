"""Numerals: Arabic (1,234.5), Han (一百二十, 两, 三点五) and mixed (1.3万亿, 3千万, 1亿5000万) read as numbers."""

from __future__ import annotations

import re

DIGITS = {c: i % 10 for i, c in enumerate("零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "○": 0, "俩": 2}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}

LONGEST = 48
"""Characters of the longest numeral that is read; a longer run of digits is no number of a policy document."""

HAN_CHARACTERS = "零〇一二三四五六七八九十廿卅百千万亿两"
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,8}(?![\d,])(?:\.\d+)?|\d{1,24}(?:\.\d{1,24})?)"
# the forms of sums of money (伍佰万): alone each of them is a word or a name (陆地, 伍某)
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
# the 千 of 五千瓦 is the unit's, as in 5千瓦; a 千 without a numeral before it is a number (近千米)
HAN = (
    rf"(?:[{HAN_CHARACTERS}]{{1,24}}(?!(?<=[{HAN_CHARACTERS}]千)[瓦米克卡伏帕])(?:点[零〇一二三四五六七八九]{{1,12}})?"
    rf"|[{_FORMAL}][拾佰仟万亿][零{_FORMAL}佰仟万亿]{{0,22}})"
)
# 千 and 百 end a magnitude only where they do not begin a unit (30万千瓦, 5千米)
MAGNITUDE = r"(?:[十百千]?[万亿]{1,3}|[十百千](?![瓦米克卡伏帕分])[万亿]{0,3})"

_ARABIC_MIXED = re.compile(rf"({ARABIC}) *({MAGNITUDE})?")


def read(numeral: str) -> float | None:
    """The value of one numeral without unit, in base units; None where it is none (一二三, 十四五, 万百).

    Spaces inside are allowed. Full-width digits are read as their ASCII forms. Whole numbers come back as int.
    """
    text = numeral.replace(" ", "")
    if not 0 < len(text) <= LONGEST:
        return None
    if text[0] in "0123456789" or (text[0].isdigit() and text[0] not in DIGITS):
        return _mixed(text)
    whole, point, fraction = text.partition("点")
    if point:
        tail = fraction.rstrip("万亿")
        if not tail or any(c not in DIGITS for c in tail):
            return None
        head = han(whole)
        value = None if head is None else float(f"{head}.{''.join(str(DIGITS[c]) for c in tail)}")
        return None if value is None else _times(value, fraction[len(tail):])
    return han(text)


def han(text: str) -> int | None:
    """A Han numeral as int: 三千五百万 is 35000000, 二〇三五 is 2035, 百 is 100; None where it is malformed.

    >>> han("一万三千亿"), han("两百零五"), han("三千五"), han("一二三")
    (1300000000000, 205, 3500, None)
    """
    text = text.replace("廿", "二十").replace("卅", "三十")
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text)) if len(text) == 4 or "〇" in text or "○" in text else None
    total = section = 0  # total: closed by 万 or 亿; section: what stands below the next of them
    digit: int | None = None
    last = 0  # the last magnitude read inside the section, so that it falls
    for index, c in enumerate(text):
        if c in DIGITS:
            if digit:
                return None
            digit = DIGITS[c]
        elif c in SMALL:
            if digit == 0 or (last and SMALL[c] >= last) or (digit is None and index and c != "十"):
                return None
            section += (digit or 1) * SMALL[c]
            digit, last = None, SMALL[c]
        elif c in LARGE:
            section += digit or 0
            if index == 0:
                section = 1  # 万 alone is 10000
            if not section and (LARGE[c] == 10**4 or not total):
                return None
            if LARGE[c] == 10**8:
                total, section = (total + section) * 10**8, 0
            elif total % 10**8:
                return None
            else:
                total, section = total + section * 10**4, 0
            digit, last = None, 0
        else:
            return None
    if digit:
        previous = text[-2] if len(text) > 1 else ""
        if previous in SMALL and previous not in "十拾":
            digit *= SMALL[previous] // 10  # 三千五 is 3500
        elif previous in LARGE:
            digit *= LARGE[previous] // 10  # 两万五 is 25000
    return total + section + (digit or 0)


def pair(text: str) -> tuple[int, int] | None:
    """Two neighboring digits as an estimate: 五六十 is (50, 60), 三五 is (3, 5), 十七八 is (17, 18); else None."""
    match = re.fullmatch(r"(十|[二三四五六七八九]十)?([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]*)", text)
    if not match:
        return None
    tens, first, second, magnitude = match.groups()
    low, high = DIGITS[first], DIGITS[second]
    if not (high == low + 1 or (low, high) == (3, 5)) or (tens and (magnitude or low + high == 10)):
        return None
    base = han(tens) if tens else 0
    factor = han(magnitude) if magnitude else 1
    if base is None or factor is None:
        return None
    return base + low * factor, base + high * factor


def _mixed(text: str) -> float | None:
    """Digits with magnitudes, part by part: 1亿5000万; a 万 or 亿 takes the parts smaller than it (1万3千亿)."""
    parts: list[float] = []
    place = 0
    while place < len(text):
        match = _ARABIC_MIXED.match(text, place)
        if not match:
            return None
        number, magnitude = match.groups()
        value = float(number.replace(",", "")) if "." in number else int(number.replace(",", ""))
        small = magnitude.rstrip("万亿") if magnitude else ""
        value = _times(value, small)
        large = magnitude[len(small):] if magnitude else ""
        while parts and large and parts[-1] < LARGE[large[0]]:
            value += parts.pop()
        parts.append(_times(value, large))
        place = match.end()
    total = sum(parts)
    return int(total) if total == int(total) and abs(total) < 2**53 else total


def _times(value: float, magnitude: str) -> float:
    """The value by every character of the magnitude, without binary noise (22.5万 is 225000)."""
    factor = 1
    for c in magnitude:
        factor *= SMALL.get(c) or LARGE[c]
    product = value * factor
    return float(round(product)) if factor > 1 and abs(product - round(product)) < 1e-6 * max(1, abs(product)) and \
        abs(product) < 2**53 else product
