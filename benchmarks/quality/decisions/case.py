"""One decision on one number: what could be said, what the rule said, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.loaders.confidence.features import Features


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. features: what tells it from the other answers; empty where answers are classes."""

    value: str | None
    right: bool
    features: Features


@dataclass(frozen=True, slots=True)
class Case:
    """A decision. features: what holds whatever the answer; rule: the place of the rule's answer among the options."""

    document: str
    features: Features
    options: tuple[Option, ...]
    rule: int


def classes(document: str, features: Features, right: dict[str, bool], rule: str) -> Case:
    """A case whose answers are classes: the same ones in the same order for every case of a decision."""
    options = tuple(Option(value, correct, {}) for value, correct in right.items())
    return Case(document, {**features, "rule": rule}, options, list(right).index(rule))
