"""The command `policygraph`. Data goes to standard output, progress and warnings to standard error.

Exit status: 0 done, 1 done with documents refused (or a damaged file found), 2 could not.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from rich.console import Console

from . import __version__
from . import open as open_graph
from .cite_command import add_cite, cited, print_citations
from .graph.export import FORMATS
from .lineage_command import add_arguments as lineage_arguments
from .lineage_command import run_lineage
from .queries import Table, Unanswerable, words
from .queries.engines import ENGINES
from .queries.rendering.terminal import print_table
from .queries.wording import Words
from .report_commands import add_compared, add_diff, add_forms, run_compare, run_diff, run_report
from .schema.errors import NoticeError, PolicyGraphError, StoreError
from .schema.facts import ENTITY_TYPES
from .schema.languages import LANGUAGES, user_language
from .schema.printable import printable

DONE, REFUSED, FAILED = 0, 1, 2
ACTIONS = ("review", "merge", "split", "undo", "show")
T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    given = [_utf8(word) for word in (sys.argv[1:] if argv is None else argv)]
    said = words(_language(given))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Chinese also where the locale is C or the pipe is
    try:
        parser = _parser(said)
        args, rest = parser.parse_known_args(given)
        if rest and "pairs" in args and not any(word.startswith("-") for word in rest):
            args.pairs += rest  # key=value behind an option, which argparse takes for no more of the list before it
        elif rest:
            parser.error(said.say("errors.unrecognized", words=" ".join(rest)))
        if "graph" in args and not Path(args.graph).exists():
            raise Unanswerable("no_graph", path=args.graph)
        command: Callable[[argparse.Namespace, Words], int] = args.command
        status = command(args, said)
        sys.stdout.flush()
        return status
    except Unanswerable as error:
        return _failed(error.said(said.lang), said)
    except NoticeError as error:
        return _failed(error.notice.said(said.lang), said)
    except StoreError as error:
        return _failed(said.say("errors.store", message=error), said)
    except PolicyGraphError as error:
        return _failed(str(error), said)
    except KeyboardInterrupt:
        return _failed(said.say("errors.interrupted"), said)
    except BrokenPipeError:  # the reader of the pipe (head) has seen enough; nothing is left to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        return _failed(said.say("errors.file", path=error.filename, reason=error.strerror), said)


def _utf8(word: str) -> str:
    """The word as UTF-8 where the locale could not decode it (Chinese typed in an ASCII locale); else as it is."""
    if word.isprintable() or not any("\udc80" <= c <= "\udcff" for c in word):
        return word
    return os.fsencode(word).decode("utf-8", "replace")


def _failed(message: str, said: Words) -> int:
    print(f"policygraph: {said.say('errors.prefix')}: {printable(message)}", file=sys.stderr)
    return FAILED


def _language(argv: list[str]) -> str:
    """The language that --lang names, else the user's; read before the parser, whose own texts depend on it."""
    for place, word in enumerate(argv):
        value = word.partition("=")[2] if word.startswith("--lang=") else argv[place + 1 : place + 2]
        if word.startswith("--lang") and (found := value if isinstance(value, str) else "".join(value)) in LANGUAGES:
            return found
    return user_language()


class _Parser(argparse.ArgumentParser):
    """Speaks the user's language where argparse lets it."""

    said: Words

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"policygraph: {self.said.say('errors.prefix')}: {message}\n")


