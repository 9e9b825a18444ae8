"""Elements of a page to lines of text, each character with its place in the file.

The cells of a row are joined by "\\t". A row has one cell for each column of its table up to its last that is not
empty: a cell that spans columns is followed by empty ones, and where a cell above spans the row stands "〃" (see
cells.py).
"""

from __future__ import annotations

import re
from array import array

from ...schema.markup import element_names
from .cells import ABOVE, Slot, Span, grid
from .mapped import MappedText
from .markup import Run, decoded
from .page_tree import Element, is_dropped

_SPACE = re.compile(r"[ \t\n\r\f\v]+")  # HTML shows any of it as one space

CELL_BLOCKS = 12
"""More paragraphs than this and a table cell is a column of the page. Data cells of the annexes seen have at most 9."""


class LineMaker:
    """Turns elements into lines: blocks on lines of their own, cells of a data table joined by "\\t"."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts: list[MappedText] = []
        self._blank = True  # nothing but white space on the line so far
        self._last = ""  # last character written
        self._waiting: list[tuple[str, int]] = []  # tabs and marks that are written before the next text of the line
        self._rows: dict[int, list[Slot]] = {}  # by the id of a row: its places in the grid
        self._before: dict[int, int] = {}  # by the id of a cell: the place in the grid where it begins

    def lines(self, element: Element, skip: frozenset[int] = frozenset()) -> MappedText:
        """The text of an element, itself never left out. skip: ids (`id()`) of elements that are."""
        self._parts, self._blank, self._last = [], True, ""
        self._waiting, self._rows, self._before = [], {}, {}
        stack: list[tuple[str, Element | Run]] = [("open", element)]
        while stack:
            step, part = stack.pop()
            if isinstance(part, Run):
                self._write(part)
            elif step == "open":
                if id(part) in skip or (part is not element and is_dropped(part)):
                    continue
                self._open(part)
                stack.append(("close", part))
                stack.extend(("open", p) for p in reversed(part.parts))
            else:
                self._close(part)
        return MappedText.join(self._parts).strip()

    def _open(self, element: Element) -> None:
        if element.name == "table":
            self._lay_out(element)
        if element.name == "br" or element.name in element_names("block"):
            if not _inside_cell(element):
                self._break(element.start, force=element.name == "br")
            elif not self._waiting and self._last not in " \n\t":
                self._mark(" ", element.start)
        elif element.name in element_names("cell") and not _is_layout(element):
            self._open_cell(element)
        elif element.name in element_names("cell"):
            self._break(element.start)

    def _close(self, element: Element) -> None:
        if element.name == "tr" and id(element) in self._rows:
            self._close_row(element)
        if element.name in element_names("block") and not _inside_cell(element):
            self._break(element.end)

    def _lay_out(self, table: Element) -> None:
        """Finds the places of a data table's cells; a table that arranges the page has none."""
        rows = [(row, cells) for row in _rows_of(table) if (cells := _cells_of(row))]
        if any(_is_layout(cell) for _, cells in rows for cell in cells):
            return
        spans = [[Span(id(c), _number(c, "rowspan"), _number(c, "colspan")) for c in cells] for _, cells in rows]
        for (row, _), slots in zip(rows, grid(spans), strict=True):
            self._rows[id(row)] = slots
            self._before |= {slot.key: place for place, slot in enumerate(slots) if isinstance(slot.key, int)}

    def _open_cell(self, cell: Element) -> None:
        """Tabs and marks from the cell before it, which begins at an earlier place of the grid, to this one."""
        slots = self._rows.get(id(cell.parent))
        if slots is None or id(cell) not in self._before:
            if not self._blank or self._waiting or _position_in_row(cell):
                self._waiting.append(("\t", cell.start))
            return
        place = self._before[id(cell)]
        first = next((n for n in reversed(range(place)) if slots[n].key is not None), -1) + 1
        for slot in slots[first:place]:
            self._place(slot, cell.start, begins=first == 0 and slot is slots[0])
        if place:
            self._waiting.append(("\t", cell.start))

    def _place(self, slot: Slot, at: int, begins: bool) -> None:
        if not begins:
            self._waiting.append(("\t", at))
        if slot.above:
            self._waiting.append((ABOVE, at))

    def _close_row(self, row: Element) -> None:
        """The marks behind a row's last cell, where the row says anything itself."""
        slots = self._rows[id(row)]
        last = max((n for n, slot in enumerate(slots) if slot.key is not None), default=len(slots))
        if self._blank:
            return
        for slot in slots[last + 1 :]:
            self._place(slot, row.end, begins=False)
        while self._waiting and self._waiting[-1][0] != ABOVE:
            self._waiting.pop()
        self._flush()

    def _flush(self) -> None:
        for character, place in self._waiting:
            self._mark(character, place)
        self._waiting = []

    def _break(self, place: int, force: bool = False) -> None:
        self._waiting = []
        if not self._blank or (force and self._last == "\n"):
            self._mark("\n", place)
        self._blank = True

    def _mark(self, character: str, place: int) -> None:
        if self._last == " " and character != " " and self._parts[-1].text == " ":
            self._parts.pop()  # white space at the end of a line or cell
        self._parts.append(MappedText(character, array("I", [place]), array("I", [place])))
        self._last, self._blank = character, character == "\n"

    def _write(self, run: Run) -> None:
        piece = decoded(self.text, run.start, run.end)
        last = 0
        for match in _SPACE.finditer(piece.text):
            self._put(piece.slice(last, match.start()))
            if not self._blank and not self._waiting and self._last not in " \t\n":
                start, end = piece.origin(*match.span())
                self._parts.append(MappedText(" ", array("I", [start]), array("I", [end])))
                self._last = " "
            last = match.end()
        self._put(piece.slice(last, len(piece)))

    def _put(self, piece: MappedText) -> None:
        if len(piece):
            self._flush()
            self._parts.append(piece)
            self._blank, self._last = False, piece.text[-1]


