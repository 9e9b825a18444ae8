"""When a relation holds, where that is not simply what its clause inherits."""

from __future__ import annotations

from dataclasses import dataclass

from ..context.context import Clause


@dataclass(frozen=True, slots=True)
class When:
    """Year, status and the year's source of a relation, with the meaning that schema.facts.Fact gives them."""

    year: int | None
    status: str | None
    source: str | None


TIMELESS = When(None, None, None)
"""Holds without a date: where a centre lies."""

DONE = When(None, "achieved", None)
"""Done before, it is not said when (已认定的…)."""

_PLAN_YEARS = ("inherited: title", "inherited: plan")  # the years that a plan is for, not those in which it is written


def of(clause: Clause) -> When:
    """As the clause's context says."""
    context = clause.context
    return When(context.year, context.status, context.year_source if context.year is not None else None)


def known(clause: Clause) -> When:
    """The clause's year as the time for which it is known, without a status (who holds a post)."""
    when = of(clause)
    return When(when.year, None, when.source)


def to_do(clause: Clause) -> When:
    """What is to be done, whatever the tense of the text that tells it: a plan's content, a task."""
    when = of(clause)
    return When(when.year, "planned", when.source)


def of_plan_years(clause: Clause) -> bool:
    """Whether the clause's year is one that a plan is for."""
    source = clause.context.year_source
    return source is not None and source.startswith(_PLAN_YEARS)


def published(clause: Clause) -> When:
    """A document that is out: done, and not in the years that the document itself is for."""
    when, day = of(clause), clause.context.day
    inherited = of_plan_years(clause)
    late = day is not None and when.year is not None and when.year > day.year
    return When(None, "achieved", None) if inherited or late else When(when.year, "achieved", when.source)


def dated(clause: Clause) -> When:
    """Done when the article was written."""
    day = clause.context.day
    return When(None, "achieved", None) if day is None else When(day.year, "achieved", "inherited: date")
