"""The clauses of a sentence with the context of each, and what its frame hands on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from ...schema.basis import Basis
from ...schema.periods import Period
from ...schema.vocabulary import alternation, vocabulary
from ..language.reading import Name, ReadSentence
from .actors import kind_of_body, leads, pointed, speaker, subject
from .clauses import cut
from .context import Clause, Context, Inherited, read_in
from .headings import TOLD
from .narrowing import with_actor, with_holder, with_plan
from .places import held_in, of_whole_country
from .plans import plan_years
from .status import clause_status, is_estimated, status_words
from .times import is_compared_with, is_over, narrow, read_periods, said_in, sets_frame

_STATING = (*TOLD, "report")
"""Natures of texts that state what kinds of bodies did; a plan's targets for them have no agent."""
_ISSUING = re.compile(r"(?:印发|发布|发出|出台|公布|下发)(?:了|的)?[《“]?$")
_OF_ONE_CLAUSE = frozenset({"确保", "必须", "应当", "不得"})
"""What must be (确保…) in one clause of a story does not make a plan of what it tells next."""
_REACHED = re.compile(r"(?:[增升降减]|长|加|高|大|少|低|展|跃)(?:至|到)$")
"""增长到2025年的15万亿元: the year of what was reached, whatever the paragraph announces."""
_BY_THEN = re.compile(
    r"届时|(?:项目|工程|全部|全线|全面)?(?:投产|建成|竣工|通车|投用|投运|完工|达产)(?:投产|投用|运营|通车)?后"
)
"""届时, 投产后: in the year to come that the sentence named last (预计2025年竣工，投产后…)."""
_SETS_AIMS = re.compile(r"(?:提出|明确|力争|争取|计划|确保|要求)$")
_LONG_AGO = 10
_SOMEDAY = re.compile(r"(?:在)?(?:今后|未来)(?:一个|一段|相当长)(?:较长|长)?(?:时期|时间)")
"""今后一个时期，…: ahead, in no year that the text names."""
_FOLLOWS = re.compile(r"(?:按照|按|根据|依据|落实|贯彻|对照|对标|完成|实现|围绕)(?:好)?$")
_SETS = re.compile(
    r"(?:的)?(?:统一|有关|最新)?(?:要求|部署|规定|安排)(?=[，,]|$)|(?:提出|确定|明确|下达|规定|部署)的(?=[^，。；]{4})"
)
"""按照某部要求，全国…, 落实某部提出的…目标: who set what follows."""
_OF_THE_COUNTRY = re.compile(r"(?:提出|确定|明确|下达|规定|部署)的[^，。；]{0,10}(?:全国|我国)(?!性|各)")
_MISSED = re.compile(r"(?:未能?|没有)(?:按期|如期)?(?:完成|实现)(?=[^，。；]{2,30}的?(?:目标|任务|计划|指标)$)")
"""未完成…50万吨的目标: what was aimed at, and not what was done."""
_STANDING = re.compile(
    "(?:目前|现)?已(?:经)?(?:达到?|超过?|突破|建有|建成|拥有)"
    "(?=[^，。；]{0,6}[0-9〇一二三四五六七八九十百千万亿])(?![^，。；]*的)"
)
"""已达2.5亿人: what there is, and not what is aimed at."""
_SOMEBODY = re.compile(
    r"(?:[有据多]|多位|多名|业内|市场|研究|一些|部分){0,3}(?:专家|人士|机构|分析师|学者)[^，。；]{0,4}"
    r"(?:估计|预计|预测|预期|认为|分析)"
)
"""有专家估计: what nobody in particular expects is no act of the body before."""
_COMPARED = re.compile(r"(?:高于|低于|大于|多于|少于|超过|好于)\s*$")
"""明显高于去年: a year that is compared with does not date the clause."""


