"""Which of many names are the same: names are compared only where their forms share a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ...schema.facts import Entity
from .form import Context, Form
from .matching import Match, compared, form
from .rules import SAME

FAMILIES: Mapping[str, str] = {
    "Agency": "body", "Organization": "body", "Plan": "title", "Document": "title", "Program": "designation",
    "Center": "designation",
}  # fmt: skip
"""Types that name one kind of thing: documents call a plan a document, an office an organization."""
ELIDED = frozenset({"elided_state", "elided_period", "elided_year", "elided_place", "issuer_before"})
"""Rules of names that leave something out: they hold only where one thing alone can be meant."""
_LEFT_OUT = frozenset({"name", "said_on", "period", "date", "issuer", "level", "region_in_force", "beside"})
_LARGEST = 200
"""A key that more names share is no evidence; they are compared with those of their very core and parts alone."""


def same_pairs(things: Iterable[Entity]) -> Iterator[tuple[Entity, Entity, Match]]:
    """Every pair of things that the rules take for one, in order; a name that could mean several is left alone."""
    blocks: dict[tuple[object, ...], list[tuple[Entity, Form]]] = defaultdict(list)
    for thing in sorted(set(things), key=_order):
        made = form(thing.name, thing.type, Context())
        if made.vague is None or made.vague.rule == "government":
            blocks[_key(thing, made)].append((thing, made))
    for block in blocks.values():
        if 1 < len(block) <= _LARGEST:
            yield from _told_apart(_pairs(block))


def _order(thing: Entity) -> tuple[str, str]:
    return thing.type, thing.name


def _key(thing: Entity, made: Form) -> tuple[object, ...]:
    kept = tuple(sorted((p, v) for p, v in made.parts.items() if p not in _LEFT_OUT | made.elidable and v != "中国"))
    return FAMILIES.get(thing.type, thing.type), "".join(sorted(made.core)), kept


def _pairs(block: Sequence[tuple[Entity, Form]]) -> list[tuple[Entity, Entity, Match]]:
    found = []
    for (one, left), (other, right) in combinations(block, 2):
        if left.vague or right.vague:  # a region and its government: the same name under two types is another matter
            continue
        match = compared(one.name, other.name, left, right, one.type)
        if match.verdict == SAME and not (one.name == other.name and one.type == other.type):
            found.append((one, other, match))
    return found


def _told_apart(pairs: list[tuple[Entity, Entity, Match]]) -> Iterator[tuple[Entity, Entity, Match]]:
    """The pairs without those by which a name that leaves something out would join two things."""
    sure = [pair for pair in pairs if pair[2].rule not in ELIDED]
    whole = united((one, other) for one, other, _ in sure)
    yield from sure
    reach: dict[Entity, set[Entity]] = defaultdict(set)
    elided = [pair for pair in pairs if pair[2].rule in ELIDED]
    for one, other, _ in elided:
        reach[whole.get(one, one)].add(whole.get(other, other))
        reach[whole.get(other, other)].add(whole.get(one, one))
    for one, other, match in elided:
        ends = whole.get(one, one), whole.get(other, other)
        if all(reach[end] <= {*ends, *reach[ends[0]]} & {*ends, *reach[ends[1]]} for end in ends):
            yield one, other, match


def united(pairs: Iterable[tuple[Entity, Entity]]) -> dict[Entity, Entity]:
    """For every thing of the pairs the first, by type and name, of those that it is joined with."""
    above: dict[Entity, Entity] = {}

    def top(thing: Entity) -> Entity:
        while above.get(thing, thing) != thing:
            thing = above[thing]
        return thing

    for one, other in pairs:
        first, second = sorted((top(one), top(other)), key=_order)
        above[second] = first
        above.setdefault(first, first)
    return {thing: top(thing) for thing in above}
