"""Where each number of a sentence stands: its clause, and the text left and right that is its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....schema.quantities import Quantity
from ...context.context import Clause, ScopedSentence
from .filters import is_figure

_JOIN = re.compile(r"[、，,；;]|以及|和(?!地区)|及(?!其|地区)|与|(?<![简合兼归吞])并(?=[\u4e00-\u9fff])")
_MODIFIER = re.compile(r"\s*+(?:以上|以下|以内|左右)?+\s*+(?:的|、(?=[^，；\d]{2,14}的))")


@dataclass(frozen=True, slots=True)
class Slot:
    """A number with the stretches of its clause that may name what it counts; offsets into the sentence's text.

    left..quantity.start and quantity.end..right: up to the neighboring numbers' own stretches or the clause's ends.
    modifies: the number stands inside a modifier of the next one's noun (投资超5000万元的…项目150个).
    number: its place among the numbers of its clause, from 0.
    """

    quantity: Quantity
    clause: Clause
    left: int
    right: int
    modifies: bool
    number: int


def slots(sentence: ScopedSentence) -> tuple[Slot, ...]:
    """One slot a number that is a figure, from left to right."""
    if not sentence.read.quantities:
        return ()
    found: list[Slot] = []
    for clause in sentence.clauses:
        inside = [
            q for q in sentence.read.quantities if clause.start <= q.start < clause.end and is_figure(sentence, q)
        ]
        found.extend(_in_clause(sentence.read.text, clause, inside))
    return tuple(found)


def _in_clause(text: str, clause: Clause, quantities: list[Quantity]) -> list[Slot]:
    found: list[Slot] = []
    left = clause.start
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        modifies = bool(_MODIFIER.match(text, quantity.end, following.start if following else clause.end))
        if following is None:
            found.append(Slot(quantity, clause, left, clause.end, modifies, number))
            break
        if modifies and not text[quantity.end : following.start].strip("的 "):
            modifies = False
        right, next_left = _between(text, quantity, following)
        if modifies and following.unit != quantity.unit:
            next_left = left
        found.append(Slot(quantity, clause, left, right, modifies, number))
        left = next_left
    return found


_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
"""31个省（自治区、直辖市）: marks inside it part no stretches."""


def _between(text: str, first: Quantity, second: Quantity) -> tuple[int, int]:
    """Where the first number's stretch ends and the second's begins."""
    between = _BRACKET.sub(lambda inside: "（" * len(inside.group()), text[first.end : second.start])
    joins = list(_JOIN.finditer(between))
    if not joins:
        return second.start, first.end
    marks = [join for join in joins if join.group() in "、，,；;"] or joins  # 场景10个、产品和服务企业40家
    cut = joins[0] if not between[: joins[0].start()].strip() else marks[-1]
    return first.end + cut.start(), first.end + cut.end()
