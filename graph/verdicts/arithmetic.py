"""A number held against a target, with the exactness that each was told with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import vocabulary
from .series import Reading
from .statement import Statement

_NUMERAL = re.compile(r"(\d{1,3}(?:[,，]\d{3})+|\d{1,18})(?:[.．](\d{1,9}))?(万亿|百万|千万|[千百万亿])?")
_SCALES = {"万亿": 1e12, "百万": 1e6, "千万": 1e7, "千": 1e3, "百": 1e2, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was told, in the unit of its series.

    low, high: equal but for a range. digit: the worth of its last stated digit, 0 where it cannot be told.
    cmp: as of a figure. unit: as written; factor: what it was multiplied with.
    """

    low: float
    high: float
    digit: float
    cmp: str
    unit: str
    factor: float = 1.0

    def __str__(self) -> str:
        sign = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "about": "≈"}.get(self.cmp, "")
        text = shown(self.low / self.factor)
        if self.high != self.low:
            text += f"–{shown(self.high / self.factor)}"
        return f"{sign}{text}{self.unit}"


def amount(statement: Statement, read: Reading) -> Amount:
    """What a statement says, with a fall below zero for rates. Raises ValueError for a goal."""
    if statement.value is None:
        raise ValueError(f"goal {statement.id} has no number")
    high = statement.high if statement.high is not None else statement.value
    ends = sorted((statement.value * read.factor * read.sign, high * read.factor * read.sign))
    digit = last_digit(statement.quote, statement.value) * read.factor
    return Amount(ends[0], ends[1], digit, statement.cmp, statement.unit or "", read.factor)


def last_digit(quote: str, value: float) -> float:
    """The worth of the last digit a quote gives of a number: 1万 of 600万, 0.1 of 6.5%; 0 where it is not there."""
    for whole, fraction, scale in _NUMERAL.findall(quote):
        worth = _SCALES.get(scale, 1.0)
        number = float(re.sub("[,，]", "", whole) + (f".{fraction}" if fraction else ""))
        if math.isclose(number * worth, abs(value), rel_tol=1e-9, abs_tol=1e-12):
            return worth * 10.0 ** -len(fraction)
    return 0.0


def shown(number: float) -> str:
    """A number as tables of the field write it: 1314万, 2.38万亿, 6.9."""
    for worth, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        if abs(number) >= worth:
            return f"{number / worth:.6g}{word}"
    return f"{number:.6g}"


def compare(target: Amount, outcome: Amount, wanted: str, falls: bool = False) -> tuple[str, str]:
    """The verdict ("met", "exceeded", "missed", or "bound" where the outcome is too vague) and the arithmetic.

    wanted: a key of direction.aim. falls: both count a fall as a number below zero, and more of it is wanted.
    What fails, fails at the exactness that the outcome was told with; what exceeds must do so by more than the
    target's own rounding.
    """
    if falls:
        target, outcome = _turned(target), _turned(outcome)
    about = tolerance() if target.cmp == "about" else 0.0
    below, above = outcome.digit / 2, max(target.digit, 0.0 if outcome.cmp in ("gt", "ge") else outcome.digit) / 2
    least = target.low - max(abs(target.low) * about, below)
    most = target.high + max(abs(target.high) * about, above if wanted != "ceiling" else below)
    if wanted == "ceiling":
        verdict = "met" if outcome.high <= most or math.isclose(outcome.high, most, rel_tol=1e-9) else "missed"
        if outcome.cmp in ("gt", "ge") and verdict == "met" and outcome.low < target.high * (1 - tolerance()):
            verdict = "bound"
        if outcome.cmp in ("lt", "le") and verdict == "missed":
            verdict = "met" if outcome.cmp == "lt" and outcome.low * (1 - tolerance()) <= most else "bound"
        return verdict, f"{outcome} {'≤' if verdict == 'met' else '>'} {target}"
    low, high = outcome.low, outcome.high
    if high < least and not math.isclose(high, least, rel_tol=1e-9):
        near = outcome.cmp in ("gt", "ge") and high * (1 + 2 * tolerance()) >= least
        return ("bound" if near else "missed"), f"{outcome} < {target}"
    if outcome.cmp == "le":
        return "bound", f"{outcome} ? {target}"
    if low > most and not math.isclose(low, most, rel_tol=1e-9):
        return "exceeded", f"{outcome} > {target}"
    return "met", f"{outcome} {'≥' if outcome.low >= target.low else '~'} {target}"


def tolerance() -> float:
    """The share of a value within which 左右 is met."""
    return _tolerance()[0]


def too_far(a: float, b: float) -> bool:
    """Whether two amounts differ so much that they can hardly be of one kind."""
    least, most = sorted((abs(a), abs(b)))
    return least == 0 or most / least > _tolerance()[1]


@cache
def _tolerance() -> tuple[float, float]:
    data = vocabulary("verdicts")["tolerance"]
    return float(data["about"]), float(data["apart"])


def _turned(a: Amount) -> Amount:
    return Amount(-a.high, -a.low, a.digit, a.cmp, a.unit, a.factor)
