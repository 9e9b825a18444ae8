"""从A增加到B: two numbers of one thing, where it stood and where it came to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from ....schema.periods import Period
from ....schema.quantities import Quantity
from ...context.context import Context, ScopedSentence, read_in
from ...context.times import read_periods, said_in
from .slots import Slot

_FROM = re.compile(r"(?:从|由)[^，,；;]{0,16}$")
_TO = re.compile(r"^[^，,；;]{0,12}?(?:到|至|转为|变为|降为|增为|扩大为|调整为)")
_REACH = 20
"""Characters that the two expressions can see: 从 and its period before, the verb and 到 after."""
_NEAREST = 3
"""Between the ends of a change stand two other numbers at most."""


def role(sentence: ScopedSentence, slot: Slot) -> str | None:
    """ "from" for the number that a change starts at, "to" for the one it ends at, None for any other."""
    text = sentence.read.text
    if _starts(sentence, slot.left, slot.quantity.start, slot.quantity.end, slot.clause.end):
        return "from"
    earlier = [q for q in _near(sentence, slot) if slot.clause.start <= q.start and q.end <= slot.quantity.start]
    for other in earlier[-1:]:
        between = text[other.end : slot.quantity.start]
        if _starts(sentence, slot.clause.start, other.start, other.end, slot.clause.end) and _TO.match(between):
            return "to"
    return None


def _near(sentence: ScopedSentence, slot: Slot) -> tuple[Quantity, ...]:
    """The numbers close enough before a slot's to be where its change starts."""
    numbers = sentence.read.quantities
    at = bisect_left(numbers, slot.quantity.start, key=lambda q: q.start)
    return numbers[max(0, at - _NEAREST) : at]


def at_change(context: Context, sentence: ScopedSentence, slot: Slot, part: str) -> Context:
    """The context of one end of a change.

    The end is a level at its date, not a flow over the stretch. The start holds for the year named beside it; without
    one for the first year of a stretch in years (2016-2020年), the year before one that looks back (过去五年) or lies
    ahead, else for no year that the text tells.
    """
    if part == "to":
        return _end(context, sentence, slot)
    periods = read_periods(sentence.read, context)
    beside = [p for p in periods if slot.left <= p.start and p.end <= slot.quantity.start and p.year is not None]
    year: int | None
    source: str | None
    start = read_in(sentence.read, slot.quantity.start, slot.quantity.end, "clause", "changes.start")
    basis = start
    if beside:
        year, source, basis = beside[-1].year, "stated", said_in(sentence.read, beside[-1])
    elif context.since is not None:
        ahead = context.status == "planned"  # 2019—2020年由3年放宽至1年: what held until then
        first = context.since if _in_years(periods, context.since) and not ahead else context.since - 1
        year, source = first, context.year_source
    else:
        year, source = None, None
    context = context.given(start, status="achieved").given(basis, year=year, since=None)
    return replace(context, year_source=source, span="end", base_year=None)


def _end(context: Context, sentence: ScopedSentence, slot: Slot) -> Context:
    """The end of a change; the year beside the start (由2020年的30万户增加到50万户) is its base, not its own."""
    first = max(
        q.end for q in sentence.read.quantities if slot.clause.start <= q.start and q.end <= slot.quantity.start
    )
    own = [p for p in sentence.read.periods if slot.clause.start <= p.start and p.end <= slot.quantity.start]
    beside = [p for p in own if p.year is not None and p.end <= first and _FROM.search(sentence.read.text[: p.end])]
    before = slot.clause.inherited
    if beside and before is not None and not any(p.start >= first for p in own):
        kept = {n: before.bases[n] for n in ("year", "status") if n in before.bases}
        context = replace(
            context, year=before.year, year_source=before.year_source, status=before.status,
            base_year=beside[-1].year, bases={**context.bases, **kept},
        )  # fmt: skip
    return replace(context, since=None, span="end")


def _starts(sentence: ScopedSentence, left: int, start: int, end: int, clause_end: int) -> bool:
    text = sentence.read.text
    before, after = text[max(left, start - _REACH) : start], text[end : min(clause_end, end + _REACH)]
    return bool(_FROM.search(before)) and bool(_TO.match(after))


def _in_years(periods: tuple[Period, ...], since: int) -> bool:
    return any(p.since == since and not p.relative for p in periods)
