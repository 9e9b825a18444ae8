"""One document with tables, written in every format, and the facts that each gives."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

import docx
import pytest

from policygraph.loaders.context import scopes
from policygraph.loaders.language import Reader
from policygraph.loaders.patterns import find_facts
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import structure
from policygraph.schema.facts import Fact, Figure, Relation

Cell = str | tuple[str, int, int] | None
"""Text, or (text, rows, columns) of a cell that spans; None where another cell spans the place."""


@dataclass(frozen=True)
class Written:
    """A document: title, paragraphs, tables (the lines over each, its rows), paragraphs behind them."""

    title: str
    before: Sequence[str]
    tables: Sequence[tuple[Sequence[str], Sequence[Sequence[Cell]]]]
    after: Sequence[str] = field(default=())


def spanning(cell: Cell) -> tuple[str, int, int]:
    return cell if isinstance(cell, tuple) else (cell or "", 1, 1)


def html(document: Written) -> bytes:
    out = [f"<html><head><title>{document.title}</title></head><body><h1>{document.title}</h1>"]
    out += [f"<p>{text}</p>" for text in document.before]
    for captions, rows in document.tables:
        out += [f"<p>{text}</p>" for text in captions] + ["<table>"]
        for row in rows:
            cells = [spanning(cell) for cell in row if cell is not None]
            out.append("<tr>" + "".join(f"<td rowspan={r} colspan={c}>{escape(t)}</td>" for t, r, c in cells) + "</tr>")
        out.append("</table>")
    out += [f"<p>{text}</p>" for text in document.after]
    return "\n".join([*out, "</body></html>"]).encode()


def markdown(document: Written) -> bytes:
    out = [f"# {document.title}", *document.before]
    for captions, rows in document.tables:
        lines = ["| " + " | ".join(spanning(cell)[0] for cell in row) + " |" for row in rows]
        out += [*captions, "\n".join([lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]])]
    return "\n\n".join([*out, *document.after]).encode()


def one_cell_a_line(document: Written) -> bytes:
    """As a Word document is turned into text: empty cells leave nothing behind."""
    out = [document.title, *document.before]
    for captions, rows in document.tables:
        out += [*captions, *(spanning(cell)[0] for row in rows for cell in row if spanning(cell)[0])]
    return "\n\n".join([*out, *document.after, ""]).encode()


def side_by_side(document: Written) -> bytes:
    """As a page is turned into text: the cells of a row on one line."""
    out = [document.title, *document.before]
    for captions, rows in document.tables:
        out += [*captions, *(" ".join(spanning(c)[0] for c in row if spanning(c)[0]) for row in rows)]
    return "\n".join([*out, *document.after, ""]).encode()


def word(document: Written) -> bytes:
    made = docx.Document()
    made.add_heading(document.title, 0)
    for text in document.before:
        made.add_paragraph(text)
    for captions, rows in document.tables:
        for text in captions:
            made.add_paragraph(text)
        table = made.add_table(len(rows), len(rows[0]))
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if cell is not None:
                    text, high, wide = spanning(cell)
                    table.cell(i, j).merge(table.cell(i + high - 1, j + wide - 1)).text = text
    for text in document.after:
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def pdf(document: Written) -> bytes:
    """Pages with ruled tables whose head is repeated on every page."""
    pytest.importorskip("reportlab")
    from reportlab.lib.colors import black
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    plain = ParagraphStyle("plain", fontName="STSong-Light", fontSize=12, leading=18, wordWrap="CJK")
    small = ParagraphStyle("cell", fontName="STSong-Light", fontSize=9, leading=12, wordWrap="CJK", alignment=1)
    flow = [Paragraph(text, plain) for text in (document.title, *document.before)]
    for captions, rows in document.tables:
        flow += [Paragraph(text, plain) for text in captions]
        style = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if cell is not None:
                    _, high, wide = spanning(cell)
                    style.append(("SPAN", (j, i), (j + wide - 1, i + high - 1)))
        cells = [[Paragraph(escape(spanning(c)[0]), small) for c in row] for row in rows]
        flow.append(Table(cells, style=style, repeatRows=1))
    flow += [Paragraph(text, plain) for text in document.after]
    file = io.BytesIO()
    SimpleDocTemplate(file, invariant=1).build(flow)
    return file.getvalue()


FORMATS: dict[str, Callable[[Written], bytes]] = {
    "a.html": html, "a.docx": word, "a.md": markdown, "lines.txt": one_cell_a_line, "page.txt": side_by_side,
    "a.pdf": pdf,
}  # fmt: skip
"""By the name of the file that is written."""


@pytest.fixture(scope="session")
def written() -> type[Written]:
    """written(title, before, tables, after): see `Written`."""
    return Written


@pytest.fixture(scope="session")
def facts(reader: Reader) -> Callable[[Written, str], list[Fact]]:
    """facts(document, name): every fact of a document written in the format that the file's name tells.

    Each quote is checked against its offsets.
    """

    def found(document: Written, name: str) -> list[Fact]:
        taken = structure(read_bytes(FORMATS[name](document), name))
        read = [fact for a in taken.articles for fact in find_facts(scopes(reader.read(a, taken), taken))]
        for fact in read:
            place = fact.evidence
            assert taken.source.quote(place.char_start, place.char_end) == place.quote
            assert (place.page is not None) == (name == "a.pdf")
        return read

    return found


@pytest.fixture(scope="session")
def cells(facts: Callable[[Written, str], list[Fact]]) -> Callable[..., list[Figure]]:
    """cells(document, name="a.html"): the figures of its tables, in the order of their places."""

    def found(document: Written, name: str = "a.html") -> list[Figure]:
        figures = [f for f in facts(document, name) if isinstance(f, Figure) and f.extractor == "figures.table"]
        return sorted(figures, key=lambda f: (f.evidence.char_end, f.evidence.char_start))

    return found


@pytest.fixture(scope="session")
def triples_of(facts: Callable[[Written, str], list[Fact]]) -> Callable[..., set[tuple[object, ...]]]:
    """triples_of(document, name="a.html"): (subject, predicate, object, year, status) of every relation."""

    def found(document: Written, name: str = "a.html") -> set[tuple[object, ...]]:
        return {
            (r.subject.name, r.predicate, r.object.name, r.year, r.status)
            for r in facts(document, name)
            if isinstance(r, Relation)
        }

    return found
