"""One quantity at a place: numeral, magnitude, unit, range, and the comparators around them."""

from __future__ import annotations

import re

from ...schema.quantities import NotAFigure, Quantity
from . import comparators, numerals
from .units import COUNTERS, NOUN, UNIT, canonical

TRIGGER = re.compile(r"\d+|[零〇一二三四五六七八九十百千万亿两半几数]+|[首翻过减折]")
"""Where a number may begin."""


def _numeral(part: int) -> str:
    """A numeral with its magnitude: 1.3万亿, 1亿5000万, 三千五百万, 20多万, 1000余, 3800+, 5万多."""
    plus = r"\+(?! ?[\dA-Z])"
    return (
        rf"(?P<n{part}>{numerals.ARABIC}|{numerals.HAN})"
        rf"(?: ?(?P<v{part}>[多余]|{plus}|来(?=个|岁|年|万|亿|户|家|名|人)))?"
        rf"(?: ?(?P<m{part}>{numerals.MAGNITUDE}(?:{numerals.ARABIC}{numerals.MAGNITUDE})*))?"
        rf"(?: ?(?P<w{part}>[多余]|{plus}))?"
    )


_SEPARATOR = r" ?(?:[-–—~～―﹣]{1,2}|至|到|或) ?"
_QUANTITY = re.compile(
    rf"{_numeral(1)}(?: ?(?P<u1>{UNIT}))?"
    rf"(?:(?P<sep>{_SEPARATOR})(?P<second>{_numeral(2)})(?: ?(?P<u2>{UNIT}))?)?"
)
_AFTER = re.compile(rf" ?(?P<half>半(?=[,，。；、以的]|$))?(?P<much>多(?=[,，。;；、)]|来|时间|$))? ?(?P<after>{comparators.AFTER}|内(?![容部外涵在地陆需销资河镇循]))?")
_NOUN_AHEAD = re.compile(rf" ?{NOUN}")
_WITHIN = frozenset("天日年周时钟月里米岁秒")  # last characters of units after which 内 means 以内
_VERB_BREAKTHROUGH = re.compile(r" ?[\u4e00-\u9fff]")
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d.])")
_EACH = re.compile(r"[每各][^,，。；：、 \n]{1,12}(?<![进统单唯任同万])$")
_BARE = re.compile(r"[百千万亿]+")
_LETTER = re.compile(r"[A-Za-z]")


def quantity(text: str, plain: str, start: int, done: int) -> Quantity | NotAFigure | None:
    """The quantity whose numeral begins at `start`, or why there is none; None where no numeral begins there.

    done: offset up to which the text is already read: a comparator does not reach left of it.
    """
    match = _QUANTITY.match(plain, start)
    if match is None:
        return None
    low = _value(match, 1)
    if low is None:
        return _pair(text, plain, match, done)
    number_end = max(match.end("n1"), match.end("m1"))
    unit, end = match["u1"], match.end("u1") if match["u1"] else _numeral_end(match, 1)
    high, inside = None, match["v1"] or match["w1"]
    if match["second"] and (span := _range(match, low)):
        low, high = span
        unit, end = match["u2"] or match["u1"], match.end()
        number_end, inside = max(match.end("n2"), match.end("m2")), match["w2"]
        if not match["u2"]:
            end = _numeral_end(match, 2)
    elif match["second"] and unit is None and match["sep"].strip() in ("-", "—", "–") and match["n2"]:
        # 2-1, 12-5: neither a range nor two figures
        return NotAFigure(start, match.end("n2"), text[start:match.end("n2")], "name")
    bare = bool(_BARE.fullmatch(match["n1"])) and not match["m1"]
    word = comparators.before(plain, start, done, bare)
    if unit is None and inside in ("多", "余") and not match["m1"] and not _NOUN_AHEAD.match(plain, end) \
            and match["n1"][-1] not in "万亿":
        inside, end = None, number_end
    refused = _refused(plain, match, unit, high, end, word is not None or inside is not None)
    if refused:
        stop = end if unit else number_end
        if refused == "name" and _LETTER.match(plain, stop):
            stop = re.compile(r"[A-Za-z\d+\-.]*").match(plain, stop).end()  # type: ignore[union-attr]
        return NotAFigure(start, stop, text[start:stop], refused)
    return _finish(text, plain, start, number_end, end, low, high, unit, word, inside)


