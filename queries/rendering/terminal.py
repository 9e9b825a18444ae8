"""Tables in a terminal: long quotes fold, Chinese counts two columns a character."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ..table import Table
from ..wording import words
from .cells import cell

_SHARE = {
    "what": 3, "who": 2, "proof": 5, "outcome": 2, "outcome_proof": 4, "object": 3, "subject": 2, "issuers": 2,
    "region": 1, "holder": 2, "value": 2, "asks": 2, "parameters": 3, "title": 3, "issuer": 2, "notices": 3, "key": 3,
    "text": 2,
}  # fmt: skip
"""How the columns of free text divide the width; the others take what they need."""
_STYLE = {"achieved": "green", "planned": "yellow", "forecast": "cyan"}


def print_table(table: Table, console: Console) -> None:
    """The table with its title, header and number of rows; a line that says so where it is empty."""
    said = words(table.lang)
    if table.title:
        console.print(Text(table.title, style="bold"))
    if not table.rows:
        console.print(said.say("table.empty"))
        return
    grid = Grid(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True, leading=1)
    for name in table.shown or table.columns:
        wide = name in _SHARE
        grid.add_column(said.label("columns", name), ratio=_SHARE.get(name), overflow="fold", no_wrap=not wide)
    for row in table.rows:
        cells = []
        for name in table.shown or table.columns:
            text = Text(cell(row, name, said))
            if name == "status":
                text.stylize(_STYLE.get(row.get("status") or "", ""))
            if name.endswith("proof") and "\n" in text.plain:
                text.stylize("dim", text.plain.index("\n"))
            cells.append(text)
        grid.add_row(*cells)
    console.print(grid)
    console.print(said.say("table.rows", count=len(table)), style="dim")