def clauses_of(
    sentence: ReadSentence,
    context: Context,
    bodies: Mapping[str, str] = MappingProxyType({}),
    event: str | None = None,
) -> tuple[tuple[Clause, ...], Context]:
    """The clauses of a sentence, and the context that its frame hands to the rest of the paragraph.

    bodies: the body of each person whose post the article names. event: the event that 大会 and 会上 mean.
    """
    periods = read_periods(sentence, context)
    context = running = handed = with_holder(context)
    found = []
    ahead: Period | None = None
    national = False
    set_by: tuple[Inherited, Basis] | None = None
    for number, (start, end) in enumerate(cut(sentence.text)):
        text = sentence.text[start:end]
        if sentence.text[max(0, start - 1) : start] in ("；", ";"):
            running = replace(running, base_year=handed.base_year)  # what it is compared with ends with its statement
        actor = subject(sentence, start, end, bodies) or pointed(sentence, start, end, event)
        if actor is None and context.nature in _STATING:
            actor = kind_of_body(sentence, start, end)
        said_by = speaker(sentence, start, end)
        if said_by is not None:
            running = replace(running, stated_by=said_by)
        if actor is not None:
            named = read_in(sentence, *(actor.span or (start, end)), "clause", "actors.subject")
            running = with_actor(running, actor, named, context.agent, number == 0)
        if running.nature in TOLD:
            running = held_in(running, sentence, start, end)
        set_by = _set_by(sentence, start, end) or set_by
        running = _reported_plan(running, sentence, start, end, context.agent)
        if ahead is not None and _BY_THEN.match(text):
            running = narrow(replace(running, status="planned"), ahead, said_in(sentence, ahead))
        if someday := _SOMEDAY.match(text):
            by = read_in(sentence, start, start + someday.end(), "clause", "sentences.someday")
            running = replace(running.given(by, year=None, since=None, status="planned"), year_source=None, span="end")
        if _SOMEBODY.match(text):
            running = replace(running, agent=None)
            if running.region is not None and running.region.where == "clause":
                running = replace(running, region=None)
        running = with_holder(running)
        theirs = set_by is not None and set_by[0].span is not None and start <= set_by[0].span[0]
        if theirs and _OF_THE_COUNTRY.search(sentence.text, start, end):
            national = True  # 落实某部提出的到2030年全国…达到79岁的目标
        else:
            national = of_whole_country(text) or (national and actor is None and not theirs)
        # most clauses change nothing and share one context
        quoted = national and (_local(running) or set_by is not None)
        here = before = with_holder(_of_the_country(running, set_by)) if quoted else running
        for period in periods:
            if not start <= period.start < end:
                continue
            if is_compared_with(sentence.text, period):
                here = replace(here, base_year=period.year)
                continue
            if _in_modifier(here, sentence, start, period):
                continue
            said = said_in(sentence, period)
            here = narrow(here, period, said)
            if period.kind == "base":
                running = replace(running, base_year=period.year)  # …比2015年下降A%，死亡人数下降B%
            if period.kind in ("base", "each"):
                continue
            if here.day is not None and period.year is not None and period.year > here.day.year:
                ahead = period
            apart = sets_frame(sentence.text, period) or (period is ahead and _aimed(sentence.text, period))
            if apart or leads(sentence, start, period):
                running = narrow(running, period, said)
            if number < 3 and not _founded(here, sentence.text, period) and (
                apart or (number == 0 and running.status == "achieved" and leads(sentence, start, period))
            ):
                handed = narrow(handed, period, said)
        status, estimated = clause_status(text), is_estimated(text)
        if status is None and estimated and (_ahead(here) or ("预计" in text and _expected(here, periods, end))):
            status = "forecast"
        if status is None and (missed := _MISSED.search(text)):
            by = read_in(sentence, start + missed.start(), start + missed.end(), "clause", "sentences.missed")
            here = here.given(by, status="planned")
        told = status_words(text, status) if status is not None else (0, 0)
        if status == "planned" and here.status == "forecast" != context.status and text.startswith("将", told[0]):
            status = None  # 有专家估计，…将达…: still what is expected
        if status is not None and _may_change(here, status, context):
            by = read_in(sentence, start + told[0], start + told[1], "clause", "status.clause_status")
            here = here.given(by, status=status)
            before = before.given(by, status=status)
            if running.nature not in TOLD or sentence.text[start + told[0] : start + told[1]] not in _OF_ONE_CLAUSE:
                running = running.given(by, status=status)
        elif status == "achieved" and (stands := _STANDING.search(text)):
            by = read_in(sentence, start + stands.start(), start + stands.end(), "clause", "sentences.stands")
            here, before = _as_it_stands(here, by), _as_it_stands(before, by)
        if here.span in ("each", "average"):
            here = _over_the_plan(here)
        if estimated:
            here = replace(here, estimated=True)
        found.append(Clause(start, end, here if here is before else with_holder(here), before))
    if running is context:
        return tuple(found) or (Clause(0, len(sentence.text), context),), handed
    kept = ["plan"]
    if not _aside(running, context) and (running.agent is None or running.agent.where != "kind"):
        kept += ["region", *(["agent"] if running.agent != context.agent else [])]
    if handed.year_source == "stated":
        handed = replace(handed, year_source="inherited: paragraph")  # the next sentence does not state it itself
    handed = replace(
        handed,
        stated_by=running.stated_by,
        bases={**handed.bases, **{name: running.bases[name] for name in kept if name in running.bases}},
        **{name: getattr(running, name) for name in kept},
    )
    return tuple(found), handed


