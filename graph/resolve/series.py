"""Which edition of a series a name means: by its number, its year or its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...schema.vocabulary import vocabulary
from .short_forms import expanded
from .spelling import folded


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. number: which; year: of its name; places: where it was held, each as it is written."""

    number: int
    year: int
    places: tuple[str, ...]


@cache
def _series() -> dict[str, tuple[Edition, ...]]:
    """The editions, by the folded name of their series with its short forms in full."""
    return {
        expanded(folded(str(name)), "Event")[0]: tuple(
            Edition(number, year, tuple(map(folded, places))) for number, year, *places in editions
        )
        for name, editions in vocabulary("event_series").items()
    }


def edition_of(text: str, number: int | None, year: int | None) -> tuple[str, Edition] | None:
    """The series of a name and its edition; None where the series is not on record or the name leaves the edition open.

    text: folded, with short forms in full, without the number and year that are given beside it.
    """
    for series, place in _readings(text):
        fit = [
            edition for edition in _series()[series]
            if number in (None, edition.number) and year in (None, edition.year)
            and (place is None or place in edition.places)
        ]  # fmt: skip
        if len(fit) == 1 and (number is not None or year is not None or place is not None):
            return series, fit[0]
    return None


def _readings(text: str) -> list[tuple[str, str | None]]:
    """The series that a text may name, each with the place that it names beside it."""
    whole = expanded(text, "Event")[0]
    if whole in _series():
        return [(whole, None)]
    found: list[tuple[str, str | None]] = []
    for place in _places():
        at = text.find(place)
        if at >= 0:
            rest = expanded(text[:at] + text[at + len(place) :].removeprefix("市"), "Event")[0]
            if rest in _series():
                found.append((rest, place))
    return found


@cache
def _places() -> tuple[str, ...]:
    """Every place of an edition, the longest first."""
    places = {place for editions in _series().values() for edition in editions for place in edition.places}
    return tuple(sorted(places, key=lambda place: (-len(place), place)))
