"""The year of a clause: from its own period, the sentence's frame, or what it inherits."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from ...schema.basis import Basis
from ...schema.periods import Period
from ..language.periods import periods
from ..language.reading import ReadSentence
from .context import Context, read_in
from .plans import five_years

_OF_THE_WRITING = re.compile(r"[今去前明上]年|同期|本月|近日|日前")
"""Expressions that count from the day of writing even under the heading of another year."""
_STRETCH = re.compile(r"[近过去一]{1,2}.{0,4}年|\d+年来|[一二三四五六七八九十]+年来")
_NEUTRAL = re.compile(r"全年|当年|年内|年底|年末|本年度?|年度")
"""Expressions that mean the year that is spoken of, whichever it is."""
_LONG_AGO = 15
"""A stretch of more years (新中国成立70年来) tells an epoch; figures under it hold for its end."""
_FRAME_END = re.compile(r"\s*[，,：:、]|\s*(?:内|间|里|中)[，,]")


def read_periods(read: ReadSentence, context: Context) -> tuple[Period, ...]:
    """The sentence's periods, relative ones counted from where the section stands.

    Under a heading of a closed year (2017年工作情况, written in January 2018) 全年, 近三年 and 目前 speak of that year;
    去年 and 今年 always count from the day of writing. In the first quarter a stretch that ends with the day
    (近三年, 过去一年) ends with the last full year.
    """
    if not any(p.relative for p in read.periods) or context.day is None:
        return read.periods
    anchor = None
    if (
        context.year_source in ("inherited: heading", "inherited: paragraph")
        and context.status == "achieved"
        and context.year is not None
    ) and context.year < context.day.year:
        anchor = dt.date(context.year, 12, 31)
    first_quarter = dt.date(context.day.year - 1, 12, 31) if context.day.month <= 3 else None
    found = []
    for period in read.periods:
        if _NEUTRAL.fullmatch(period.text) and context.year is not None:
            continue
        if period.relative and not _OF_THE_WRITING.search(period.text):
            on = anchor or (first_quarter if _STRETCH.fullmatch(period.text) else None) or context.day
            found.append(_read_on(read.text, on).get(period.start, period))
        elif period.relative:
            found.append(_read_on(read.text, context.day).get(period.start, period))
        else:
            found.append(period)
    return tuple(found)


@lru_cache(maxsize=16)  # a sentence is asked for again for every number in it, on three days at most
def _read_on(text: str, day: dt.date) -> dict[int, Period]:
    return {period.start: period for period in periods(text, on=day)}


def sets_frame(text: str, period: Period) -> bool:
    """True for a period that stands apart, as an adverbial (到2025年，…): it holds for what follows it."""
    return bool(_FRAME_END.match(text, period.end))


def said_in(sentence: ReadSentence, period: Period, where: str = "clause") -> Basis:
    """The basis that a period of a sentence is for a year."""
    return read_in(sentence, period.start, period.end, where, "times.narrow")


def narrow(context: Context, period: Period, basis: Basis) -> Context:
    """The context with one period's year, and the status that the year implies against the day of writing.

    basis: the words of the period.
    """
    if period.kind == "base":
        return replace(context, base_year=period.year)
    if period.kind == "each":
        return replace(context, span="average" if "均" in period.text else "each")
    if period.year is None:
        return context
    status = _status(context, period)
    since = (
        period.since
        if context.day is None or period.since is None or period.since > context.day.year - _LONG_AGO
        else None
    )
    year = period.year
    if period.kind in ("since", "as_of") and context.nature == "plan" and context.plan is not None:
        plan = five_years(context.plan.value)
        year = min(year, plan[0] - 1) if plan and since is not None and since < plan[0] else year
    span = "end" if since is None else "cumulative"
    narrowed = context.given(basis, year=year, since=since)
    if status != context.status:
        narrowed = narrowed.given(replace(basis, rule="times.status_of_year"), status=status)
    return replace(narrowed, year_source="stated", span=span)


def _status(context: Context, period: Period) -> str | None:
    if context.day is None or period.year is None:
        return context.status
    if period.kind in ("as_of", "since"):
        begins = context.status == "planned" and period.text.endswith(("起", "开始"))  # 从2019年开始 in a plan of 2019
        return "planned" if begins else "achieved"
    if period.year > context.day.year:
        return "forecast" if context.status == "forecast" else "planned"
    if period.year < context.day.year:
        return "achieved"
    if period.kind == "deadline" and context.nature in ("plan", "notice", "interpretation"):
        return "planned"
    return context.status
