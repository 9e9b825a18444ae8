"""Words beside a number that say how exact it is, from schema/vocabularies/comparators.yaml."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from ...schema.quantities import NotAFigure, Quantity
from ...schema.vocabulary import alternation, vocabulary

_JOINT = re.compile(r" ?(?:[、和及与]|以及) ?")
_APART = re.compile(r" ?[、，至]? ?")
_DATA = vocabulary("comparators")
BEFORE: dict[str, str] = _DATA["before"] | {
    negation + word: cmp for negation in _DATA["negations"] for word, cmp in _DATA["negated"].items()
}
"""Every word that may stand before a number, the negated ones included (不得超过), and its cmp."""
_LONGEST = max(map(len, BEFORE))
_NOT_AFTER: dict[str, str] = _DATA["not_after"]
_FILLED = frozenset(_DATA["filled"])
_FILLERS = sorted(_DATA["fillers"], key=len, reverse=True)
_CHANGES = tuple(_DATA["change"])
_LAST = frozenset(word[-1] for word in BEFORE)
_MAYBE = _LAST | frozenset(word[-1] for word in (*_FILLERS, *_CHANGES)) | {" "}

_REACHING = re.compile(
    rf"(?:(?P<least>{alternation(_DATA['reaching'])})(?:要|需|应)?[\u4e00-\u9fff]{{1,4}}"
    rf"|(?P<most>{alternation(_DATA['granted'])})(?:{alternation(_DATA['granting'])}){{1,2}}"
    r"|(?P<share>大?约)占[\u4e00-\u9fff]{1,8}) ?$"
)
_REACHING_HINT = re.compile("[至最起约]")
_REACH = 13
"""Characters left of a number in which _REACHING is sought."""

_SIDES = frozenset(("gt", "ge", "lt", "le"))
_BASE = r"(?P<base>(?!每)[\u4e00-\u9fff]{1,12}(?<!预测|预期|目标)的) ?$"
_NEGATED = [negation + word for negation in _DATA["negations"] for word in _DATA["negated"]]
_TIMES_OF = re.compile(
    rf"(?P<word>{alternation(word for word, cmp in BEFORE.items() if cmp in _SIDES and len(word) > 1)}){_BASE}"
)
_SHARE_OF = re.compile(rf"(?P<word>{alternation([*_NEGATED, *_DATA['of_a_whole']])}){_BASE}")
"""不得高于月费的 before 3倍, 不得超过货款的 before 20%: a comparator whose number is a multiple or a share of a base.

高于上次预测的5.1% is no such: what is compared with was 5.1% itself.
"""
_RATED = re.compile(
    rf"(?P<word>{alternation(word for word in BEFORE if len(word) > 1)})"
    rf"(?:每(?:{alternation(_DATA['rate_bases'])})){{1,2}} ?$"
)
"""不得超过每月 before 5000元: a comparator whose number is so much for each."""
_PARTS = {"倍": _TIMES_OF, "%": _SHARE_OF, "‰": _SHARE_OF, "‱": _SHARE_OF}
_FAR = 28
"""Characters left of a number in which these are sought."""

INSIDE: dict[str, str] = _DATA["inside"]
AFTER_WORDS: dict[str, str] = _DATA["after"]
AFTER = "|".join(re.escape(word) for word in sorted(AFTER_WORDS, key=len, reverse=True) if word not in ("内", "以外"))
"""Every word that may follow a unit, as alternatives; 内 and 以外 are the caller's, who knows the unit."""


class Comparator(NamedTuple):
    """One word: where it begins, its cmp, and the word."""

    start: int
    cmp: str
    word: str


def before(
    plain: str, number: int, done: int, bare_magnitude: bool = False, unit: str | None = None
) -> Comparator | None:
    """The comparator that ends at the number, not reaching left of `done`; None where there is none.

    bare_magnitude: the number is 百, 千, 万 or 亿 without a digit: only then 上 and 过 are comparators (上百家).
    unit: the number's; before a multiple or a share the base may stand between (不得高于月费的3倍).
    """
    if number <= done:
        return None
    if unit in _PARTS and plain.startswith("的", number - 1 - (plain[number - 1] == " ")):
        return _across(_PARTS[unit], plain, number, done) or _reaching(plain, number, done)
    if "每" in plain[max(done, number - 8) : number] and (across := _across(_RATED, plain, number, done)):
        return across
    if plain[number - 1] not in _MAYBE:
        return _reaching(plain, number, done)
    end = number
    while end > done and plain[end - 1] == " ":
        end -= 1
    direct = _ending(plain, end, done, bare_magnitude)
    if direct:
        return direct
    for filler in (*_FILLERS, *_CHANGES):
        if plain.endswith(filler, done, end):
            stop = end - len(filler)
            for change in _CHANGES:  # 约同比下降2.1%: two of them may stand in a row
                if plain.endswith(change, done, stop):
                    stop -= len(change)
            found = _ending(plain, stop, done, bare_magnitude)
            return found if found and found.word in _FILLED else _reaching(plain, number, done)
    return _reaching(plain, number, done)


