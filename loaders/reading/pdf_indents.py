"""Indents of a PDF's lines: pdfium gives the text without them, and they tell where a paragraph begins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium  # type: ignore[import-untyped]

BLANK = "\u3000"
LEAST, MOST = 1.5, 4.5
"""Indents in characters that are kept: two for a paragraph, four for a list in it. Farther in stand centered titles and
second columns."""
SHORTEST = 4
"""A line of fewer characters (a page number, a cell) does not tell where the page's text begins."""

HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class PageLines:
    """The text of a page, and how far from its left edge each line begins; empty where that is not known.

    em: width of a Chinese character, in the same unit.
    """

    text: str
    starts: tuple[float, ...] = ()
    em: float = 0.0


def page_lines(textpage: pdfium.PdfTextpage, text: str) -> PageLines:
    """Measures the lines of a page. text: as pdfium gives it, its lines parted by "\\r\\n"."""
    if textpage.count_chars() != len(text):  # its places are then not those of the characters
        return PageLines(text)
    starts: list[float] = []
    widths: list[float] = []
    place = 0
    for line in text.split("\r\n"):
        bare = line.lstrip()
        if bare:
            left, _, right, _ = textpage.get_charbox(place + len(line) - len(bare), loose=True)
            starts.append(left)
            if HAN.match(bare):
                widths.append(right - left)
        else:
            starts.append(0.0)
        place += len(line) + 2
    return PageLines(text, tuple(starts), median(widths)) if widths else PageLines(text)


def with_indents(pages: Sequence[PageLines]) -> list[str]:
    """The pages' texts with a blank of full width for each character that a line is indented by.

    A page on which every line is indented has the left edge of the others: of its own side where sheets are printed
    on both.
    """
    own = [min((x for x, line in _measured(p) if len(line) >= SHORTEST), default=None) for p in pages]
    sides: defaultdict[int, list[float]] = defaultdict(list)
    for number, left in enumerate(own):
        if left is not None:
            sides[number % 2].append(left)
    texts = []
    for number, (page, left) in enumerate(zip(pages, own, strict=True)):
        if left is None:
            texts.append(page.text)
            continue
        edge = min(sides[number % 2])
        if LEAST * page.em <= left - edge <= MOST * page.em:
            left = edge
        lines = []
        for x, line in _measured(page):
            columns = (x - left) / page.em
            lines.append(BLANK * round(columns) * (LEAST <= columns <= MOST and bool(line)) + line)
        texts.append("\r\n".join(lines))
    return texts


def _measured(page: PageLines) -> list[tuple[float, str]]:
    """Each line with where it begins; nothing where that is not known."""
    return list(zip(page.starts, page.text.split("\r\n"), strict=True)) if page.starts else []
