"""Excel (.xlsx): a workbook to read, sort and filter, in which no text of a document is run."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import IO, Any, BinaryIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.xml.functions import tostring

from ...schema.errors import ExportError
from ...schema.labels import field_label
from ..property_graph import PropertyGraph
from ..rows import Scalar
from ..store import Graph
from ..tables import FORMULA
from .sheets import DOCUMENTS, FACT_SHEETS, NAMES, Sheet, document_rows, fact_row, name_rows
from .xml_text import XmlText

MOST_ROWS = 1_048_576
"""Rows of a sheet, its heading among them; this and the next two are Excel's ("Excel specifications and limits")."""
_MOST_LINKS = 65_530
_MOST_CHARACTERS = 32_767
_FIRST_YEAR = 1900  # of the dates that Excel knows
_EPOCH = dt.datetime(1980, 1, 1)  # the earliest of a ZIP file: the same graph gives the same bytes
_WIDTHS = {
    "quote": 48, "sentence": 60, "subject": 28, "object": 28, "title": 32, "name": 40, "id": 34, "key": 40,
    "document": 24, "doc": 24, "goal_text": 32, "agent": 22, "plan": 28, "holder": 24, "answerer": 24, "issuer": 24,
    "bases": 20, "year_source": 20, "extractor": 20,
}  # fmt: skip
_WIDTH = 11
_HEADING = {
    "font": Font(bold=True),
    "fill": PatternFill("solid", start_color="DDE6F0"),
    "alignment": Alignment(wrap_text=True, vertical="top"),
}
_LINK = Font(color="0563C1", underline="single")


def write_excel(graph: Graph, file: BinaryIO) -> int:
    """The sheets figures, goals, relations, documents and names, each under a frozen heading with filters.

    A heading is the Chinese label over the field's name. A number is a number
    (to 16 digits), a whole date (from 1900 on) a date, any
    text only a text, also where it begins as a formula does. A fact's `doc` leads to its document's row, and that to
    the file, if the workbook lies in the built folder; only the first 65,530 of a sheet: Excel opens no more links.
    Returns how many characters were left out: those that XML cannot hold, and what a text has beyond the 32,767 that
    a cell can hold. Raises ExportError where a sheet would have more rows than Excel opens.
    """
    every_document = list(document_rows(graph))
    _check_sizes(graph, len(every_document))
    rows = {str(row["key"]): number for number, row in enumerate(every_document, start=2)}
    elements, text, book = PropertyGraph(graph), XmlText(), Workbook(write_only=True)
    pages = {sheet.name: _Page(book, sheet, text) for sheet in (*FACT_SHEETS.values(), DOCUMENTS, NAMES)}
    for edge in elements.facts():
        sheet, row = fact_row(edge)
        place = rows[str(row["article"] or row["document"])]
        pages[sheet.name].add(row, "doc", Hyperlink(ref="", location=f"'{DOCUMENTS.name}'!A{place}"))
    for row in every_document:
        # a relative address whatever the key says: no host, no other scheme
        target = quote(str(row["key"]).lstrip("/"), safe="/", errors="replace") if row["part_of"] is None else None
        pages[DOCUMENTS.name].add(row, "key", Hyperlink(ref="", target=target) if target else None)
    for row in name_rows(graph, elements):
        pages[NAMES.name].add(row)
    for page in pages.values():
        page.finish()
    with tempfile.TemporaryFile() as made:
        book.save(made)
        _without_times(made, book, file)
    return text.left_out


class _Page:
    """A sheet that grows row by row."""

    def __init__(self, book: Workbook, sheet: Sheet, text: XmlText) -> None:
        self._page, self._sheet, self._text = book.create_sheet(sheet.name), sheet, text
        self._rows, self._links = 1, 0
        self._page.freeze_panes = "A2"
        for number, name in enumerate(sheet.columns, start=1):
            self._page.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
        self._page.append([self._heading(name) for name in sheet.columns])

    def add(self, row: Mapping[str, Scalar], linked: str | None = None, link: Hyperlink | None = None) -> None:
        """Adds a row, the column `linked` of it as a link."""
        self._rows += 1
        cells = [self._cell(name, row[name]) for name in self._sheet.columns]
        if linked and row[linked] and link and self._links < _MOST_LINKS:
            self._links += 1
            at = self._sheet.columns.index(linked)
            cell = self._text_cell(self._cut(str(row[linked])))
            cell.hyperlink, cell.font = link, _LINK
            cells[at] = cell
        self._page.append(cells)

    def finish(self) -> None:
        """Puts filters on all rows."""
        self._page.auto_filter.ref = f"A1:{get_column_letter(len(self._sheet.columns))}{self._rows}"

    def _heading(self, name: str) -> Any:
        label = field_label(name, "zh", *self._sheet.records)
        cell = WriteOnlyCell(self._page, f"{label}\n{name}" if label else name)
        for what, how in _HEADING.items():
            setattr(cell, what, how)
        return cell

    def _cell(self, name: str, value: Scalar) -> Any:
        if not isinstance(value, str):
            return value
        if name == "date" and (day := _day(value)):
            cell = WriteOnlyCell(self._page, day)
            cell.number_format = "yyyy-mm-dd"
            return cell
        kept = self._cut(value)
        return self._text_cell(kept) if kept.startswith((*FORMULA, "#")) else kept

    def _text_cell(self, value: str) -> Any:
        cell = WriteOnlyCell(self._page, value)
        cell.data_type = "s"  # a text, not a formula or an error, whatever it begins with
        cell.quotePrefix = value.startswith(FORMULA)  # so it stays when somebody edits the cell
        return cell

    def _cut(self, value: str) -> str:
        kept = self._text.text(value)
        self._text.left_out += max(0, len(kept) - _MOST_CHARACTERS)
        return kept[:_MOST_CHARACTERS]


def _check_sizes(graph: Graph, documents: int) -> None:
    kinds = Counter(fact.kind for fact in graph.facts())
    sizes = {sheet.name: kinds[kind] for kind, sheet in FACT_SHEETS.items()}
    sizes |= {DOCUMENTS.name: documents, NAMES.name: sum(1 for _ in graph.entities())}
    for name, rows in sizes.items():
        if rows >= MOST_ROWS:
            raise ExportError("too_many_rows", sheet=name, rows=rows, most=MOST_ROWS - 1)


def _day(text: str) -> dt.datetime | None:
    try:
        day = dt.datetime.fromisoformat(text) if len(text) == len("2020-01-01") else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def _without_times(made: IO[bytes], book: Workbook, file: BinaryIO) -> None:
    about = book.properties
    about.creator, about.created, about.modified = "policygraph", _EPOCH, _EPOCH
    with ZipFile(made) as old, ZipFile(file, "w") as new:
        for name in _first_the_types(old.namelist()):
            entry = ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            with new.open(entry, "w", force_zip64=old.getinfo(name).file_size > 2**31 - 1) as target:
                if name == "docProps/core.xml":
                    target.write(tostring(about.to_tree()))
                else:
                    with old.open(name) as source:
                        shutil.copyfileobj(source, target)


def _first_the_types(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
