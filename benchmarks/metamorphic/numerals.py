"""Arabic numerals written as Han numerals and the other way round, where a well-read writer could."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import cn2an

_MAGNITUDES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "": 1,
}  # fmt: skip
_MAGNITUDE = "|".join(sorted(_MAGNITUDES, key=len, reverse=True))[:-1]
# What is counted with a numeral of either kind in running text. Not 年 月 日 号 届 (dates, ordinals), not 度 ℃ 级 mm.
_COUNTED = (
    "个|项|家|座|人次|人|名|条|种(?!植)|套|台(?![县区河市])|件|所|处|户|辆|亩|元|吨|公里|平方米|平方公里|千瓦时|千瓦|位|支"
    "|场|批|部|门|例"
)
_HAN = "[一二三四五六七八九十百千万亿两零]"
_COUNTED_SINGLY = frozenset("家座名所套台户辆亩元吨") | {"公里", "平方米", "个百分点"}
"""Units before which a single digit may be Arabic; before 个, 项 and 件 it may be a slogan (四个全面, 两件大事)."""
_DIGIT = re.compile("[一二三四五六七八九两]")
_NEIGHBORS = re.compile("[一二三四五六七八九两]{2}")
"""两三人, 五六十家: an estimate, not a numeral."""
# A numeral that is part of something longer: a name (G20), a range (3-5), a date, a label, a number 第3, a fraction.
_BEFORE = r"(?<!^)(?<![\dA-Za-z.．,，#&第〔\[（(/:：\-—–―~～－×−])(?<![\d%％万亿元人个家项][至到])"
_AFTER = r"(?!\s*(?:[\-—–―~～－×−/]|[至到]\s*\d))"

_ARABIC = re.compile(
    rf"{_BEFORE}(?P<number>\d{{1,12}}(?:\.\d{{1,2}})?)"
    rf"(?:(?P<percent>[%％])(?!{_HAN})|(?P<magnitude>{_MAGNITUDE})?(?P<more>[多余])?(?P<unit>个百分点|{_COUNTED})|(?P<alone>万亿|亿|万)"
    rf"(?=[多余]?[\u4e00-\u9fff])(?!\d)){_AFTER}",
    re.MULTILINE,
)
_HAN_NUMERAL = re.compile(
    rf"(?<![第{_HAN[1:-1]}\d.．分点几数初多余上唯])(?<!\d\s)"
    rf"(?:百分之(?P<percent>{_HAN}{{1,8}}(?:点[零一二三四五六七八九]{{1,2}})?)(?![{_HAN[1:-1]}几多])"
    rf"|(?P<number>{_HAN}{{1,16}}(?:点[零一二三四五六七八九]{{1,2}})?)(?P<more>[多余])?(?P<unit>个百分点|{_COUNTED}))"
    rf"(?!\s*(?:[\-—–―~～－]|[至到]\s*(?:{_HAN}|百分)))"
)
_QUOTED = re.compile(r"“[^”\n]{0,60}”|《[^》\n]{0,80}》|‘[^’\n]{0,40}’")
_RUNNING = re.compile(r"[，。；,;]")
_MOST_DIGITS = 4
"""A number with more digits that are not zero is one that nobody writes out."""


def to_han(text: str) -> str:
    """65% becomes 百分之六十五, 1.3万亿元 becomes 一万三千亿元, 300家 becomes 三百家; 1家 stays, as 一家 may be any."""
    return _in_running_text(text, name_to_han)


def to_arabic(text: str) -> str:
    """百分之六十五 becomes 65%, 一万三千亿元 becomes 1.3万亿元, 三百家 becomes 300家; 一个, 两项 and 八项规定 stay."""
    return _in_running_text(text, name_to_arabic)


def name_to_han(text: str) -> str:
    """The numerals of a subject as `to_han` writes those of a text."""
    return _ARABIC.sub(_in_han, text)


def name_to_arabic(text: str) -> str:
    """The numerals of a subject as `to_arabic` writes those of a text."""
    return _HAN_NUMERAL.sub(_in_arabic, text)


def _in_running_text(text: str, change: Callable[[str], str]) -> str:
    """Changes sentences; headings, tables, quotations and titles keep their wording."""
    lines = []
    for line in text.splitlines(keepends=True):
        if "\t" in line or "|" in line or not _RUNNING.search(line):
            lines.append(line)
            continue
        last = 0
        for match in _QUOTED.finditer(line):
            lines += [change(line[last : match.start()]), match.group()]
            last = match.end()
        lines.append(change(line[last:]))
    return "".join(lines)


def _in_han(match: re.Match[str]) -> str:
    number, unit = match["number"], match["unit"] or ""
    magnitude = match["magnitude"] or match["alone"] or ""
    if match["percent"]:
        return "百分之" + _han(number) if Decimal(number) <= 100 else match.group()
    value = Decimal(number) * _MAGNITUDES[magnitude]
    if unit == "个百分点" and not magnitude:
        return _han(number) + unit
    digits = len(value.normalize().as_tuple().digits)
    if value != value.to_integral_value() or value <= 1 or digits > _MOST_DIGITS:
        return match.group()
    han = _han(str(int(value)))
    if han[0] == "二" and (len(han) == 1 or han[1] in "千万亿"):
        han = "两" + han[1:]
    if match["more"] and han[-1] not in "十百千万亿":
        return match.group()
    return han + (match["more"] or "") + unit


def _in_arabic(match: re.Match[str]) -> str:
    han = match["percent"] or match["number"]
    if not match["percent"] and (not _DIGIT.search(han) or _NEIGHBORS.search(han)):
        return match.group()
    try:
        value = Decimal(str(cn2an.cn2an(han, "smart")))
    except ValueError:
        return match.group()
    if match["percent"]:
        return f"{_plain(value)}%"
    if match["unit"] == "个百分点" and not match["more"]:
        return f"{_plain(value)}{match['unit']}"
    if value <= 1 or (value < 10 and match["unit"] not in _COUNTED_SINGLY and "点" not in han):
        return match.group()
    for magnitude in ("万亿", "亿", "万"):
        if value >= _MAGNITUDES[magnitude]:
            return f"{_plain(value / _MAGNITUDES[magnitude])}{magnitude}{match['more'] or ''}{match['unit']}"
    return f"{_plain(value)}{match['more'] or ''}{match['unit']}"


def _han(number: str) -> str:
    return str(cn2an.an2cn(number, "low"))


def _plain(value: Decimal) -> str:
    """Without an exponent or zeros after the point."""
    return f"{value.normalize():f}"
