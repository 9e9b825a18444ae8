"""What came after what: bodies through the reforms, with date and source."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ...schema.successions import Change, changes
from .bodies import central
from .spelling import folded

WHOLE = frozenset({"renamed", "merged", "absorbed", "split"})
"""The kinds of change by which one body ends and others go on in its place; duties that move make no successor."""


@cache
def _changes() -> dict[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes():
        for name in (*change.before, *change.after):
            if change not in found[folded(name)]:
                found[folded(name)].append(change)
    return {name: tuple(sorted(of, key=lambda c: c.date)) for name, of in found.items()}


def succession(name: str, type: str) -> list[Change]:
    """The changes that a body took part in, by date; empty for what is no central body on record.

    type: only Agency and Organization have any.
    """
    if type not in ("Agency", "Organization"):
        return []
    return list(_changes().get(folded(central(name) or name), ()))


def successors(name: str) -> dict[str, Change]:
    """The bodies that directly followed a body, by full name, with the change."""
    full = folded(central(name) or name)
    found: dict[str, Change] = {}
    for change in _changes().get(full, ()):
        if change.kind in WHOLE and full in map(folded, change.before):
            found |= {after: change for after in change.after if folded(after) != full}
    return found


@cache
def _line(name: str) -> dict[str, str]:
    """Every body that followed, at any distance, with the date of the first change."""
    found: dict[str, str] = {}
    waiting = [name]
    while waiting:
        for after, change in successors(waiting.pop()).items():
            if after not in found:
                found[after] = change.date
                waiting.append(after)
    return found


def follows(one: str, other: str) -> str:
    """The date at which the one of two bodies began to give way to the other, ISO 8601; "" where neither did."""
    first, second = central(one) or one, central(other) or other
    return _line(first).get(second) or _line(second).get(first) or ""
