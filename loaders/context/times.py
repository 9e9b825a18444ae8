"""The year of a clause: from its own period, the sentence's frame, or what it inherits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ...schema.basis import Basis
from ...schema.periods import Period
from ..language.periods import periods
from ..language.reading import ReadSentence
from .context import Clause, Context, ScopedSentence, read_in
from .plans import five_years

_OF_THE_WRITING = re.compile(r"[今去前明上]年|同期|本月|近日|日前")
"""Expressions that count from the day of writing even under the heading of another year."""
_DAY = re.compile(r"(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_ONE_DAY = re.compile(r"[^至到—-]*日")
_WITHIN = re.compile(r"年(?:左右)?(?:的?时间|的?努力|之?以?内)")
_STRETCH = re.compile(
    r"[近过去一]{1,2}.{0,4}年|过去[一二三四五六七八九十两\d]{1,3}年来|\d+年来|[一二三四五六七八九十]+年来"
)
_NEUTRAL = re.compile(r"全年|当年|年内|年底|年末|本年度?|年度")
"""Expressions that mean the year that is spoken of, whichever it is."""
_SAME_YEAR = ("当年", "同年", "该年")
"""The year named before in the sentence (据2020年摸排…，当年完成…)."""
_COMPARED_WITH = re.compile(r"\s*(?:的?(?:同期|水平|时候))?相比")
_LONG_AGO = 15
"""A stretch of more years (新中国成立70年来) tells an epoch; figures under it hold for its end."""
_ATTRIBUTE = 8
"""Characters between a year and the number that it dates, at most."""
_OF = re.compile(r"(?:同期|末|底|时)?的[近约超]?")
_DONE_THEN = re.compile(r"[\u4e00-\u9fff]{2,6}的")
_EVENT_END = re.compile(r"[^，,。；;：、的了]{2,24}?(?:上|期间|之际|中|时)[，,]")
"""在2022年甲地运动会上，…: the year of the event in which something took place."""
_TIMES = re.compile(r"\s*+(?:同期|全年|水平)?的?\s*+(?:近|约|超|多于|超过)?[\d.]++\s*+多?倍")
"""是2015年的3倍: the year is what is compared with."""
_PERCENT_OF = re.compile(
    r"\s*+(?P<level>(?:全年|年末|年底)?(?:的?同期|的?水平){0,2})的\s*+(?:近|约|超|超过|不足)?"
    r"(?P<number>[\d.]++|[一二三四五六七八九])(?:%|％|成|[\-—～~至]\d)"
)
_LIKENED = re.compile(r"(?:恢复|回升|回落|复苏|修复)[到至为](?:了)?$|(?:相当于|等于|仅为|只有|约为|为|是|占)$")
_MORE_THAN_WHOLE = re.compile(r"达到?$")
_YEARS_JOINED = re.compile(r" ?(?:[、和与及]|以及) ?")
_TWO_YEARS = re.compile("年?[、和]")
_FIRST_MONTHS = 3
_FRAME_END = re.compile(r"\s*[，,：:、]|\s*(?:内|间|里|中)[，,]")


def read_periods(read: ReadSentence, context: Context) -> tuple[Period, ...]:
    """The sentence's periods, relative ones counted from where the section stands.

    Under a heading of a closed year (2017年工作情况, written in January 2018) 全年, 近三年 and 目前 speak of that year;
    去年 and 今年 always count from the day of writing. In the first quarter a stretch that ends with the day
    (近三年, 过去一年) ends with the last full year, and the years within which a report sets its tasks (两年内) begin
    with its own.
    """
    if not read.periods:
        return ()
    if not any(p.relative for p in read.periods) or context.day is None:
        return _compared(read.text, read.periods)
    anchor = None
    if (
        context.year_source in ("inherited: heading", "inherited: paragraph")
        and context.status == "achieved"
        and context.year is not None
    ) and context.year < context.day.year:
        anchor = dt.date(context.year, 12, 31)
    first_quarter = dt.date(context.day.year - 1, 12, 31) if context.day.month <= 3 else None
    found: list[Period] = []
    for period in read.periods:
        named = next((p for p in reversed(found) if p.year is not None and p.kind != "base"), None)
        if period.text in _SAME_YEAR and named is not None:
            found.append(replace(period, year=named.year, since=None, relative=False))
        elif _NEUTRAL.fullmatch(period.text) and context.year is not None:
            continue
        elif period.text.startswith("连续") and named is not None and named.year and named.year < context.day.year:
            found.append(_read_on(read.text, dt.date(named.year, 12, 31)).get(period.start, period))
        elif period.relative and not _OF_THE_WRITING.search(period.text):
            told_of = None if _lately(period, context) else anchor
            with_it = _STRETCH.fullmatch(period.text) or (context.nature == "report" and _WITHIN.search(period.text))
            on = told_of or (first_quarter if with_it else None) or context.day
            found.append(_read_on(read.text, on).get(period.start, period))
        elif period.relative:
            found.append(_read_on(read.text, context.day).get(period.start, period))
        else:
            found.append(period)
    return _compared(read.text, found)


def _lately(period: Period, context: Context) -> bool:
    """Whether a period is of the time of writing, whatever year the paragraph told of before.

    A day of the month shortly before it (1月1日), or 如今 after what happened years ago.
    """
    day, told = context.day, _DAY.search(period.text)
    if period.kind == "as_of" and day is not None and context.year_source == "inherited: paragraph":
        return context.year is not None and context.year < day.year - 1
    if day is None or told is None or context.year_source != "inherited: paragraph":
        return False
    return (int(told[1]), int(told[2])) <= (day.month, day.day) and int(told[1]) > day.month - 3


def _compared(text: str, periods: Iterable[Period]) -> tuple[Period, ...]:
    """与“十二五”时期相比: what stands before 相比 is compared with, whatever it is elsewhere."""
    return tuple(replace(p, kind="base") if _COMPARED_WITH.match(text, p.end) else p for p in periods)


@lru_cache(maxsize=16)  # a sentence is asked for again for every number in it, on three days at most
def _read_on(text: str, day: dt.date) -> dict[int, Period]:
    return {period.start: period for period in periods(text, on=day)}


def sets_frame(text: str, period: Period) -> bool:
    """True for a period that stands apart, as an adverbial (到2025年，…): it holds for what follows it."""
    if _FRAME_END.match(text, period.end):
        return True
    return text[period.start - 1 : period.start] in ("在", "于") and bool(_EVENT_END.match(text, period.end))


def said_in(sentence: ReadSentence, period: Period, where: str = "clause") -> Basis:
    """The basis that a period of a sentence is for a year."""
    return read_in(sentence, period.start, period.end, where, "times.narrow")


def narrow(context: Context, period: Period, basis: Basis) -> Context:
    """The context with one period's year, and the status that the year implies against the day of writing.

    basis: the words of the period.
    """
    if period.kind == "base":
        spoken_of = "上年" in period.text and period.relative and context.year is not None and context.since is None
        return replace(context, base_year=context.year - 1 if spoken_of and context.year else period.year)
    if period.kind == "each":
        return replace(context, span="average" if "均" in period.text else "each")
    if period.year is None and period.since is not None and period.text.endswith(("起", "开始")):
        # 从2019年1月1日起, written in 2018
        begins = context.given(basis, year=period.since, since=None, status="planned")
        return replace(begins, year_source="stated", span="end")
    if period.year is None:
        return context
    status = _status(context, period)
    since = (
        period.since
        if context.day is None or period.since is None or period.since > context.day.year - _LONG_AGO
        else None
    )
    year = looked_back(context, period) or period.year
    since = None if since == year and status == "achieved" else since  # 今年以来: one year is no stretch
    if period.kind == "as_of" and context.year_source == "inherited: heading" and year == context.year:
        since = context.since  # 截至2020年底，累计… under “十三五”时期成效: what the stretch has brought
    span = "end" if since is None else "cumulative"
    narrowed = context.given(basis, year=year, since=since)
    if status != context.status:
        narrowed = narrowed.given(replace(basis, rule="times.status_of_year"), status=status)
    return replace(narrowed, year_source="stated", span=span)


def looked_back(context: Context, period: Period) -> int | None:
    """The last year of a stretch that a plan looks back on (“十三五”以来 in a plan for 2021–2025: 2020).

    None for any other period.
    """
    if period.kind not in ("since", "as_of") or period.since is None or context.nature != "plan":
        return None
    plan = five_years(context.plan.value) if context.plan is not None else None
    if plan is None or period.year is None or period.since >= plan[0]:
        return None
    return min(period.year, plan[0] - 1)


def at_place(sentence: ScopedSentence, clause: Clause, offset: int) -> Context:
    """The clause's context, or, in a clause with several years, that of the one before the offset.

    从2016年的…增长到2020年的… has two; 到2025年、2030年，…分别达到18%、25% names them in the order of the numbers.
    """
    context = clause.context
    apart = _of_its_own(sentence, context, offset)
    if apart is not None:
        return apart
    told = sentence.clauses[0].inherited or context  # months count from where the sentence stands
    periods = [p for p in read_periods(sentence.read, told) if p.kind not in ("base", "each")]
    periods = [p for p in periods if not is_compared_with(sentence.read.text, p)]
    nearest = _respectively(sentence, clause, periods, offset)
    own = [p for p in periods if clause.start <= p.start < clause.end]
    if nearest is None and len(own) > 1:
        nearest = max((p for p in own if p.start < offset), key=lambda p: p.start, default=None)
    return narrow(context, nearest, said_in(sentence.read, nearest)) if nearest is not None else context


def _of_its_own(sentence: ScopedSentence, context: Context, offset: int) -> Context | None:
    """The context of a number that has its year right before it as an attribute; None for any other.

    与2012年的1000只相比, 比2020年的3万公里: what something is compared with is no part of what is told. 将2016年实施的
    24项…: what there was, in a text that plans.
    """
    text = sentence.read.text
    if any(q.start == offset and q.unit == "倍" for q in sentence.read.quantities):
        return None  # 是2015年的3倍
    for period in sentence.read.periods:
        if period.year is None or not 0 <= offset - period.end <= _ATTRIBUTE:
            continue
        between = text[period.end : offset]
        past = context.day is not None and period.year < context.day.year and context.status == "planned"
        compared = period.kind == "base" or text[period.start - 1 : period.start] in ("与", "同", "比", "较")
        if (compared and _OF.fullmatch(between)) or (past and _DONE_THEN.fullmatch(between)):
            by = said_in(sentence.read, period)
            of_then = context.given(by, year=period.year, since=None, status="achieved")
            return replace(of_then, year_source="stated", span="end", base_year=None)
    return None


def _respectively(sentence: ScopedSentence, clause: Clause, periods: list[Period], offset: int) -> Period | None:
    """The year that 分别 gives the number at the offset, where a list of as many years stands before it.

    Years that stand apart (到2025年…分别达到7.4张和60%，2035年分别达到8.5张和75%) are no list.
    """
    text = sentence.read.text
    apart = text.find("分别", clause.start, offset)
    numbers = [q.start for q in sentence.read.quantities if apart < q.start < clause.end]
    if apart < 0 or offset not in numbers:
        return None
    years: list[Period] = []
    for period in (p for p in periods if p.end <= apart and p.year is not None):
        if years and not _YEARS_JOINED.fullmatch(text, years[-1].end, period.start):
            years = []
        years.extend(_each_year(period))
    return years[numbers.index(offset)] if len(years) == len(numbers) > 1 else None


def _each_year(period: Period) -> tuple[Period, ...]:
    """2025年、2026年 is read as a stretch; under 分别 each of its years stands alone."""
    if period.since is None or not _TWO_YEARS.search(period.text):
        return (period,)
    return replace(period, year=period.since, since=None), replace(period, since=None)


def is_compared_with(text: str, period: Period) -> bool:
    """Whether a level is given as a multiple or a share of a year's (恢复到2019年的115%, 是2015年的3倍): its base.

    达到2020年的15% may state a share of that year; 达到2019年的115% and 达到2019年同期的98% are levels against it.
    """
    if _TIMES.match(text, period.end):
        return True
    share = _PERCENT_OF.match(text, period.end)
    if share is None:
        return False
    start = period.start + (period.text[0] in "到至")
    before = text[max(0, start - 4) : start]
    whole = len(share["number"].split(".")[0]) > 2
    if share["level"] or period.text.endswith("同期"):
        return True
    return bool(_LIKENED.search(before) or (whole and _MORE_THAN_WHOLE.search(before)))


def is_over(context: Context, period: Period) -> bool:
    """Whether a part of the year of writing lies behind the day (前三季度, 1—9月 in November)."""
    day = context.day
    if context.nature in ("plan", "notice") and _ONE_DAY.fullmatch(period.text):
        return False  # a letter of that day, an act of that day
    inside = day is not None and period.year == day.year and period.kind == "during" and period.since is None
    return inside and day is not None and period.month is not None and period.month < day.month


def _is_ahead(context: Context, period: Period) -> bool:
    """Whether a month of the year of a story comes after it. In its first months 12月 may be the last one."""
    day = context.day
    if context.nature != "news" or day is None or period.month is None or period.since is not None:
        return False
    return _FIRST_MONTHS < day.month < period.month and period.year == day.year and "月" in period.text


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
    if is_over(context, period):
        return "achieved"
    if _is_ahead(context, period):
        return "forecast" if context.status == "forecast" else "planned"
    if period.kind == "deadline" and context.nature in ("plan", "notice", "interpretation"):
        return "planned"
    return context.status