def _reaching(plain: str, number: int, done: int) -> Comparator | None:
    """至少 and its like with a verb between it and the number, 约占 with a noun: the quantity begins at the number."""
    left = max(done, number - _REACH)
    match = _REACHING.search(plain, left, number) if _REACHING_HINT.search(plain, left, number) else None
    if match is None:
        return None
    word = match["least"] or match["most"] or match["share"]
    return Comparator(number, BEFORE[word], word)


def _across(form: re.Pattern[str], plain: str, number: int, done: int) -> Comparator | None:
    """The comparator with a base between it and the number: the quantity begins at the comparator."""
    match = form.search(plain, max(done, number - _FAR), number)
    if match is None:
        return None
    stop, previous = _NOT_AFTER.get(match["word"], ""), plain[match.start() - 1 : match.start()]
    return None if previous and previous in stop else Comparator(match.start(), BEFORE[match["word"]], match["word"])


def _ending(plain: str, end: int, done: int, bare_magnitude: bool) -> Comparator | None:
    if end <= done or plain[end - 1] not in _LAST:
        return None
    for length in range(min(_LONGEST, end - done), 0, -1):
        word = plain[end - length:end]
        if word in BEFORE:
            previous = plain[end - length - 1:end - length]
            stop = _NOT_AFTER.get(word, "")
            if (stop.startswith("*") and not bare_magnitude) or (previous and previous in stop):
                return None
            return Comparator(end - length, BEFORE[word], word)
    return None


Found = Quantity | NotAFigure


def coordinated(plain: str, previous: Found | None, found: Found) -> Found:
    """`found`, with the comparator of its left neighbor where both hang on one word (分别超过70%和50%)."""
    if (
        isinstance(previous, Quantity) and isinstance(found, Quantity)
        and found.cmp == "eq" and previous.cmp_text in BEFORE and previous.unit == found.unit
        and _JOINT.fullmatch(plain, previous.end, found.start)
    ):
        return replace(found, cmp=previous.cmp, cmp_text=previous.cmp_text)
    return found


def bounded(text: str, plain: str, previous: Found | None, found: Found) -> Quantity | None:
    """3万元以上10万元以下: one range of what were two bounds; None for anything else."""
    if not (isinstance(previous, Quantity) and isinstance(found, Quantity) and previous.unit == found.unit):
        return None
    least = previous.cmp == "ge" and previous.cmp_text is not None and previous.cmp_text.endswith("以上")
    most = found.cmp == "le" and found.cmp_text is not None and found.cmp_text.endswith("以下")
    if not (least and most and previous.value < found.value and _APART.fullmatch(plain, previous.end, found.start)):
        return None
    end = found.end
    return replace(
        previous, end=end, text=text[previous.start : end], high=found.value, cmp="range", cmp_text=None
    )


def with_shared_unit(plain: str, found: list[Found], last: Found) -> None:
    """Gives the numbers joined before `last` the unit that it alone spells out (8个和15个百分点, 8和15个百分点)."""
    if not isinstance(last, Quantity) or not last.unit or len(last.unit) < 2 or last.unit[0] != "个":
        return
    right: Quantity = last
    for place in range(len(found) - 1, -1, -1):
        member = found[place]
        if not isinstance(member, Quantity) or member.unit not in (None, "个") or member.measure is not None:
            return
        if not _JOINT.fullmatch(plain, member.end, right.start):
            return
        right = replace(member, unit=last.unit, measure=last.measure)
        if member.cmp == "eq" and last.cmp_text in AFTER_WORDS:
            right = replace(right, cmp=last.cmp, cmp_text=last.cmp_text)  # 15个、7个工作日以内
        found[place] = right
