"""Lines of text set on pages of a PDF, without a font of the machine."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import groupby

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from .content import Line
from .typesetting import columns, is_entry, with_leaders, wrapped

FONT = "STSong-Light"
"""One of Adobe's Asian fonts: a PDF names it and its character map, and every viewer has a stand-in."""
LINE_CHARACTERS, PAGE_LINES = 28, 22
SIZE, LEADING = 16, 29
"""Points. 三号 type, 22 lines on the 225 mm of GB/T 9704-2012."""
LEFT, TOP, FOOT = 73.7, 757.0, 70.0
BOTTOM = TOP - PAGE_LINES * LEADING - 1
TABLE_CHARACTERS, TABLE_SIZE, TABLE_LEADING = 49, 9, 13
NARROWEST_CELL, WIDEST_CELL = 3.0, 60.0
"""Columns that a cell counts for at least and at most when a table's width is shared out."""


def pages(lines: Iterable[Line], title: str | None) -> bytes:
    """The PDF of these lines; paragraphs are indented by two characters, tables are ruled and in smaller type."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    if title:
        canvas.setTitle(title)
    sheet = _Sheet(canvas)
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if kind == "row":
            sheet.table([line.text.split("\t") for line in group])
            continue
        for line in group:
            if line.kind == "set":
                sheet.set(line.text)
            elif is_entry(line.text):
                for words in with_leaders(line.text, LINE_CHARACTERS):
                    sheet.write(words, 0)
            else:
                indent = 0 if line.level else 2
                for number, words in enumerate(wrapped(line.text, LINE_CHARACTERS, indent)):
                    sheet.write(words, 0 if number else indent)
    sheet.finish()
    canvas.save()
    return stream.getvalue()


class _Sheet:
    """The page that is being written. Places are points from its lower left corner."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._top, self._page = canvas, TOP, 1

    def write(self, words: str, column: float) -> None:
        """One line of text, so many characters from the left."""
        self._turn(LEADING)
        self._canvas.setFont(FONT, SIZE)
        self._canvas.drawString(LEFT + SIZE * column, self._top - SIZE, words)
        self._top -= LEADING

    def set(self, words: str) -> None:
        """A line in small type, as wide as it is."""
        self._turn(TABLE_LEADING)
        self._canvas.setFont(FONT, TABLE_SIZE)
        self._canvas.drawString(LEFT, self._top - TABLE_SIZE, words)
        self._top -= TABLE_LEADING

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """The rows of a table, ruled; columns are as wide as their longest cell needs beside the others."""
        count = max(map(len, rows))
        needed = [max((columns(row[n]) for row in rows if n < len(row)), default=1.0) for n in range(count)]
        weights = [min(WIDEST_CELL, max(NARROWEST_CELL, width)) for width in needed]
        widths = [weight * (TABLE_CHARACTERS - count) / sum(weights) for weight in weights]
        edges = [LEFT + TABLE_SIZE * sum(width + 1 for width in widths[:n]) for n in range(count + 1)]
        for row in rows:
            self._row([wrapped(cell, widths[n]) for n, cell in enumerate(row)], edges)
        self._top -= LEADING - SIZE

    def finish(self) -> None:
        """The number at the foot of the page."""
        number = f"— {self._page} —"
        self._canvas.setFont(FONT, SIZE)
        self._canvas.drawString(LEFT + SIZE * (LINE_CHARACTERS - columns(number)) / 2, FOOT, number)

    def _row(self, cells: Sequence[Sequence[str]], edges: Sequence[float]) -> None:
        height = TABLE_LEADING * max(1, *map(len, cells)) + TABLE_LEADING - TABLE_SIZE
        if height > TOP - BOTTOM:
            raise ValueError(f"a row of {height:.0f} points; expected one that a page holds")
        self._turn(height)
        self._canvas.setFont(FONT, TABLE_SIZE)
        for left, cell in zip(edges, cells, strict=False):
            for number, words in enumerate(cell, 1):
                self._canvas.drawString(left + TABLE_SIZE / 2, self._top - TABLE_LEADING * number, words)
        for place in (self._top, self._top - height):
            self._canvas.line(edges[0], place, edges[-1], place)
        for edge in edges:
            self._canvas.line(edge, self._top, edge, self._top - height)
        self._top -= height

    def _turn(self, needed: float) -> None:
        """A new page where so many points are no longer free."""
        if self._top - needed < BOTTOM:
            self.finish()
            self._canvas.showPage()
            self._top, self._page = TOP, self._page + 1
