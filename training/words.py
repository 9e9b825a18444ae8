"""A first division of the documents into words: those of the vocabularies, and those that the documents show.

From it the segmenter is trained (training/segmenter.py). A run of two to four characters counts as a word where its
characters keep together (pointwise mutual information) and what stands beside it varies (branching entropy on both
sides; Zhikov, Takamura and Okumura 2010). A text is then divided by the most probable sequence of words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..schema.vocabulary import vocabulary

LONGEST = 6
"""No word of the first division is longer, in characters."""
_FOUND = 4
"""No word found by statistics is longer."""
_TIMES = 8
"""A run that stands fewer times in the documents is no word by statistics."""
_TOGETHER = {2: 2.2, 3: 5.0, 4: 6.0}
"""Length → least pointwise mutual information, in bits, of the loosest division of a run in two."""
_VARIETY = 1.0
"""Least entropy, in bits, of the characters on either side."""
_VOCABULARIES = (
    "agencies", "regions", "region_forms", "local_agencies", "organizations", "name_suffixes", "name_boundaries",
    "verbs", "figure_verbs", "object_heads", "posts", "surnames", "programs", "metrics", "known_names", "status",
    "plan_titles",
)  # fmt: skip
"""Vocabularies whose short entries are words."""
_HAN = re.compile("[一-龥]+")
_PIECE = re.compile(r"[一-龥]+|[0-9.,%％]+|[A-Za-z]+|\s+|.", re.S)
_PARTICLES = frozenset("的了着在是和与及将把被对从以于向由到也都就还而或之其所并且个这那亿万年月日称")
"""Characters that mostly stand by themselves: a word with one of them must be in a vocabulary."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with the logarithm of their probability; `unknown` is that of any single character."""

    words: dict[str, float]
    unknown: float

    def divide(self, text: str) -> list[str]:
        """The most probable words, which joined are the text; numbers, Latin words and marks are words of their own."""
        return [word for piece in _PIECE.findall(text) for word in self._han(piece)]

    def _han(self, piece: str) -> Iterable[str]:
        if not _HAN.fullmatch(piece):
            return (piece,)
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(piece) + 1):
            best.append(max(
                (best[start][0] + self._weight(piece[start:end]), start) for start in range(max(0, end - LONGEST), end)
            ))
        words, end = [], len(piece)
        while end:
            start = best[end][1]
            words.append(piece[start:end])
            end = start
        return words[::-1]

    def _weight(self, word: str) -> float:
        known = self.words.get(word)
        return known if known is not None else (self.unknown if len(word) == 1 else -math.inf)


def lexicon(texts: Iterable[str]) -> Lexicon:
    """The words of the vocabularies and of the documents, weighed by how often they stand in the documents."""
    counts: Counter[str] = Counter()
    left: dict[str, Counter[str]] = {}
    right: dict[str, Counter[str]] = {}
    runs = [run for text in texts for run in _HAN.findall(text)]
    for run in runs:
        for size in range(1, _FOUND + 1):
            counts.update(run[at : at + size] for at in range(len(run) - size + 1))
    often = {gram for gram, count in counts.items() if len(gram) > 1 and count >= _TIMES}
    for run in runs:
        for size in range(2, _FOUND + 1):
            for at in range(len(run) - size + 1):
                gram = run[at : at + size]
                if gram in often:
                    left.setdefault(gram, Counter())[run[at - 1] if at else ""] += 1
                    right.setdefault(gram, Counter())[run[at + size : at + size + 1]] += 1
    total = sum(count for gram, count in counts.items() if len(gram) == 1)
    found = {
        gram for gram in sorted(often)
        if not _PARTICLES & set(gram)
        and _cohesion(gram, counts, total) >= _TOGETHER[len(gram)]
        and min(_entropy(left[gram]), _entropy(right[gram])) >= _VARIETY
    }
    given = {word for word in _entries() if 2 <= len(word) <= LONGEST}
    words = found | given | {gram for gram in counts if len(gram) == 1}
    weights = {word: math.log((counts[word] or 1) / total) for word in sorted(words)}
    return Lexicon(weights, math.log(0.5 / total))


def _cohesion(gram: str, counts: Counter[str], total: int) -> float:
    """Bits by which the run is more frequent than the best chance meeting of two parts of it."""
    joint = counts[gram] / total
    return min(
        math.log2(joint / (counts[gram[:cut]] / total * counts[gram[cut:]] / total)) for cut in range(1, len(gram))
    )


def _entropy(beside: Counter[str]) -> float:
    """Bits; the edge of a run counts as many different neighbors."""
    edges = beside.pop("", 0)
    total = sum(beside.values()) + edges
    inner = -sum(n / total * math.log2(n / total) for n in beside.values())
    return inner + (edges / total * math.log2(total / 1) if edges else 0.0)


def _entries() -> Iterator[str]:
    """Every string of the vocabularies that is written in Chinese characters alone."""
    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield str(key)
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)
        elif isinstance(value, str):
            yield value

    for name in _VOCABULARIES:
        yield from (word for word in strings(vocabulary(name)) if _HAN.fullmatch(word))
