"""Page numbers in a text taken from pages: told from other figures by counting up at the pages' own pace."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

# A line that is a number, or begins with one that text follows at once; 1. 1、 1） are list labels, 1.1 and 1 with a
# space are sections and rows.
_NUMBER = re.compile(r"[ \t\f]*(?P<number>[1-9]\d{0,2})(?=\s*$|[^\s\d.．、，,）)%％:：])")
_DIGITS = re.compile(r"\s*(?P<digits>[1-9]\d*)")

SHORTEST_CHAIN = 5
"""So many numbers in a row make page numbers."""
SHORTEST_PAGE = 10
SHORTEST_PAGE_CHARACTERS = 200
"""Least lines and characters of an ordinary page; rows of a table that are numbered are closer together."""
STEADY_SHARE = 0.5
"""Least share of the gaps between numbers that are within a quarter of their median: pages are of one height."""
GAP_STRETCH = 2.5
"""A page may have so many times the lines of an ordinary one (the extraction breaks tables into short lines)."""
MOST_SKIPPED = 3
"""So many numbers may be missing in a row of pages (figures without one) before the chain ends."""


def page_numbers(lines: Sequence[str]) -> dict[int, int]:
    """For each line that begins with a page number: how many characters of it the number (and space before) takes.

    Empty where no chain of numbers behaves as page numbers do.
    """
    numbers = [(n, int(m.group("number"))) for n, line in enumerate(lines) if (m := _NUMBER.match(line))]
    chain = _longest(numbers, _pace(numbers))
    if len(chain) < SHORTEST_CHAIN or not _is_pages(chain, lines):
        return {}
    gaps = [b - a for (a, _), (b, _) in pairwise(chain)]
    chain = [*_front(numbers, chain[0], median(gaps)), *_filled(chain, lines, median(gaps))]
    found = {}
    for line, number in chain:
        text = lines[line]
        found[line] = len(text) - len(text.lstrip()) + len(str(number))
    return found


def _pace(numbers: Sequence[tuple[int, int]]) -> float:
    """The commonest distance, in lines, between a number and the next occurrence of its successor, at least a page."""
    distances = []
    at: dict[int, int] = {}
    for line, number in numbers:
        if number - 1 in at and line - at[number - 1] >= SHORTEST_PAGE:
            distances.append(line - at[number - 1])
        at[number] = line
    return median(distances) if distances else 0.0


def _longest(numbers: Sequence[tuple[int, int]], pace: float) -> list[tuple[int, int]]:
    """The chain of growing numbers with the most members; of two alike the one with steadier gaps."""
    best: list[tuple[float, int]] = []  # score and predecessor's index
    for i, (line, number) in enumerate(numbers):
        score, before = 1.0, -1
        for j in range(i - 1, -1, -1):
            gap, step = line - numbers[j][0], number - numbers[j][1]
            if gap > GAP_STRETCH * pace * MOST_SKIPPED:
                break
            if not 1 <= step <= MOST_SKIPPED or gap > GAP_STRETCH * pace * step:
                continue
            reached = best[j][0] + 1 - 0.4 * min(1.0, abs(gap / step - pace) / pace) - 0.1 * (step - 1)
            if reached > score:
                score, before = reached, j
        best.append((score, before))
    chain: list[tuple[int, int]] = []
    i = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    while i >= 0:
        chain.append(numbers[i])
        i = best[i][1]
    return chain[::-1]


def _front(numbers: Sequence[tuple[int, int]], first: tuple[int, int], pace: float) -> list[tuple[int, int]]:
    """The numbers of the pages before page 1, which are counted by themselves (the table of contents)."""
    front: list[tuple[int, int]] = []
    line, wanted = first[0], None
    for candidate, number in reversed([n for n in numbers if n[0] < first[0]]):
        if line - candidate > 1.5 * pace:
            break
        if line - candidate >= 0.5 * pace and (number == wanted or wanted is None):
            front.append((candidate, number))
            line, wanted = candidate, number - 1
    return front[::-1] if first[1] == 1 else []


def _is_pages(chain: Sequence[tuple[int, int]], lines: Sequence[str]) -> bool:
    gaps = [b - a for (a, _), (b, _) in pairwise(chain)]
    sizes = [sum(map(len, lines[a:b])) for (a, _), (b, _) in pairwise(chain)]
    middle = median(gaps)
    steady = sum(abs(gap - middle) <= 0.25 * middle for gap in gaps)
    return middle >= SHORTEST_PAGE and median(sizes) >= SHORTEST_PAGE_CHARACTERS and steady >= STEADY_SHARE * len(gaps)


def _filled(chain: Sequence[tuple[int, int]], lines: Sequence[str], pace: float) -> list[tuple[int, int]]:
    """The chain with the numbers that it skips, where the line in their place begins with their digits.

    There the number is glued to a figure or a section number: 7910.1 is page 79 and section 10.1.
    """
    filled = [chain[0]]
    for line, number in chain[1:]:
        for missing in range(filled[-1][1] + 1, number):
            previous = filled[-1][0]
            expected = previous + (line - previous) / (number - missing + 1)
            near = [
                n
                for n in range(previous + 1, line)
                if (m := _DIGITS.match(lines[n]))
                and m.group("digits").startswith(str(missing))
                and abs(n - expected) < pace / 2
            ]
            if near:
                filled.append((min(near, key=lambda n: abs(n - expected)), missing))
        filled.append((line, number))
    return filled
