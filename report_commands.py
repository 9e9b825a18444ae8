"""The commands `policygraph compare`, `policygraph report` and `policygraph diff`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from . import open as open_graph
from .queries.wording import Unanswerable, Words

if TYPE_CHECKING:
    from .queries.report.sheet import Sheet

DONE = 0


def add_forms(parser: argparse.ArgumentParser, said: Words) -> None:
    """The options that choose a report's form."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help=said.say("cli.markdown"))
    form.add_argument("--json", action="store_true", help=said.say("cli.json"))
    parser.add_argument("--html", type=Path, metavar="FILE", help=said.say("cli.html"))


def add_compared(parser: argparse.ArgumentParser, said: Words) -> None:
    """The arguments of `compare`."""
    parser.add_argument("documents", nargs=2, metavar="DOCUMENT", help=said.say("cli.compared"))
    add_forms(parser, said)


def add_diff(parser: argparse.ArgumentParser, said: Words) -> None:
    """The arguments of `diff`."""
    parser.add_argument("other", metavar="OTHER", help=said.say("cli.other"))
    add_forms(parser, said)


def run_compare(args: argparse.Namespace, said: Words) -> int:
    """What the second document continues, changes, adds and drops."""
    with open_graph(args.graph) as graph:
        return _print(graph.compare(*args.documents, lang=said.lang), args, said)


def run_report(args: argparse.Namespace, said: Words) -> int:
    """The report on the whole corpus."""
    with open_graph(args.graph) as graph:
        return _print(graph.report(lang=said.lang), args, said)


def run_diff(args: argparse.Namespace, said: Words) -> int:
    """The differences between two graph files."""
    if not Path(args.other).exists():
        raise Unanswerable("no_graph", path=args.other)
    with open_graph(args.graph) as graph, open_graph(args.other) as other:
        return _print(graph.diff(other, lang=said.lang), args, said)


def _print(sheet: Sheet, args: argparse.Namespace, said: Words) -> int:
    if args.html:
        sheet.write(args.html)
        print(said.say("export.written_file", path=args.html), file=sys.stderr)
    if args.markdown or args.json:
        sys.stdout.write((sheet.to_markdown() if args.markdown else sheet.to_json()).rstrip("\n") + "\n")
    elif not args.html:
        Console(file=sys.stdout).print(sheet)
    return DONE
