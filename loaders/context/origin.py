"""The context that a whole article starts from: its date, plan, agent and region."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from ...schema.basis import Basis
from ...schema.documents import Stated
from ...schema.vocabulary import vocabulary
from ..language.gazetteer import find as find_names
from ..language.pipeline import article_scope
from ..language.reading import Name, ReadArticle
from ..language.spacing import joined
from ..structure.article import StructuredDocument
from .actors import ACTORS
from .context import Context, Inherited
from .plans import plan_years

_ISSUED = re.compile(r"(?:关于)?(?:印发|发布|公布|转发)《(?P<title>.+)》的(?:通知|公告|函)$")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_MONTH = re.compile(r"今年\s*(\d{1,2})\s*月")
_TO_COME = re.compile(r"将(?![士领军])|即将|预[计期]|计划|有望|拟")
"""今年3月开始降息的预期: a month that was still to come."""
_ANNOUNCES = re.compile(r"(?:名单|结果|情况)(?:的(?:通知|公告|通报|公示))?$|通报|表彰|表扬|公示$")
"""A notice that announces what was done (公布…名单的通知) sets no targets."""
_AIMED = re.compile(r"[到至]\s?(?:20\d\d|“?十[三四五六]五)")
_OF_A_PLACE = ("plan", "notice", "draft", "report", "speech")
_PLANNING = ("plan", "notice", "draft")
"""Natures whose own text sets targets; a report or a speech only where it says so."""


def origin(read: ReadArticle, document: StructuredDocument) -> Context:
    """What holds at an article's first word.

    plan: the article's own title where its nature sets targets, the title in 《》 where it interprets a plan.
    agent: a single issuer (a region for a regional plan); None for plans of the State Council, the Central
    Committee or several issuers, who set targets that others answer for: such targets have no agent.
    """
    info, whole = read.article.info, document.info
    stated = info.nature or whole.nature
    nature = stated.value if stated else None
    title = info.title or (whole.title if info.part_of is None else None)
    context = Context(nature=nature, stated_by=info.speaker.value if info.speaker else None)
    plan = _plan(title.value, nature) if title else None
    printed_later = whole.nature is not None and whole.nature.value == "newsletter"
    own = not printed_later or (info.date is not None and info.date.where != "document")
    day = info.day or whole.day
    if nature != "news" or info.date is None or info.date.where != "dateline":  # 今天（1月22日）: written on that day
        day = _day(read, day, own)
    stretch = _stretch(title.value if title else "", plan)
    if day is None and stretch and stretch[0]:
        day = dt.date(stretch[0], 1, 1)
    region = _region(read)
    issuer = "、".join(issuers(read, document)) or None
    titled, dated = _stated(title, "title"), _stated(info.date or whole.date, "date")
    announces = nature == "notice" and title is not None and _ANNOUNCES.search(title.value) is not None
    agent = _agent(issuer, region, nature, plan) if not announces else _announcing(issuer, region)
    context = replace(context, day=day)
    if agent is not None:
        named = titled if agent.type == "Region" else _stated(_issuer(read, document), "issuer")
        context = context.given(named, agent=agent)
    if region is not None:
        context = context.given(titled, region=region)
    elif (place := _region_of_issuer(read, document, nature)) is not None:
        context = context.given(_stated(_issuer(read, document), "issuer"), region=place)
    if plan is not None:
        context = context.given(titled, plan=Inherited(plan, "Plan", "article"))
    by_nature = Basis("title" if title else "default", f"origin.nature_{nature or 'unknown'}", titled.text)
    if announces:
        context = context.given(titled, plan=None, status="achieved").given(dated, year=day.year if day else None)
        return replace(context, year_source="inherited: date")
    if nature in _PLANNING or (nature == "interpretation" and plan):
        horizon = stretch[1] if stretch else _horizon(read, day) if nature == "plan" else None
        year = horizon or (day.year if day else None)
        source = "inherited: title" if stretch else "inherited: deadline" if horizon else "inherited: date"
        basis = titled if stretch else Basis("plan", "origin.first_deadline") if horizon else dated
        context = context.given(by_nature, status="planned").given(basis, year=year)
        return replace(context, year_source=source if year else None)
    context = context.given(by_nature, status="achieved")
    if nature == "report" and day is None and stretch:
        return replace(context.given(titled, since=stretch[0], year=stretch[1]), year_source="inherited: title")
    if day is None:
        return context
    year = day.year - 1 if nature == "report" and day.month <= 3 else day.year
    return replace(context.given(dated, year=year), year_source="inherited: date")


def _stated(stated: Stated | None, where: str) -> Basis:
    """The basis that something is which the article says of itself; its rule names the place (masthead, …)."""
    if stated is None:
        return Basis("default", "origin")
    rule = f"origin.{stated.where.replace(' ', '_')}"
    end = stated.char_start + len(stated.value) if stated.char_start is not None and where == "title" else None
    return Basis(where, rule, stated.value, stated.char_start, end)


def _horizon(read: ReadArticle, day: dt.date | None) -> int | None:
    """The first year that a plan without years in its title sets its aims for (到2027年，…): its last year.
    A deadline of one task (2020年底前…, 经过5—10年) is not the plan's."""
    for sentence in read.sentences:
        for period in sentence.periods:
            if (
                period.kind == "deadline"
                and period.year is not None
                and _AIMED.match(period.text)
                and not sentence.text[: period.start].strip("一二三四五六七八九十（）()、.0123456789 　")
                and (day is None or day.year <= period.year <= day.year + 10)
            ):
                return period.year
    return None


