"""One amount at a place: numeral, magnitude, unit, range, and the comparators around them."""

from __future__ import annotations

import re

from ...schema.quantities import NotAFigure, Quantity
from . import comparators, numerals
from .comparators import Comparator
from .units import COUNTERS, LENGTHS, NOUN, UNIT, canonical

TRIGGER = re.compile(rf"\d+|[{numerals.HAN_CHARACTERS}半几数]+|[首翻过减折壹贰叁肆伍陆柒捌玖拾]")
"""Where a number may begin."""


def _numeral(part: int) -> str:
    """A numeral with its magnitude: 1.3万亿, 1亿5000万, 三千五百万, 20多万, 1000余, 十几, 3800+, 5万多, 3万多亿."""
    plus = r"\+(?! ?[\dA-Z])"
    return (
        rf"(?P<n{part}>{numerals.ARABIC}|{numerals.HAN})"
        rf"(?: ?(?P<v{part}>[多余]|{plus}|来(?=个|岁|年|万|亿|户|家|名|人)|(?<=[十0])几))?"
        rf"(?: ?(?P<m{part}>{numerals.MAGNITUDE}(?:{numerals.ARABIC}{numerals.MAGNITUDE}){{0,3}}))?"
        rf"(?: ?(?P<w{part}>[多余]|{plus})(?:(?<=[十百千万][多余])(?P<x{part}>亿|(?<!万[多余])万亿?))?)?"
    )


_SEPARATOR = r" ?(?:[-–—~～―﹣]{1,2}|至|到|或) ?"
_AMOUNT = re.compile(
    rf"{_numeral(1)}(?: ?(?P<u1>{UNIT}))?"
    rf"(?:(?P<sep>{_SEPARATOR})(?P<second>{_numeral(2)})(?: ?(?P<u2>{UNIT}))?)?"
)
_BEHIND = re.compile(
    r" ?(?P<half>半(?=[,，。；、以的]|$))?(?P<much>多(?=[,，。;；、)]|来|时间|$))?"
    rf" ?(?P<after>{comparators.AFTER}|以外|内(?![容部外涵在地陆需销资河镇循]))?"
)
_CLOSES = re.compile(r" ?(?:[,，。；;、）)\n]|$)")
_NOUN_AHEAD = re.compile(rf" ?{NOUN}")
# last characters of units of time, and of the units after which 内 means 以内 and 以外 is no "except"
_TIME = frozenset("天日年周时钟月秒")
_ONLY_AFTER = {"内": _TIME | frozenset("里米岁"), "以外": frozenset("里米岁")}
_DEGREES = ("℃", "摄氏度", "度")
_MINUS, _SIGNED = ("-", "−", "–"), ("为", "是", "达", "至", "到", "率", "长")  # elsewhere it is a dash
_OPEN_ENDED = frozenset(("年", "岁", "倍", "番", "小时"))  # units that 多 may follow (两年多)
_HAN_BEHIND = re.compile(r" ?[\u4e00-\u9fff]")
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d.])")
_PER = re.compile(r"每 ?$")
_EACH = re.compile(r"[每各][\d至到—-]{0,12}[^,，。；：、 \n]{1,12}(?<![进统单唯任同万])$")
_BARE = re.compile(r"[百千万亿]+")
_FORTUNE = re.compile(r"[百千万]亿")
_LATIN = re.compile(r"[A-Za-z][A-Za-z\d+\-.]*")


