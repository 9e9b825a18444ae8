"""Tables with ruled lines on the pages of a PDF: their rows as lines of cells, in place of the page's own lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pdfplumber import table as finder

from .cells import ABOVE
from .pdf_fonts import Box
from .pdf_indents import BLANK
from .pdf_lines import Rule, rules

_FEWEST_LINES = 6
"""Two rows and two columns have as many."""
_NEAR = 3.0
"""Points within which two edges are one, as pdfplumber has it by default."""
_KEPT = 0.98
"""Least share of a page's characters that its text with rows holds; with fewer the page is left as it was."""
_BREAK = re.compile(r"[^\S\r\n]*+[\r\n]\s*+")
_LATIN_BREAK = re.compile(r"(?<=[A-Za-z])\s*[\r\n]+\s*(?=[A-Za-z])")

TextIn = Callable[[Box], str]
"""The text of a part of a page."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: the rows and columns of the table's grid that it takes, half-open, and its box."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    box: Box


def framed(data: bytes, texts: Sequence[str], read: Mapping[int, TextIn] | None = None) -> list[str]:
    """The texts of a PDF's pages, those with ruled tables with one line a row, its cells joined by "\\t".

    A row has one cell for each column up to its last that is not empty; "〃" stands where a cell above spans it. A page
    whose text would lose characters stays as it was. read: what reads the parts of a page in place of pdfium, by its
    number.
    """
    made, others = list(texts), read or {}
    document = pdfium.PdfDocument(data)
    try:
        for number in range(min(len(document), len(texts))):
            try:
                page = document[number]
            except pdfium.PdfiumError:
                continue
            try:
                tables = _tables(rules(page))
                if tables and _keeps(texts[number], text := _page_text(page, tables, others.get(number))):
                    made[number] = _indented(text, texts[number])
            finally:
                page.close()
    finally:
        document.close()
    return made


def _tables(lines: Sequence[Rule]) -> list[list[_Cell]]:
    """The tables that lines make, from the top; pdfplumber joins the lines and finds the cells between them."""
    if len(lines) < _FEWEST_LINES:
        return []
    edges = finder.merge_edges([_edge(line) for line in lines], _NEAR, _NEAR, _NEAR, _NEAR)
    crossings = finder.edges_to_intersections(edges, _NEAR, _NEAR)
    found = [_cells(cells) for cells in finder.cells_to_tables(finder.intersections_to_cells(crossings))]
    return sorted(filter(_is_table, found), key=lambda table: min(cell.box[1] for cell in table))


def _edge(line: Rule) -> dict[str, Any]:
    """A line as pdfplumber writes one."""
    kind = "h" if line.horizontal else "v"
    width, height = line.x1 - line.x0, line.bottom - line.top
    place = {"x0": line.x0, "x1": line.x1, "top": line.top, "bottom": line.bottom}
    return {**place, "width": width, "height": height, "orientation": kind, "object_type": "line"}


def _cells(boxes: Sequence[Box]) -> list[_Cell]:
    """The boxes of a table's cells with their places in its grid."""
    across = _edges([x for box in boxes for x in (box[0], box[2])])
    down = _edges([y for box in boxes for y in (box[1], box[3])])
    return [
        _Cell((_at(down, box[1]), _at(down, box[3])), (_at(across, box[0]), _at(across, box[2])), box) for box in boxes
    ]


def _edges(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))


def _is_table(cells: Sequence[_Cell]) -> bool:
    """Two rows and two columns, or one row of three, left over on its page: a frame around a text is no table."""
    rows, columns = len({cell.rows[0] for cell in cells}), len({cell.columns[0] for cell in cells})
    return columns > 2 or (columns > 1 and rows > 1)


def _page_text(page: pdfium.PdfPage, tables: Sequence[Sequence[_Cell]], read: TextIn | None) -> str:
    """A page's text from top to bottom, with the rows of its tables; ends with a line break. See `framed`."""
    width, height = page.get_size()
    left, base, _, _ = page.get_mediabox()
    textpage = page.get_textpage()

    def text(box: Box) -> str:
        if read is not None:
            return read(box)
        bounded: str = textpage.get_text_bounded(
            left + box[0], base + height - box[3], left + box[2], base + height - box[1]
        )
        return bounded.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\0", "").strip("\n")

    try:
        parts: list[str] = []
        top = 0.0
        for table in tables:
            upper, lower = min(cell.box[1] for cell in table), max(cell.box[3] for cell in table)
            if upper - top > _NEAR:
                parts.append(text((0, top, width, upper)))
            parts += _rows(table, text)
            top = lower
        parts.append(text((0, top, width, height)))
        return "\n".join(part for part in parts if part.strip()).rstrip() + "\n"
    finally:
        textpage.close()


def _indented(text: str, before: str) -> str:
    """The text with the indents that its lines had before."""
    known = {line.lstrip(BLANK): line for line in before.split("\n")}
    return "\n".join(known.get(line, line) for line in text.split("\n"))


def _rows(cells: Sequence[_Cell], text: TextIn) -> Iterator[str]:
    """The rows of a table as lines; a row without words of its own is left out. text: that of a part of the page."""
    rows = max(cell.rows[1] for cell in cells)
    columns = max(cell.columns[1] for cell in cells)
    grid = [[""] * columns for _ in range(rows)]
    words = [False] * rows
    for cell in cells:
        first, place = cell.rows[0], cell.columns[0]
        grid[first][place] = _BREAK.sub("", _LATIN_BREAK.sub(" ", text(cell.box).strip()))
        words[first] = words[first] or bool(grid[first][place])
        for row in range(first + 1, cell.rows[1]):
            grid[row][place] = ABOVE
    for line, has_words in zip(grid, words, strict=True):
        if has_words:
            yield "\t".join(line).rstrip()


def _keeps(before: str, after: str) -> bool:
    """Whether hardly a character of the page is lost."""
    had, has = Counter("".join(before.split())), Counter("".join(after.replace(ABOVE, "").split()))
    return sum((had & has).values()) >= _KEPT * sum(had.values())
