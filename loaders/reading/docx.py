"""Word documents (.docx): paragraphs and tables in the order of the document."""

from __future__ import annotations

import io
import re
import zipfile
from array import array
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped]

from ...schema.documents import Stated
from ...schema.errors import UnreadableDocument
from ...schema.notices import Notice
from .cells import ABOVE
from .draft import Draft
from .headers import Header
from .mapped import MappedText


def read_docx(data: bytes) -> Draft:
    """Paragraphs as lines, rows of tables as lines with cells joined by "\\t". Offsets count in the extracted text.

    A row has one cell for each column up to its last that is not empty; where a cell above spans it, the main text has
    the mark of cells.py.

    Raises UnreadableDocument for a file that is no .docx or holds no text.
    """
    try:
        document = _opened(data)
        lines = list(_lines(document))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UnreadableDocument("docx_broken", reason=str(error)) from None
    original = "".join(line.text + "\n" for line in lines)
    if not original.strip():
        raise UnreadableDocument("docx_no_text")
    return Draft(original, _body(lines), tuple(_headers(document)), paged=False, partial=_lost(document))


def _opened(data: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(data))
    except ValueError:  # of another content type; its text names the stream by its address, another one each time
        raise UnreadableDocument("docx_other_kind") from None


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph or table row; level 1 to 6 for a heading, 0 for other lines.

    above: offsets in the text where the main text has a mark: the cells that one above spans.
    """

    text: str
    level: int = 0
    above: tuple[int, ...] = ()


def _lines(document: Document) -> list[_Line]:
    lines: list[_Line] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_rows(block))
        else:
            lines.append(_Line(block.text, _heading_level(block)))
    return lines


def _heading_level(paragraph: Paragraph) -> int:
    style = paragraph._p.style or ""  # the file's own word; paragraph.style would open a template of the library
    level = re.fullmatch(r"Heading([1-6])", style)
    return int(level.group(1)) if level is not None and paragraph.text.strip() else 0


def _body(lines: list[_Line]) -> MappedText:
    """The lines one after the other, headings marked as in Markdown with #s that stand for nothing in the original."""
    text, starts, ends = [], array("I"), array("I")
    place = 0

    def mark(marks: str) -> None:
        text.append(marks)
        starts.extend([place] * len(marks))
        ends.extend([place] * len(marks))

    for line in lines:
        mark("#" * line.level + " " * bool(line.level))
        last = 0
        for stop in (*line.above, len(line.text) + 1):
            written = (line.text + "\n")[last:stop]
            text.append(written)
            starts.extend(range(place, place + len(written)))
            ends.extend(range(place + 1, place + len(written) + 1))
            place, last = place + len(written), stop
            if stop <= len(line.text):
                mark(ABOVE)
    return MappedText("".join(text), starts, ends)


def _rows(table: Table) -> list[_Line]:
    rows: list[_Line] = []
    over: dict[int, object] = {}  # column → the cell that stood there in the row above
    for row in table.rows:
        here: dict[int, object] = {}
        cells: list[str] = []
        above: list[int] = []
        kept = 0
        for column, cell in enumerate(row.cells, row.grid_cols_before):
            while len(cells) < column:
                cells.append("")
            here[column] = cell._tc
            if cell._tc is over.get(column):
                cells.append("")
                above.append(len(cells) - 1)
                kept = len(cells)
            elif cell._tc is here.get(column - 1):  # a merged cell comes once for each column that it spans
                cells.append("")
            else:
                cells.append(_cell(cell))
                kept = len(cells) if cells[-1] else kept
        over = here
        if any(cells):
            places = [len("\t".join(cells[:n])) + bool(n) for n in above]
            rows.append(_Line("\t".join(cells[:kept]), above=tuple(places)))
    return rows


def _cell(cell: _Cell) -> str:
    texts = [" ".join(r.text for r in _rows(b)) if isinstance(b, Table) else b.text for b in cell.iter_inner_content()]
    return " ".join(" ".join(texts).split())


def _headers(document: Document) -> list[Header]:
    title = (document.core_properties.title or "").strip()
    return [("title", Stated(title, "document properties"))] if title else []


def _lost(document: Document) -> tuple[Notice, ...]:
    """What python-docx does not read: text boxes, and content whose type it does not know."""
    boxes = document.element.body.xpath(".//w:txbxContent")
    return (Notice("text_boxes", {"count": len(boxes)}),) if boxes else ()