def _local(context: Context) -> bool:
    """Whether a text speaks of a region as a whole: what it says of the country is quoted."""
    return context.region is not None and context.nature not in TOLD


def _of_the_country(context: Context, set_by: tuple[Inherited, Basis] | None) -> Context:
    """全国到2025年…: no aim of the region whose document quotes it, and of no place in the country.

    set_by: the body that the sentence says set it, who answers for it; None where it names none.
    """
    there = replace(context, region=None, agent=None, plan=None)
    return there.given(set_by[1], agent=set_by[0]) if set_by is not None else there


def _set_by(sentence: ReadSentence, start: int, end: int) -> tuple[Inherited, Basis] | None:
    """The body that a clause says set an aim (按照教育部要求，…; 落实某部提出的…目标); None where it names none."""
    for name in sentence.names:
        if name.type != "Agency" or not start <= name.start < end:
            continue
        if _FOLLOWS.search(sentence.text, start, name.start) and _SETS.match(sentence.text, name.end, end):
            by = read_in(sentence, name.start, name.end, "clause", "sentences.set_by")
            return Inherited(name.canonical, "Agency", "clause", (name.start, name.end)), by
    return None


def _aside(running: Context, context: Context) -> bool:
    """What one sentence is of and the next is not.

    Several regions side by side (甲区、乙区分别增长…): a breakdown. A zone or platform that acts in one sentence of a
    plan or report of somebody else.
    """
    if running.region is not context.region and running.region is not None and "、" in running.region.value:
        return True
    broad = context.agent is not None and context.agent.where == "article" and context.nature in ("plan", "report")
    return broad and running.agent is not None and running.agent.type == "Center"


def _ahead(context: Context) -> bool:
    """预计 of a year after the writing is a forecast; of a closed year it is an estimate."""
    return context.day is not None and context.year is not None and context.year > context.day.year


def _aimed(text: str, period: Period) -> bool:
    """提出到2027年建成…，…: a deadline behind a verb that sets aims holds for what follows it."""
    return period.kind == "deadline" and bool(_SETS_AIMS.search(text, max(0, period.start - 4), period.start))


def _founded(context: Context, text: str, period: Period) -> bool:
    """Since when something stands (建于上世纪70年代) dates its own clause of a story and not the next sentence."""
    day = context.day
    far = day is not None and period.year is not None and period.year < day.year - _LONG_AGO
    return context.nature == "news" and far and ("年代" in period.text or text[: period.start].endswith("于"))


