"""Centers and zones that are listed by their places: 支持A、B创建国家级先导区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...schema.facts import Entity
from ..context.context import ScopedSentence
from ..language.reading import Name
from .coordination import members
from .triggers import Trigger, triggers
from .undertakings import named
from .wording import helpers, verbs

_BECOME = re.compile(r"[^，。；为]{0,8}(?<!行)为")


@dataclass(frozen=True, slots=True)
class Zone:
    """A center named by its place; regions: where it lies (two for 济南-青岛)."""

    trigger: Trigger
    center: Entity
    regions: tuple[Entity, ...]
    place: tuple[int, int]


@lru_cache(maxsize=4096)  # two loaders ask for the same article's sentences
def zones(sentence: ScopedSentence) -> tuple[Zone, ...]:
    """Every center of a sentence that stands in a list of places with the kind of center named once."""
    return tuple(_zones(sentence))


def _zones(sentence: ScopedSentence) -> Iterator[Zone]:
    for trigger in triggers(sentence):
        if trigger.helped is not None and trigger.helper in helpers() and trigger.any(verbs("launches")):
            yield from _created(sentence, trigger)
        elif trigger.object_start < trigger.object_end:
            yield from _listed(sentence, trigger)


def _created(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Zone]:
    assert trigger.helped is not None
    start, end = trigger.helped
    regions = [n for n in sentence.read.names if n.type == "Region" and start <= n.start and n.end <= end]
    left = sentence.read.text[start:end]
    for region in regions:
        left = left.replace(region.text, "")
    if not regions or left.strip(" 、和与及等地") != "":
        return
    for member in members(sentence.read, trigger.object_start, trigger.object_end):
        thing = named(member, weak=False)
        described = sentence.read.text[trigger.object_start : member.end].strip()
        if "的" in described and len(described) <= len(member.name) + 12 and member.head is not None:
            thing = Entity(described, member.head.type)  # what the place's center is to be tells it from others
        if thing is not None and thing.type == "Center":
            for group in _side_by_side(regions):
                text = sentence.read.text[group[0].start : group[-1].end]
                yield Zone(trigger, Entity(text + thing.name, "Center"), _regions(group), (start, member.end))


def _listed(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Zone]:
    """建设A、B等3个先导区: the list's members are regions."""
    begin, stop = trigger.object_start, trigger.object_end
    named_there = (*sentence.read.names, *sentence.read.nested)
    if not any(n.type == "Region" and begin <= n.start and n.end <= stop for n in named_there):
        return
    found = members(sentence.read, begin, stop)
    whole = next((m for m in found if m.role == "class"), None)
    if whole is None or named(whole, weak=False) is None or whole.head is None or whole.head.type != "Center":
        return
    if _BECOME.match(whole.name):
        return  # 确定A、B等8个区域为试验区: the places themselves are recognised
    for member in found:
        if member.role == "place":
            inside = [
                n for n in sentence.read.names if n.type == "Region" and member.start <= n.start and n.end <= member.end
            ]
            yield Zone(trigger, Entity(member.name, "Center"), _regions(inside), (trigger.start, whole.end))


def _side_by_side(regions: list[Name]) -> Iterator[list[Name]]:
    """Regions that stand without anything between them are one place (江苏 无锡)."""
    group: list[Name] = []
    for region in regions:
        if group and region.start != group[-1].end:
            yield group
            group = []
        group.append(region)
    if group:
        yield group


def _regions(group: list[Name]) -> tuple[Entity, ...]:
    return tuple(Entity(n.canonical, "Region") for n in group)
