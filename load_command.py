"""The commands that fill a Neo4j server: `policygraph load`, and the files of its import command."""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as Grid
from rich.text import Text

from .graph import open_graph
from .graph.neo4j import LoadReport, connect, write_import
from .graph.neo4j.importing import COMMAND_FILE
from .queries.wording import Unanswerable, Words
from .schema.printable import printable


@dataclass(frozen=True)
class Server:
    """Which server, as who. user: None for that of the environment; password_file, database: None where not given."""

    uri: str
    user: str | None
    password_file: Path | None
    database: str | None


def run_load(path: str, server: Server, replace: bool, least: float | None, said: Words) -> int:
    """Load, with everything a person sees on standard error. Returns the exit status."""
    user, password = credentials(server, said)
    opened = connect(server.uri, user, password, server.database)
    with open_graph(path) as graph, opened as neo4j, _Bars(said) as bars:
        report = neo4j.load(graph.confident(least), replace=replace, progress=bars.show)
    _summary(report, path, server.uri, said)
    return 0


def run_import_files(path: str, folder: Path, least: float | None, said: Words) -> int:
    """The files of the import command. Returns the exit status."""
    with open_graph(path) as graph, _Bars(said) as bars:
        written = write_import(graph.confident(least), folder, bars.show)
    line = said.say(
        "load.import_files", path=folder, nodes=written.nodes, edges=written.relationships,
        command=folder / COMMAND_FILE,
    )  # fmt: skip
    print(printable(line), file=sys.stderr)
    return 0


def credentials(server: Server, said: Words) -> tuple[str, str]:
    """User and password, both empty for a server without authentication. Raises Unanswerable where there is none."""
    user = os.environ.get("NEO4J_USER", "neo4j") if server.user is None else server.user
    return user, _password(server, user, said) if user else ""


def _password(server: Server, user: str, said: Words) -> str:
    """From the file, else the environment, else a prompt where somebody can answer."""
    if server.password_file:
        lines = server.password_file.read_text(encoding="utf-8").splitlines()
        if not lines or not lines[0]:
            raise Unanswerable("password_file", path=server.password_file)
        return lines[0]
    if password := os.environ.get("NEO4J_PASSWORD"):
        return password
    if not sys.stdin.isatty():
        raise Unanswerable("no_password")
    # of the address the part behind @: whoever writes a password into it is told so later, not shown it
    return getpass.getpass(said.say("load.prompt", user=user, uri=server.uri.rpartition("@")[2]))


class _Bars:
    """A bar for each stage of a load, gone at its end; nothing where standard error is no terminal."""

    def __init__(self, said: Words) -> None:
        console = Console(stderr=True)
        self._said, self._bar, self._stage = said, Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        ), ""  # fmt: skip

    def show(self, stage: str, done: int, of: int | None) -> None:
        """Progress as `Neo4jGraph.load` tells it."""
        if stage != self._stage:
            self._stage, self._task = stage, self._bar.add_task(self._said.say(f"load.{stage}"), total=of)
        self._bar.update(self._task, completed=done, total=of)

    def __enter__(self) -> _Bars:
        self._bar.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._bar.stop()


def _summary(report: LoadReport, path: str, uri: str, said: Words) -> None:
    console = Console(stderr=True)
    changed = report.added or report.changed or report.removed
    line = said.say("load.done" if changed else "load.unchanged", uri=uri, path=path, seconds=f"{report.seconds:.1f}")
    console.print(Text(printable(line), style="bold"), soft_wrap=True)
    grid = Grid(box=None, pad_edge=False)
    grid.add_column()
    for head in ("added", "changed", "left", "same"):
        grid.add_column(said.say(f"load.{head}"), justify="right")
    for name, part in (("nodes", report.nodes), ("facts", report.facts), ("derived", report.derived)):
        counts = (part.added, part.changed, part.removed, part.unchanged)
        grid.add_row(said.say(f"load.{name}"), *map(str, counts))
    console.print(grid)
    if report.kept:
        console.print(Text(said.say("load.kept", count=report.kept), style="yellow"))
