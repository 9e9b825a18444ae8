"""Walks an article and gives every clause the context that holds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...schema.periods import Period
from ...schema.vocabulary import vocabulary
from ..language.reading import Name, ReadArticle, ReadSentence
from ..structure.article import StructuredDocument
from .actors import leads, subject
from .clauses import cut
from .context import Clause, Context, Inherited, ScopedArticle, ScopedSentence
from .origin import first_subject, origin
from .plans import five_years, plan_years
from .status import clause_status, heading_status, is_estimated, markers
from .times import narrow, read_periods, sets_frame


_TOLD = ("news", "newsletter", None)
"""Natures whose title has the actor as its subject; a notice's title begins with its issuer."""
_ZONE = re.compile(r"(?:新区|高新区|开发区|园区|示范区|自贸区|保税区|经开区)$")
"""Centres that are places too."""
_LIST_LABEL = re.compile(r"——|—|[一二三四五六七八九十]+是|[●•■◆]")
"""Labels of the items that a sentence ending in a colon announces."""


_COMPARED = re.compile(r"(?:高于|低于|大于|多于|少于|超过|好于)\s*$")
"""明显高于去年: a year that is compared with does not date the clause."""
_RESUMES = re.compile(r"(?:同时|此外|另外|目前|当前|与此同时)[，,]?")
"""A sentence that opens with one of these leaves the year of the sentence before it."""


def scopes(read: ReadArticle, document: StructuredDocument) -> ScopedArticle:
    """The article with every sentence cut into clauses and every clause given its context."""
    start = origin(read, document)
    return ScopedArticle(read, document, tuple(_walk(read, start)))


def _walk(read: ReadArticle, start: Context) -> Iterator[ScopedSentence]:
    by_heading: dict[int, Context] = {}  # by the place of the heading's last character in the original
    article = start
    running: Context | None = None  # what an announcing paragraph, or one that ends in a colon, hands to what follows
    depth = 0  # of the headings over the sentence that `running` came from
    paragraph_context, paragraph = start, -1
    opened = False
    bodies = {n.text: n.body for s in read.sentences for n in s.names if n.type == "Person" and n.body}
    if article.agent is None and article.stated_by in bodies:
        article = replace(article, agent=Inherited(bodies[article.stated_by], "Agency", "speaker"))
    for sentence in read.sentences:
        headings = sentence.sentence.headings
        places = [h.text.starts[-1] for h in headings if len(h.text)]
        base = next((by_heading[p] for p in reversed(places) if p in by_heading), article)
        if running is not None and len(headings) < depth:
            running = None
        if sentence.sentence.kind in ("heading", "title"):
            if sentence.sentence.kind == "title" and article.agent is None and article.nature in _TOLD:
                actor = subject(sentence, 0, len(sentence.text))
                if actor is not None and actor.where != "place":
                    article = replace(article, agent=replace(actor, where="title"))
            if sentence.sentence.kind == "heading":
                if len(headings) == depth and not _LIST_LABEL.match(sentence.text):
                    running = None
                narrowed = _under_heading(running or base, sentence)
                for place in sentence.sentence.text.starts[-2:]:
                    by_heading[place] = narrowed
            yield ScopedSentence(sentence, _clauses(sentence, running or base)[0])
            paragraph = -1
            continue
        if not opened and sentence.text.strip():
            opened = True
            article = base = _opening(article, sentence)
        base = running if running is not None and len(headings) == depth else base
        if sentence.sentence.paragraph != paragraph:
            paragraph = sentence.sentence.paragraph
            paragraph_context = _announced(base, sentence)
            if paragraph_context is not base:
                running, depth = paragraph_context, len(headings)
        elif _RESUMES.match(sentence.text):
            paragraph_context = replace(base, plan=paragraph_context.plan, agent=paragraph_context.agent)
        speaker = sentence.sentence.speaker
        if speaker is not None and speaker in bodies:
            paragraph_context = replace(paragraph_context, agent=Inherited(bodies[speaker], "Agency", "speaker"), stated_by=speaker)
        clauses, paragraph_context = _clauses(sentence, paragraph_context)
        if sentence.text.rstrip().endswith(("：", ":")):
            running, depth = paragraph_context, len(headings)
        yield ScopedSentence(sentence, clauses)


