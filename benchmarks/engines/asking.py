"""Asks an engine every question of the library in a process of its own, with a time limit for each."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from policygraph.graph import open_graph
from policygraph.graph.property_graph import PropertyGraph
from policygraph.queries.directory import Directory
from policygraph.queries.engines import CypherEngine, Engine, opened_engine
from policygraph.queries.runner import ask
from policygraph.queries.wording import Unanswerable
from policygraph.schema.errors import QueryError

from .cases import Case, cases

LIBRARY = {"networkx": "networkx", "ladybug": "cypher", "oxigraph": "sparql"}
"""What the library calls the engines that need no server."""
_TIMES = 24
"""How often a question is asked at most, half the time limit permitting."""


@dataclass(frozen=True)
class Answered:
    """How long one question took. rows: the median; seconds: median and 95th percentile; None: it was not answered.

    failed: why not: "more than N s", or the engine's word.
    """

    question: str
    which: str
    rows: int | None = None
    median: float | None = None
    late: float | None = None
    failed: str | None = None


def answers(engine: str, graph: Path, folder: Path, limit: float, opening: float = 3600) -> Iterator[Answered]:
    """Every case, in order; after one that takes too long the engine is opened anew.

    limit: seconds a case; opening: seconds until the engine is open.
    """
    with open_graph(graph) as opened:
        wanted = [(case.question, case.which) for case in cases(opened)]
    done = 0
    while done < len(wanted):
        command = [sys.executable, "-m", "benchmarks.engines.asking", engine, str(graph), str(folder), str(limit)]
        with subprocess.Popen([*command, str(done)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            wait = opening
            while (line := _line(process.stdout.fileno(), wait)) is not None and line:
                if line != b"open":
                    yield Answered(**json.loads(line))
                    done += 1
                wait = limit * 1.5
            process.kill()
        if done < len(wanted):
            why = f"more than {limit:.0f} s" if line is None else "its process ended"
            yield Answered(*wanted[done], failed=why)
            done += 1


def _line(descriptor: int, wait: float) -> bytes | None:
    """The next line; empty at the end, None where it does not come in time."""
    end, read = time.monotonic() + wait, b""
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while not read.endswith(b"\n"):
            if not selector.select(max(0.0, end - time.monotonic())):
                return None
            if not (more := os.read(descriptor, 1)):
                return b""
            read += more
    return read.strip()


def answered(engine: Engine, case: Case, limit: float) -> Answered:
    """One case: each of its names once to warm up, then in turn until it was asked often or long enough."""
    began, rows, taken = time.perf_counter(), [], []
    try:
        for turn in range(_TIMES + len(case.given)):
            before = time.perf_counter()
            found = ask(engine, case.question, **case.given[turn % len(case.given)])
            after = time.perf_counter()
            if turn >= len(case.given) or after - before > limit / 10:
                rows.append(len(found))
                taken.append(after - before)
            if after - began > limit / 2 and taken:
                break
    except (QueryError, Unanswerable) as error:
        return Answered(case.question, case.which, failed=str(error).partition("\n")[0][:80])
    late = quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return Answered(case.question, case.which, int(median(rows)), median(taken), late)


def _engine(name: str, graph: Path, folder: Path, stack: ExitStack) -> Engine:
    opened = stack.enter_context(open_graph(graph))
    if name in LIBRARY:
        return opened_engine(LIBRARY[name], opened, stack, folder)
    from policygraph.graph.neo4j import connect

    server = stack.enter_context(connect(*os.environ["POLICYGRAPH_BENCHMARK_NEO4J"].split()))
    return CypherEngine(Directory.of(PropertyGraph(opened)), server, narrow=False)


def main(name: str, graph: str, folder: str, limit: str, done: str) -> None:
    """Answers the cases from a number on, a line each."""
    with ExitStack() as stack:
        engine = _engine(name, Path(graph), Path(folder), stack)
        for form in ("thing", "counted", "plan"):  # sorts the names, which is not what is measured
            with suppress(Unanswerable):
                getattr(engine.directory, form)(next(iter(engine.directory))[1])
        print("open", flush=True)
        with open_graph(graph) as opened:
            for case in [*cases(opened)][int(done) :]:
                print(json.dumps(asdict(answered(engine, case, float(limit)))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
