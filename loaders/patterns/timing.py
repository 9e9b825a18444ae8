"""When a relation holds, where that is not simply what its clause inherits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ...schema.basis import Basis
from ..context.context import Clause, Context, ScopedSentence


@dataclass(frozen=True, slots=True)
class When:
    """Year, status and the year's source of a relation, with the meaning that schema.facts.Fact gives them.

    bases: what year and status rest on.
    """

    year: int | None
    status: str | None
    source: str | None
    bases: Mapping[str, Basis] = field(default_factory=dict, compare=False)

    def but(self, rule: str, status: str | None) -> When:
        """The same year with another status, by a rule of this module."""
        return replace(self, status=status, bases={**self.bases, "status": Basis("clause", f"timing.{rule}")})


    def on(self, year: Basis) -> When:
        """The same with the words that tell the year."""
        return replace(self, bases={**self.bases, "year": year})


TIMELESS = When(None, None, None)
"""Holds without a date: where a center lies."""

DONE = When(None, "achieved", None, {"status": Basis("clause", "timing.done")})
"""Done before, it is not said when (已认定的…)."""

_PLAN_YEARS = ("inherited: title", "inherited: plan")  # the years that a plan is for, not those in which it is written


def of(clause: Clause) -> When:
    """As the clause's context says."""
    return within(clause.context)


def within(context: Context) -> When:
    """As a context says."""
    source = context.year_source if context.year is not None else None
    return When(context.year, context.status, source, context.bases)


def known(clause: Clause) -> When:
    """The clause's year as the time for which it is known, without a status (who holds a post)."""
    when, day = of(clause), clause.context.day
    inherited = when.source is None or when.source.startswith("inherited")
    late = day is not None and when.year is not None and when.year > day.year
    if day is not None and (inherited or late):
        # a report of March on the year before still names who holds the post that day
        when = on_day(day, None)
    return when.but("known", None)


def to_do(clause: Clause) -> When:
    """What is to be done, whatever the tense of the text that tells it: a plan's content, a task."""
    return of(clause).but("to_do", "planned")


def by_limit(year: int, limit: Basis) -> When:
    """To be done by a year that is set for it; limit: the words that set it."""
    return When(year, "planned", "stated", {"year": limit, "status": Basis(limit.where, "timing.to_do")})


def on_day(day: dt.date | None, status: str | None) -> When:
    """In the year in which the document was written; without a year where its date is not known."""
    basis = Basis("date", "timing.on_day")
    source = None if day is None else "inherited: date"
    return When(day.year if day is not None else None, status, source, {"year": basis, "status": basis})


def of_plan_years(clause: Clause) -> bool:
    """Whether the clause's year is one that a plan is for."""
    source = clause.context.year_source
    return source is not None and source.startswith(_PLAN_YEARS)


def published(clause: Clause) -> When:
    """A document that is out: done, and not in the years that the document itself is for."""
    when, day = of(clause), clause.context.day
    inherited = of_plan_years(clause)
    late = day is not None and when.year is not None and when.year > day.year
    out = when.but("published", "achieved")
    return replace(out, year=None, source=None) if inherited or late else out


def dated(clause: Clause) -> When:
    """Done when the article was written."""
    day = clause.context.day
    bases = {"year": Basis("date", "timing.dated"), "status": Basis("date", "timing.dated")}
    return DONE if day is None else When(day.year, "achieved", "inherited: date", bases)


_OF_ITS_SECTION = ("headings.", "sentences.reported_plan", "sentences.announced_plan")
"""What says of a whole section, or of a plan's content, that it is to come: not of the act by which it came."""


def reported(sentence: ScopedSentence, clause: Clause, place: tuple[int, int]) -> When | None:
    """An act that a news item reports in a sentence which only its name, or its section, calls planned; else None.

    place: half-open offsets of the thing that was held or issued: a year or 拟 inside its name says nothing of the act.
    """
    status = clause.context.bases.get("status")
    if clause.context.status not in {"planned", "forecast"} or status is None:
        return None
    start, end = sentence.read.sentence.text.origin(*place)
    named = status.char_start is not None and start <= status.char_start < end
    if not named and not status.rule.startswith(_OF_ITS_SECTION):
        return None
    day, year = clause.context.day, clause.context.year
    if day is None or (year is not None and not named and year <= day.year):
        return of(clause).but("reported", "achieved")
    return on_day(day, "achieved")
