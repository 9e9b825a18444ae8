"""Shares and multiples written in words: 百分之三, 三成, 三分之二, 一半, 减半, 翻两番, 数以万计."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...schema.quantities import Quantity
from . import comparators, numerals

_HAN = "[零〇一二三四五六七八九十百两]"
_DIGIT = "[一二两三四五六七八九]"
_TO = "[-–—~至到]"
_TENTHS_END = (
    r"(?=以上|以下|左右|多|的|[,，。；、;）)\n]|$|[是为企人]|不[到足](?:[,，。；、;）)的\n]|$)"
    r"|(?:提高|提升|上升|升|增加|增|扩大|下降|降低|降|减少)[到至为])"
)
_NUMBER = rf"(?:{_HAN}{{1,8}}(?:点{_HAN}{{1,8}})?|\d+(?:\.\d+)?)"
_SHARE = re.compile(
    rf"(?P<per>十万|10万|百万|[百千万])分之(?P<low>{_NUMBER})(?:{_TO}(?:(?:十万|10万|百万|[百千万])分之)?(?P<high>{_NUMBER}))?"
    rf"|(?P<below>{_HAN}{{1,8}})分之(?P<above>{_HAN}{{1,8}})"
    r"|(?<![\d/])(?P<numerator>[1-9])/(?P<denominator>[2-9]|10)"
    r"(?:(?=以上|以下|左右|的|多|[，。；])|(?<=[占由从近超约达过少减低缩]\d/\d)(?![\d/年月]))"
    rf"|(?P<tenths>{_DIGIT}|[1-9](?:\.5)?)成(?P<twentieth>{_DIGIT}|半)?{_TENTHS_END}"
    rf"|(?P<fewer>{_DIGIT})(?:成?{_TO}(?P<more>{_DIGIT})成|(?P<next>{_DIGIT})成{_TENTHS_END})"
    r"|数以(?P<order>[十百千万亿]+)计"
    r"|翻了?(?:(?P<doublings>[一两二三四]|\d(?:\.\d+)?)番"
    r"(?P<again>半(?=[,，。；、;）)的\n]|$))?|番|一?倍)"
    r"|(?P<half>过半数?|[减折]半|半数|一半|(?<=多)半(?=是|为|的)|(?<=超)半)"
)
_FIRST = frozenset("百千万零〇一二三四五六七八九十两123456789数翻过减折半")
_BEHIND = re.compile(
    rf" ?(?P<much>还?多(?![种样元]))? ?(?P<after>{comparators.AFTER})?"
    r"(?P<less>不[到足](?=[,，。；、;）)的\n]|$))?"
)
_PER = {"百": ("%", 1), "千": ("‰", 1), "万": ("‱", 1), "十万": ("‱", 10), "10万": ("‱", 10), "百万": ("‱", 100)}
"""The unit of a share and by what its number is divided (十万分之八: 0.8‱)."""


class _Share(NamedTuple):
    value: float
    unit: str | None = "%"
    high: float | None = None
    measure: str | None = None


def share(text: str, plain: str, start: int, done: int) -> Quantity | None:
    """The share or multiple that begins at `start`; None where none does.

    plain: the text made narrow. done: offset up to which the text is already read.
    """
    match = _SHARE.match(plain, start) if plain[start] in _FIRST else None
    found = _read(match) if match else None
    if match is None or found is None:
        return None
    begin, end = start, match.end()
    cmp, cmp_text = "eq", None
    if (match["half"] or "").startswith("过半"):
        cmp, cmp_text = "gt", "过"
    elif match["order"]:
        cmp, cmp_text = "ge", "数以"
    elif match["half"] and plain[start - 1:start] in ("多", "超"):
        begin, cmp, cmp_text = start - 1, "gt", plain[start - 1]
    if word := comparators.before(plain, start, done, bool(match["tenths"]), found.unit):  # 进度过四成
        begin, cmp, cmp_text = word
    behind = _BEHIND.match(plain, end)
    if behind and behind["much"] and not word:
        end, cmp, cmp_text = behind.end("much"), "gt", behind["much"]
    if behind and behind["after"]:
        end, cmp, cmp_text = behind.end("after"), comparators.AFTER_WORDS[behind["after"]], behind["after"]
    if behind and behind["less"] and not behind["after"]:
        end, cmp, cmp_text = behind.end("less"), "lt", behind["less"]  # 三成不到
    if found.high is not None:
        cmp = "range"
    return Quantity(begin, end, text[begin:end], start, match.end(), found.value, found.unit, cmp, found.high, cmp_text,
                    found.measure)


def _read(match: re.Match[str]) -> _Share | None:
    """What the matched words say; None where they contradict themselves (三分之五)."""
    if match["per"]:
        low, high = numerals.read(match["low"]), numerals.read(match["high"] or "")
        unit, parts = _PER[match["per"]]
        if low is None:
            return None
        if parts > 1:
            low, high = low / parts, None if high is None else high / parts
        return _Share(low, unit, high)
    if match["below"] or match["denominator"]:
        below = numerals.read(match["below"] or match["denominator"])
        above = numerals.read(match["above"] or match["numerator"])
        return _Share(100 * above / below) if below and above is not None and above < below else None
    if match["tenths"]:
        whole, rest = numerals.read(match["tenths"]) or 0, match["twentieth"] or "零"
        return _Share(10 * whole + (5 if rest == "半" else numerals.DIGITS[rest]))
    if match["fewer"]:
        fewer, more = numerals.DIGITS[match["fewer"]], numerals.DIGITS[match["more"] or match["next"]]
        neighbors = fewer + 1 == more  # 七八成; 三五成群 is no share
        return _Share(10 * fewer, high=10 * more) if neighbors or (match["more"] and fewer < more) else None
    if match["order"]:
        order = numerals.read(match["order"])
        return None if order is None else _Share(order, None)
    if match["half"]:
        return _Share(50, measure="change" if match["half"][0] in "减折" else None)
    times: float | None = numerals.read(match["doublings"]) if match["doublings"] else 1
    half = 0.5 if match["again"] else 0  # 翻一番半, which is 翻1.5番
    return None if times is None else _Share(round(2 ** (times + half), 6), None, measure="multiple")
