"""What headings and announcing paragraphs hand down to the sentences below them."""

from __future__ import annotations

import re
from dataclasses import replace

from ...schema.basis import Basis
from ...schema.periods import Period
from ..language.reading import ReadSentence
from .context import Context, Inherited, read_in
from .narrowing import with_plan
from .origin import first_subject
from .plans import five_years
from .status import clause_status, heading_status, markers
from .times import looked_back, narrow, read_periods, said_in, sets_frame

TOLD = ("news", "newsletter", None)
"""Natures of texts that tell what others do: the year of writing in a heading says nothing of the status."""
_BARE_YEAR = re.compile(r"((?:19|20)\d\d)\s*[，,、：:—]")
"""A heading that opens with a year without 年 (2021，构建新体系)."""
_NAME = 14
"""A longer heading of a story is its headline (甲部部署开展…专项行动), not the name of a section."""
_ITEM = re.compile(r"\s*[（(]?\d{1,2}[）).．、]")
"""The number of an item in a list of headlines."""
_AND = re.compile(" ?(?:[和与及]|以及) ?")
_OPENING = 8
_SPOKEN_OF = re.compile("(?:对|针对|关于|围绕)$")
"""对2006—2020年的…作出部署: years that something was decided about, and not those of what follows."""
_JUST_OVER = re.compile(
    r"(?:在)?(?:刚刚)?过去的?(?:一年|(?:19|20)\d\d ?年)|(?:19|20)\d\d ?年[，,是]|(?:过去一|去|上)年[，,是]"
)
"""A paragraph of a report that turns from a stretch of years to the last of them."""
_OF_OTHERS = re.compile(r"(?<!》)(?<!》中)(?<!》还)[\u4e00-\u9fff]{2}(?:提出|宣布|要求|预测|估计)[，,：:]?$")
"""A body's own aim or forecast, unlike what a plan is said to set (《规划》提出，到2025年…)."""
_EARLY = 3
"""Until the end of this month a story's own year lies ahead of it."""
_LONGEST = 40
"""A longer heading is a statement, whose years are its own."""


def under_heading(context: Context, heading: ReadSentence) -> Context:
    """What a heading hands down: year, status, plan and agent, each only where the heading says it."""
    text = heading.text
    status = None if context.nature in TOLD and len(text) > _NAME else heading_status(text)
    found = [p for p in read_periods(heading, context) if p.year is not None and p.kind not in ("base", "each")]
    plan = next((n for n in heading.names if n.type == "Plan"), None)
    if plan is not None:
        by = read_in(heading, plan.start, plan.end, "heading", "headings.under_heading")
        context = with_plan(context, plan, "heading", by)
    bare = _BARE_YEAR.match(text)
    if bare and not found:
        found = [Period(0, 4, bare[1], int(bare[1]), None, "during")]
    whole = read_in(heading, 0, len(text), "heading", "headings.under_heading")
    if found and len(text) < _LONGEST and not (plan and plan.start <= found[0].start < plan.end):
        period = _joined(text, found)
        implied = _implied(context, period.year or 0)
        several = len({p.year for p in found}) > 1 and period is found[0]
        so_far = "achieved" if period.kind == "since" and period is not found[0] else implied
        decided = implied if several else status or so_far
        dated = context.given(whole, year=looked_back(context, period) or period.year, since=period.since)
        dated = dated.given(whole, status=decided) if decided else dated
        return replace(dated, year_source="inherited: heading")
    if status == "achieved" and context.status == "planned" and context.plan is not None:
        return _background(context, whole)
    if status is not None and not (
        status == "achieved" and context.status == "planned" and context.year_source == "inherited: heading"
    ):
        return context.given(whole, status=status)
    return context


def _joined(text: str, periods: list[Period]) -> Period:
    """2019年和今年以来: the first period of a heading, up to the one that is joined to it and follows it."""
    first = periods[0]
    for other in periods[1:2]:
        follows = first.year is not None and other.year == first.year + 1
        if follows and _AND.fullmatch(text, first.end, other.start):
            return replace(other, start=first.start, since=first.since or first.year)
    return first


def _implied(context: Context, year: int) -> str | None:
    """The status that a heading's year has by itself.

    The year of writing says nothing in news, or in a text written late in it.
    """
    if context.day is None:
        return None
    if year == context.day.year and (context.nature in TOLD or context.day.month > 6):
        return None
    return "achieved" if year < context.day.year else "planned"


