"""Decisions that two things are one or two, and the classes that follow from them."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...schema.facts import Entity
from .bodies import central
from .grouping import same_pairs
from .rules import DIFFERENT, SAME, dated, rules
from .spelling import folded

if TYPE_CHECKING:
    from ..store import Graph

RULE, PERSON = SOURCES = ("rule", "person")


@dataclass(frozen=True, slots=True)
class Decision:
    """That two things are one ("same") or two ("different").

    rule: key of resolution.yaml. source: "rule" for what the build decided, "person" for what somebody did. by: who,
    None where that was not told. values: what fills the wording of the rule. date: ISO 8601, of the rules or
    of the day.
    """

    a: Entity
    b: Entity
    verdict: str
    rule: str
    source: str
    confidence: float
    date: str
    by: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def reason(self, lang: str | None = None) -> str:
        """The wording of the rule, filled; None for the user's language."""
        return rules()[self.rule].said({**self.values, "a": self.a.name, "b": self.b.name}, lang)

    def record(self) -> dict[str, str | float | None]:
        """Its row in the store."""
        values = json.dumps(dict(self.values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return {
            "type_a": self.a.type, "a": self.a.name, "type_b": self.b.type, "b": self.b.name, "source": self.source,
            "verdict": self.verdict, "rule": self.rule, "by": self.by, "evidence": values,
            "confidence": self.confidence, "date": self.date,
        }  # fmt: skip


COLUMNS = ("type_a", "a", "type_b", "b", "source", "verdict", "rule", "by", "evidence", "confidence", "date")
"""Of the table of decisions."""


def decision_from(row: Mapping[str, str | float | None]) -> Decision:
    """The decision of its row."""
    text = {name: row[name] for name in COLUMNS}
    return Decision(
        Entity(str(text["a"]), str(text["type_a"])), Entity(str(text["b"]), str(text["type_b"])), str(text["verdict"]),
        str(text["rule"]), str(text["source"]), float(text["confidence"] or 0), str(text["date"]),
        None if text["by"] is None else str(text["by"]), json.loads(str(text["evidence"])),
    )  # fmt: skip


def automatic(things: Iterable[Entity]) -> list[Decision]:
    """What the rules decide about things: every pair of one class, by type and name."""
    found = [
        Decision(*_ordered(one, other), SAME, match.rule, RULE, match.confidence, dated(), None, match.values)
        for one, other, match in same_pairs(things)
    ]
    return sorted(found, key=lambda d: (d.a.type, d.a.name, d.b.type, d.b.name))


def personal(one: Entity, other: Entity, verdict: str, by: str | None = None, on: dt.date | None = None) -> Decision:
    """What a person decides, today unless `on` says when."""
    rule = "by_person" if verdict == SAME else "split_by_person"
    day = (on or dt.date.today()).isoformat()
    return Decision(*_ordered(one, other), verdict, rule, PERSON, 1.0, day, by)


def _ordered(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    first, second = sorted((one, other), key=lambda e: (e.type, e.name))
    return first, second


def classes(graph: Graph) -> dict[Entity, Entity]:
    """Every entity of a graph to the one that stands for its class, itself where it is alone; decisions included.

    That one is a known full name, else the name with most facts, else the first.
    """
    facts = dict(graph.entities())
    return {thing: one for thing, one in classes_of(graph.decisions(), facts).items() if thing in facts}


def classes_of(decisions: Iterable[Decision], facts: Mapping[Entity, int]) -> dict[Entity, Entity]:
    """The classes of things with these numbers of facts.

    What persons joined is joined first, then what rules did, the surest first; nothing joins two that a person split.
    """
    held = list(decisions)
    apart = [(d.a, d.b) for d in held if d.source == PERSON and d.verdict == DIFFERENT]
    joined = [d for d in held if d.verdict == SAME]
    joined.sort(key=lambda d: (d.source == RULE, -d.confidence, d.a.type, d.a.name, d.b.type, d.b.name))
    group: dict[Entity, set[Entity]] = {}
    enemies: dict[Entity, set[Entity]] = defaultdict(set)
    for one, other in apart:
        enemies[one].add(other)
        enemies[other].add(one)
    for decision in joined:
        first, second = (group.setdefault(end, {end}) for end in (decision.a, decision.b))
        if first is second or any(enemies[member] & second for member in first):
            continue
        first |= second
        for member in second:
            group[member] = first
    made = {thing: thing for thing in facts}
    for members in {id(m): m for m in group.values()}.values():
        here = [m for m in members if m in facts]
        if here:
            head = min(here, key=lambda e: (not _full(e), -facts[e], len(e.name), e.type, e.name))
            made |= dict.fromkeys(here, head)
    return made


def _full(thing: Entity) -> bool:
    known = central(thing.name) if thing.type in ("Agency", "Organization") else None
    return known is not None and folded(known) == folded(thing.name)
