"""The lines of an image in reading order, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .ocr_engine import Quad

SAME_LINE = 0.5
"""Two parts stand on one line where the middles are nearer than this share of the smaller one's height."""
BLANK_GAP = 0.5
CELL_GAP = 1.0
"""Gaps between the parts of a line, in heights of the line: from BLANK_GAP on a blank stands there, from CELL_GAP on,
where a line beside it has a gap at the same place, two cells of a table."""
COLUMN_PARTS = 6
COLUMN_WIDTH = 0.3
SPANNING_SHARE = 0.2
"""A page is set in two columns where on either side of a gutter stand so many parts whose usual width is this share of
the text's, and no larger share of the parts lies across it (titles). Cells of tables are narrower."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text as the recogniser found it; edges in pixels, y downwards."""

    text: str
    quad: Quad
    score: float

    @property
    def left(self) -> float:
        return min(x for x, _ in self.quad)

    @property
    def right(self) -> float:
        return max(x for x, _ in self.quad)

    @property
    def length(self) -> float:
        """Of its longer side."""
        return max(self.right - self.left, self._depth)

    @property
    def upends(self) -> bool:
        """It runs downwards: it is half as deep again as wide, as no single character is."""
        return self._depth > 1.5 * (self.right - self.left)

    @property
    def _depth(self) -> float:
        return max(y for _, y in self.quad) - min(y for _, y in self.quad)

    @property
    def height(self) -> float:
        """Of the text itself, whatever its slant: the mean of its two short sides."""
        (_, a), (_, b), (_, c), (_, d) = self.quad
        return max(1.0, (abs(d - a) + abs(c - b)) / 2)

    @property
    def middle(self) -> float:
        return sum(y for _, y in self.quad) / len(self.quad)

    @property
    def slope(self) -> float:
        """How much it falls for each pixel to the right."""
        ends = sorted(self.quad)
        return (sum(y for _, y in ends[2:]) - sum(y for _, y in ends[:2])) / 2 / max(1.0, self.right - self.left)

    def level(self, slope: float) -> float:
        """Its middle where the page were not slanted by `slope`."""
        return self.middle - slope * (self.left + self.right) / 2


def in_reading_order(parts: Sequence[Part]) -> list[tuple[Part, str]]:
    """The parts as they are read, each with what follows it: "\\n", "\\t", " " or nothing.

    Lines from the top, their parts from the left; a page in two columns column by column between the lines that
    span both.
    """
    slope = _slope(parts)
    rows = [row for block in _blocks(parts) for row in _rows(block, slope)]
    ordered = []
    for number, row in enumerate(rows):
        beside = rows[max(0, number - 1) : number] + rows[number + 1 : number + 2]
        for part, following in zip(row, [*row[1:], None], strict=True):
            ordered.append((part, "\n" if following is None else _between(part, following, beside)))
    return ordered


def _slope(parts: Sequence[Part]) -> float:
    """Of the page, told by the wider half of its parts."""
    wider = sorted(parts, key=lambda p: p.right - p.left)[len(parts) // 2 :]
    return median(p.slope for p in wider) if wider else 0.0


def _blocks(parts: Sequence[Part]) -> list[list[Part]]:
    gutter = _gutter(parts)
    if gutter is None:
        return [list(parts)]
    blocks: list[list[Part]] = [[], []]
    for part in sorted(parts, key=lambda p: p.middle):
        if part.left < gutter < part.right:
            blocks += [[part], [], []]
        else:
            blocks[-2 if part.right <= gutter else -1].append(part)
    return [block for block in blocks if block]


def _gutter(parts: Sequence[Part]) -> float | None:
    """Where the gutter between two columns lies; None for a page in one column."""
    if len(parts) < 2 * COLUMN_PARTS:
        return None
    left, right = min(p.left for p in parts), max(p.right for p in parts)
    width = right - left
    inner = sorted(p.right for p in parts if left + COLUMN_WIDTH * width < p.right < right - COLUMN_WIDTH * width)
    if not inner:
        return None
    # Just right of where the most of the left column's lines end.
    at = max(inner, key=lambda x: sum(x - 0.02 * width <= other <= x for other in inner)) + 0.5
    sides = [p.right - p.left for p in parts if p.right <= at], [p.right - p.left for p in parts if p.left >= at]
    across = len(parts) - len(sides[0]) - len(sides[1])
    if min(map(len, sides)) < COLUMN_PARTS or across > SPANNING_SHARE * len(parts):
        return None
    return at if min(map(median, sides)) >= COLUMN_WIDTH * width else None


def _rows(parts: Sequence[Part], slope: float) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for part in sorted(parts, key=lambda p: p.left):
        for row in rows:
            near = row[-1]
            apart = abs(near.level(slope) - part.level(slope))
            if apart < SAME_LINE * min(near.height, part.height) and near.right < part.right:
                row.append(part)
                break
        else:
            rows.append([part])
    return sorted(rows, key=lambda row: median(p.level(slope) for p in row))


def _between(part: Part, following: Part, beside: Sequence[Sequence[Part]]) -> str:
    gap = (following.left - part.right) / min(part.height, following.height)
    if gap < BLANK_GAP:
        return ""
    aligned = any(
        one.right < following.left and other.left > part.right and other.left - one.right > CELL_GAP * one.height
        for row in beside
        for one, other in pairwise(row)
    )
    return "\t" if gap >= CELL_GAP and aligned else " "