def _background(context: Context, heading: Basis) -> Context:
    """A plan's look back: what was reached by the year before a five-year plan begins, else by the day of writing."""
    first = five_years(context.plan.value) if context.plan else None
    year = first[0] - 1 if first else (context.day.year if context.day else None)
    context = context.given(heading, status="achieved")
    before = Basis("plan" if first else "date", "headings.background")
    return replace(context.given(before, year=year, since=None), year_source="inherited: plan")


def _frames(text: str, period: Period) -> bool:
    return sets_frame(text, period) or text.startswith("是", period.end)


def opening(context: Context, sentence: ReadSentence) -> Context:
    """A work report without an issuer speaks for the body that its first sentence has as subject."""
    if context.agent is None and context.nature in ("report", "speech", "news", None):
        name = first_subject(sentence.names, sentence.text)
        if name is not None:
            by = read_in(sentence, name.start, name.end, "sentence", "headings.opening")
            return context.given(by, agent=Inherited(name.canonical, name.type, "article"))
    return context


def _looks_back(context: Context, sentence: ReadSentence, lead: Period) -> bool:
    """过去一年，…取得了很大成绩。 as a paragraph of its own under the heading of a report's coming year."""
    if context.nature != "report" or context.status != "planned" or not lead.relative:
        return False
    return sets_frame(sentence.text, lead) and clause_status(sentence.text[lead.end :]) == "achieved"


def looks_ahead_again(context: Context, section: Context, sentence: ReadSentence) -> bool:
    """Whether a sentence ends such a look back: it speaks of the section's own year, or of what is to be done."""
    if context.year_source != "inherited: paragraph" or (context.status, section.status) != ("achieved", "planned"):
        return False
    years = {period.year for period in read_periods(sentence, section)}
    return section.year in years or clause_status(sentence.text) == "planned"


def announced(context: Context, sentence: ReadSentence) -> Context:
    """What follows a paragraph that opens with the year of writing or a later one and announces (2022年，…将…)."""
    periods = read_periods(sentence, context)
    lead = next((p for p in periods if p.year is not None and p.kind in ("during", "deadline")), None)
    if lead is None or context.day is None or lead.year is None or lead.start > 25:
        return context
    if _SPOKEN_OF.search(sentence.text, 0, lead.start):
        return context
    if lead.since is not None and lead.start < 6 and context.nature == "report" and _frames(sentence.text, lead):
        framed = narrow(context, lead, said_in(sentence, lead, "paragraph"))
        return replace(framed, year_source="inherited: paragraph")  # 过去五年，…; “十四五”时期是…
    past = lead.year < context.day.year and lead.since is None and lead.start < _OPENING
    further = any(p.kind == "base" and p.year is not None and p.year < (lead.year or 0) - 1 for p in periods)
    over = past and not further and _JUST_OVER.match(sentence.text)
    if over and context.since is not None and context.nature == "report":
        framed = narrow(context, lead, said_in(sentence, lead, "paragraph"))
        return replace(framed, year_source="inherited: paragraph")  # 刚刚过去的2017年，… after 五年来，…
    if past and not further and context.year_source == "inherited: heading" and _looks_back(context, sentence, lead):
        framed = narrow(context, lead, said_in(sentence, lead, "paragraph"))
        return replace(framed, year_source="inherited: paragraph")
    if lead.year < context.day.year or lead.relative:
        return context
    if context.nature == "news" and lead.year == context.day.year and context.day.month > _EARLY:
        return context  # late in the year a story tells of what has been done in it
    if context.nature in TOLD and _ITEM.match(sentence.text):
        return context  # one headline says nothing of the next
    if _OF_OTHERS.search(sentence.text, 0, lead.start) or clause_status(sentence.text[: lead.start]) == "forecast":
        return context  # 某机构预测，2024年…; 某某委员会提出，到2030年…: the paragraphs after it are not of that
    after = sentence.text[lead.end : lead.end + 24]
    if clause_status(after) != "planned" and not markers().announcing.search(after):
        return context
    if not sets_frame(sentence.text, lead) and not markers().announcing.search(after):
        return context
    by = replace(said_in(sentence, lead, "paragraph"), rule="headings.announced")
    ahead = context.given(by, year=lead.year, since=None, status="planned")
    return replace(ahead, year_source="inherited: paragraph", span="end")