def _under_heading(context: Context, heading: ReadSentence) -> Context:
    """What a heading hands down: year, status, plan and agent, each only where the heading says it."""
    text = heading.text
    status = heading_status(text)
    found = [p for p in read_periods(heading, context) if p.year is not None and p.kind not in ("base", "each")]
    plan = next((n for n in heading.names if n.type == "Plan"), None)
    if plan is not None:
        context = _with_plan(context, plan, "heading")
    if found and len(text) < 40 and not (plan and plan.start <= found[0].start < plan.end):
        period = found[0]
        implied = _implied(context, period.year or 0)
        several = len({p.year for p in found}) > 1
        decided = implied if several else status or implied
        return replace(context, year=period.year, since=period.since, year_source="inherited: heading", status=decided or context.status)
    if status == "achieved" and context.status == "planned" and context.plan is not None:
        return _background(context)
    if status is not None and not (status == "achieved" and context.status == "planned" and context.year_source == "inherited: heading"):
        return replace(context, status=status)
    return context


def _implied(context: Context, year: int) -> str | None:
    """The status that a heading's year has by itself; the year of writing says nothing in a text written late in it or in news."""
    if context.day is None:
        return None
    if year == context.day.year and (context.nature in _TOLD or context.day.month > 6):
        return None
    return "achieved" if year < context.day.year else "planned"


def _background(context: Context) -> Context:
    """A plan's look back: what was reached by the year before a five-year plan begins, else by the day of writing."""
    first = five_years(context.plan.value) if context.plan else None
    year = first[0] - 1 if first else (context.day.year if context.day else None)
    return replace(context, status="achieved", year=year, since=None, year_source="inherited: plan")


def _opening(context: Context, sentence: ReadSentence) -> Context:
    """A work report without an issuer speaks for the body that its first sentence has as subject."""
    if context.agent is None and context.nature in ("report", "speech", "news", None):
        name = first_subject(sentence.names, sentence.text)
        if name is not None:
            return replace(context, agent=Inherited(name.canonical, name.type, "article"))
    return context


def _announced(context: Context, sentence: ReadSentence) -> Context:
    """A paragraph that opens with the year of writing or a later one and announces (2022年，…将…) frames what follows."""
    periods = read_periods(sentence, context)
    lead = next((p for p in periods if p.year is not None and p.kind in ("during", "deadline")), None)
    if lead is None or context.day is None or lead.year is None or lead.start > 25:
        return context
    if lead.since is not None and lead.start < 6 and context.nature == "report":
        return replace(narrow(context, lead), year_source="inherited: paragraph")  # 过去五年，…; “十四五”时期是…
    if lead.year < context.day.year or lead.relative:
        return context
    after = sentence.text[lead.end : lead.end + 24]
    if clause_status(after) != "planned" and not markers().announcing.search(after):
        return context
    if not sets_frame(sentence.text, lead) and not markers().announcing.search(after):
        return context
    return replace(context, year=lead.year, since=None, year_source="inherited: paragraph", status="planned", span="end")


