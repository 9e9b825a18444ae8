"""When and in what way a column's values hold: the context that the head of the column gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ....schema.basis import Basis
from ....schema.vocabulary import vocabulary
from ...context.context import Context, Inherited
from ...context.narrowing import with_holder
from ...context.plans import five_years, plan_years
from ...context.times import narrow
from ...language.periods import periods
from .columns import Column

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_STRETCH = re.compile(r"(?<!\d)(?P<since>(?:19|20)\d\d)年?\s*(?:[—–\-－~～]+|至|到)\s*(?P<year>(?:19|20)\d\d)")
_AGAINST = re.compile(r"[比较与](?P<year>(?:19|20)\d\d)年?|以(?P<of>(?:19|20)\d\d)年?为基")
_EARLIER = re.compile(r"十[一二三四五]五")
_LOOKS_BACK = frozenset({"achieved", "rate"})


def at_column(context: Context, column: Column, based: int | None = None, until: int | None = None) -> Context:
    """The context in a column. based: the year of the column that the others are measured against.

    until: the last year that the columns of the same status give, which a column without one (年均增速) leads up to.

    A column without a year holds for the plan's years where it is ahead, and for the year before them where it looks
    back; one that names another five-year plan is not the plan's own.
    """
    given = context
    head = column.head
    against = _AGAINST.search(head)
    if against is not None:
        head = head[: against.start()] + head[against.end() :]
        based = int(against["year"] or against["of"])
    said = Basis("table", "tables.column", column.head)
    status = column.status or ("achieved" if column.kind in _LOOKS_BACK else None)
    told = None if status is None else said
    stretch, year = _STRETCH.search(head), _YEAR.search(head)
    years = None if _YEAR.search(head) else five_years(head)
    window = _window(context)
    if stretch is not None:
        context = _lasting(context, int(stretch["since"]), int(stretch["year"]), said)
    elif year is not None:
        context = context.given(said, year=int(year["year"]), since=None, year_source="stated", span="end")
        status = status or _by_year(given, int(year["year"]), window)
    elif years is not None:
        context = _lasting(context, *years, said)
        status = status or _by_year(given, years[1], window)
        if window is not None and years != window:
            title = _EARLIER.search(head)
            named = Inherited(f"“{title.group()}”规划", "Plan", "heading") if title else None
            context = context.given(said, plan=named)
    elif until is not None and column.kind in ("average", "cumulative", "growth"):
        within = window is not None and until == window[1]
        first = window[0] if window is not None and within else based + 1 if based is not None else None
        since = first if first is not None and first < until else None
        led = Basis("table", "tables.until")
        context = context.given(led, since=since, year=until, year_source="stated", span="cumulative")
    elif status == "achieved":
        context = _looking_back(context, window, said)
    elif window is not None:
        context = _in_plan(context, window)
        context = replace(context, span="cumulative")
        if column.kind == "planned":
            context = replace(context, since=given.since, span=given.span)
    else:
        context = _stated(context, head, said)
    if column.kind == "average" or "年均" in head:
        context = replace(context, span="average", since=context.since or (window[0] if window else None))
    elif column.kind == "cumulative" and context.since is not None:
        context = replace(context, span="cumulative")
    elif column.kind in ("planned", "achieved", "period") and context.since is None:
        context = replace(context, span="end")
    if status is not None:
        context = context.given(told or replace(said, rule="times.status_of_year"), status=status)
    else:
        context = replace(context, status=given.status, bases={**context.bases, **_kept(given, "status")})
    if context.status == "planned" and window is not None and context.year is not None and context.year < window[0]:
        earlier = _earlier_plan(context.year)
        context = context if context.plan != given.plan else context.given(said, plan=earlier)
    return with_holder(replace(context, base_year=based or context.base_year))


def _kept(context: Context, name: str) -> dict[str, Basis]:
    return {name: context.bases[name]} if name in context.bases else {}


def _earlier_plan(year: int) -> Inherited | None:
    """The five-year plan that a target is of which was due before the plan that tells of it."""
    plans: dict[str, list[int]] = vocabulary("five_year_plans")
    name = next((name for name, (_, last) in plans.items() if last == year), None)
    return Inherited(f"“{name}”规划", "Plan", "heading") if name is not None else None


def under_titles(context: Context, titles: Iterable[str]) -> Context:
    """The context under the titles over a table, the nearest first: for the year or five-year plan that one names."""
    for title in titles:
        named = {int(match["year"]) for match in _YEAR.finditer(title)}
        if len(named) == 1 and _STRETCH.search(title) is None:
            said = Basis("heading", "tables.title", title)
            return context.given(said, year=named.pop(), since=None, year_source="inherited: heading")
        years = None if named else five_years(title)
        if years is not None:
            said = Basis("heading", "tables.title", title)
            return context.given(said, since=years[0], year=years[1], year_source="inherited: heading")
    return context


def over_the_period(context: Context) -> Context:
    """The context of a value that brackets mark as one for the whole period (〔13.5〕)."""
    window = _window(context)
    stated = context.year is not None and context.year_source == "stated"
    if context.since is None and window is not None:
        if stated and context.year is not None and window[0] < context.year <= window[1]:
            context = replace(context, since=window[0])  # 2023年 [9]: until the year of its column
        elif not stated or context.year == window[1] or context.year == window[0]:
            context = _in_plan(context, window)
    return replace(context, span="cumulative" if context.since is not None else context.span)


def year_of(column: Column) -> int | None:
    """The one year that a column's head names; None for none or a stretch."""
    found = _YEAR.search(column.head)
    return int(found["year"]) if found and not _STRETCH.search(column.head) else None


