"""Planned or achieved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policygraph.schema.facts import STATUSES

from .case import Case, classes
from .numbers import Annotated
from .surroundings import around, inherited, named


def cases(figures: Sequence[Annotated]) -> Iterator[Case]:
    """One case an annotated figure that has a status."""
    for one in figures:
        if one.found["status"] is not None:
            features = {**around(one.number), **inherited(one.number, one.made), **named(one.made)}
            right = {status: one.right("status", status=status) for status in STATUSES}
            yield classes(one.number.scored.document.key, features, right, one.found["status"])
