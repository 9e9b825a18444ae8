"""The number and time grammar on the cases of grammar_cases/, beside its peers: what is right, and how fast.

    python benchmarks/grammar.py [--make-peers] [--peers FOLDER] [--wrong]

Prints, by group of cases, how many policygraph reads right in every field, and how many it and each peer read right in
the fields that a peer gives too; then characters per second of processor time on all cases. A peer runs in
an environment of its own, FOLDER/NAME; --make-peers makes those that are not there. --wrong lists what is not right.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import grammar_scoring as scoring  # type: ignore[import-not-found]
import peers  # type: ignore[import-not-found]
import yaml

import policygraph as pg

CASES = Path(__file__).resolve().parent / "grammar_cases"
DAY = dt.date(2022, 5, 16)
"""The day on which grammar_cases/periods.yaml is read."""
COMPARED = {
    "quantities": """\
"all fields" is value, high, unit and cmp of every quantity and nothing besides. The other columns compare what peers
claim: every value is found, and with its unit where the reader gives one (recognizers-text gives units of money,
measures and per cent, not 家 or 个); other numbers that a reader finds are not held against it. jionlp reads sums of
money only: it is asked for those, in the cases that have some. Cases without a quantity, the groups "none" among them,
are not asked of the peers, for neither claims to tell 5G or 第三届 from a quantity. -: nothing to compare.""",
    "periods": """\
"all fields" is year, since and kind of every time and nothing besides. The other columns compare the years in which the
times end, and that there are no others; 每年 and its like have none and are left out there.""",
}

Judged = dict[str, list[tuple[str, bool | None]]]
"""Column → (group, right or not, None where the reader is not asked), a case each."""


def cases(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """(group, case) of grammar_cases/<kind>.yaml, in the file's order."""
    groups = yaml.safe_load((CASES / f"{kind}.yaml").read_text(encoding="utf-8"))
    return [(group, case) for group, members in groups.items() for case in members]


def own(kind: str, text: str) -> list[dict[str, Any]]:
    """What policygraph reads."""
    return [asdict(found) for found in (pg.quantities(text) if kind == "quantities" else pg.periods(text, DAY))]


def judge(kind: str, answers: dict[str, dict[str, Any]]) -> Judged:
    """Every reader on every case of a kind; answers: a peer's name → what it answered."""
    listed = cases(kind)
    mine = [own(kind, case["text"]) for _, case in listed]
    full: Callable[..., bool] = getattr(scoring, f"full_{kind}")
    judged: Judged = {"all fields": [(g, full(case, read)) for (g, case), read in zip(listed, mine, strict=True)]}
    as_peers = mine if kind == "quantities" else [[y for y in map(_end, read) if y] for read in mine]
    for name, read_by in {"policygraph": as_peers, **{name: a[kind] for name, a in answers.items()}}.items():
        judged[name] = [
            (group, _compared(kind, name, case, read))
            for (group, case), read in zip(listed, read_by, strict=True)
        ]
    return judged


def _end(period: dict[str, Any]) -> list[int]:
    """The years in which a time of policygraph's may end, as a peer gives them."""
    return [year for year in (period["year"] or period["since"],) if year]


def _compared(kind: str, name: str, case: dict[str, Any], read: Any) -> bool | None:
    """Right in the fields that peers give, None where the reader is not asked."""
    if kind == "periods":
        return bool(scoring.years(case["read"], read))
    wanted = scoring.money(case) if name == "jionlp" else case["read"]
    if not wanted:
        return not read if name == "policygraph" else None
    return bool(scoring.values(wanted, read))


def table(judged: Judged) -> Iterator[str]:
    """Right of asked by group and reader, and a line for all groups."""
    groups = list(dict.fromkeys(group for group, _ in judged["all fields"]))
    width = max(map(len, groups)) + 2
    yield " " * width + "  ".join(f"{name:>22}" for name in judged)
    for group in [*groups, None]:
        cells = []
        for answers in judged.values():
            asked = [right for g, right in answers if right is not None and group in (g, None)]
            share = f"{sum(asked)}/{len(asked)}" + ("" if group else f" {sum(asked) / len(asked):.1%}")
            cells.append(f"{share if asked else '-':>22}")
        yield f"{group or 'all':<{width}}" + "  ".join(cells)


def own_seconds(texts: list[str]) -> dict[str, float]:
    """Seconds of processor time of policygraph for the texts, the mean of as many rounds as a second holds."""
    seconds = {}
    for kind in ("quantities", "periods"):
        rounds, began = 0, time.process_time()
        while time.process_time() - began < 1:
            for text in texts:
                pg.quantities(text) if kind == "quantities" else pg.periods(text, DAY)
            rounds += 1
        seconds[kind] = (time.process_time() - began) / rounds
    return seconds


def ask_peers(folder: Path, make: bool, asked: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The answers of every peer that is there; the others are named with what to do."""
    answers = {}
    for peer in peers.PEERS:
        try:
            if make and not peer.python(folder).exists():
                print(f"making {folder / peer.name}", file=sys.stderr)
                peer.make(folder)
            if peer.python(folder).exists():
                answers[peer.name] = peer.ask(folder, asked)
            else:
                print(f"NOT RUN: {peer.name} {peer.version} is not in {folder / peer.name}. To get it there:\n"
                      f"  python benchmarks/grammar.py --make-peers --peers {folder}")
        except peers.PeerFailed as error:
            print(f"NOT RUN: {error}")
    return answers


def main() -> None:
    """Asks every reader and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, default=peers.FOLDER, help="folder of the peers' environments")
    parser.add_argument("--make-peers", action="store_true", help="make the environments that are not there, with pip")
    parser.add_argument("--wrong", action="store_true", help="list the cases that are not right, by reader")
    arguments = parser.parse_args()
    texts = {kind: [case["text"] for _, case in cases(kind)] for kind in ("quantities", "periods")}
    everything = [text for listed in texts.values() for text in listed]
    prose = ["；".join(everything[at:at + 20]) for at in range(0, len(everything), 20)]
    asked = {**texts, "speed": prose, "day": [DAY.year, DAY.month, DAY.day]}
    answers = ask_peers(arguments.peers, arguments.make_peers, asked)
    versions = {peer.name: peer.version for peer in peers.PEERS}
    print("; ".join([f"policygraph {pg.__version__}", *(f"{name} {versions[name]}" for name in answers)]))
    for kind in texts:
        judged = judge(kind, answers)
        print(f"\n{kind}: {len(texts[kind])} cases", *table(judged), COMPARED[kind], sep="\n")
        for name, results in judged.items() if arguments.wrong else ():
            wrong = [text for text, (_, right) in zip(texts[kind], results, strict=True) if right is False]
            print(f"  {name}, not right: {' | '.join(wrong)}")
    size = sum(map(len, prose))
    print(f"\ncharacters per second of processor time, on the {size} characters of all cases, twenty a paragraph")
    for name, seconds in {"policygraph": own_seconds(prose), **{n: a["seconds"] for n, a in answers.items()}}.items():
        print(f"  {name:24}" + "".join(f"{kind} {size / seconds[kind]:>11,.0f}   " for kind in texts))


if __name__ == "__main__":
    main()
