"""The figure loader: every number of an article that is a figure, with its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ....schema.facts import Figure
from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedArticle, ScopedSentence
from ...context.places import in_region
from ...context.times import at_place
from ...language.comparators import BEFORE
from ..tables.grid import heads, table_of
from ..tables.indicators import prose_cells
from ..tables.places import region_of_line
from ..tables.values import scaled, without_unit
from .agents import agent_of, where_it_befell
from .changes import at_change, role
from .distribution import region_under
from .grounds import grounds
from .make import make
from .measures import measure
from .slots import Slot, slots
from .subject import Subject
from .subjects import subject_of
from .tables import in_table
from .words import is_flow, listed

_NOUN = re.compile(r"[\u4e00-\u9fff]{2}|[\u4e00-\u9fff][（(].+[)）]|[A-Za-z]{2}")
_BARE = re.compile(r" ?[<>≤≥＜＞]?\d{1,12}(?:[.,]\d{1,6}){0,4}[%％]? ?")
_LINES = ("heading", "caption")
_SHORTEST = 6
"""A quote of fewer characters says too little: it takes in what stands before it in the clause."""
_QUOTE = 60
"""Longest quote in characters where the noun stands far from its number."""


def find(article: ScopedArticle) -> Iterator[Figure]:
    """Every figure of the article, in the order of its numbers."""
    before: Subject | None = None
    paragraph = -1
    for sentence in article.sentences:
        read = sentence.read.sentence
        if read.paragraph != paragraph or read.kind != "sentence":
            before, paragraph = None, read.paragraph
        cells = None
        if _headless(article, sentence):
            continue
        over_a_list = read.kind in _LINES and region_of_line(sentence) is not None
        if over_a_list or (read.kind == "row" and id(sentence) in heads(article)):
            continue  # a head says what columns hold; 北京市（3家） stands over a list
        place = table_of(article, sentence) if read.kind == "row" else None
        if place is not None:
            yield from in_table(article, *place)
            cells = [(cell.start, cell.end) for cell in prose_cells(*place)]
        for subject, figure in _in_sentence(article, sentence, before, cells):
            before = replace(subject, verb=None)
            yield figure


def _headless(article: ScopedArticle, sentence: ScopedSentence) -> bool:
    """Whether a line is a row of numbers without the head of their columns: nothing says for when each of them is."""
    bare = [cell for cell in sentence.read.text.split("\t") if _BARE.fullmatch(cell)]
    return len(bare) > 1 and table_of(article, sentence) is None


def _in_sentence(
    article: ScopedArticle,
    sentence: ScopedSentence,
    before: Subject | None,
    stretches: list[tuple[int, int]] | None,
) -> Iterator[tuple[Subject, Figure]]:
    """The figures of a sentence; stretches: those of its text that are read, None for all of it."""
    previous: Slot | None = None
    for slot in slots(sentence):
        if stretches is not None and not any(a <= slot.quantity.start < b for a, b in stretches):
            continue
        if previous is not None and _list_ended(sentence, previous, slot):
            before = replace(before, verb=None) if before is not None else None
        subject = subject_of(sentence, slot, before)
        if subject is None or not (_NOUN.search(subject.name) or listed(subject.name, "short_nouns")):
            continue
        subject, slot = _with_unit_of_the_name(subject, slot)
        yield subject, _figure(article, sentence, slot, subject)
        before, previous = subject, slot


def _with_unit_of_the_name(subject: Subject, slot: Slot) -> tuple[Subject, Slot]:
    """The unit in brackets behind a name is its number's (孕产妇死亡率（1/10万）为12.3), and no part of the name."""
    name, unit = without_unit(subject.name)
    quantity = slot.quantity
    if unit is None or quantity.unit not in (None, unit.name) or quantity.measure is not None:
        return subject, slot
    if quantity.unit is None:
        low, high = scaled(quantity.value, unit.scale), quantity.high
        high = scaled(high, unit.scale) if high is not None else None
        slot = replace(slot, quantity=replace(quantity, value=low, high=high, unit=unit.name))
    return replace(subject, name=name), slot


def direction(verb: str | None) -> str | None:
    """Whether a verb says that something rises or falls (提高, 压缩至); None for any other verb, and for none."""
    bare = (verb or "").rstrip("到至为")
    return "rise" if listed(bare, "rise") else "fall" if listed(bare, "fall") else None


def _by_its_form(quantity: Quantity, verb: str | None) -> str | None:
    """翻番 rises and 减半 falls by itself; 放宽至 raises a limit and lowers what is asked at least."""
    if quantity.measure == "multiple" and "翻" in quantity.text:
        return "rise"
    if quantity.text.endswith(("减半", "折半")):
        return "fall"
    if verb is not None and verb.endswith(("至", "到")) and listed(verb[:-1], "rising"):
        return "fall" if quantity.cmp in ("ge", "gt") and verb.startswith("放宽") else "rise"
    return None


def _list_ended(sentence: ScopedSentence, previous: Slot, slot: Slot) -> bool:
    """True where a ；or a far clause lies between two numbers: the verb of the first no longer governs the second."""
    return bool(re.search(r"[；;。]", sentence.read.text[previous.quantity.end : slot.quantity.start]))


def _figure(article: ScopedArticle, sentence: ScopedSentence, slot: Slot, subject: Subject) -> Figure:
    quantity, text = slot.quantity, sentence.read.text
    context = at_place(sentence, slot.clause, quantity.start)
    part = role(sentence, slot)
    if part is not None:
        context = at_change(context, sentence, slot, part)
    if (region := region_under(sentence, slot)) is not None:
        context = in_region(context, sentence, region)
    context = where_it_befell(context, subject)
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
        action=_action(subject, quantity),
        agent=agent_of(context, subject, kind.kind, clause),
        extractor="figures.find",
        bases=grounds(sentence, quantity, place, (subject.name, subject.rule), kind),
        clause=slot.clause,
        direction=direction(subject.carrier) or direction(subject.verb) or _by_its_form(quantity, subject.carrier),
        binding=next((kind for word, kind in _bindings().items() if word in text), None),
    )


def _action(subject: Subject, quantity: Quantity) -> str | None:
    """The verb that carries the number, else the one of the clause, which is also meant where the carrier only compares
    (认定企业不少于20家)."""
    if subject.carrier in BEFORE and is_flow(subject.verb) and quantity.unit != "%":
        return subject.verb
    return subject.carrier or subject.verb


@cache
def _bindings() -> dict[str, str]:
    """约束性, 预期性; the short words of table cells (约束, 预期) say something else in a sentence (预期目标)."""
    return {word: kind for word, kind in vocabulary("tables")["binding"].items() if word.endswith("性")}


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
