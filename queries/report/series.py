"""Which figures of a lineage may stand on one line of a chart, and which of them contradict each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...graph.naming import bare
from ...schema.vocabulary import vocabulary
from ..names import formal
from ..statements import Record

_FLOWS = frozenset({"new", "growth", "change", "amount"})
"""Measures whose value depends on how many years it is for."""
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that count or measure the same in the same way, by year and date.

    subject: as most of them name it. unit: None where there is none. measure: as in schema.facts. region: None for the
    country. years: of how many years each is the sum or average, 1 for a year's own, 0 for a stock at a date.
    act: what is done to the things, where it tells series apart (废止), else None. base_year: of the comparison.
    figures: the records of the facts.
    """

    subject: str
    unit: str | None
    measure: str
    region: str | None
    years: int
    act: str | None
    direction: str | None
    base_year: int | None
    figures: tuple[Record, ...]

    @property
    def targets(self) -> tuple[Record, ...]:
        """The planned ones."""
        return tuple(r for r in self.figures if r["status"] == "planned")

    @property
    def outcomes(self) -> tuple[Record, ...]:
        """The achieved ones."""
        return tuple(r for r in self.figures if r["status"] == "achieved")


def series_of(records: Iterable[Record]) -> tuple[Series, ...]:
    """The figures with a number and a year in series that can be compared, the longest first.

    Told apart are other names of what is counted, units (measure words of one kind are one unit), measures, regions,
    lengths of period, opposite acts, directions and base years.
    """
    held: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for r in records:
        if r["kind"] == "figure" and r["year"] is not None:
            held[_key(r)].append(r)
    made = [_series(key, figures) for key, figures in held.items()]
    return tuple(sorted(made, key=lambda s: (-len(s.figures), s.subject, s.measure, s.unit or "", str(s.region))))


def length(r: Record) -> int:
    """Of how many years a figure is the sum or average; 0 for a stock or level."""
    if r["span"] == "average":
        return int(1 + r["year"] - (r["since"] or r["year"]))
    if r["measure"] not in _FLOWS and r["span"] != "cumulative":
        return 0
    if r["status"] == "planned" and r["measure"] == "new" and r["since"] is None and r["span"] == "end" and _far(r):
        return 0
    return 1 if r["span"] == "each" else int(1 + r["year"] - (r["since"] or r["year"]))


def _far(r: Record) -> bool:
    """Whether a target's deadline is two years or more ahead: what is built until then is no single year's number."""
    return r.get("stated_year") is not None and r["year"] - r["stated_year"] > 1


def _key(r: Record) -> tuple[Any, ...]:
    base = r["base_year"] if r["base_year"] != r["year"] - 1 else None
    acts = _undoing(r["action"]) if r["measure"] == "new" else None
    region = formal(r["region"]) if r["region"] else None
    return (bare(r["subject"]), unit_of(r["unit"]), r["measure"], region, length(r), r["span"] == "average", acts,
            r["direction"] if r["measure"] in ("growth", "change") else None, base)  # fmt: skip


def unit_of(unit: str | None) -> str | None:
    """The unit, or 个 for each measure word that only counts: 3个 and 4家 centers are numbers of one kind."""
    return "个" if unit in _things() else unit


@cache
def _things() -> frozenset[str]:
    return frozenset(vocabulary("report")["things"])


def _undoing(action: str | None) -> str | None:
    """The act, where it takes away what others add (废止); else None."""
    return next((word for word in vocabulary("report")["undoing"] if word in (action or "")), None)


def _series(key: tuple[Any, ...], figures: list[Record]) -> Series:
    names = [r["subject"] for r in figures]
    ordered = sorted(figures, key=lambda r: (r["year"], r["date"] or "", r["document"], r["char_start"]))
    _, _, measure, region, years, _, act, direction, base = key
    unit = max((r["unit"] for r in figures), key=lambda u: sum(r["unit"] == u for r in figures))
    return Series(max(names, key=names.count), unit, measure, region, years, act, direction, base, tuple(ordered))


def interval(r: Record) -> Interval:
    """The values that a figure allows: at least 500 reaches up without end."""
    value, cmp = r["value"], r["cmp"]
    if r["high"] is not None:
        return value, r["high"]
    if cmp in ("ge", "gt"):
        return value, math.inf
    if cmp in ("le", "lt"):
        return -math.inf, value
    return value, value


def contradict(one: Record, other: Record) -> bool:
    """Whether no value fits both figures, even where one of them is rounded."""
    (low, high), (other_low, other_high) = interval(one), interval(other)
    slack = max(_half_digit(one["value"]), _half_digit(other["value"])) if "about" in (one["cmp"], other["cmp"]) else 0
    if low == high and other_low == other_high:
        slack = max(slack, *(_half_digit(v) for v in (low, other_low) if _coarser(v, low, other_low)), 0)
    return low > other_high + slack or other_low > high + slack


def _coarser(value: float, *both: float) -> bool:
    return _half_digit(value) == max(map(_half_digit, both)) and len(set(map(_half_digit, both))) > 1


def _half_digit(value: float) -> float:
    """Half of the last digit that a number shows: 0.05 of 57.5, 5,000 of 1,310,000; two digits it shows at least."""
    digits = f"{value:.10f}".rstrip("0")
    whole, _, rest = digits.partition(".")
    if rest:
        return float(0.5 * 10 ** -len(rest))
    zeros = max(0, min(len(whole) - len(whole.rstrip("0")), len(whole.lstrip("-")) - 2)) if value else 0
    return float(0.5 * 10**zeros)


def conflicts(series: Iterable[Series]) -> tuple[tuple[Record, Record], ...]:
    """Pairs of achieved figures of one series, year and first year of which at most one is right, the earlier first."""
    found = []
    for one in series:
        seen = one.outcomes
        for place, first in enumerate(seen):
            for second in seen[place + 1 :]:
                same = first["year"] == second["year"] and (first["since"] or first["year"]) == (
                    second["since"] or second["year"]
                )
                apart = (first["document"], first["sentence"]) != (second["document"], second["sentence"])
                if same and apart and contradict(first, second):
                    found.append((first, second))
    return tuple(found)