def _clauses(sentence: ReadSentence, context: Context) -> tuple[tuple[Clause, ...], Context]:
    """The clauses of a sentence, and the context that its frame hands to the rest of the paragraph."""
    periods = read_periods(sentence, context)
    running = handed = context
    found = []
    for number, (start, end) in enumerate(cut(sentence.text)):
        text = sentence.text[start:end]
        actor = subject(sentence, start, end)
        if actor is not None:
            running = _with_actor(running, actor)
        running = _reported_plan(running, sentence, start, end)
        here = running
        for period in periods:
            if not start <= period.start < end:
                continue
            if _in_modifier(here, sentence, start, period):
                continue
            here = narrow(here, period)
            if period.kind in ("base", "each"):
                continue
            apart = sets_frame(sentence.text, period)
            if apart or leads(sentence, start, period):
                running = narrow(running, period)
            if number < 3 and (apart or number == 0 and running.status == "achieved" and leads(sentence, start, period)):
                handed = narrow(handed, period)
        status = clause_status(text)
        if status is not None and _may_change(here, status, context):
            here = replace(here, status=status)
            running = replace(running, status=status)
        if here.span in ("each", "average"):
            here = _over_the_plan(here)
        if is_estimated(text):
            here = replace(here, estimated=True)
        found.append(Clause(start, end, _with_holder(here)))
    handed = replace(handed, plan=running.plan, region=running.region, agent=running.agent if running.agent != context.agent else handed.agent)
    return tuple(found) or (Clause(0, len(sentence.text), _with_holder(context)),), handed


def _in_modifier(context: Context, sentence: ReadSentence, start: int, period: Period) -> bool:
    """A past year inside a clause of a plan (返还其上年度实际缴纳的…) does not date the clause."""
    if _COMPARED.search(sentence.text[start : period.start]):
        return True
    if context.status != "planned" or context.day is None or period.year is None or period.kind in ("base", "each"):
        return False
    return period.year < context.day.year and not sets_frame(sentence.text, period) and not leads(sentence, start, period)


def _may_change(here: Context, status: str, inherited: Context) -> bool:
    """A marker word loses against a stated year that decides (2020年…, written in 2022, is not planned)."""
    if here.year_source == "stated" and here.day is not None and here.year is not None and here.year != here.day.year:
        return status == "forecast" and here.status == "planned"
    if status == "achieved" and inherited.status == "planned" and inherited.year_source in ("inherited: heading", "inherited: title"):
        return False
    return True


def _over_the_plan(context: Context) -> Context:
    """每年 and 年均 under a plan hold for the plan's years."""
    if context.since is not None:
        return context
    years = plan_years(context.plan.value) if context.plan and context.status == "planned" else None
    if years and years[1]:
        return replace(context, since=years[0], year=years[1])
    return context


def _reported_plan(context: Context, sentence: ReadSentence, start: int, end: int) -> Context:
    """《规划》提出…: from here on the text tells what the plan says."""
    says = vocabulary("context")["plan_says"]
    for name in sentence.names:
        if name.type == "Plan" and start <= name.start < end:
            after = sentence.text[name.end : name.end + 8].lstrip("》”）) 还也就进一步中明确要")
            reported = re.match("|".join(says), sentence.text[name.end :].lstrip("》”）) 还也就中，,")) or after.startswith(tuple(says))
            if reported:
                return _with_plan(context, name, "sentence")
    return context


def _with_plan(context: Context, plan: Name, where: str) -> Context:
    years = plan_years(plan.canonical)
    agent = context.agent if where == "heading" or context.agent is None or context.agent.type == "Region" else None
    context = replace(context, plan=Inherited(plan.canonical, "Plan", where), status="planned", agent=agent)
    if years and years[1] and context.year_source != "stated":
        context = replace(context, year=years[1], since=None, year_source="inherited: plan")
    return context


def _with_actor(context: Context, actor: Inherited) -> Context:
    if actor.type == "Center" and _ZONE.search(actor.value):
        context = replace(context, region=actor)
    if actor.type == "Region":
        region = actor if actor.value not in ("中国", "全国") else context.region
        if actor.where == "place":
            return replace(context, region=region)
        if context.agent is None or context.agent.type == "Region":
            return replace(context, region=region, agent=actor if region is actor else context.agent)
        return replace(context, region=region)
    return replace(context, agent=actor)


def _with_holder(context: Context) -> Context:
    """Who answers for a target: the plan, else the agent, else the document (left None here)."""
    holder = context.plan if context.status == "planned" and context.plan else context.agent
    return replace(context, holder=holder)
