"""Achieved statements by what they speak of, and which of them fall on a target's period."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import alternation, vocabulary
from .series import Reading, key, members, reading
from .statement import Statement

_ON_AVERAGE = re.compile("年均(?:实际|名义)?(?:增|提高|下降|上涨|降低|减少|缩减)")
_BASELINE = re.compile("[由从]")
_AT_DATE = frozenset({"share", "stock", "level", "rank"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """An achieved statement as it is compared."""

    said: Statement
    read: Reading


class Outcomes:
    """Every achieved number, by its series and year."""

    def __init__(self, achieved: Iterable[Statement]) -> None:
        self._by_year: dict[str, dict[int, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
        self._through: dict[str, list[Outcome]] = defaultdict(list)
        self._starts: dict[str, list[Outcome]] = defaultdict(list)
        for said in achieved:
            if said.value is None:
                continue
            outcome = Outcome(said, reading(said))
            for name in dict.fromkeys(map(key, (outcome.read.name, *members(said.subject)))):
                self._add(name, outcome)

    def of(self, name: str, year: int) -> list[Outcome]:
        """What is told of a series for a year, periods that end with it included."""
        years = self._by_year.get(key(name))
        return years.get(year, []) if years else []

    def throughout(self, name: str, year: int) -> Iterator[Outcome]:
        """What is told of every year of a period that a year lies in."""
        for outcome in self._through.get(key(name), ()):
            if (outcome.said.since or 0) <= year <= (outcome.said.year or 0):
                yield outcome

    def starts(self, name: str) -> list[Outcome]:
        """Values without a year that a document goes on from (由420元提高到450元)."""
        return self._starts.get(key(name), [])

    def _add(self, name: str, outcome: Outcome) -> None:
        said = outcome.said
        if said.year is None:
            if _BASELINE.search(said.quote) and said.date:
                self._starts[name].append(outcome)
            return
        if said.since is not None and said.since < said.year and _throughout().search(said.quote):
            self._through[name].append(outcome)
        self._by_year[name][said.year].append(outcome)


def on_average(said: Statement) -> bool:
    """Whether a rate is that of each year on average."""
    return said.span == "average" or _ON_AVERAGE.search(said.quote) is not None


def same_period(target: Statement, read: Reading, outcome: Outcome) -> bool:
    """Whether an outcome for a target's last year is one of its period: a flow of a year of that year's flow."""
    said = outcome.said
    if said.year != target.year:
        return False
    if read.kind in _AT_DATE or outcome.read.kind in _AT_DATE:
        own = said.since is None or said.since == said.year or said.since == target.first_year
        return own or _throughout().search(said.quote) is not None or outcome.read.kind == "stock"
    return said.first_year == target.first_year and on_average(said) == on_average(target)


@cache
def _throughout() -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("verdicts")["measures"]["throughout"]))
