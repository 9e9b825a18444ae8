"""How far a score would move with other documents of the same kind."""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence

from .counts import Count

DRAWS = 1000
Interval = tuple[float, float]


def interval(counts: Sequence[Count], seed: int, draws: int = DRAWS) -> Interval | None:
    """The 95 % percentile interval of the F1 over documents drawn with replacement, the same for the same seed.

    counts: one a document. None with fewer than two documents that hold anything: one document says nothing of others.
    """
    counts = [c for c in counts if c.found or c.gold]
    if len(counts) < 2:
        return None
    chance = random.Random(seed)
    found = []
    for _ in range(draws):
        drawn = chance.choices(counts, k=len(counts))
        found.append(2 * sum(c.right for c in drawn) / sum(c.found + c.gold for c in drawn))
    edges = statistics.quantiles(found, n=40, method="inclusive")
    return edges[0], edges[-1]
