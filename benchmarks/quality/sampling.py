"""Facts and paragraphs drawn at random, to be read by a person."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from policygraph.schema.facts import Figure, Relation

from .documents import Document, Passage

T = TypeVar("T")
KINDS = ("figure", "goal", "relation")
"""A goal is a figure without a number."""
_NUMBER = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十百千万亿两]{2}|分之|[倍番半]|[两三四五六七八九十][个家项座所条批类种名]"
)
"""Wider than the grammar of quantities, which is among the things that are judged."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A fact of the sample. number: from 1; of: how many facts its genre has."""

    number: int
    document: Document
    fact: Figure | Relation
    of: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds a number; start, end: its place in the original."""

    document: Document
    passages: tuple[Passage, ...]
    start: int
    end: int

    @property
    def facts(self) -> list[Figure | Relation]:
        """What was found in it."""
        return [f for f in self.document.facts if self.start <= f.evidence.char_start < self.end]


def draw_facts(documents: Iterable[Document], count: int, seed: int, kind: str | None = None) -> list[Drawn]:
    """As many facts as asked, or all there are; the genres have the same share as far as their facts go.

    kind: only facts of this kind, one of KINDS; None for all. The same for the same facts and seed.
    """
    strata: dict[str, list[tuple[Document, Figure | Relation]]] = {}
    for document in documents:
        facts = [f for f in document.facts if kind in (None, f.kind)]
        strata.setdefault(document.genre, []).extend((document, fact) for fact in facts)
    drawn = [(d, f, len(strata[genre])) for genre, (d, f) in _evenly(strata, count, seed)]
    return [Drawn(n, *one) for n, one in enumerate(drawn, 1)]


def draw_paragraphs(documents: Iterable[Document], count: int, seed: int) -> list[Paragraph]:
    """Paragraphs with numbers, drawn like facts."""
    strata: dict[str, list[Paragraph]] = {}
    for document in documents:
        strata.setdefault(document.genre, []).extend(numbered_paragraphs(document))
    return [paragraph for _, paragraph in _evenly(strata, count, seed)]


def numbered_paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of sentences, and the tables, that hold a number, in the order of places."""
    groups: dict[tuple[int, int], list[Passage]] = {}
    for passage in document.passages:
        if passage.sentence.kind in ("sentence", "row"):
            groups.setdefault((id(passage.article), passage.sentence.paragraph), []).append(passage)
    for group in groups.values():
        if any(_NUMBER.search(passage.sentence.text.text) for passage in group):
            yield Paragraph(document, tuple(group), group[0].start, max(passage.end for passage in group))


def _evenly(strata: Mapping[str, Sequence[T]], count: int, seed: int) -> list[tuple[str, T]]:
    """The same number of each stratum as far as it goes, with its name."""
    left, wanted = {name: len(members) for name, members in sorted(strata.items())}, dict.fromkeys(strata, 0)
    remaining = min(count, sum(left.values()))
    while remaining:
        for name in left:
            if remaining and left[name]:
                wanted[name], left[name], remaining = wanted[name] + 1, left[name] - 1, remaining - 1
    drawn = []
    for name in left:
        members = random.Random(f"{seed} {name}").sample(range(len(strata[name])), wanted[name])
        drawn += [(name, strata[name][n]) for n in sorted(members)]
    return drawn
