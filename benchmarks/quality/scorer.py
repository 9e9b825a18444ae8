"""The scorer of the gold, imported from its file: what is right is decided there and nowhere here.

Where its interface gives sums and single pairs are needed, its own calls are watched while it runs.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from policygraph.schema.errors import RunError

from .counts import Count
from .watching import watched

Row = Mapping[str, Any]
"""A record of the gold, or of the flat export."""
Rows = Mapping[str, Sequence[Row]]
"""Rows by the document's file name."""


@dataclass(frozen=True, slots=True)
class Official:
    """One run of the scorer. found: the rows that it kept, because they lie in the annotated parts."""

    result: Mapping[str, Any]
    gold: Rows
    found: Rows


@dataclass(frozen=True, slots=True)
class Pair:
    """A found figure and the gold figure that it was matched with; checks: whether each field is right."""

    found: Row
    gold: Row
    checks: Mapping[str, bool]

    @property
    def core(self) -> bool:
        """Whether value, year, status and subject are right."""
        return all(self.checks[name] for name in CORE)


@dataclass(frozen=True, slots=True)
class Scores:
    """counts by name; pairs: of figures, optional ones too; missed: of the gold; spurious: of the found."""

    counts: Mapping[str, Count]
    missed: Sequence[Row]
    spurious: Sequence[Row]
    pairs: Sequence[Pair] = ()


CORE = ("year", "status", "subject")
"""What the scorer's core asks for beside value and unit."""


class Scorer:
    """The functions of one score.py."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise RunError(f"no scorer at {path}; expected score.py: name it with --scorer")
        spec = importlib.util.spec_from_file_location("gold_scorer", path)
        if spec is None or spec.loader is None:
            raise RunError(f"{path} is no Python module; expected score.py: name it with --scorer")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.module = cast(Any, module)
        self.module.similar = cache(self.module.similar)  # the same names are compared over and over

    def load_gold(self, folder: Path) -> tuple[Rows, Mapping[str, Any]]:
        """The annotation of one folder by document, and which part of each it covers, where that is not the whole."""
        with _files_left_open():
            records, ranges = self.module.load_gold([folder])
        return records, ranges

    def official(self, gold: Path, facts: Iterable[Row], texts: Path) -> Official:
        """What the scorer's own command prints for one folder of gold, and the rows that it compared."""
        with tempfile.TemporaryDirectory() as folder:
            exported = Path(folder, "facts.jsonl")
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in facts)
            exported.write_text("".join(lines), encoding="utf-8")
            command = ["score.py", "--gold", str(gold), "--facts", str(exported), "--texts", str(texts), "--json"]
            printed = io.StringIO()
            with watched(self.module, "score_figures") as calls, _called(command, printed), _files_left_open():
                self.module.main()
        (found, annotated), _ = calls[0]
        return Official(json.loads(printed.getvalue()), annotated, found)

    def figures(self, found: Sequence[Row], gold: Sequence[Row]) -> Scores:
        """The figures of one document; counts detection, core, full and one a field of the matched ones."""
        with watched(self.module, "assign") as calls:
            result, missed, spurious, _ = self.module.score_figures({"": found}, {"": gold})
        mine, theirs = ([r for r in rows if r["kind"] == "figure"] for rows in (found, gold))
        matched = [(mine[i], theirs[j]) for i, j in calls[0][1]]
        pairs = tuple(Pair(f, g, self.checks(f, g)) for f, g in matched)
        counts = {name: _count(result[name]) for name in ("detection", "core", "full")}
        needed = [pair for pair in pairs if not pair.gold.get("optional")]
        for name in self.fields():
            right = sum(pair.checks[name] for pair in needed)
            counts[f"field {name}"] = Count(right, len(needed), len(needed))
        return Scores(counts, [g for _, g in missed], [p for _, p in spurious], pairs)

    def checks(self, found: Row, gold: Row) -> Mapping[str, bool]:
        """Whether each field of a found figure is right against an annotated one."""
        checked: Mapping[str, bool] = self.module.figure_checks(found, gold)
        return checked

    def fields(self) -> tuple[str, ...]:
        """The fields of a matched figure that are checked."""
        return tuple(self.module.figure_checks({}, {"subject": ""}))

    def relations(self, found: Sequence[Row], gold: Sequence[Row]) -> Scores:
        """The relations of one document; counts relations, relations core, and both for each predicate."""
        result, missed, spurious = self.module.score_relations({"": found}, {"": gold})
        counts = {"relations": _count(result), "relations core": _count(result["core"])}
        for predicate in result["predicates"]:
            one, _, _ = self.module.score_relations(
                {"": _of_predicate(found, predicate)}, {"": _of_predicate(gold, predicate)}
            )
            counts[f"predicate {predicate}"], counts[f"predicate {predicate} core"] = _count(one), _count(one["core"])
        return Scores(counts, [g for _, g in missed], [p for _, p in spurious])

    def relation_match(self, fact: Row, gold: Sequence[Row]) -> tuple[Row | None, bool]:
        """The annotation that has the names of one found relation, and whether its year and status are right as well.

        None where no annotation has them. Unlike in the scorer's core the place is no matter: what a document says
        twice may be annotated once.
        """
        alike = None
        for record in _of_predicate(gold, fact["predicate"]):
            there = {**fact, "quote": record["quote"]}
            result, _, _ = self.module.score_relations({"": [there]}, {"": [{**record, "optional": False}]})
            if result["core"]["right"]:
                return record, True
            if result["right"] and alike is None:
                alike = record
        return alike, False


def _of_predicate(rows: Iterable[Row], predicate: str) -> list[Row]:
    return [r for r in rows if r["kind"] == "relation" and r["predicate"] == predicate]


def _count(score: Mapping[str, Any]) -> Count:
    return Count(score["right"], score["predicted"], score["gold"])


@contextlib.contextmanager
def _called(command: list[str], printed: io.StringIO) -> Iterator[None]:
    """As if typed: sys.argv is the command, and what is printed is kept."""
    before, sys.argv = sys.argv, command
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        sys.argv = before


@contextlib.contextmanager
def _files_left_open() -> Iterator[None]:
    """The scorer leaves the closing of its files to the interpreter, which warns of that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
