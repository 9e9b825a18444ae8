"""Which programs and centers a metric measures, told from the names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from ..schema.facts import Entity

_SHORTEST = 4
"""A program or center of a shorter name (大会, 工程) is too common a word to be found inside a metric's name."""
# Another level's or region's own before the name: 省级…, 省级以上…, 苏州市…; what is counted there is not the thing.
_OTHERS = re.compile(r"(?:[省市县区州盟旗]级?|地方)(?:及?以上)?$")


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """A metric whose name holds the whole name of a program or center; before, after: what stands around it there."""

    metric: str
    type: str
    name: str
    before: str
    after: str


def measured(things: Iterable[Entity]) -> Iterator[Measure]:
    """The measures among things, metric by metric in the order given; of overlapping names the longest counts."""
    metrics: list[str] = []
    types: dict[str, list[str]] = {}
    for thing in things:
        if thing.type == "Metric":
            metrics.append(thing.name)
        elif thing.type in ("Program", "Center") and len(thing.name) >= _SHORTEST:
            types.setdefault(thing.name, []).append(thing.type)
    if not types:
        return
    names = sorted(types)
    finder = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for metric in metrics:
        for which, start, end in finder.find_matches_as_indexes(metric):
            before, after = metric[:start], metric[end:]
            if not _OTHERS.search(before):
                name = names[which]
                yield from (Measure(metric, kind, name, before, after) for kind in sorted(types[name]))
