"""Tables in a terminal: long quotes fold between words, Chinese counts two columns a character."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ...schema.printable import printable
from ..confidence import LOW, doubtful
from ..table import Row, Table
from ..wording import Words, words
from .cells import DOUBT, cell, first_cell, outcome, raw_cell, reference, via
from .excerpt import excerpt
from .folding import Folded, widest

_SHARE = {
    "what": 3, "who": 2, "path": 5, "proof": 5, "outcome": 2, "outcome_proof": 4, "judgement": 4, "object": 3,
    "subject": 2, "issuers": 2, "holder": 2, "asks": 2, "parameters": 3, "title": 3, "issuer": 2, "notices": 3,
    "key": 3,
}  # fmt: skip
"""How the columns of free text divide the width; the others take what they need."""
_ENDINGS = {"quote": 4, "sentence": 4, "doc": 2}
"""The same for other columns by the end of their names: later_quote, outcome_doc."""
_FREE = 12
"""A column of the question's own with a longer text than this in some row is of free text, and has a share of 2."""
_MOST = {"value": 18, "region": 12, "text": 40}
"""Columns that are narrow but for some rows: a figure, where a goal has a sentence; a place and those in it."""
_STYLE = {"achieved": "green", "planned": "yellow", "forecast": "cyan"}


def print_table(table: Table, console: Console, hint: str = "") -> None:
    """The table with its title, header and number of rows; a line that says so where it is empty.

    Doubtful rows are marked, and a line below says so. hint: a last line, where the table has rows.
    """
    said = words(table.lang)
    if table.title:
        console.print(Text(printable(table.title), style="bold"))
    if not table.rows:
        console.print(said.say("table.empty"))
        return
    if table.raw:
        _print_raw(table, console, said)
        return
    shown = table.shown or table.columns
    grid = Grid(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=any(_share(name, table) for name in shown),
        leading=1,
    )
    for name in shown:
        share, most = _share(name, table), _MOST.get(name)
        heading = table.heading(name)
        grid.add_column(
            Folded(heading),
            ratio=share,
            width=widest(heading) if share else None,  # of a column with a share it is the least
            max_width=most,
            no_wrap=share is None and most is None,
        )
    for row in table.rows:
        grid.add_row(*(_cell(row, name, said, name == shown[0]) for name in shown))
    console.print(grid)
    console.print(said.say("table.rows", count=len(table)), style="dim")
    if any(map(doubtful, table.rows)):
        console.print(Text(f"{DOUBT} {said.say('table.doubtful', least=LOW)}", style="dim"))
    if hint:
        console.print(Text(hint, style="dim"))


def _share(name: str, table: Table) -> int | None:
    if name in _SHARE or name in _MOST:
        return _SHARE.get(name)
    by_end = _ENDINGS.get(name.rpartition("_")[2])
    free = any(isinstance(row.get(name), str) and len(row[name]) > _FREE for row in table.rows)
    return by_end or (2 if free else None)


def _print_raw(table: Table, console: Console, said: Words) -> None:
    """A table of columns that a query named: they share the width as they need it."""
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in table.columns:
        grid.add_column(Folded(printable(name)), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Folded(raw_cell(row, name)) for name in table.columns))
    console.print(grid)
    console.print(said.say("table.rows", count=len(table)), style="dim")


def _cell(row: Row, name: str, said: Words, first: bool) -> Text:
    if first:
        return Folded(first_cell(row, name, said), style="yellow" if doubtful(row) else "")
    if name == "proof":
        return _proof(row, said)
    if name == "outcome_proof":
        return _proof(outcome(row), said) if row.get("outcome_id") else Folded()
    return Folded(cell(row, name, said), style=_STYLE.get(row.get("status") or "", "") if name == "status" else "")


def _proof(row: Row, said: Words) -> Text:
    """The quote, bold where it stands in its sentence; below it, dim, where it is from."""
    shown, start, end = excerpt(row)
    text = Folded(shown)
    if end - start < len(shown):
        text.stylize("bold", start, end)
    for line in filter(None, (reference(row), via(row, said))):
        text.append("\n" + printable(line), style="dim")
    return text
