"""The command `policygraph build`: what is missing is said first, progress while it runs, a summary at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table as Grid
from rich.text import Text

from .conductor import Build, build
from .graph import open_graph
from .loaders.extensions import extensions, passed_over
from .loaders.pipeline import Settings
from .loaders.reading import SUFFIXES
from .loaders.reading.box import missing_protections
from .queries.wording import Unanswerable, Words
from .schema.facts import STATUSES
from .schema.printable import printable

LISTED = 20
"""How many notices and vanished files the summary names; the rest is a number. Every refused file is named."""


def run_build(folder: str, out: Path | None, workers: int | None, settings: Settings, said: Words) -> int:
    """Build, with everything a person sees on standard error. Returns the exit status: 1 where a file was refused."""
    console = Console(stderr=True)
    if not Path(folder).is_dir():
        raise Unanswerable("no_folder", path=folder)
    for lacking in missing_protections():
        console.print(Text(said.say("build.missing_protection", what=lacking.said(said.lang)), style="yellow"))
    if extensions():
        console.print(Text(said.say("build.extensions", names=", ".join(map(str, extensions())))))
    for notice in passed_over(SUFFIXES):
        console.print(Text(notice.said(said.lang), style="yellow"))
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip
    with bar:
        task = bar.add_task(said.say("build.reading"), total=None)

        def progress(done: int, of: int, key: str) -> None:
            bar.update(task, completed=done, total=of)

        built = build(folder, out, workers, progress, settings)
    _summary(built, folder, console, said)
    return 1 if built.report.refused else 0


def _summary(built: Build, folder: str, console: Console, said: Words) -> None:
    report = built.report
    console.print(Text(said.say("build.done" if report.changed else "build.unchanged", path=report.path), style="bold"))
    grid = Grid(box=None, show_header=False, pad_edge=False)
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_row(said.say("build.documents"), str(report.documents))
    grid.add_row(said.say("build.reused"), str(len(report.reused)))
    grid.add_row(said.say("build.facts"), str(report.facts))
    for label, count in _kinds(report.path, said):
        grid.add_row(Text(said.say("build.facts_of", label=label), style="dim"), Text(str(count), style="dim"))
    console.print(grid)
    refused = (
        said.say("build.refused_file", file=r.key, error=said.label("error", r.error), message=r.notice.said(said.lang))
        for r in report.refused
    )
    notices = [said.say("build.notice", file=key, message=notice.said(said.lang)) for key, notice in built.notices]
    _list("refused", refused, len(report.refused), console, said, "red", limit=None)
    _list("stale", report.stale, len(report.stale), console, said, "yellow")
    _list("vanished", report.forgotten, len(report.forgotten), console, said, "yellow")
    _list("skipped", built.skipped, len(built.skipped), console, said, "yellow")
    _list("notices", notices, len(notices), console, said, "yellow")
    if not report.documents:
        console.print(Text(said.say("build.nothing", folder=folder)))


def _kinds(path: Path, said: Words) -> list[tuple[str, int]]:
    """How many figures, goals and relations (by predicate) the graph holds, the most first within each."""
    counts: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    with open_graph(path) as graph:
        for fact in graph.facts():
            row = fact.row()
            if row["kind"] == "relation":
                relations[str(row["predicate"])] += 1
            else:
                counts["goal" if row["kind"] == "goal" else str(row["status"])] += 1
    named = [
        (said.say("build.figures", status=said.label("status", status)), counts[status])
        for status in STATUSES
        if counts[status]
    ]
    if counts["goal"]:
        named.append((said.say("build.goals"), counts["goal"]))
    return named + [(said.label("predicate", name), count) for name, count in relations.most_common()]


def _list(
    what: str,
    lines: Iterable[str],
    count: int,
    console: Console,
    said: Words,
    style: str,
    limit: int | None = LISTED,
) -> None:
    if not count:
        return
    console.print(Text(said.say(f"build.{what}", count=count), style=style))
    for place, line in enumerate(lines):
        if place == limit:
            console.print(Text("  " + said.say("build.more", count=count - LISTED)))
            break
        console.print(Text("  " + printable(line)), soft_wrap=True)
