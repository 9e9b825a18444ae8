"""Word documents (.docx): paragraphs and tables in the order of the document."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped]

from ...schema.documents import Stated
from ...schema.errors import UnreadableDocument
from .draft import Draft
from .headers import Header
from .mapped import MappedText


def read_docx(data: bytes) -> Draft:
    """Paragraphs as lines, rows of tables as lines with cells joined by "\\t". Offsets count in the extracted text.

    Raises UnreadableDocument for a file that is no .docx or holds no text.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        lines = list(_lines(document))
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UnreadableDocument(f"the .docx is broken ({error}); expected a file that Word opens") from None
    original = "".join(line + "\n" for line in lines)
    if not original.strip():
        raise UnreadableDocument("the .docx holds no text; expected paragraphs or tables")
    return Draft(original, MappedText.whole(original), tuple(_headers(document)), paged=False, partial=_lost(document))


def _lines(document: Document) -> list[str]:
    lines: list[str] = []
    for block in document.iter_inner_content():
        lines.extend(_rows(block) if isinstance(block, Table) else [_heading_marks(block) + block.text])
    return lines


def _heading_marks(paragraph: Paragraph) -> str:
    """The mark of a heading as in Markdown ("## " for level 2), "" for other paragraphs."""
    style = (paragraph.style.style_id or "") if paragraph.style is not None else ""
    level = re.fullmatch(r"Heading([1-6])", style)
    return "#" * int(level.group(1)) + " " if level is not None and paragraph.text.strip() else ""


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


def _lost(document: Document) -> str | None:
    """What python-docx does not read: text boxes, and content whose type it does not know."""
    boxes = document.element.body.xpath(".//w:txbxContent")
    return f"{len(boxes)} text boxes are not read" if boxes else None