def amount(text: str, plain: str, start: int, done: int) -> Quantity | NotAFigure | None:
    """The amount whose numeral begins at `start`, or why there is none; None where no numeral begins there.

    plain: the text made narrow. done: offset up to which the text is already read: no comparator reaches left of it.
    """
    match = _AMOUNT.match(plain, start)
    if match is None:
        return None
    low = _value(match, 1)
    if low is None:
        return _estimate(text, plain, match, done)
    unit, high, inside, number_end = match["u1"], None, match["v1"] or match["w1"], _number_end(match, 1)
    end = match.end("u1") if unit else _numeral_end(match, 1)
    if match["second"]:
        both = _range(match, low)
        if both:
            low, high = both
            unit, inside, number_end = match["u2"] or unit, match["w2"], _number_end(match, 2)
            end = match.end() if match["u2"] else _numeral_end(match, 2)
        elif unit is None and match["sep"].strip() in ("-", "—", "–"):
            stop = match.end("n2")
            return NotAFigure(start, stop, text[start:stop], "name")  # 12-5: neither a range nor two figures
    bare = bool(_BARE.fullmatch(match["n1"])) and not match["m1"]
    word = comparators.before(plain, start, done, bare, unit)
    large = bool(match["m1"]) or match["n1"][-1] in "万亿"
    ends_here = _NOUN_AHEAD.match(plain, end) or _CLOSES.match(plain, end)
    if unit is None and inside in ("多", "余") and not large and not ends_here:
        inside, end = None, number_end  # 10多功能…: the word behind begins with 多
    reason = _refusal(plain, match, unit, end, marked=bool(word or inside or high is not None))
    if reason:
        stop = end if unit else number_end
        if reason == "name" and (latin := _LATIN.match(plain, stop)):
            stop = latin.end()
        return NotAFigure(start, stop, text[start:stop], reason)
    return _finish(text, plain, (start, number_end, end), (low, high), unit, word, inside)


_HALF_UNITS = {"半小时": "小时", "半月": "个月", "半钟头": "小时"}
_HALF = re.compile("|".join(_HALF_UNITS))


def _finish(text: str, plain: str, place: tuple[int, int, int], values: tuple[float, float | None], unit: str | None,
            word: Comparator | None, inside: str | None) -> Quantity:
    """The quantity, with the comparator that counts: behind it, else before it, else inside it.

    place: where the numeral begins, where it ends, where the unit ends. values: low and high.
    """
    (start, number_end, end), (low, high) = place, values
    if high is None and plain[start - 1 : start] in _MINUS and plain[max(0, start - 2) : start - 1] in _SIGNED:
        start, low = start - 1, -low  # 增长率为-2.3‰
    if unit in _DEGREES and plain.endswith("零下", 0, start):
        start, low, high = start - 2, -(low if high is None else high), None if high is None else -low
    begin, cmp, cmp_text = start, "eq", None
    if plain.startswith("个多", number_end) and end >= number_end + 2:
        inside = "多"  # 2个多百分点
    if unit == "个" and (half := _HALF.match(plain, end)):
        low, unit, end = low + 0.5, _HALF_UNITS[half.group()], half.end()  # 2个半小时
    behind = _BEHIND.match(plain, end)
    if behind and behind["half"] and unit in ("年", "岁"):
        low, end = low + 0.5, behind.end("half")
    if behind and behind["much"] and not inside and unit in _OPEN_ENDED:
        inside, end = "多", behind.end("much")
    after = behind["after"] if behind else None
    if after in _ONLY_AFTER and not (unit and unit[-1] in _ONLY_AFTER[after]):
        after = None
    if word and word.word == "突破" and unit in COUNTERS and not after and _HAN_BEHIND.match(plain, end):
        word = None  # 突破100项关键技术: the verb
    if inside:
        cmp, cmp_text = comparators.INSIDE[inside], inside
    if word:
        begin = word.start
        if not (inside and word.cmp == "about"):
            cmp = "about" if inside and word.cmp == "lt" else word.cmp  # 近180多家
            cmp_text = word.word
    if after and behind:
        end = behind.end("after")
        if not (word and word.cmp in ("ge", "le")):
            cmp, cmp_text = comparators.AFTER_WORDS[after], after
    if high is not None:
        cmp = "range"
    given = canonical(unit) if unit else None
    if given and "(" in given and "（" in text[number_end:end]:
        given = given.replace("(", "（").replace(")", "）")
    measure = {"个百分点": "change", "倍": "multiple"}.get(given or "")
    return Quantity(begin, end, text[begin:end], start, number_end, low, given, cmp, high, cmp_text, measure)


