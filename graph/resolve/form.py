"""What a name says, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Note:
    """A step from the name as written to its form. rule: key of resolution.yaml; values: what fills its wording."""

    rule: str
    values: tuple[tuple[str, str], ...] = ()


def note(rule: str, **values: str) -> Note:
    """A note with its values."""
    return Note(rule, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Form:
    """A name taken apart. Two names are the same where core and parts are.

    core: what is left when the parts are taken out, in one spelling. parts: level, region, edition and the like, as far
    as the name or its context states them. notes: the steps that changed more than the spelling. vague: the rule that
    says why the name alone does not tell what it means, None where it does.
    elidable: the parts that texts leave out of this very name.
    """

    core: str
    parts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    vague: Note | None = None
    elidable: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """Where a name stands: what its text says of itself. Each None where that is not known.

    issuer: the body that issued the text. region: the region in force. date: ISO 8601, a year, or year and month.
    body, post: of a person, the body or post beside the name.
    """

    issuer: str | None = None
    region: str | None = None
    date: str | None = None
    body: str | None = None
    post: str | None = None
