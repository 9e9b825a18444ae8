"""Tables as HTML: a fragment for a notebook, the list below a picture."""

from __future__ import annotations

from html import escape

from ..confidence import LOW, doubtful
from ..table import Table
from ..wording import words
from .cells import DOUBT, cell, first_cell, raw_cell

_CELL = "text-align:left;vertical-align:top"


def fragment(table: Table) -> str:
    """A <table> that a notebook shows; every text from a document is escaped."""
    said = words(table.lang)
    shown = table.shown or table.columns
    head = "".join(f"<th>{escape(name if table.raw else table.heading(name))}</th>" for name in shown)
    lines = [f"<table><caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>"]
    for row in table.rows:
        texts = (
            [raw_cell(row, name) for name in shown]
            if table.raw
            else [first_cell(row, shown[0], said), *(cell(row, name, said) for name in shown[1:])]
        )
        cells = (escape(text).replace("\n", "<br>") for text in texts)
        lines.append("<tr>" + "".join(f"<td style='{_CELL}'>{c}</td>" for c in cells) + "</tr>")
    lines.append(f"</tbody></table><p>{escape(said.say('table.rows', count=len(table)))}</p>")
    if not table.raw and any(map(doubtful, table.rows)):
        lines.append(f"<p>{DOUBT} {escape(said.say('table.doubtful', least=LOW))}</p>")
    return "\n".join(lines)