def _window(context: Context) -> tuple[int, int] | None:
    """First and last year of the plan that is told."""
    years = plan_years(context.plan.value) if context.plan else None
    return (years[0], years[1]) if years and years[0] is not None and years[1] is not None else None


def _in_plan(context: Context, window: tuple[int, int]) -> Context:
    said = Basis("plan", "plans.plan_years", context.plan.value if context.plan else None)
    return context.given(said, since=window[0], year=window[1], year_source="inherited: plan")


def _lasting(context: Context, since: int, year: int, said: Basis) -> Context:
    return context.given(said, since=since, year=year, year_source="stated", span="cumulative")


def _by_year(context: Context, year: int, window: tuple[int, int] | None) -> str:
    """A year before the plan's own, or before that of the writing, is one that was; any other is ahead."""
    if window is not None and year < window[0]:
        return "achieved"
    if context.day is None:
        return "planned" if window is not None else context.status or "achieved"
    if year != context.day.year:
        return "achieved" if year < context.day.year else "planned"
    return "planned" if context.status == "planned" and context.nature != "report" else "achieved"


def _looking_back(context: Context, window: tuple[int, int] | None, said: Basis) -> Context:
    back = replace(said, rule="tables.looks_back")
    if window is not None:
        return context.given(back, year=window[0] - 1, since=None, year_source="inherited: plan", span="end")
    if context.status == "planned" and context.day is not None:
        return context.given(back, year=context.day.year - 1, since=None, year_source="inherited: date", span="end")
    return context


def _stated(context: Context, head: str, said: Basis) -> Context:
    """What the head's own words say of when (本年, 上年, 年底)."""
    found = next((p for p in periods(head, on=context.day) if p.year is not None and p.kind != "base"), None)
    return narrow(context, found, said) if found is not None else context


def binding_word(text: str) -> str | None:
    """How a name or a group's title says that its targets bind (约束性指标, 森林覆盖率（约束性）)."""
    data: dict[str, str] = vocabulary("tables")["binding"]
    return next((kind for word, kind in data.items() if word.endswith("性") and word in text), None)
