"""A noun phrase beside a number, and what stands left of a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with its half-open place in the sentence; text is empty where there is none."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """What stands left of a number: leading words and verbs, a noun, and the verb that carries the number."""

    noun: Phrase
    verb: str | None
    verb_start: int
    carrier: str | None
