"""How the number for one metric and year was told from one date to the next."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..store import Graph
from .arithmetic import amount
from .series import Reading, apart, canonical, key, reading, scopes_apart
from .statement import Statement, statements

AGAINST = ("first", "agree", "rounding", "scope", "conflict", "revised")


@dataclass(frozen=True, slots=True)
class Vintage:
    """One statement of a number, against the one before it that can be compared.

    verdict: "first" where none can; "agree"; "rounding" where the two are one number in fewer digits; "scope" where the
    two are of other periods, regions, units or measures (why: a key of `incomparable`); "revised" where the issuer of
    the earlier one gives another number later; "conflict" where another body does.
    against: the statement that it was held against, None for the first.
    """

    statement: Statement
    verdict: str
    against: Statement | None = None
    why: str | None = None


def vintages(graph: Graph, metric: str, year: int) -> list[Vintage]:
    """Every number told for a metric's series and a year, by the date it was told, planned ones among each other.

    metric: any name of the series (GDP, 国内生产总值, 经济增长). Goals have no number and are left out.
    """
    wanted = key(canonical(metric))
    told = [(one, reading(one)) for one in statements(graph) if one.year == year and one.value is not None]
    series = [(one, read) for one, read in told if key(read.name) == wanted]
    series.sort(key=lambda pair: (pair[0].date or "9999", pair[0].document, pair[0].char_start, pair[0].id))
    return list(_compared(series))


def _compared(series: list[tuple[Statement, Reading]]) -> Iterator[Vintage]:
    for at, (one, read) in enumerate(series):
        earlier = [pair for pair in series[:at] if (pair[0].status == "planned") == (one.status == "planned")]
        alike = [pair for pair in earlier if _scope(pair, (one, read)) is None]
        if alike:
            before = alike[-1][0]
            yield Vintage(one, _verdict(alike[-1], (one, read)), before)
        elif earlier:
            yield Vintage(one, "scope", earlier[-1][0], _scope(earlier[-1], (one, read)))
        else:
            yield Vintage(one, "first")


def _scope(a: tuple[Statement, Reading], b: tuple[Statement, Reading]) -> str | None:
    (one, read), (other, other_read) = a, b
    if one.first_year != other.first_year or one.span != other.span:
        return "period"
    if scopes_apart(one.subject, other.subject):
        return "scope"
    return apart(read, other_read)


def _verdict(a: tuple[Statement, Reading], b: tuple[Statement, Reading]) -> str:
    one, other = amount(*a), amount(*b)
    if math.isclose(one.low, other.low, rel_tol=1e-9) and math.isclose(one.high, other.high, rel_tol=1e-9):
        return "agree"
    within = one.digit / 2 + other.digit / 2
    if abs(one.low - other.low) <= max(one.digit, other.digit) / 2 + 1e-9 * abs(one.low) and within:
        return "rounding"
    for bound, exact in ((one, other), (other, one)):
        if (bound.cmp in ("gt", "ge") and exact.low >= bound.low) or (
            bound.cmp in ("lt", "le") and exact.high <= bound.high
        ):
            return "agree"
    return "revised" if a[0].issuer == b[0].issuer else "conflict"
