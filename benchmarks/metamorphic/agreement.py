"""Every transformation over documents, and what came of it in numbers."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from .beside import BESIDE, compare_beside
from .compare import Comparison, Found, compare_pair, read
from .document import Document
from .transformations import TRANSFORMATIONS

NAMES = (*TRANSFORMATIONS, BESIDE)
"""Every transformation, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one transformation of one document."""

    transformation: str
    comparison: Comparison


@dataclass(slots=True)
class Tally:
    """Figures that agree and all cases, by transformation and genre; "all" is every genre."""

    agreed: Counter[tuple[str, str]] = field(default_factory=Counter)
    cases: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        for genre in (outcome.comparison.genre, "all"):
            self.agreed[outcome.transformation, genre] += outcome.comparison.agreed
            self.cases[outcome.transformation, genre] += outcome.comparison.cases

    def share(self, transformation: str, genre: str) -> float | None:
        """Of the cases those that agree; None without a case."""
        cases = self.cases[transformation, genre]
        return self.agreed[transformation, genre] / cases if cases else None


def outcomes(document: Document, names: Sequence[str]) -> list[Outcome]:
    """The named transformations of one document, without those that find nothing in it to transform."""
    readings: dict[Document, tuple[Found, ...]] = {}
    pairs = ((name, TRANSFORMATIONS[name](document)) for name in names if name in TRANSFORMATIONS)
    return [Outcome(name, compare_pair(pair, readings)) for name, pair in pairs if pair is not None]


def agreement(
    some: Sequence[Document], unrelated: Sequence[Document], names: Sequence[str] = NAMES, workers: int = 1
) -> Iterator[Outcome]:
    """Every named transformation of every document in which a figure is found.

    unrelated: what stands beside them in the transformation of that name.
    """
    some = [document for document in some if read(document)]
    yield from _each(some, names, workers)
    if BESIDE in names and some:
        for comparison in compare_beside(some, unrelated):
            yield Outcome(BESIDE, comparison)


def _each(some: Sequence[Document], names: Sequence[str], workers: int) -> Iterable[Outcome]:
    job = partial(outcomes, names=tuple(names))
    if workers <= 1:
        for document in some:
            yield from job(document)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(job, some):
            yield from found