def _finish(text: str, plain: str, start: int, number_end: int, end: int, low: float, high: float | None,
            unit: str | None, word: comparators.Comparator | None, inside: str | None) -> Quantity:
    """The quantity with the words behind it, and the comparator that counts: behind, inside, before."""
    cmp, cmp_text, begin = ("range" if high is not None else "eq"), None, start
    after = _AFTER.match(plain, end)
    if unit and after and after["half"] and unit in ("年", "岁"):
        low, end = low + 0.5, after.end("half")
    if unit and after and after["much"] and not inside and unit in ("年", "岁", "倍", "番", "小时"):
        inside, end = "多", after.end("much")
    behind = after["after"] if after else None
    if behind == "内" and not (unit and unit[-1] in _WITHIN):
        behind = None
    if word and word.word == "突破" and unit in COUNTERS and not behind and _VERB_BREAKTHROUGH.match(plain, end):
        word = None  # 突破100项关键技术: the verb
    if inside:
        cmp, cmp_text = comparators.INSIDE[inside], inside
    if word:
        begin = word.start
        if not (inside and word.cmp == "about"):
            cmp, cmp_text = ("about" if word.cmp == "lt" and inside in ("多", "余") else word.cmp), word.word
    if behind and after:
        end = after.end("after")
        if not (word and word.cmp in ("ge", "le")):
            cmp, cmp_text = comparators.AFTER_WORDS[behind], behind
    if high is not None:
        cmp = "range"
    given = canonical(unit) if unit else None
    measure = {"个百分点": "change", "倍": "multiple"}.get(given or "")
    return Quantity(begin, end, text[begin:end], start, number_end, low, given, cmp, high, cmp_text, measure)


def _numeral_end(match: re.Match[str], part: int) -> int:
    return max(match.end(f"{name}{part}") for name in "nvmw")


def _value(match: re.Match[str], part: int) -> float | None:
    return numerals.read(match[f"n{part}"] + (match[f"m{part}"] or ""))


def _range(match: re.Match[str], low: float) -> tuple[float, float] | None:
    """Both ends in base units, or None where the second number is no upper end of the first."""
    high = _value(match, 2)
    if high is None or match["v1"] or match["w1"]:
        return None
    first, second = match["u1"], match["u2"]
    if first and second and canonical(first) != canonical(second) or first and not second and first != "%":
        return None
    if match["m2"] and not match["m1"] and not first:
        scaled = numerals.read(match["n1"] + match["m2"])
        if scaled is not None and scaled <= high:
            low = scaled
    return (low, high) if low < high else None


def _pair(text: str, plain: str, match: re.Match[str], done: int) -> Quantity | NotAFigure:
    """三五家, 五六十人: two neighbouring digits are a range; anything else that is no numeral is an idiom."""
    start, stop = match.span("n1")
    both = numerals.pair(match["n1"] + (match["m1"] or ""))
    if both and match["u1"]:
        low, high = both
        end = match.end("u1")
        word = comparators.before(plain, start, done)
        return _finish(text, plain, start, _numeral_end(match, 1), end, low, high, match["u1"], word, None)
    return NotAFigure(start, stop, text[start:stop], "idiom")


def _refused(plain: str, match: re.Match[str], unit: str | None, high: float | None, end: int, marked: bool) -> str | None:
    """Why the number is no figure, from what stands around it; None where it is one."""
    start, numeral = match.start(), match["n1"]
    arabic = numeral[0].isdigit()
    if unit is None and _LETTER.match(plain, end):
        return "name"  # 5G, 3D
    if arabic:
        if unit is None and not marked and not match["m1"] and _YEAR.fullmatch(numeral):
            return "date"  # 中国制造2025, 科技创新2030
        return None
    if marked or high is not None:
        return None if unit or match["m1"] or numeral[-1] in "万亿" or _NOUN_AHEAD.match(plain, end) \
            or match["v1"] == "余" else "idiom"
    behind = _AFTER.match(plain, end)
    if unit and behind and behind["after"]:
        return None
    if _BARE.fullmatch(numeral) and plain[start - 1:start] == "每":
        return "idiom"  # 每亿元营业收入: per
    if numeral == "一" and unit != "倍" and not (unit and _EACH.search(plain, max(0, start - 16), start)):
        return "idiom"  # 一个 is an article more often than a count
    if unit == "年" and not (behind and (behind["half"] or behind["much"])):
        return "date"  # 三年的努力
    if unit is None and not _NOUN_AHEAD.match(plain, end):
        # 五万, 三千五百万 stand alone; a small Han number without a unit or a noun does not
        stands = len(numeral) > 1 and numeral[-1] in "万亿" and not _BARE.fullmatch(numeral)
        return None if stands else "idiom"
    return None
