"""The named things that facts speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..schema.facts import Entity

AGENT_TYPES = ("Agency", "Organization", "Region", "Center", "Program", "Plan", "Person", "Event", "Document")
"""Which of a name's known types its bearer has where it acts; one that is known nowhere else is taken for an Agency."""


def agents(agent: str | None) -> list[str]:
    """The names in an agent field, which joins several by 、."""
    return [name for name in (agent or "").split("、") if name.strip()]


def ends(fact: Mapping[str, Any]) -> Iterator[Entity]:
    """The things that a flat record gives a type to: its two ends, its plan, its region."""
    yield Entity(fact["subject"], fact["subject_type"])
    if fact["object"]:
        yield Entity(fact["object"], fact["object_type"])
    for name, kind in ((fact["holder"], fact["holder_type"]), (fact["plan"], "Plan"), (fact["region"], "Region")):
        if name and name.strip():
            yield Entity(name, kind)


def agent_types(known: Iterable[Entity]) -> dict[str, str]:
    """The type in which each known name acts."""
    rank = {kind: place for place, kind in enumerate(AGENT_TYPES)}
    types: dict[str, str] = {}
    for entity in known:
        held = types.get(entity.name)
        if entity.type in rank and (held is None or rank[entity.type] < rank[held]):
            types[entity.name] = entity.type
    return types


def named_things(facts: Callable[[], Iterable[Mapping[str, Any]]]) -> dict[Entity, int]:
    """Every thing that facts name, with the number of facts that name it; `facts` is run through twice."""
    counts: Counter[Entity] = Counter()
    for fact in facts():
        counts.update(set(ends(fact)))
    types = agent_types(counts)
    for fact in facts():
        acting = {Entity(name, types.get(name, "Agency")) for name in agents(fact["agent"])}
        counts.update(acting - set(ends(fact)))
    return dict(counts)