def _stretch(title: str, plan: str | None) -> tuple[int | None, int] | None:
    years = plan_years(plan or title)
    return (years[0], years[1]) if years and years[1] is not None else None


def _plan(title: str, nature: str | None) -> str | None:
    title = joined(title)
    issued = _ISSUED.search(title)
    if issued:
        return issued["title"]
    if nature in _PLANNING:
        return title.strip("《》")
    inner = re.search(r"《([^《》]+(?:〈[^〉]*〉[^《》]*)?)》", title)
    if inner and nature in ("interpretation", "news", "newsletter", None):
        return inner[1] if nature == "interpretation" else None
    return None


def _day(read: ReadArticle, day: dt.date | None, own: bool) -> dt.date | None:
    """The day of writing.

    An article printed in January or February that speaks of 今年6月, or that has no date of its own and names last
    year but never this one, was written the year before.
    """
    if day is None or day.month > 2:
        return day
    closed = dt.date(day.year - 1, 12, 31)
    text = "".join(s.text for s in read.sentences)
    if f"今天（{day.month}月{day.day}日" in text:
        return day
    told = (s.text for s in read.sentences if not _TO_COME.search(s.text))
    if any(int(m[1]) > day.month for past in told for m in _MONTH.finditer(past)):
        return closed
    named = {int(m[0]) for m in _YEAR.finditer(text)}
    return closed if not own and closed.year in named and day.year not in named else day


def _region(read: ReadArticle) -> Inherited | None:
    """The region of the article's title, the finest where several stand together (浙江省江山市)."""
    for sentence in read.sentences[:3]:
        if sentence.sentence.kind != "title":
            continue
        places = sorted(
            (
                n
                for n in (*sentence.names, *sentence.nested)
                if n.type == "Region" and n.canonical not in ("中国", "全国")
            ),
            key=lambda n: n.start,
        )
        if places:
            found = places[0]
            for place in places[1:]:
                if place.start == found.end:
                    found = place
            return Inherited(found.canonical, "Region", "article")
    return None


def _region_of_issuer(read: ReadArticle, document: StructuredDocument, nature: str | None) -> Inherited | None:
    """The region whose government or department issues a report, plan or notice with a title that names no place."""
    stated = _issuer(read, document)
    if nature not in _OF_A_PLACE or stated is None:
        return None
    names = find_names(stated.value, article_scope(read.article, document))
    places = [n for n in names if n.type == "Region" and n.start == 0 and n.end < len(stated.value)]
    place = max(places, key=lambda n: n.end, default=None)
    if place is None or place.canonical in ("中国", "全国"):
        return None
    return Inherited(place.canonical, "Region", "article")


def issuers(read: ReadArticle, document: StructuredDocument) -> tuple[str, ...]:
    """Canonical names of the bodies that issue an article; as it is written where none is known; empty without."""
    stated = _issuer(read, document)
    if stated is None:
        return ()
    found = find_names(stated.value, article_scope(read.article, document))
    names = [n for n in found if n.type in ("Agency", "Organization")]
    outer = [n for n in names if not any(n is not o and o.start <= n.start and n.end <= o.end for o in names)]
    return tuple(dict.fromkeys(n.canonical for n in outer)) or tuple(re.split("、", stated.value))


def _issuer(read: ReadArticle, document: StructuredDocument) -> Stated | None:
    info = read.article.info
    return info.issuer or (document.info.issuer if info.part_of is None or not document.info.second_hand else None)


def _agent(issuer: str | None, region: Inherited | None, nature: str | None, plan: str | None) -> Inherited | None:
    if issuer is None:
        return (
            Inherited(region.value, "Region", "article") if region and (plan or nature in ("report", "plan")) else None
        )
    if nature in _PLANNING or plan:
        if region is not None:
            return Inherited(region.value, "Region", "article")
        if issuer in vocabulary("context")["no_agent_of_targets"] or "、" in issuer:
            return None
    if nature in ("news", "newsletter", "interpretation"):
        return None
    return Inherited(issuer, "Agency", "article")


def _announcing(issuer: str | None, region: Inherited | None) -> Inherited | None:
    """Who did what a notice announces (公布…名单): its issuer itself, not the region that sets a plan's targets."""
    if issuer is None:
        return Inherited(region.value, "Region", "article") if region is not None else None
    return Inherited(issuer, "Agency", "article")


def first_subject(names: tuple[Name, ...], text: str) -> Name | None:
    """The first acting body of an article's opening sentence, which a work report without an issuer speaks for."""
    for name in names:
        if (
            name.type in ACTORS
            and name.type != "Region"
            and re.match(r"(?:根据|按照|认真|坚持|在|将|以|紧密|围绕|积极)", text[name.end :])
        ):
            return name
    return None
