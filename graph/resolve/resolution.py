"""Which of several names mean one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from ...schema.errors import QueryError
from ...schema.facts import Entity
from .grouping import same_pairs, united
from .matching import Match, match
from .rules import SAME

ALL_PAIRS = 30
"""Up to so many names every pair is compared; of more only those that share a key."""


@dataclass(frozen=True)
class Resolution:
    """What was found of several names.

    groups: the names that mean one thing together, in the order given; a name alone is a group of its own.
    matches: every pair that was compared; of more than ALL_PAIRS names, only those that are the same.
    """

    groups: tuple[tuple[str, ...], ...]
    matches: tuple[Match, ...]

    @property
    def verdict(self) -> str:
        """Of two names: "same", "different" or "unsure". Raises QueryError where there are not two."""
        return self._only().verdict

    @property
    def rule(self) -> str:
        """Of two names: the key of the rule that decided."""
        return self._only().rule

    @property
    def evidence(self) -> str:
        """Of two names: what decided, in the user's language."""
        return self._only().evidence

    def _only(self) -> Match:
        if len(self.matches) != 1:
            raise QueryError(f"{len(self.matches)} pairs were compared; expected two names for one verdict")
        return self.matches[0]


def resolve(names: Iterable[str], type: str, **context: str | None) -> Resolution:
    """Which of the names, all of one type, mean one thing; context as in `match`."""
    given = list(names)
    if len(given) <= ALL_PAIRS or context:
        if len(given) > 2:
            given = list(dict.fromkeys(given))
        found = tuple(match(a, b, type, **context) for a, b in combinations(given, 2))
    else:
        given = list(dict.fromkeys(given))
        found = tuple(said for _, _, said in same_pairs(Entity(name, type) for name in given))
    tops = united((Entity(m.a, type), Entity(m.b, type)) for m in found if m.verdict == SAME)
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(given):
        groups.setdefault(tops.get(Entity(name, type), Entity(name, type)).name, []).append(name)
    return Resolution(tuple(map(tuple, groups.values())), found)