def _parser(said: Words) -> argparse.ArgumentParser:
    def text(key: str) -> str:
        return said.say(f"cli.{key}")

    def new(parser: _Parser) -> _Parser:
        parser.said = said
        parser._positionals.title, parser._optionals.title = text("arguments"), text("options")
        parser.add_argument("-h", "--help", action="help", help=text("help"))
        parser.add_argument("--lang", choices=LANGUAGES, help=text("lang"))
        return parser

    def read(reader: Callable[[str], T], expected: str) -> Callable[[str], T]:
        """The reader of an option's value, which says in the user's language what it expected."""

        def value(given: str) -> T:
            try:
                return reader(given)
            except ValueError:
                message = said.say("errors.bad_option", value=given, expected=text(expected))
                raise argparse.ArgumentTypeError(message) from None

        return value

    top = new(_Parser(prog="policygraph", description=text("description"), add_help=False))
    top.add_argument("--version", action="version", version=f"policygraph {__version__}", help=text("version"))
    commands = top.add_subparsers(title=text("commands"), metavar="COMMAND", required=True, parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace, Words], int], *arguments: str) -> _Parser:
        parser = new(commands.add_parser(name, help=text(name), description=text(name), add_help=False))
        parser.set_defaults(command=run)
        for argument in arguments:
            parser.add_argument(argument, metavar=argument.upper(), help=text(argument))
        return parser

    def doubts(parser: _Parser) -> _Parser:
        share = read(_probability, "expected_probability")
        parser.add_argument("--min-confidence", type=share, metavar="P", help=text("min_confidence"))
        return parser

    def network(parser: _Parser) -> _Parser:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--network", action="store_const", const="shipped", help=text("network"))
        choice.add_argument("--network-folder", dest="network", metavar="FOLDER", help=text("network_folder"))
        return parser

    def rows(parser: _Parser) -> _Parser:
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help=text("json"))
        form.add_argument("--csv", action="store_true", help=text("csv"))
        return parser

    def server(parser: _Parser) -> None:
        parser.add_argument("--user", help=text("user"))
        parser.add_argument("--password-file", type=Path, metavar="FILE", help=text("password_file"))
        parser.add_argument("--database", metavar="NAME", help=text("database"))

    build = command("build", _build, "folder")
    build.add_argument("-o", "--out", type=Path, metavar="X.pg", help=text("out"))
    build.add_argument("--workers", type=read(_positive, "expected_positive"), metavar="N", help=text("workers"))
    build.add_argument("--model", metavar="NAME", help=text("model"))
    network(build)
    line = doubts(rows(command("lineage", _lineage, "graph", "name")))
    line.add_argument("--from", dest="first", type=read(_year, "expected_year"), metavar="YEAR", help=text("from"))
    line.add_argument("--to", dest="last", type=read(_year, "expected_year"), metavar="YEAR", help=text("to"))
    lineage_arguments(line, said)
    judged = doubts(rows(command("verdicts", _verdicts, "graph")))
    judged.add_argument("name", nargs="?", metavar="NAME", help=text("verdicts_name"))
    judged.add_argument("--from", dest="first", type=read(_year, "expected_year"), metavar="YEAR", help=text("from"))
    judged.add_argument("--to", dest="last", type=read(_year, "expected_year"), metavar="YEAR", help=text("to"))
    add_compared(command("compare", run_compare, "graph"), said)
    add_forms(command("report", run_report, "graph"), said)
    add_diff(command("diff", run_diff, "graph"), said)
    explain = command("explain", _explain, "graph")
    explain.add_argument("facts", nargs="+", metavar="ID", help=text("facts"))
    explain.add_argument("--json", action="store_true", help=text("json"))
    query = doubts(rows(command("query", _query, "graph")))
    query.add_argument("question", nargs="?", metavar="QUESTION", help=text("question"))
    query.add_argument("pairs", nargs="*", metavar="KEY=VALUE", help=text("pairs"))
    own = query.add_mutually_exclusive_group()
    own.add_argument("--cypher", metavar="TEXT", help=text("cypher"))
    own.add_argument("--sparql", metavar="TEXT", help=text("sparql"))
    query.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help=text("param"))
    query.add_argument("--engine", choices=(*ENGINES, "neo4j"), help=text("engine"))
    query.add_argument("--neo4j", metavar="URI", help=text("neo4j"))
    server(query)
    query.add_argument("--timeout", type=read(_seconds, "expected_seconds"), metavar="SECONDS", help=text("timeout"))
    add_cite(query, said)
    serve = command("serve", _serve, "graph")
    serve.add_argument("--sparql", action="store_true", required=True, help=text("serve_sparql"))
    serve.add_argument("--port", type=read(_port, "expected_port"), default=7878, metavar="N", help=text("port"))
    serve.add_argument("--timeout", type=read(_seconds, "expected_seconds"), metavar="SECONDS", help=text("timeout"))
    listed = rows(command("questions", _questions))
    listed.add_argument("question", nargs="?", metavar="QUESTION", help=text("question"))
    listed.add_argument("--text", choices=("cypher", "sparql"), default="cypher", help=text("question_text"))
    rows(command("documents", _documents, "graph"))
    export = doubts(command("export", _export, "graph"))
    export.add_argument("export_out", type=Path, metavar="OUT", help=text("export_out"))
    export.add_argument("--neo4j-import", action="store_true", help=text("neo4j_import"))
    load = command("load", _load, "graph")
    load.add_argument("--neo4j", required=True, metavar="URI", help=text("neo4j"))
    server(load)
    load.add_argument("--replace", action="store_true", help=text("replace"))
    doubts(load)
    resolved = command("resolve", _resolve)
    resolved.add_argument("names", nargs="+", metavar="NAME", help=text("resolve_names"))
    types = ENTITY_TYPES
    resolved.add_argument("--type", dest="kind", required=True, metavar="TYPE", choices=types, help=text("type"))
    resolved.add_argument("--context", action="append", default=[], metavar="KEY=VALUE", help=text("context"))
    resolved.add_argument("--json", action="store_true", help=text("json"))
    things = command("entities", _entities, "graph")
    things.add_argument("action", choices=ACTIONS, metavar="ACTION", help=text("entities_action"))
    things.add_argument("names", nargs="*", metavar="NAME", help=text("entities_names"))
    things.add_argument("--type", dest="kind", metavar="TYPE", choices=types, help=text("type"))
    things.add_argument("--by", metavar="PERSON", help=text("by"))
    things.add_argument("--json", action="store_true", help=text("json"))
    command("verify", _verify, "graph")
    valid = new(commands.add_parser("validate", help=text("validate"), description=text("validate"), add_help=False))
    valid.set_defaults(command=_validate)
    valid.add_argument("graph", metavar="X.pg|X.ttl", help=text("validate_file"))
    train = command("train", _train, "shared")
    train.add_argument("train_out", type=Path, metavar="OUT", help=text("train_out"))
    train.add_argument("--no-words", dest="words", action="store_false", help=text("no_words"))
    train.add_argument("--begin", type=Path, metavar="FOLDER", help=text("begin"))
    train.add_argument("--stop", choices=("rules", "annotation"), default="rules", help=text("stop"))
    network(rows(command("mentions", _mentions, "text")))
    rows(command("quantities", _quantities, "text"))
    rows(command("periods", _periods, "text")).add_argument(
        "--on", type=read(dt.date.fromisoformat, "expected_date"), metavar="YYYY-MM-DD", help=text("text_date")
    )
    return top


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise ValueError(text)
    return int(text)


