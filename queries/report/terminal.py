"""Reports on a terminal: short; the quotes stand in the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.text import Text

from ..rendering.folding import Folded
from ..rendering.terminal import print_table
from ..table import Table
from .told import account_lines, change_line, conflict_line, succession_lines, summary, verdict_lines

if TYPE_CHECKING:
    from .lineage import LineageReport


class _Shown:
    """A table as something that a console renders."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        with console.capture() as captured:
            print_table(self.table, console)
        yield Text.from_ansi(captured.get().rstrip("\n"))


def section(title: str, lines: Iterable[str]) -> list[RenderableType]:
    """A heading and its lines; nothing where there are none."""
    held = [Folded(f"· {line}") for line in lines]
    return [Text(""), Folded(title, style="bold"), *held] if held else []


def lineage_head(report: LineageReport) -> list[RenderableType]:
    """What stands above the table of a lineage."""
    return [Folded(line, style="dim") for line in summary(report)]


def lineage_tail(report: LineageReport) -> list[RenderableType]:
    """What stands below it: changes, conflicts, who speaks and who is silent."""
    said = report.said
    parts = section(said.say("report.succession"), succession_lines(report))
    parts += section(said.say("report.changes"), (change_line(c, said) for c in report.changes))
    parts += section(said.say("report.judged"), (text for text, _ in verdict_lines(report)))
    parts += section(said.say("report.conflicts"), (conflict_line(c, said) for c in report.conflicts))
    parts += section(said.say("report.accounts"), account_lines(report))
    return parts


def lineage_view(report: LineageReport) -> Group:
    """A lineage report with its table."""
    return Group(*lineage_head(report), _Shown(report.table), *lineage_tail(report))
