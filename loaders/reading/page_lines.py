"""Elements of a page to lines of text, each character with its place in the file."""

from __future__ import annotations

import re
from array import array

from ...schema.markup import element_names
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

    def lines(self, element: Element, skip: frozenset[int] = frozenset()) -> MappedText:
        """The text of an element, itself never left out. skip: ids (`id()`) of elements that are."""
        self._parts, self._blank, self._last = [], True, ""
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
        if element.name == "br" or element.name in element_names("block"):
            if not _inside_cell(element):
                self._break(element.start, force=element.name == "br")
            elif self._last not in " \n\t":
                self._mark(" ", element.start)
        elif element.name in element_names("cell") and not _is_layout(element):
            if not self._blank or _position_in_row(element):
                self._mark("\t", element.start)
        elif element.name in element_names("cell"):
            self._break(element.start)

    def _close(self, element: Element) -> None:
        if element.name in element_names("block") and not _inside_cell(element):
            self._break(element.end)

    def _break(self, place: int, force: bool = False) -> None:
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
            if not self._blank and self._last not in " \t\n":
                start, end = piece.origin(*match.span())
                self._parts.append(MappedText(" ", array("I", [start]), array("I", [end])))
                self._last = " "
            last = match.end()
        self._put(piece.slice(last, len(piece)))

    def _put(self, piece: MappedText) -> None:
        if len(piece):
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
