"""The figure loader: every number of an article that is a figure, with its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schema.facts import Figure
from ...context.context import Context, ScopedArticle, ScopedSentence
from ...context.times import narrow, read_periods
from ..evidence import evidence
from .agents import agent_of
from .changes import at_change, role
from .measures import measure
from .slots import Slot, slots
from .subjects import Subject, subject_of
from .words import words

EXTRACTOR = "figures.find"
_BINDING = {"约束性": "binding", "预期性": "expected"}
_NOUN = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}")
_SHORTEST = 6
"""A quote of fewer characters says too little: it takes in what stands before it in the clause."""
_QUOTE = 60
"""Longest quote in characters where the noun stands far from its number."""


def find(article: ScopedArticle) -> Iterator[Figure]:
    """Every figure of the article, in the order of its numbers."""
    before: Subject | None = None
    paragraph = -1
    for sentence in article.sentences:
        if sentence.read.sentence.paragraph != paragraph or sentence.read.sentence.kind != "sentence":
            before, paragraph = None, sentence.read.sentence.paragraph
        for subject, figure in _in_sentence(article, sentence, before):
            before = replace(subject, verb=None)
            yield figure


def _in_sentence(
    article: ScopedArticle, sentence: ScopedSentence, before: Subject | None
) -> Iterator[tuple[Subject, Figure]]:
    previous: Slot | None = None
    for slot in slots(sentence):
        if previous is not None and _list_ended(sentence, previous, slot):
            before = replace(before, verb=None) if before is not None else None
        subject = subject_of(sentence, slot, before)
        if subject is None or not _NOUN.search(subject.name):
            continue
        yield subject, _figure(article, sentence, slot, subject)
        before, previous = subject, slot


def _list_ended(sentence: ScopedSentence, previous: Slot, slot: Slot) -> bool:
    """True where a ；or a far clause lies between two numbers: the verb of the first no longer governs the second."""
    return bool(re.search(r"[；;。]", sentence.read.text[previous.quantity.end : slot.quantity.start]))


def _figure(article: ScopedArticle, sentence: ScopedSentence, slot: Slot, subject: Subject) -> Figure:
    quantity = slot.quantity
    context = _at_number(sentence, slot)
    part = role(sentence, slot)
    if part is not None:
        context = at_change(context, sentence, slot, part)
    text = sentence.read.text
    stretch = max(text.rfind(c, 0, quantity.start) for c in "；;。")
    kind = measure(quantity, subject, text[slot.clause.start : quantity.start], text[stretch + 1 : quantity.start])
    start, end = min(subject.start, quantity.start), max(subject.end, quantity.end)
    if end - start < _SHORTEST:
        start = max(slot.clause.start, end - _QUOTE // 2)
    if end - start > _QUOTE:
        start = max(start, quantity.start - _QUOTE + 20)
        end = min(end, quantity.end + 30)
    direction = "rise" if subject.carrier in words("rise") else "fall" if subject.carrier in words("fall") else None
    holder, holder_type = _holder(article, context)
    sentence_text = sentence.read.text
    binding = next((v for k, v in _BINDING.items() if k in sentence_text), None)
    plan = context.plan.value if context.plan is not None and context.status == "planned" else None
    return Figure(
        evidence=evidence(article.document, sentence, start, end, keep=quantity.end - 1),
        extractor=EXTRACTOR,
        year=context.year,
        status=context.status,
        year_source=context.year_source,
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        cmp=quantity.cmp,
        cmp_text=quantity.cmp_text,
        measure=kind,
        subject=subject.name,
        action=subject.carrier or subject.verb,
        agent=agent_of(context, subject, kind, text[slot.clause.start : quantity.start]),
        plan=plan,
        since=_since(context, kind),
        region=context.region.value if context.region else None,
        span=context.span,
        base_year=context.base_year,
        direction=direction,
        binding=binding,
        estimated=context.estimated,
        holder=holder,
        holder_type=holder_type,
        stated_by=context.stated_by,
    )


def _since(context: Context, kind: str) -> int | None:
    """First year of the period; for a change that was reached, the year it is measured against (比2015年下降43.3%)."""
    if (
        context.since is None
        and context.base_year
        and context.status == "achieved"
        and kind in ("growth", "change", "multiple")
    ):
        return context.base_year if context.year is not None and context.base_year < context.year - 1 else None
    return context.since


def _at_number(sentence: ScopedSentence, slot: Slot) -> Context:
    """The clause's context, or for a clause with several years (从2016年的…增长到2020年的…) the one at the number."""
    context = slot.clause.context
    own = [
        p
        for p in read_periods(sentence.read, context)
        if slot.clause.start <= p.start < slot.clause.end and p.kind not in ("base", "each")
    ]
    if len(own) < 2:
        return context
    nearest = max((p for p in own if p.start < slot.quantity.start), key=lambda p: p.start, default=None)
    return narrow(context, nearest) if nearest is not None else context


def _holder(article: ScopedArticle, context: Context) -> tuple[str, str]:
    """Who answers for a figure: its holder in the context, else the document by its title or name."""
    if context.holder is not None:
        return context.holder.value, context.holder.type
    info = article.document.info
    return (info.title.value if info.title else info.name), "Document"
