"""Precision and recall of "same" on pairs.tsv, per half and type.

python -m policygraph.benchmarks.resolution [--misses dev]
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ...graph.resolve import Match, match

PAIRS = Path(__file__).with_name("pairs.tsv")


def pairs() -> Iterator[dict[str, str]]:
    """The labelled pairs, one a line."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(rows, ("type", "a", "b", "verdict", "reason", "context_a", "context_b", "fold"),
                                  delimiter="\t", quoting=csv.QUOTE_NONE)  # fmt: skip


def matched(pair: dict[str, str]) -> Match:
    """What resolution says of a pair."""
    context = {}
    for side in ("a", "b"):
        for said in filter(None, pair[f"context_{side}"].split(";")):
            key, _, value = said.partition("=")
            context[f"{key}_{side}"] = value
    return match(pair["a"], pair["b"], pair["type"], **context)


def main() -> None:
    """Prints the table, and with --misses the pairs of one half whose "same" is wrong or missed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--misses", choices=("dev",), help="list the wrong and missed ones")
    asked = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    for pair in pairs():
        if pair["fold"] not in ("dev", "held"):
            continue
        found = matched(pair)
        right, said = pair["verdict"] == "same", found.verdict == "same"
        for kind in (pair["type"], "all"):
            counts[pair["fold"], kind, "hit" if right and said else "miss" if right else "wrong" if said else ""] += 1
            counts[pair["fold"], kind, "exact"] += found.verdict == pair["verdict"]
            counts[pair["fold"], kind, "pairs"] += 1
        if pair["fold"] == asked.misses and right != said:
            print("MISSED" if right else "WRONG ", pair["type"], pair["a"], "|", pair["b"], "|", pair["reason"],
                  pair["context_a"], pair["context_b"], "→", found.rule, dict(found.values))  # fmt: skip
    for fold in ("dev", "held"):
        for kind in sorted({kind for half, kind, _ in counts if half == fold}, key=lambda k: (k == "all", k)):
            hit, miss, wrong, exact, of = (counts[fold, kind, c] for c in ("hit", "miss", "wrong", "exact", "pairs"))
            precision, recall = hit / ((hit + wrong) or 1), hit / ((hit + miss) or 1)
            shares = f"precision {precision:.3f}  recall {recall:.3f}  verdicts {exact / of:.3f}"
            print(f"{fold:5}{kind:14}{of:5} pairs  {shares}")


if __name__ == "__main__":
    main()
