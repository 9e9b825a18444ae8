"""The command `policygraph lineage`: the report on one thing, or its rows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from . import open as open_graph
from .cite_command import add_cite, cited, print_citations
from .queries import PolicyGraph, Table
from .queries.report import LineageReport
from .queries.report.terminal import lineage_head, lineage_tail
from .queries.wording import Words

DONE = 0
Print = Callable[[Table, argparse.Namespace], None]


def add_arguments(parser: argparse.ArgumentParser, said: Words) -> None:
    """The options beside name, years and the forms of rows."""
    parser.add_argument("--as-named", action="store_true", help=said.say("cli.as_named"))
    parser.add_argument("--no-succession", action="store_true", help=said.say("cli.no_succession"))
    parser.add_argument("--undated", action="store_true", help=said.say("cli.undated"))
    parser.add_argument("--picture", type=Path, metavar="FILE", help=said.say("cli.picture"))
    parser.add_argument("--html", type=Path, metavar="FILE", help=said.say("cli.html"))
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--markdown", action="store_true", help=said.say("cli.markdown"))
    whole.add_argument("--report-json", action="store_true", help=said.say("cli.report_json"))
    add_cite(parser, said)


def run_lineage(args: argparse.Namespace, said: Words, print_rows: Print) -> int:
    """Prints what was asked for; a note of what is left out goes to standard error. Returns the exit status."""
    years = args.first, args.last
    which = {"as_named": args.as_named, "succession": not args.no_succession}
    with open_graph(args.graph) as graph:
        table = graph.lineage(
            args.name, *years, lang=said.lang, min_confidence=args.min_confidence, **which
        )
        undated = table.undated or Table(table.name, table.columns, ())
        shown = undated if args.undated else table
        rows = args.json or args.csv
        if args.picture:
            from .queries.rendering.picture import write_picture

            write_picture(table, args.picture)
            print(said.say("picture.written", path=args.picture), file=sys.stderr)
        if args.html or args.markdown or args.report_json or not (rows or args.undated or args.cite):
            report = graph.lineage_report(
                args.name, *years, lang=said.lang, min_confidence=args.min_confidence, **which
            )
            _report(report, table, args, said, print_rows)
        if rows or args.undated or args.cite:
            _rows(graph, shown, args, said, print_rows)
    if undated.rows and not args.undated:
        print(said.say("lineage.undated_note", count=len(undated)), file=sys.stderr)
    if shown.left_out:
        print(said.say("lineage.left_out", count=shown.left_out, least=args.min_confidence), file=sys.stderr)
    return DONE


def _rows(graph: PolicyGraph, table: Table, args: argparse.Namespace, said: Words, print_rows: Print) -> None:
    if not print_citations(graph, table, args, said):
        print_rows(cited(graph, table, args, said), args)


def _report(report: LineageReport, table: Table, args: argparse.Namespace, said: Words, print_rows: Print) -> None:
    if args.html:
        report.write(args.html)
        print(said.say("export.written_file", path=args.html), file=sys.stderr)
    if args.markdown or args.report_json:
        sys.stdout.write((report.to_markdown() if args.markdown else report.to_json()).rstrip("\n") + "\n")
    elif not (args.html or args.picture):
        console = Console(file=sys.stdout)
        console.print(*lineage_head(report), sep="\n")
        print_rows(table, args)
        if tail := lineage_tail(report):
            console.print(*tail, sep="\n")
