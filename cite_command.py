"""The option --cite of the commands that print facts: their citations in the place of the table, or beside the rows."""

from __future__ import annotations

import argparse

from .queries import PolicyGraph, Table
from .queries.wording import Words
from .schema.citation import STYLES


def add_cite(parser: argparse.ArgumentParser, said: Words) -> None:
    """Declares the option."""
    parser.add_argument("--cite", choices=STYLES, help=said.say("cli.cite"))


def cited(graph: PolicyGraph, table: Table, args: argparse.Namespace, said: Words) -> Table:
    """The table with the citations asked for as a column, where its rows are printed; else as it is."""
    return graph.with_citations(table, args.cite, said.lang) if args.cite and (args.json or args.csv) else table


def print_citations(graph: PolicyGraph, table: Table, args: argparse.Namespace, said: Words) -> bool:
    """Prints the citations alone, where they are asked for and no rows are; says whether it did."""
    if not args.cite or args.json or args.csv:
        return False
    print(graph.cite(table, args.cite, lang=said.lang))
    return True
