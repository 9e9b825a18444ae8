"""The worst mistakes: wrong figures that nothing doubts first, then what was found in vain and what was missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygraph.schema.printable import printable

from .evaluation import Scored
from .scorer import CORE, Row

SHARES = (("wrong figure", 8), ("spurious figure", 3), ("missed figure", 3), ("wrong relation", 2),
          ("spurious relation", 2), ("missed relation", 2))  # fmt: skip
"""Kinds of mistakes, the worst first, and how many of twenty are shown of each; what a kind lacks, the first ones get.
A wrong relation has its names right, but not its year or its status."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake.

    start, end: its place in the original; None for a gold quote that does not stand there as it is.
    fields: the wrong ones; of a relation its predicate before them. confidence: of the fact, 1 where nothing has
    judged it or nothing was found.
    """

    kind: str
    scored: Scored
    found: Row | None
    gold: Row | None
    fields: tuple[str, ...]
    start: int | None
    end: int | None

    @property
    def confidence(self) -> float:
        """0..1."""
        given = self.found.get("confidence") if self.found else None
        return 1.0 if given is None else float(given)

    @property
    def sentence(self) -> str:
        """The document's sentence around it, on one line; the gold's quote where no sentence holds it."""
        document = self.scored.document
        passage = None if self.start is None else document.passage(self.start)
        row = self.found or self.gold or {}
        text = document.structured.source.quote(passage.start, passage.end) if passage else row["quote"]
        return printable(" ".join(text.split()))


def worst(scored: Sequence[Scored], count: int = 20) -> list[Mistake]:
    """The mistakes to read first, worst first; every one of them where count is not smaller than their number."""
    found = [mistake for one in scored for mistake in mistakes(one)]
    ranked = {kind: _ranked(m for m in found if m.kind == kind) for kind, _ in SHARES}
    whole = sum(share for _, share in SHARES)
    taken = {kind: min(len(ranked[kind]), count * share // whole) for kind, share in SHARES}
    for kind, _ in SHARES:
        taken[kind] += min(len(ranked[kind]) - taken[kind], count - sum(taken.values()))
    return [mistake for kind, _ in SHARES for mistake in ranked[kind][: taken[kind]]]


def mistakes(scored: Scored) -> Iterator[Mistake]:
    """Every mistake of one document, of facts inside its annotated part."""
    for pair in scored.figures.pairs:
        if not pair.core and not pair.gold.get("optional"):
            fields = tuple(name for name, right in pair.checks.items() if not right)
            yield _of_fact("wrong figure", scored, pair.found, _core_first(fields), pair.gold)
    for row in scored.figures.spurious:
        yield _of_fact("spurious figure", scored, row, ())
    for row in scored.figures.missed:
        yield _of_gold("missed figure", scored, row, ())
    for row in scored.inside:
        record, core = scored.matched_relations.get(row["id"], (None, False))
        if record and not core and not record.get("optional"):
            fields = tuple(name for name in ("year", "status") if row[name] != record[name])
            yield _of_fact("wrong relation", scored, row, (row["predicate"], *fields), record)
    for row in scored.relations.spurious:
        yield _of_fact("spurious relation", scored, row, (row["predicate"],))
    for row in scored.relations.missed:
        yield _of_gold("missed relation", scored, row, (row["predicate"],))


def _of_fact(kind: str, scored: Scored, row: Row, fields: tuple[str, ...], gold: Row | None = None) -> Mistake:
    return Mistake(kind, scored, row, gold, fields, row["char_start"], row["char_end"])


def _of_gold(kind: str, scored: Scored, row: Row, fields: tuple[str, ...]) -> Mistake:
    start = scored.document.text.find(row["quote"], *scored.part)
    place = (None, None) if start < 0 else (start, start + len(row["quote"]))
    return Mistake(kind, scored, None, row, fields, *place)


def _core_first(fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(fields, key=lambda name: name not in CORE))


def _ranked(found: Iterable[Mistake]) -> list[Mistake]:
    """The surest and most wrong first; among equals one of each document before a second of any."""
    order = sorted(found, key=lambda m: (*_badness(m), m.scored.document.key, m.start or 0))
    seen: Counter[object] = Counter()
    turns = []
    for mistake in order:
        group = (*_badness(mistake), mistake.scored.document.key)
        turns.append(seen[group])
        seen[group] += 1
    paired = sorted(zip(order, turns, strict=True), key=lambda p: (*_badness(p[0]), p[1]))
    return [mistake for mistake, _ in paired]


def _badness(mistake: Mistake) -> tuple[float, int, int]:
    return -mistake.confidence, -sum(name in CORE for name in mistake.fields), -len(mistake.fields)
