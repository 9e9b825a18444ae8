"""Is this number a figure: every number that the reading finds, against the annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policygraph.loaders.patterns.figures.filters import is_figure
from policygraph.loaders.patterns.figures.words import one_of

from ..evaluation import Scored
from ..scorer import Row
from .case import Case, classes
from .numbers import Number
from .surroundings import around, inherited, named

_REACH = 30
"""Characters of its clause on both sides that stand for the quote of a number of which no figure was made."""
_BLANK = dict.fromkeys(("subject", "action", "agent", "plan", "region", "year", "since", "status", "cmp", "measure"))


def cases(numbers: Sequence[Number]) -> Iterator[Case]:
    """One case a number. Left out: numbers that an optional annotation matches, which may be taken or left."""
    for scored in {id(n.scored): n.scored for n in numbers}.values():
        own = [n for n in numbers if n.scored is scored]
        matched = _matched(scored, own)
        for number in own:
            gold = matched.get(_key(number))
            if gold is None or not gold.get("optional"):
                yield _case(number, gold is not None)


def _case(number: Number, figure: bool) -> Case:
    rule = "yes" if number.made is not None else "no"
    features = {**around(number), **inherited(number), "taken": _taken(number)}
    if number.made is not None:
        features |= named(number.made)
    right = {"yes": figure, "no": not figure}
    return classes(number.scored.document.key, features, right, rule)


def _taken(number: Number) -> str:
    """How far the rules took the number: made a figure, no subject found, or filtered out."""
    if number.made is not None:
        return "figure"
    if not is_figure(number.sentence, number.quantity):
        return "filtered"
    verb = one_of("flow", "stock").search(number.text, number.clause.start, number.clause.end)
    return "no subject, a verb" if verb else "no subject"


def _matched(scored: Scored, numbers: Sequence[Number]) -> dict[str, Row]:
    """The annotation that the scorer matches with each number, had every number been taken for a figure."""
    taken = {n.made.figure.id for n in numbers if n.made is not None}
    rows = [row for row in scored.inside if row["kind"] == "figure" and row["id"] in taken]
    rows += [_row(number) for number in numbers if number.made is None]
    return {pair.found["id"]: pair.gold for pair in scored.scorer.figures(rows, scored.gold).pairs}


def _key(number: Number) -> str:
    return number.made.figure.id if number.made is not None else f"{number.place[0]}-{number.place[1]}"


def _row(number: Number) -> Row:
    quantity, clause = number.quantity, number.clause
    stretch = number.sentence.read.sentence.text.origin(
        max(clause.start, quantity.start - _REACH), max(quantity.end, min(clause.end, quantity.end + _REACH))
    )
    quote = number.scored.document.structured.source.quote(*stretch)
    return {**_BLANK, "kind": "figure", "id": _key(number), "value": quantity.value, "high": quantity.high,
            "unit": quantity.unit, "quote": quote}  # fmt: skip
