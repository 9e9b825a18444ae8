"""What became of central bodies, and what short names meant when: schema/vocabularies/successions.yaml as objects.

Dates are ISO texts of the precision that is known ("2018", "2018-03", "2018-03-17"), so that a shorter one is the
beginning of a longer one and texts in order are dates in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from .vocabulary import vocabulary

KINDS = ("renamed", "merged", "absorbed", "split", "abolished", "established", "duties_moved")
"""What a change does to the bodies it begins with; the data file says what each means."""


@dataclass(frozen=True)
class Decision:
    """What a change rests on.

    title: of the public document, or the event in words. number: the document's number, None where it is not known.
    by: who adopted, issued or held it.
    """

    title: str
    by: str
    date: str
    number: str | None


@dataclass(frozen=True)
class Change:
    """One change: of the bodies `before` came the bodies `after`, by full names; either may be empty.

    parts: the duties that moved, or what else the change says; empty where the whole body is meant.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    date: str
    kind: str
    parts: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True)
class Meaning:
    """The body that a short name meant from one month to another; None: since before 1998, or still."""

    short: str
    body: str
    since: str | None
    until: str | None


def _date(value: Any) -> str | None:
    """A date of the data file, which YAML reads as text, a number (a year) or a day, as text; None for none."""
    return None if value is None else str(value)


@cache
def changes() -> tuple[Change, ...]:
    """Every change, in the order of the data file. Raises VocabularyError where the file cannot be read."""
    data = vocabulary("successions")
    decisions = {
        key: Decision(entry.get("title") or entry["event"], entry["by"], str(entry["date"]), entry.get("number"))
        for key, entry in data["decisions"].items()
    }
    return tuple(
        Change(
            before=tuple(entry["from"]),
            after=tuple(entry["to"]),
            date=str(entry["date"]),
            kind=entry["kind"],
            parts=tuple(entry.get("parts", ())),
            decision=decisions[entry["source"]],
        )
        for entry in data["changes"]
    )


@cache
def short_names() -> tuple[Meaning, ...]:
    """Short names with the years in which they meant a body. Raises VocabularyError where the file cannot be read."""
    return tuple(
        Meaning(entry["short"], entry["means"], _date(entry.get("from")), _date(entry.get("until")))
        for entry in vocabulary("successions")["short_names"]
    )


@cache
def former_bodies() -> dict[str, tuple[str, ...]]:
    """Bodies that the vocabulary of agencies does not hold: full name to its other spellings."""
    return {entry["name"]: tuple(entry.get("short", ())) for entry in vocabulary("successions")["bodies"]}
