"""The command of this room."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from policygraph.graph import open_graph

from ..neo4j_load import server_of, servers
from . import __doc__ as room
from .asking import LIBRARY, Answered, answers
from .cases import LINEAGE
from .loading import measure
from .measured import Measured, table

ENGINES = (*LIBRARY, "neo4j")
MADE = Path(__file__).resolve().parents[1] / "made_graph.py"


def main(argv: Sequence[str] | None = None) -> int:
    """Measures every engine asked for, one after another."""
    parser = argparse.ArgumentParser(description=room, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--facts", type=int, default=10_000, help="of the graph that is made where none is named")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=tuple(LIBRARY))
    parser.add_argument("--folder", type=Path, help="where the indexes are kept; those there are not made again")
    parser.add_argument("--limit", type=float, default=10, help="seconds for one question (default 10)")
    parser.add_argument("--load", metavar="ENGINE", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.load:
        print(json.dumps(measure(options.load, options.graph, options.folder).record()))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        graph = options.graph
        if graph is None:
            graph = Path(name, "made.pg")
            subprocess.run([sys.executable, str(MADE), str(graph), "--facts", str(options.facts)], check=True)
        with open_graph(graph) as opened:
            print(f"{graph.name}: {opened.count()} facts\n", flush=True)
        loaded: dict[str, Measured] = {}
        asked: dict[str, list[Answered]] = {}
        for engine in options.engine:
            with _server(Path(name)) if engine == "neo4j" else nullcontext():
                command = [sys.executable, "-m", "benchmarks.engines", str(graph), "--load", engine]
                done = subprocess.run([*command, "--folder", str(folder)], check=True, stdout=subprocess.PIPE)
                loaded[engine] = Measured(**json.loads(done.stdout))
                print(table({engine: loaded[engine]}), file=sys.stderr, flush=True)
                asked[engine] = []
                for one in answers(engine, graph, folder, options.limit):
                    asked[engine].append(one)
                    print(engine, one, file=sys.stderr, flush=True)
        print(table(loaded))
        print()
        print(_answers(asked))
    return 0


@contextmanager
def _server(folder: Path) -> Iterator[None]:
    with server_of(servers(), folder) as server:
        os.environ["POLICYGRAPH_BENCHMARK_NEO4J"] = f"{server.uri} {server.user} {server.password}"
        yield


def _answers(asked: dict[str, list[Answered]]) -> str:
    """Medians and 95th percentiles in milliseconds, a row a question, those of lineage first."""
    lines = ["| question | names | rows | " + " | ".join(asked) + " |", "|---|---|--:|" + "--:|" * len(asked)]
    by_case: dict[tuple[str, str], dict[str, Answered]] = {}
    for engine, found in asked.items():
        for one in found:
            by_case.setdefault((one.question, one.which), {})[engine] = one
    order = {name: place for place, name in enumerate(LINEAGE)}
    for question, which in sorted(by_case, key=lambda case: order.get(case[0], len(order))):
        found_by = by_case[question, which]
        rows = next((str(one.rows) for one in found_by.values() if one.rows is not None), "")
        cells = " | ".join(_cell(found_by[engine]) if engine in found_by else "" for engine in asked)
        lines.append(f"| {question} | {which} | {rows} | {cells} |")
    return "\n".join(lines)


def _cell(one: Answered) -> str:
    if one.median is None or one.late is None:
        return one.failed or ""
    return f"{one.median * 1000:.1f} ({one.late * 1000:.1f})"


if __name__ == "__main__":
    sys.exit(main())
