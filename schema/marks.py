"""Where the words of a fact stand in its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .facts import Fact

KINDS = ("quote", "value", "subject", "object")
"""What is marked, the outermost first."""
_MARKUP = 2000
"""Characters of tags that may stand in the original of a sentence beside its own text."""

Quoting = Callable[[int, int], str]
"""What a fact at start..end of the original quotes: its characters there, without markup."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters start..end (half-open) of the evidence's sentence; kind: one of KINDS."""

    kind: str
    start: int
    end: int


def marks(fact: Fact, quoting: Quoting | None = None) -> tuple[Mark, ...]:
    """The marks of a fact in its sentence, by start, the longer first.

    quoting: of the original, for which every mark is found. Without it (None) only the words are marked that stand in
    the sentence just as the basis has them: not traditional ones, nor any behind a tag.
    """
    place = fact.evidence
    at = _quote_at(fact, quoting)
    if at is None:
        return ()
    found = [Mark("quote", at, at + len(place.quote))]
    for kind, basis in fact.bases:
        if kind not in KINDS or basis.char_start is None or basis.char_end is None or basis.text is None:
            continue
        first, last = (_moved(place.char_start, at, offset, quoting) for offset in (basis.char_start, basis.char_end))
        words = quoting(basis.char_start, basis.char_end) if quoting else basis.text
        if 0 <= first < last and place.sentence[first:last] == words and (first, last) != (at, found[0].end):
            found.append(Mark(kind, first, last))
    return tuple(sorted(found, key=lambda m: (m.start, -m.end, KINDS.index(m.kind))))


def _quote_at(fact: Fact, quoting: Quoting | None) -> int | None:
    """Where the quote begins in the sentence; of several places the one that fits what stands before the quote."""
    place = fact.evidence
    found, at = [], place.sentence.find(place.quote)
    while at >= 0:
        found.append(at)
        at = place.sentence.find(place.quote, at + 1)
    if len(found) < 2 or quoting is None:
        return found[0] if found else None
    before = quoting(max(0, place.char_start - len(place.sentence) - _MARKUP), place.char_start)
    return next((at for at in reversed(found) if before.endswith(place.sentence[:at])), found[0])


def _moved(start: int, at: int, offset: int, quoting: Quoting | None) -> int:
    """An offset into the original as one into the sentence; start of the original stands at `at` of the sentence."""
    if quoting is None:
        return at + offset - start
    return at + len(quoting(start, offset)) if offset >= start else at - len(quoting(offset, start))
