"""Quantities of other shapes: ranks (第12位, 居首位) and parts (百分之三, 三成, 三分之二, 一半, 翻番)."""

from __future__ import annotations

import re

from ...schema.quantities import Quantity
from . import comparators, numerals

_N = rf"(?:{numerals.ARABIC}|{numerals.HAN})"
_H = "[零〇一二三四五六七八九十百两]"
_RANK = re.compile(rf"(?P<n>{_N}) ?(?P<u>[位名](?![置列数额单义]))?(?P<large>大(?!道|街))?")
_PLACED = re.compile(  # what stands before a rank without 位: 位列全省第三, 全球第一
    r"(?:(?:居|列|排名?|排在|位|夺|获|保持|名列|跃升|升至|上升到)[^，。；、\n]{0,14}|(?:全球|世界|全国|全省|全市|全区|国内|亚洲|我国|中部|西部|东部|各省)) ?$"
)
_PUT = re.compile(r"(?:放|摆|列|置于|作为)在?(?:了)? ?$")
_AFTER_RANK = re.compile(r" ?(?:[，。；、,;:：！”》)\n\t]|$|的|和|，)")
_FIRST = re.compile(r"(?<=居)首(?=[，。；、,;\n]|$)|首位|首(?=[，。；\n]|$)")
_FIRST_BEFORE = re.compile(r"(?:居|列|位)[^，。；\n]{0,16}$|之$")

_FRACTION = re.compile(
    rf"(?P<per>[百千万])分之(?P<p>{_H}+(?:点{_H}+)?|\d+(?:\.\d+)?)(?:(?P<ps>[至到—-])(?:[百千万]分之)?(?P<q>{_H}+(?:点{_H}+)?|\d+(?:\.\d+)?))?"
    rf"|(?P<d>{_H}+)分之(?P<e>{_H}+)"
    r"|(?<![\d/])(?P<x>[1-9])/(?P<y>[2-9]|10)(?=以上|以下|左右|的|多|[，。；])"
    r"|(?P<c>[一二三四五六七八九])成(?P<c2>[一二三四五六七八九半])?(?=以上|以下|左右|多|的|[，。；、,;）)\n]|$|[是为企人])"
    r"|(?P<c3>[一二三四五六七八九])(?:[至到—-](?P<c4>[一二三四五六七八九]))成"
    r"|数以(?P<so>[十百千万亿]+)计"
    r"|翻(?:了)?(?:(?P<f>[一两二三四]|\d(?:\.\d+)?)番|番|倍|了?一倍)"
    r"|(?P<half>过半|[减折]半|半数|一半|(?<=多)半(?=是|为|的)|(?<=超)半数?)"
)
_FRACTION_FIRST = frozenset("百千万零〇一二三四五六七八九十两123456789数翻过减折半")
_AFTER = re.compile(rf" ?(?P<much>多(?![种样元]))? ?(?P<after>{comparators.AFTER})?")
_PER = {"百": "%", "千": "‰", "万": "‱"}


def rank(text: str, plain: str, start: int, done: int) -> Quantity | None:
    """第12位, 位列全省第三, 全球第二大…, 居首位: a rank; None for other ordinals and where no rank begins."""
    if plain[start] == "首":
        match = _FIRST.match(plain, start)
        if not match or not _FIRST_BEFORE.search(plain, max(done, start - 20), start):
            return None
        end = match.end()
        unit = "位" if match[0].endswith("位") else None
        return Quantity(start, end, text[start:end], start, start + 1, 1, unit, measure="rank")
    first = start - 2 if plain[start - 1:start] == " " else start - 1
    if first < 0 or plain[first] != "第":
        return None
    match = _RANK.match(plain, start)
    if not match:
        return None
    value = numerals.read(match["n"])
    if value is None:
        return None
    if value == 1 and match["u"] and _PUT.search(plain, max(0, first - 8), first):
        return None  # 放在第一位
    if not match["u"] and not (
        (match["large"] or _AFTER_RANK.match(plain, match.end())) and _PLACED.search(plain, max(0, first - 20), first)
    ):
        return None
    end = match.end()
    return Quantity(first, end, text[first:end], start, match.end("n"), value, match["u"], measure="rank")


def fraction(text: str, plain: str, start: int, done: int) -> Quantity | None:
    """百分之三, 万分之三, 三成, 三分之二, 2/3, 一半, 翻两番; None where none begins at `start`."""
    match = _FRACTION.match(plain, start) if plain[start] in _FRACTION_FIRST else None
    if not match:
        return None
    value, unit, high, measure = _read(match)
    if value is None:
        return None
    end, begin, cmp, cmp_text = match.end(), start, "eq", None
    if match["half"] == "过半":
        cmp, cmp_text = "gt", "过"
    if match["so"]:
        cmp, cmp_text = "ge", "数以"
    word = comparators.before(plain, start, done)
    if word:
        begin, cmp, cmp_text = word.start, word.cmp, word.word
    elif match["half"] and plain[start - 1:start] in ("多", "超"):
        begin, cmp, cmp_text = start - 1, "gt", plain[start - 1]
    after = _AFTER.match(plain, end)
    if after and after["much"] and not word:
        end, cmp, cmp_text = after.end("much"), "gt", "多"
    if after and after["after"]:
        end, cmp, cmp_text = after.end("after"), comparators.AFTER_WORDS[after["after"]], after["after"]
    if high is not None:
        cmp = "range"
    return Quantity(begin, end, text[begin:end], start, match.end(), value, unit, cmp, high, cmp_text, measure)


def _read(match: re.Match[str]) -> tuple[float | None, str | None, float | None, str | None]:
    """Value, unit, high, measure of one fraction."""
    if match["per"]:
        high = numerals.read(match["q"]) if match["q"] else None
        return numerals.read(match["p"]), _PER[match["per"]], high, None
    if match["d"] or match["x"]:
        below = numerals.read(match["d"] or match["y"])
        above = numerals.read(match["e"] or match["x"])
        if not below or above is None or above >= below:
            return None, None, None, None
        return 100 * above / below, "%", None, None
    if match["c"]:
        extra = {"半": 5}.get(match["c2"] or "", numerals.DIGITS.get(match["c2"] or "", 0))
        return 10 * numerals.DIGITS[match["c"]] + extra, "%", None, None
    if match["c3"]:
        return 10 * numerals.DIGITS[match["c3"]], "%", 10 * numerals.DIGITS[match["c4"]], None
    if match["so"]:
        return numerals.read(match["so"]), None, None, None
    if match["half"]:
        return 50, "%", None, "change" if match["half"][0] in "减折" else None
    times = numerals.read(match["f"]) if match["f"] else 1
    return (None if times is None else round(2**times, 6)), None, None, "multiple"