def _seconds(text: str) -> float:
    if not 0 < float(text) <= 86400:
        raise ValueError(text)
    return float(text)


def _port(text: str) -> int:
    if not 0 <= int(text) <= 65535:
        raise ValueError(text)
    return int(text)


def _probability(text: str) -> float:
    if not 0 <= float(text) <= 1:
        raise ValueError(text)
    return float(text)


def _build(args: argparse.Namespace, said: Words) -> int:
    from .build_command import run_build
    from .loaders.pipeline import Settings

    return run_build(args.folder, args.out, args.workers, Settings(args.model, args.network), said)


def _train(args: argparse.Namespace, said: Words) -> int:
    from .train_command import run_train

    return run_train(Path(args.shared), args.train_out, args.words, args.begin, args.stop, said)


def _lineage(args: argparse.Namespace, said: Words) -> int:
    return run_lineage(args, said, _print)


def _verdicts(args: argparse.Namespace, said: Words) -> int:
    with open_graph(args.graph) as graph:
        table = graph.verdicts(args.name, args.first, args.last, lang=said.lang, min_confidence=args.min_confidence)
    _print(table, args)
    return DONE


def _query(args: argparse.Namespace, said: Words) -> int:
    from .query_command import Asked, run_query

    server = (args.neo4j, args.user, args.password_file, args.database)
    asked = Asked(
        args.question, args.pairs, args.cypher, args.sparql, args.param, args.timeout, args.engine, server,
        args.min_confidence,
    )  # fmt: skip
    table = run_query(args.graph, asked, said)
    if args.cite:
        with open_graph(args.graph) as graph:
            if print_citations(graph, table, args, said):
                return DONE
            table = cited(graph, table, args, said)
    _print(table, args)
    return DONE


def _questions(args: argparse.Namespace, said: Words) -> int:
    from .query_command import question_table, question_text

    if args.question is None:
        _print(question_table(said), args)
    else:
        print(question_text(args.question, args.text))
    return DONE