def _number_end(match: re.Match[str], part: int) -> int:
    """Where numeral and magnitude end."""
    return max(match.end(f"n{part}"), match.end(f"m{part}"), match.end(f"x{part}"))


def _numeral_end(match: re.Match[str], part: int) -> int:
    """Where they end with 多, 余 or + behind them."""
    return max(_number_end(match, part), match.end(f"v{part}"), match.end(f"w{part}"))


def _value(match: re.Match[str], part: int) -> float | None:
    return numerals.read(match[f"n{part}"] + (match[f"m{part}"] or "") + (match[f"x{part}"] or ""))


def _range(match: re.Match[str], low: float) -> tuple[float, float] | None:
    """Both ends in base units; None where the second number is no upper end of the first."""
    high = _value(match, 2)
    if high is None or match["v1"] or match["w1"]:
        return None
    first, second = match["u1"], match["u2"]
    shared = first == "个" and bool(second) and second.startswith("个")  # 8个至15个百分点
    if first and second and canonical(first) != canonical(second) and not shared:
        return None
    if first and not second and first != "%":
        return None
    if match["m2"] and not match["m1"] and not first:  # 500-1000万元
        scaled = numerals.read(match["n1"] + match["m2"])
        if scaled is not None and scaled <= high:
            low = scaled
    return (low, high) if low < high else None


def _estimate(text: str, plain: str, match: re.Match[str], done: int) -> Quantity | NotAFigure:
    """三五家, 五六十人: two neighboring digits are a range; anything else that is no numeral is an idiom."""
    start, stop = match.span("n1")
    both = numerals.pair(match["n1"] + (match["m1"] or ""))
    if both and match["u1"]:
        place = (start, _numeral_end(match, 1), match.end("u1"))
        return _finish(text, plain, place, both, match["u1"], comparators.before(plain, start, done), None)
    return NotAFigure(start, stop, text[start:stop], "idiom")


def _refusal(plain: str, match: re.Match[str], unit: str | None, end: int, marked: bool) -> str | None:
    """Why the number is no figure, from what stands around it; None where it is one.

    marked: a comparator or a range says that it is counted.
    """
    start, numeral = match.start(), match["n1"]
    if unit is None and _LATIN.match(plain, end):
        return "name"  # 5G, 3D
    if _PER.search(plain, max(0, start - 2), start) and not (unit and unit[-1] in _TIME):
        return "idiom"  # 每亿元营业收入, 每10万人口: the base of a rate; but 每3年, 每5天 are lengths of time
    if numeral[0].isdigit():
        year = unit is None and not marked and not match["m1"] and _YEAR.fullmatch(numeral)
        return "date" if year else None  # 中国制造2025
    counted = unit is not None or _NOUN_AHEAD.match(plain, end) is not None
    if unit is None and _FORTUNE.fullmatch(numeral) and not match["m1"] and _HAN_BEHIND.match(plain, end):
        return "name"  # 超百亿工业企业: a class by its money
    if marked:
        return None if counted or match["m1"] or numeral[-1] in "万亿" or match["v1"] == "余" else "idiom"
    behind = _BEHIND.match(plain, end)
    if unit and behind and (behind["after"] or (unit == "年" and (behind["half"] or behind["much"]))):
        return None  # 一年半, 两年以上
    if numeral == "一" and not (unit and _counts_one(plain, unit, start)):
        return "idiom"  # 一个 is an article more often than a count
    if unit == "年":  # 三年的努力; but 提前两年
        return None if plain.endswith(LENGTHS, 0, start) else "date"
    if not counted:  # 五万, 三千五百万 stand alone; a small Han number without a unit or a noun does not
        return None if len(numeral) > 1 and numeral[-1] in "万亿" and not _BARE.fullmatch(numeral) else "idiom"
    return None


def _counts_one(plain: str, unit: str, start: int) -> bool:
    """Whether 一 before this unit is a count: 一倍, 一千瓦, 每个城市一家."""
    return unit == "倍" or unit[0] == "千" or _EACH.search(plain, max(0, start - 28), start) is not None
