"""One content written as .txt, .html, .md, .docx and .pdf, each in the manner of its format."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterator
from itertools import groupby

import docx

from .content import Content, Line, content
from .document import Document, Pair, Transformation


def as_txt(text: Content) -> bytes:
    """Header fields as lines, then every line as it is."""
    return "\n".join([*head_lines(text), *(line.text for line in text.lines), ""]).encode("utf-8")


def as_md(text: Content) -> bytes:
    """Front matter, # before headings, | between cells, a blank line after each paragraph."""
    parts = []
    if text.headers:
        parts.append("\n".join(["---", *(f"{label}: {value!r}" for label, value in text.headers), "---"]))
    for kind, lines in groupby(_filled(text), key=lambda line: line.kind == "row"):
        if kind:
            rows = [line.text.split("\t") for line in lines]
            rule = "|" + "---|" * len(rows[0])
            first, *rest = (f"| {' | '.join(cell.strip() for cell in row)} |" for row in rows)
            parts.append("\n".join([first, rule, *rest]))
        else:
            parts += [f"{'#' * line.level} {line.text}" if line.level else line.text for line in lines]
    return "\n\n".join([*parts, ""]).encode("utf-8")


def as_html(text: Content) -> bytes:
    """A page as publishing systems make it: a table of header fields, then the body in a container."""
    fields = "".join(
        f"<tr><td>{html.escape(label)}：</td><td>{html.escape(value)}</td></tr>" for label, value in text.headers
    )
    table = f"<table>{fields}</table>" if fields else ""
    title = f"<title>{html.escape(text.title)}</title>" if text.title else ""
    body = []
    for kind, lines in groupby(_filled(text), key=lambda line: line.kind == "row"):
        if kind:
            body.append("<table>" + "".join(_html_row(line) for line in lines) + "</table>")
        else:
            tags = ((f"h{line.level}" if line.level else "p", line.text) for line in lines)
            body += [f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in tags]
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{title}</head><body>{table}'
        f'<div class="content">{"".join(body)}</div></body></html>'
    ).encode()


def as_docx(text: Content) -> bytes:
    """Header fields as paragraphs, headings in Word's styles, tables as tables."""
    document = docx.Document()
    document.core_properties.title = text.title or ""
    for words in head_lines(text):
        document.add_paragraph(words)
    for kind, lines in groupby(_filled(text), key=lambda line: line.kind == "row"):
        if kind:
            rows = [line.text.split("\t") for line in lines]
            table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words
        else:
            for line in lines:
                if line.level:
                    document.add_heading(line.text, line.level)
                else:
                    document.add_paragraph(line.text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(text: Content) -> bytes:
    """Pages of 22 lines of 28 characters, numbered at their foot (GB/T 9704-2012, 5.2 and 7.5)."""
    from .pages import pages  # reportlab, which the package itself does not need

    head = tuple(Line(words) for words in head_lines(text))
    return pages((*head, *_filled(text)), text.title)


def head_lines(text: Content) -> list[str]:
    """Header fields as a text without fields of its own states them; a title that the text has is not repeated."""
    beginning = [line.text for line in _filled(text)][:10]
    fields = [(label, value) for label, value in text.headers if value != text.title or value not in beginning]
    return [value if value == text.title else f"{label}：{value}" for label, value in fields]


def _filled(text: Content) -> Iterator[Line]:
    return (Line(line.text.strip(), line.kind, line.level) for line in text.lines if line.kind != "blank")


def _html_row(line: Line) -> str:
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.text.split("\t")) + "</tr>"


WRITERS: dict[str, Callable[[Content], bytes]] = {
    ".txt": as_txt, ".md": as_md, ".html": as_html, ".docx": as_docx, ".pdf": as_pdf,
}  # fmt: skip


def in_format(suffix: str) -> Transformation:
    """The file beside its content written in the format of a suffix."""

    def transform(document: Document) -> Pair | None:
        return Pair(document, written(document, suffix))

    return transform


def written(document: Document, suffix: str) -> Document:
    """The file's content in the format of a suffix."""
    return document.with_data(WRITERS[suffix](content(document)), suffix)
