"""Which measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policygraph.loaders.patterns.figures.measures import Asked
from policygraph.loaders.patterns.figures.words import one_of
from policygraph.schema.facts import MEASURES

from .case import Case, classes
from .numbers import Annotated
from .surroundings import around, inherited, lists_of, named


def cases(figures: Sequence[Annotated]) -> Iterator[Case]:
    """One case an annotated figure; of a % the scorer takes growth and change for each other."""
    for one in figures:
        features = {**around(one.number), **inherited(one.number, one.made), **named(one.made), **_words(one)}
        right = {measure: one.right("measure", measure=measure) for measure in MEASURES}
        yield classes(one.number.scored.document.key, features, right, one.found["measure"])


def _words(one: Annotated) -> dict[str, str | float]:
    """The words that the rules of the measure went by, and those of happening, coming together and changing."""
    asked = Asked(one.number.quantity, one.made.subject, *one.made.measure_asked)
    return {
        "measure by": one.made.measured.words or "none",
        "happening": lists_of(asked.happening),
        "together": asked.together or "none",
        "changing": "yes" if asked.changing else "no",
        "verb before": "yes" if one_of("flow").search(asked.clause) else "no",
        "stock before": "yes" if one_of("stock").search(asked.clause) else "no",
    }
