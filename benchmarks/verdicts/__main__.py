"""How often the verdicts are those that a careful reader gave, and how long they take.

    python -m policygraph.benchmarks.verdicts score X.pg [--table targets.tsv] [--worst 20]
    python -m policygraph.benchmarks.verdicts speed [--facts 10000 100000 1000000]

The table (targets.tsv beside this file, where it is kept; its head says what its columns are) holds places and labels
alone. A row's target is the planned fact whose quote meets its place and whose value is the row's; a row whose target
is no fact of the graph counts as wrong. Documents are told by their file names.
"""

from __future__ import annotations

import argparse
import csv
import math
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from policygraph.benchmarks.made_graph import make
from policygraph.graph import open_graph
from policygraph.graph.verdicts import Statement, Verdict, statements, verdicts

TABLE = Path(__file__).with_name("targets.tsv")
Row = dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a labelled table; lines that begin with # are remarks."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


def found(row: Row, said: list[Statement], lengths: dict[str, int]) -> Statement | None:
    """The planned statement at a row's place with the row's value; None where there is none."""
    start, end = int(row["start"]), int(row["end"])
    values = [float(part) for part in row["value"].split("..")] if row["value"] else []
    for one in said:
        if one.char_start < end and one.char_start + lengths[one.id] > start:
            if not values and one.goal_text is not None:
                return one
            if values and one.value is not None and math.isclose(one.value, values[0], rel_tol=1e-6):
                return one
    return None


def score(graph_path: Path, table: Path, worst: int) -> None:
    """Prints accuracy over all rows and over those whose target was read, the confusions and the worst rows."""
    with open_graph(graph_path) as graph:
        began = time.perf_counter()
        judged = verdicts(graph)
        seconds = time.perf_counter() - began
        by_file: dict[str, list[Statement]] = defaultdict(list)
        lengths = {str(r["id"]): int(r["char_end"] or 0) - int(r["char_start"] or 0) for r in graph.records()}
        for one in statements(graph):
            if one.id in judged:
                by_file[Path(one.document).name].append(one)
    confusion: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[Row, Verdict | None]] = []
    for row in rows(table):
        target = found(row, by_file[Path(row["document"]).name], lengths)
        verdict = judged[target.id] if target else None
        told = verdict.verdict if verdict else "(not read)"
        confusion[row["verdict"], told] += 1
        if told != row["verdict"]:
            wrong.append((row, verdict))
    total = sum(confusion.values())
    read = total - sum(n for (_, told), n in confusion.items() if told == "(not read)")
    right = sum(n for (label, told), n in confusion.items() if label == told)
    print(f"{len(judged)} verdicts in {seconds:.2f} s; rows {total}, targets read {read}")
    print(f"accuracy {right / total:.3f}; of targets that were read {right / read:.3f}")
    for (label, told), n in sorted(confusion.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"  {label:11} → {told:11} {n}")
    for row, verdict in wrong[:worst]:
        why = f"{verdict.rule} {verdict.arithmetic or ''}" if verdict else ""
        told = verdict.verdict if verdict else "(not read)"
        print(f"{row['document']}:{row['start']} {row['metric']} {row['value']}: {row['verdict']} → {told} {why}")


def speed(sizes: list[int]) -> None:
    """Prints seconds and memory of the verdicts over made graphs."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "made.pg")
            make(path, size)
            with open_graph(path) as graph:
                began = time.perf_counter()
                judged = verdicts(graph)
                seconds = time.perf_counter() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size} facts: {len(judged)} verdicts in {seconds:.1f} s, at most {memory:.0f} MB", flush=True)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    scored = parts.add_parser("score")
    scored.add_argument("graph", type=Path)
    scored.add_argument("--table", type=Path, default=TABLE)
    scored.add_argument("--worst", type=int, default=20)
    timed = parts.add_parser("speed")
    timed.add_argument("--facts", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    args = parser.parse_args()
    if args.part == "score":
        score(args.graph, args.table, args.worst)
    else:
        speed(args.facts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
