"""The figure loader: every number of an article that is a figure, with its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ....schema.facts import Figure
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedArticle, ScopedSentence
from ...context.times import at_place
from .agents import agent_of
from .changes import at_change, role
from .grounds import grounds
from .make import make
from .measures import Measured, measure
from .slots import Slot, slots
from .subjects import Subject, subject_of
from .tables import Column, cells, columns_of
from .words import listed, one_of

_NOUN = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{2}")
_SHORTEST = 6
"""A quote of fewer characters says too little: it takes in what stands before it in the clause."""
_QUOTE = 60
"""Longest quote in characters where the noun stands far from its number."""


def find(article: ScopedArticle) -> Iterator[Figure]:
    """Every figure of the article, in the order of its numbers."""
    before: Subject | None = None
    paragraph = -1
    columns: tuple[Column, ...] = ()
    for sentence in article.sentences:
        read = sentence.read.sentence
        if read.paragraph != paragraph or read.kind != "sentence":
            if read.paragraph != paragraph:
                columns = columns_of(sentence.read.text) if read.kind == "row" else ()
            before, paragraph = None, read.paragraph
        if columns:
            yield from _in_table(article, sentence, columns)
            continue
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
    quantity, text = slot.quantity, sentence.read.text
    context = at_place(sentence, slot.clause, quantity.start)
    part = role(sentence, slot)
    if part is not None:
        context = at_change(context, sentence, slot, part)
    stretch = max(text.rfind(c, 0, quantity.start) for c in "；;。")
    clause = text[slot.clause.start : quantity.start]
    kind = measure(quantity, subject, clause, text[stretch + 1 : quantity.start])
    place = _place(slot, subject)
    return make(
        article,
        sentence,
        quantity,
        context,
        place,
        subject=subject.name,
        measure=kind.kind,
        action=subject.carrier or subject.verb,
        agent=agent_of(context, subject, kind.kind, clause),
        extractor="figures.find",
        bases=grounds(sentence, quantity, place, (subject.name, subject.rule), kind),
        clause=slot.clause,
        direction="rise" if listed(subject.carrier, "rise") else "fall" if listed(subject.carrier, "fall") else None,
        binding=next((kind for word, kind in _bindings().items() if word in text), None),
    )


@cache
def _bindings() -> dict[str, str]:
    """约束性, 预期性; the short words of table cells (约束, 预期) say something else in a sentence (预期目标)."""
    return {word: kind for word, kind in vocabulary("tables")["binding"].items() if word.endswith("性")}


def _in_table(article: ScopedArticle, row: ScopedSentence, columns: tuple[Column, ...]) -> Iterator[Figure]:
    for cell in cells(row, columns):
        verb = one_of("flow").search(cell.indicator)
        counted = Subject(cell.indicator, cell.start, cell.end, verb.group() if verb else None, None, True)
        name = f"{cell.indicator}{cell.column.head}" if cell.column.role == "rate" else cell.indicator
        changes = row.read.text[cell.start : cell.end]
        kind = measure(cell.quantity, counted, changes, changes)
        if cell.column.role == "rate":
            kind = Measured("share", "tables.rate", cell.column.head)
        place = (cell.start, cell.end)
        yield make(
            article,
            row,
            cell.quantity,
            cell.context,
            place,
            subject=name,
            measure=kind.kind,
            action=counted.verb,
            agent=(cell.context.agent.value, cell.context.bases.get("agent")) if cell.context.agent else (None, None),
            extractor="figures.table",
            bases=grounds(row, cell.quantity, place, (cell.indicator, "tables.row"), kind, "table"),
            clause=row.clauses[0],
            binding=cell.binding,
        )


def _place(slot: Slot, subject: Subject) -> tuple[int, int]:
    """The stretch that the quote takes: from the thing's name or verb to the unit, at a readable length."""
    quantity = slot.quantity
    start, end = min(subject.start, quantity.start), max(subject.end, quantity.end)
    if end - start < _SHORTEST:
        start = max(slot.clause.start, end - _QUOTE // 2)
    if end - start > _QUOTE:
        start = max(start, quantity.start - _QUOTE + 20)
        end = min(end, quantity.end + 30)
    return start, end
