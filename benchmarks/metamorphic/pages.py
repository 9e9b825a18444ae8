"""Lines of text set on pages of a PDF, without a font of the machine."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from .content import Line
from .typesetting import columns, is_entry, with_leaders, wrapped

FONT = "STSong-Light"
"""One of Adobe's Asian fonts: a PDF names it and its character map, and every viewer has a stand-in."""
LINE_CHARACTERS, PAGE_LINES = 28, 22
SIZE, LEADING = 16, 29
"""Points. 三号 type, 22 lines on the 225 mm of GB/T 9704-2012."""
LEFT, TOP, FOOT = 73.7, 741.0, 70.0


def pages(lines: Iterable[Line], title: str | None) -> bytes:
    """The PDF of these lines; paragraphs are indented by two characters, rows of tables are ruled."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    if title:
        canvas.setTitle(title)
    sheet = _Sheet(canvas)
    for line in lines:
        if line.kind == "row":
            sheet.row(line.text.split("\t"))
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
    """The page that is being written."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._line, self._page = canvas, 0, 1
        canvas.setFont(FONT, SIZE)

    def write(self, words: str, column: float) -> None:
        """One line."""
        self._turn(1)
        self._draw(words, column, self._line)
        self._line += 1

    def row(self, cells: list[str]) -> None:
        """The cells of a table's row side by side, each broken within its own column."""
        width = LINE_CHARACTERS // len(cells)
        broken = [wrapped(cell, max(1, width - 1)) for cell in cells]
        height = max(map(len, broken), default=0)
        self._turn(min(height, PAGE_LINES))
        for number, cell in enumerate(broken):
            for below, words in enumerate(cell[:PAGE_LINES]):
                self._draw(words, number * width, self._line + below)
        self._frame(len(cells), width, min(height, PAGE_LINES))
        self._line += min(height, PAGE_LINES)

    def finish(self) -> None:
        """The number at the foot of the page."""
        number = f"— {self._page} —"
        self._canvas.drawString(LEFT + SIZE * (LINE_CHARACTERS - columns(number)) / 2, FOOT, number)

    def _frame(self, count: int, width: int, height: int) -> None:
        """The lines around the cells of a row."""
        top = TOP + LEADING - 7 - LEADING * self._line
        edges = [LEFT - 3 + SIZE * width * number for number in range(count + 1)]
        for below in (0, height):
            self._canvas.line(edges[0], top - LEADING * below, edges[-1], top - LEADING * below)
        for edge in edges:
            self._canvas.line(edge, top, edge, top - LEADING * height)

    def _turn(self, needed: int) -> None:
        if self._line + needed > PAGE_LINES:
            self.finish()
            self._canvas.showPage()
            self._canvas.setFont(FONT, SIZE)
            self._line, self._page = 0, self._page + 1

    def _draw(self, words: str, column: float, line: int) -> None:
        self._canvas.drawString(LEFT + SIZE * column, TOP - LEADING * line, words)