def _expected(context: Context, periods: tuple[Period, ...], end: int) -> bool:
    """预计 of a time that is not over: no part of the year that has passed, no stock at a date.

    In December it is an estimate of the year.
    """
    if context.day is None or context.year != context.day.year or context.day.month == 12:
        return False
    if context.nature != "news" and (context.day.month > 6 or context.status == "planned"):
        return False  # a report of the second half estimates its year; what its own body plans stays planned
    if context.status not in ("achieved", "planned"):
        return False
    return not any(p.kind in ("as_of", "since") or is_over(context, p) for p in periods if p.start < end)


def _in_modifier(context: Context, sentence: ReadSentence, start: int, period: Period) -> bool:
    """A past year inside a clause of a plan (返还其上年度实际缴纳的…) does not date the clause."""
    if _COMPARED.search(sentence.text[start : period.start]):
        return True
    if context.status != "planned" or context.day is None or period.year is None or period.kind in ("base", "each"):
        return False
    before = sentence.text[start : period.start + 1]
    if _REACHED.search(before) or before[:-1].endswith("于"):  # 于2003年3月设立
        return False
    return (
        period.year < context.day.year and not sets_frame(sentence.text, period) and not leads(sentence, start, period)
    )


def _may_change(here: Context, status: str, inherited: Context) -> bool:
    """A marker word loses against a stated year that decides (2020年…, written in 2022, is not planned)."""
    near = here.year_source in ("stated", "inherited: paragraph")
    if near and here.day is not None and here.year is not None and here.year != here.day.year:
        return status == "forecast" and here.status == "planned"
    return not (
        status == "achieved"
        and inherited.status == "planned"
        and inherited.year_source in ("inherited: heading", "inherited: title")
    )


def _as_it_stands(context: Context, by: Basis) -> Context:
    """The context of a clause that tells where things stand already, whatever its section plans for later."""
    told = context.given(by, status="achieved")
    if told.day is not None and told.year is not None and told.year > told.day.year:
        told = told.given(by, year=told.day.year, since=None)
    return told


def _over_the_plan(context: Context) -> Context:
    """每年 and 年均 under a plan hold for the plan's years."""
    if context.since is not None:
        return context
    years = plan_years(context.plan.value) if context.plan and context.status == "planned" else None
    if years and years[1]:
        by = Basis("plan", "plans.plan_years", context.plan.value if context.plan else None)
        return context.given(by, since=years[0], year=years[1])
    return context


def _reported_plan(
    context: Context, sentence: ReadSentence, start: int, end: int, headlined: Inherited | None
) -> Context:
    """《规划》提出…: from here on the text tells what the plan says.

    headlined: who acts in the story as a whole. If that body issues the plan, it does what the plan says.
    """
    for name in sentence.names:
        if name.type == "Plan" and start <= name.start < end and _reporting().match(sentence.text, name.end):
            by = read_in(sentence, name.start, name.end, "sentence", "sentences.reported_plan")
            return with_plan(context, name, "sentence", by)
        if name.type == "Plan" and start <= name.start < end and _announces(context, sentence, start, name):
            by = read_in(sentence, name.start, name.end, "sentence", "sentences.announced_plan")
            told = with_plan(context, name, "sentence", by)
            does = headlined is not None and context.agent is not None and headlined.value == context.agent.value
            return replace(told, agent=context.agent if does else told.agent, status=context.status)
    return context


def _announces(context: Context, sentence: ReadSentence, start: int, name: Name) -> bool:
    """A story that opens with the issuing of a plan tells in what follows what the plan says."""
    return context.nature in TOLD and bool(_ISSUING.search(sentence.text, start, name.start))


@cache
def _reporting() -> re.Pattern[str]:
    """What may stand between a plan's title and the verb by which a text reports it (《规划》，还进一步明确)."""
    says = alternation(vocabulary("context")["plan_says"])
    return re.compile(rf"[》”）)\s，,]{{0,4}}(?:还|也|就|中|进一步|同时)*(?:{says})")