def _is_layout(cell: Element) -> bool:
    """A cell that arranges the page: it holds a table, or so many blocks that it is no cell of a data table."""
    if cell.layout is None:
        blocks = 0
        for element in cell.walk():
            if element is not cell and element.name == "table":
                blocks = CELL_BLOCKS + 1
                break
            blocks += element.name in ("p", "div", "br")
        cell.layout = blocks > CELL_BLOCKS
    return cell.layout


def _rows_of(table: Element) -> list[Element]:
    """The rows of a table, not those of tables inside it."""
    rows: list[Element] = []
    stack: list[Element] = [table]
    while stack:
        element = stack.pop()
        if element.name == "tr":
            rows.append(element)
        elif element is table or element.name in ("thead", "tbody", "tfoot"):
            stack.extend(p for p in reversed(element.parts) if isinstance(p, Element) and not is_dropped(p))
    return rows


def _cells_of(row: Element) -> list[Element]:
    cells = [p for p in row.parts if isinstance(p, Element) and p.name in element_names("cell")]
    return [cell for cell in cells if not is_dropped(cell)]


def _number(cell: Element, name: str) -> int:
    """A span as the page writes it, 1 where it is no number above 0."""
    value = re.match(r"\s*\d{1,6}", cell.attributes.get(name, ""))
    return max(1, int(value.group())) if value else 1


def _inside_cell(element: Element) -> bool:
    for ancestor in element.ancestors():
        if ancestor.name in element_names("cell"):
            return not _is_layout(ancestor)
        if ancestor.name == "table":
            return False
    return False


def _position_in_row(cell: Element) -> int:
    row = cell.parent
    if row is None:
        return 0
    cells = [p for p in row.parts if isinstance(p, Element) and p.name in element_names("cell")]
    return next((i for i, c in enumerate(cells) if c is cell), 0)
