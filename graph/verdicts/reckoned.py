"""What several yearly statements say together of a period: sums, averages, chains, differences."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .arithmetic import amount, shown
from .outcomes import Outcome, on_average
from .series import Reading
from .statement import Statement

_LONGEST = 30
"""Years of the longest period that is reckoned year by year."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number that no document states.

    rule: key of `rules`. value: in the unit of the series. digit: its exactness. parts: what it was made of, by year.
    """

    rule: str
    value: float
    digit: float
    arithmetic: str
    parts: tuple[Outcome, ...]


def reckon(
    target: Statement, read: Reading, year_of: Callable[[int, frozenset[str]], Outcome | None], flows: frozenset[str]
) -> Reckoned | None:
    """The number that the years of a target's period give; None where a year is missing or the target has no period.

    year_of: what is told of a year as one of some kinds. flows: the kinds that may be added up.
    """
    first, last = target.first_year, target.year
    if first is None or last is None or not first < last <= first + _LONGEST:
        return None
    if read.kind in ("points", "delta"):
        return _difference(target, first - 1, last, year_of)
    kinds = frozenset({read.kind}) if read.kind in ("rate", "share", "level") else flows
    parts = []
    for year in range(first, last + 1):
        found = year_of(year, kinds)
        if found is None or found.read.family != read.family:
            return None
        parts.append(found)
    told = [amount(o.said, o.read) for o in parts]
    values = [(a.low + a.high) / 2 for a in told]
    written = [f"{first + at}: {a}" for at, a in enumerate(told)]
    digit = max(a.digit for a in told)
    if target.span == "each":
        return Reckoned("every_year", values[-1], digit, ", ".join(written), tuple(parts))
    if read.kind == "rate":
        return _rates(target, values, written, digit, tuple(parts))
    if read.kind in flows and read.kind != "any" and target.span in ("cumulative", "end"):
        total, factor = sum(values), parts[0].read.factor
        text = " + ".join(shown(v / factor) for v in values) + f" = {shown(total / factor)}"
        return Reckoned("sum", total, digit, text, tuple(parts))
    return None


def _rates(
    target: Statement, rates: list[float], written: list[str], digit: float, parts: tuple[Outcome, ...]
) -> Reckoned | None:
    if any(rate <= -100 for rate in rates):
        return None
    product = math.prod(1 + rate / 100 for rate in rates)
    if on_average(target):
        mean = (product ** (1 / len(rates)) - 1) * 100
        return Reckoned("average", mean, digit, f"{', '.join(written)} → {mean:.2f}%", parts)
    whole = (product - 1) * 100
    return Reckoned("chained", whole, digit, f"{', '.join(written)} → {whole:.1f}%", parts)


def _difference(
    target: Statement, base: int, last: int, year_of: Callable[[int, frozenset[str]], Outcome | None]
) -> Reckoned | None:
    """How far a level came from the year before a period to its last."""
    kinds = frozenset({"share", "stock", "level"})
    start, end = year_of(base, kinds), year_of(last, kinds)
    if start is None or end is None or start.read.family != end.read.family:
        return None
    a, b = amount(start.said, start.read), amount(end.said, end.read)
    if a.cmp != "eq" or b.cmp != "eq":
        return None
    text = f"{b} ({last}) − {a} ({base}) = {shown(b.low - a.low)}"
    return Reckoned("difference", b.low - a.low, max(a.digit, b.digit), text, (start, end))
