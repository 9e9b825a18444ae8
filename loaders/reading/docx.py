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
from .draft import Draft
from .headers import Header
from .mapped import MappedText


def read_docx(data: bytes) -> Draft:
    """Paragraphs as lines, rows of tables as lines with cells joined by "\\t". Offsets count in the extracted text.

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
    """A paragraph or table row; level 1 to 6 for a heading, 0 for other lines."""

    text: str
    level: int = 0


def _lines(document: Document) -> list[_Line]:
    lines: list[_Line] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_Line(row) for row in _rows(block))
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
    for line in lines:
        mark, written = "#" * line.level + " " * bool(line.level), line.text + "\n"
        text.append(mark + written)
        starts.extend([place] * len(mark) + list(range(place, place + len(written))))
        ends.extend([place] * len(mark) + list(range(place + 1, place + 1 + len(written))))
        place += len(written)
    return MappedText("".join(text), starts, ends)


def _rows(table: Table) -> list[str]:
    rows = []
    for row in table.rows:
        cells: list[str] = []
        last: object = None
        for cell in row.cells:
            if cell._tc is not last:  # a merged cell comes once for each column that it spans
                cells.append(_cell(cell))
            last = cell._tc
        if any(cells):
            rows.append("\t".join(cells))
    return rows


def _cell(cell: _Cell) -> str:
    texts = [" ".join(_rows(b)) if isinstance(b, Table) else b.text for b in cell.iter_inner_content()]
    return " ".join(" ".join(texts).split())


def _headers(document: Document) -> list[Header]:
    title = (document.core_properties.title or "").strip()
    return [("title", Stated(title, "document properties"))] if title else []


def _lost(document: Document) -> tuple[Notice, ...]:
    """What python-docx does not read: text boxes, and content whose type it does not know."""
    boxes = document.element.body.xpath(".//w:txbxContent")
    return (Notice("text_boxes", {"count": len(boxes)}),) if boxes else ()
