"""Counts of right, found and annotated things, and what they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """right: of both; found: by the reading; gold: by the annotators. For a share, found and gold are the base."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """0..1; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """0..1; None where nothing is annotated."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both, for a share the share; None where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None


Tally = Mapping[str, Count]
"""Counts by what they measure: "detection", "core", "full", "relations", "relations core", "field year", …"""


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum; a name that one of them lacks counts nothing there."""
    summed: defaultdict[str, Count] = defaultdict(Count)
    for tally in tallies:
        for name, count in tally.items():
            summed[name] += count
    return summed