def _serve(args: argparse.Namespace, said: Words) -> int:
    from .serve_command import run_serve

    return run_serve(Path(args.graph), args.port, args.timeout, said)


def _explain(args: argparse.Namespace, said: Words) -> int:
    with open_graph(args.graph) as graph:
        told = [graph.explain(fact, lang=said.lang) for fact in args.facts]
    if args.json:
        print(json.dumps([one.record() for one in told], ensure_ascii=False, indent=2))
        return DONE
    console = Console(file=sys.stdout)
    for place, one in enumerate(told):
        console.print(*([""] if place else []), one, sep="\n")
    return DONE


def _documents(args: argparse.Namespace, said: Words) -> int:
    with open_graph(args.graph) as graph:
        _print(graph.documents(lang=said.lang), args)
    return DONE


def _load(args: argparse.Namespace, said: Words) -> int:
    from .load_command import Server, run_load

    server = Server(args.neo4j, args.user, args.password_file, args.database)
    return run_load(args.graph, server, args.replace, args.min_confidence, said)


def _export(args: argparse.Namespace, said: Words) -> int:
    if args.neo4j_import:
        from .load_command import run_import_files

        return run_import_files(args.graph, args.export_out, args.min_confidence, said)
    if args.export_out.suffix.lower() not in FORMATS:
        raise Unanswerable("suffix", path=args.export_out, known=" ".join(sorted(FORMATS)))
    with open_graph(args.graph) as graph:
        left_out = graph.export(args.export_out, min_confidence=args.min_confidence)
    if left_out:
        print(said.say("export.left_out", count=left_out, suffix=args.export_out.suffix), file=sys.stderr)
    print(said.say("export.written_file", path=args.export_out), file=sys.stderr)
    return DONE


def _resolve(args: argparse.Namespace, said: Words) -> int:
    from .resolve_command import run_resolve

    return run_resolve(args.names, args.kind, args.context, args.json, said)


def _entities(args: argparse.Namespace, said: Words) -> int:
    from .resolve_command import run_entities

    return run_entities(Path(args.graph), args.action, args.names, args.kind, args.by, args.json, said)


def _verify(args: argparse.Namespace, said: Words) -> int:
    with open_graph(args.graph) as graph:
        found = graph.verify()
    if not found.problems:
        print(said.say("verify.sound", path=args.graph, documents=found.documents, facts=found.facts))
        return DONE
    print(said.say("verify.damaged", path=args.graph), *found.problems, sep="\n")
    return REFUSED


def _validate(args: argparse.Namespace, said: Words) -> int:
    from .queries.validated import validated

    found = validated(Path(args.graph), said)
    print(*found.lines, sep="\n")
    return DONE if found.conforms else REFUSED


def _mentions(args: argparse.Namespace, said: Words) -> int:
    from . import mentions

    found = mentions(args.text, args.network)
    rows = tuple({"text": args.text[m.start : m.end], **dataclasses.asdict(m)} for m in found)
    shown = ("text", "type", "start", "end", "found_by")
    _print(Table("mentions", tuple(rows[0]) if rows else shown, rows, "", shown, said.lang), args)
    return DONE


def _quantities(args: argparse.Namespace, said: Words) -> int:
    from . import quantities

    shown = ("text", "value", "start", "end")
    _print(_plain("quantities", quantities(args.text), shown, said), args)
    return DONE


def _periods(args: argparse.Namespace, said: Words) -> int:
    from . import periods

    shown = ("text", "year", "kind", "start", "end")
    _print(_plain("periods", periods(args.text, args.on), shown, said), args)
    return DONE


def _plain(name: str, found: Sequence[Any], shown: tuple[str, ...], said: Words) -> Table:
    """Values of one dataclass as a table; the printed one shows the raw fields."""
    rows = tuple(dataclasses.asdict(f) for f in found)
    return Table(name, tuple(rows[0]) if rows else shown, rows, "", shown, said.lang)


def _print(table: Table, args: argparse.Namespace) -> None:
    if args.json:
        print(table.to_json())
    elif args.csv:
        sys.stdout.write(table.to_csv())
    else:
        facts = table.rows and not table.raw and "id" in table.columns
        hint = words(table.lang).say("table.explain", graph=args.graph) if facts else ""
        print_table(table, Console(file=sys.stdout), printable(hint))
