"""Reads a file's figures, and tells on which of them two readings of one content agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from policygraph.loaders.pipeline import load
from policygraph.loaders.reading import read_bytes
from policygraph.schema.errors import DocumentError
from policygraph.schema.facts import Fact, Figure

from .document import Document, Pair


class Said(NamedTuple):
    """What must be the same in two files of one content."""

    value: float | None
    high: float | None
    unit: str | None
    year: int | None
    status: str | None
    subject: str


@dataclass(frozen=True, slots=True)
class Found:
    """One figure, with where it stood. start: offset into the file's own text, in which two formats differ."""

    said: Said
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings of one content.

    agreed: figures that both hold alike. base_only, changed_only: the others, in the order of the text. cases: every
    figure of either side, one that differs in year, status or subject alone counted once.
    """

    document: str
    genre: str
    agreed: int
    base_only: tuple[Found, ...]
    changed_only: tuple[Found, ...]

    @property
    def cases(self) -> int:
        mine, theirs = _numbers(self.base_only), _numbers(self.changed_only)
        return self.agreed + sum(max(mine[number], theirs[number]) for number in mine.keys() | theirs.keys())


def _numbers(found: Iterable[Found]) -> Counter[tuple[object, ...]]:
    return Counter(f.said[:3] for f in found)


def figures(facts: Iterable[Fact]) -> tuple[Found, ...]:
    """The figures among the facts, in the order of their places."""
    return tuple(
        Found(Said(f.value, f.high, f.unit, f.year, f.status, f.subject), f.evidence.quote, f.evidence.char_start)
        for f in facts
        if isinstance(f, Figure) and f.value is not None
    )


def read(document: Document) -> tuple[Found, ...]:
    """The figures of a file; none where it is refused."""
    try:
        return figures(load(read_bytes(document.data, document.key)).facts)
    except DocumentError:
        return ()


def compare(base: Sequence[Found], changed: Sequence[Found], document: Document) -> Comparison:
    """Pairs the figures off as multisets."""
    common = Counter(f.said for f in base) & Counter(f.said for f in changed)
    return Comparison(document.key, document.genre, common.total(), _rest(base, common), _rest(changed, common))


def compare_pair(pair: Pair, readings: dict[Document, tuple[Found, ...]]) -> Comparison:
    """Reads and compares both files of a pair. readings: of base files that were read before; it is added to."""
    if pair.base not in readings:
        readings[pair.base] = read(pair.base)
    base, changed = readings[pair.base], read(pair.changed)
    if pair.renamed is not None:
        base, changed = _renamed(base, pair.renamed), _renamed(changed, pair.renamed)
    return compare(base, changed, pair.base)


def _renamed(found: Sequence[Found], renamed: Callable[[str], str]) -> tuple[Found, ...]:
    return tuple(replace(f, said=f.said._replace(subject=renamed(f.said.subject))) for f in found)


def _rest(found: Sequence[Found], common: Counter[Said]) -> tuple[Found, ...]:
    """The figures beyond those that are common; of several alike the first ones are taken for common."""
    left: defaultdict[Said, int] = defaultdict(int, common)
    rest = []
    for figure in found:
        if left[figure.said]:
            left[figure.said] -= 1
        else:
            rest.append(figure)
    return tuple(rest)
