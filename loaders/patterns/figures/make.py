"""A number, or the words of a goal, with its context to a Figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ....schema.basis import Basis
from ....schema.facts import Figure
from ....schema.quantities import Quantity
from ...context.context import Clause, Context, ScopedArticle, ScopedSentence
from ..evidence import evidence, kept_bases
from .words import is_flow, listed


def make(
    article: ScopedArticle,
    sentence: ScopedSentence,
    quantity: Quantity | None,
    context: Context,
    place: tuple[int, int],
    *,
    subject: str,
    measure: str,
    action: str | None,
    agent: tuple[str | None, Basis | None],
    extractor: str,
    bases: Mapping[str, Basis],
    clause: Clause,
    direction: str | None = None,
    binding: str | None = None,
    goal_text: str | None = None,
) -> Figure:
    """The figure for one number, or for a goal, which has its words instead.

    place: half-open offsets of the quote in the sentence's text. agent: its name with what it rests on. bases: what the
    fields rest on that the number and the words around it tell (`grounds`); the context has those of the others.
    """
    holder, holder_type = _holder(article, context)
    plan = context.plan.value if context.plan is not None and context.status == "planned" else None
    region = context.region.value if context.region else None
    who, by = agent
    if context.since is not None and _against_the_year_before(context, measure):
        context = replace(context, since=None, span="end" if context.span == "cumulative" else context.span)
    since = _since(context, measure, action)
    named = {**context.bases, **bases} | ({"agent": by} if by is not None else {})
    told = {"year": context.year, "status": context.status, "agent": who, "plan": plan, "region": region}
    own = {"subject": subject, "measure": measure, "value": quantity.value if quantity else None}
    return Figure(
        evidence=evidence(article.document, sentence, *place, keep=quantity.end - 1 if quantity else None),
        extractor=extractor,
        year=context.year,
        status=context.status,
        year_source=context.year_source,
        value=quantity.value if quantity else None,
        high=quantity.high if quantity else None,
        unit=quantity.unit if quantity else None,
        cmp=quantity.cmp if quantity else "eq",
        cmp_text=quantity.cmp_text if quantity else None,
        measure=measure,
        subject=subject,
        action=action,
        agent=who,
        plan=plan,
        since=since,
        region=region,
        span=_span(context, since, measure, action),
        base_year=context.base_year,
        direction=direction,
        binding=binding,
        estimated=context.estimated,
        holder=holder,
        holder_type=holder_type,
        stated_by=context.stated_by,
        goal_text=goal_text,
        bases=kept_bases(sentence, clause, named, **told, **own),
    )


_STANDS = ("total", "share", "level", "rank")
"""What stands at a date: a heading's stretch (“十三五”以来取得的成效) tells only when it was reached."""


def _since(context: Context, kind: str, verb: str | None) -> int | None:
    """First year of the period; for a change that was reached, the year it is measured against (比2015年下降43.3%)."""
    if context.since is not None and context.year is not None and context.since > context.year:
        return None
    if context.year_source == "inherited: heading" and kind in _STANDS and not is_flow(verb):
        return None
    # 较2010年 under “十三五”期间 goes further back; 比“十二五”时期 compares two stretches
    later = context.since is None or (context.base_year is not None and context.base_year < context.since - 1)
    if (
        later
        and context.base_year
        and context.status == "achieved"
        and kind in ("growth", "change", "multiple")
    ):
        return context.base_year if context.year is not None and context.base_year < context.year - 1 else None
    return context.since


def _against_the_year_before(context: Context, kind: str) -> bool:
    """比上年增长5%: one year's change, whatever stretch the paragraph tells of (“十三五”以来)."""
    return kind in ("growth", "change") and context.year is not None and context.base_year == context.year - 1


def _span(context: Context, since: int | None, kind: str, verb: str | None) -> str:
    """How a figure holds for its years.

    One that names no stretch itself runs over the one that it inherits (“十四五”时期新建5家); what stands at a date is
    reached by the end of a stretch (“十四五”期间覆盖率达到25%) and does not add up over it.
    """
    if context.span == "end" and since is not None and since == context.since and kind not in _STANDS:
        return "cumulative"
    reached = kind in ("share", "level", "rank") or (kind == "total" and listed(verb, "reach"))
    return "end" if context.span == "cumulative" and reached else context.span


def _holder(article: ScopedArticle, context: Context) -> tuple[str, str]:
    """Who answers for a figure: its holder in the context, else the document by its title or name."""
    if context.holder is not None:
        return context.holder.value, context.holder.type
    info = article.document.info
    return (info.title.value if info.title else info.name), "Document"
