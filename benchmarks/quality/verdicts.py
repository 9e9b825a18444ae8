"""What a reader says of sampled facts: a table of fact, field and verdict, without a word of the documents."""

from __future__ import annotations

import csv
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from policygraph.schema.errors import RunError

from .sampling import Drawn
from .table import Table

CORE = {
    "figure": ("value", "year", "status", "subject"),
    "goal": ("goal_text", "year", "status", "subject"),
    "relation": ("subject", "predicate", "object", "year", "status"),
}
"""The fields of which every one must be right; each of them gets a verdict."""
VERDICTS = ("", "right", "wrong")
_DEVIATION = 1.959964
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line: number, genre, of as in the sample; verdict: one of VERDICTS, "" where nobody has judged yet."""

    number: str
    genre: str
    of: str
    kind: str
    fact: str
    document: str
    start: str
    end: str
    field: str
    verdict: str = ""
    note: str = ""


COLUMNS = tuple(field.name for field in fields(Verdict))


def unjudged(sample: Iterable[Drawn]) -> list[Verdict]:
    """One line for every core field of every drawn fact."""
    found = []
    for one in sample:
        kind, evidence = one.fact.kind, one.fact.evidence
        place = (evidence.document, str(evidence.char_start), str(evidence.char_end))
        head = (str(one.number), one.document.genre, str(one.of), kind, one.fact.id, *place)
        found += [Verdict(*head, field) for field in CORE[kind]]
    return found


def write(verdicts: Iterable[Verdict], path: Path) -> None:
    """Tab-separated, with a line of names."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.DictWriter(stream, COLUMNS, delimiter="\t", lineterminator="\n")
        lines.writeheader()
        lines.writerows(map(asdict, verdicts))


def read(path: Path) -> list[Verdict]:
    """Raises RunError where the file is no such table, or a verdict is neither right nor wrong nor empty."""
    with path.open(encoding="utf-8", newline="") as stream:
        lines = csv.DictReader(stream, delimiter="\t")
        if tuple(lines.fieldnames or ()) != COLUMNS:
            raise RunError(f"{path}: columns {lines.fieldnames}; expected {', '.join(COLUMNS)}")
        found = [Verdict(**{name: line[name] or "" for name in COLUMNS}) for line in lines]
    for at, one in enumerate(found, 2):
        if one.verdict not in VERDICTS:
            raise RunError(f"{path}:{at}: verdict {one.verdict!r}; expected right, wrong or nothing")
    return found


def judge(verdicts: Sequence[Verdict], number: str, wrong: Collection[str], note: str = "") -> list[Verdict]:
    """The table with one fact judged: the named fields wrong, its other core fields right.

    A named field beyond the core gets a line of its own, which the summary of the core does not count. The note stands
    on the fact's first line. Raises RunError where no fact has that number.
    """
    own = [one for one in verdicts if one.number == number]
    if not own:
        raise RunError(f"no fact #{number} in the sample; expected 1 to {verdicts[-1].number if verdicts else 0}")
    core = CORE[own[0].kind]
    lines = [replace(own[0], field=f, verdict="wrong" if f in wrong else "right", note="") for f in core]
    lines += [replace(own[0], field=f, verdict="wrong", note="") for f in wrong if f not in core]
    lines[0] = replace(lines[0], note=note)
    at = verdicts.index(own[0])
    return [*verdicts[:at], *lines, *(one for one in verdicts[at:] if one.number != number)]


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927); the whole range where nothing is judged."""
    if not judged:
        return 0.0, 1.0
    share, z = right / judged, _DEVIATION
    middle = (share + z * z / (2 * judged)) / (1 + z * z / judged)
    half = z / (1 + z * z / judged) * math.sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    return max(0.0, middle - half), min(1.0, middle + half)


def summary(verdicts: Sequence[Verdict]) -> list[Table]:
    """Facts that are right in every core field, by genre and kind, and each field on its own."""
    facts: dict[str, list[Verdict]] = {}
    for one in verdicts:
        if one.verdict:
            facts.setdefault(one.number, []).append(one)
    right = {n: all(v.verdict == "right" for v in lines if v.field in CORE[v.kind]) for n, lines in facts.items()}
    groups: dict[str, list[str]] = {"all": list(facts)}
    for number, lines in sorted(facts.items(), key=lambda item: (item[1][0].genre, int(item[0]))):
        groups.setdefault(f"genre {lines[0].genre}", []).append(number)
    for number, lines in facts.items():
        groups.setdefault(f"kind {lines[0].kind}", []).append(number)
    rows = [_share(name, [right[n] for n in numbers]) for name, numbers in groups.items()]
    weighted = _weighted(facts, right)
    if weighted is not None:
        rows.append(("all, genres weighted by their facts", str(len(facts)), "", f"{weighted:.3f}", "–"))
    by_field: dict[str, list[bool]] = {}
    for lines in facts.values():
        for one in lines:
            if one.field in CORE[one.kind]:
                by_field.setdefault(f"{one.kind} {one.field}", []).append(one.verdict == "right")
    drawn = len({one.number for one in verdicts})
    note = f"{len(facts)} of {drawn} drawn facts are judged; Wilson's 95 % interval."
    head = ("facts", "judged", "right", "share", "95 %")
    return [
        Table("Right in every core field", note, head, tuple(rows)),
        Table("Field by field", "", ("field", *head[1:]), tuple(_share(n, r) for n, r in sorted(by_field.items()))),
    ]


def _share(name: str, right: Sequence[bool]) -> tuple[str, ...]:
    low, high = wilson(sum(right), len(right))
    share = f"{sum(right) / len(right):.3f}" if right else "–"
    return name, str(len(right)), str(sum(right)), share, f"{low:.3f}–{high:.3f}"


def _weighted(facts: dict[str, list[Verdict]], right: dict[str, bool]) -> float | None:
    """The share right had the genres been drawn by their size; None where nothing is judged."""
    genres: dict[str, list[bool]] = {}
    sizes: dict[str, int] = {}
    for number, lines in facts.items():
        genres.setdefault(lines[0].genre, []).append(right[number])
        sizes[lines[0].genre] = int(lines[0].of)
    if not genres:
        return None
    return sum(sizes[g] * sum(some) / len(some) for g, some in genres.items()) / sum(sizes.values())
