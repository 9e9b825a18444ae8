"""The pairs of names for entity resolution: every row is well formed, said once, and halved fairly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from policygraph.schema.facts import ENTITY_TYPES

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "resolution"
COLUMNS = ["type", "a", "b", "verdict", "reason", "context_a", "context_b", "fold"]
CONTEXT = re.compile(r"(?:(?:issuer|region|post)=[^=;]+|date=\d{4}(?:-\d\d(?:-\d\d)?)?)")


def lines() -> list[str]:
    return (FOLDER / "pairs.tsv").read_text(encoding="utf-8").splitlines()


def rows() -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines() if not line.startswith("#")]


def reasons() -> dict[str, set[str]]:
    """Reason → verdicts that it may have, as the README's table says."""
    _, table = (FOLDER / "README.md").read_text(encoding="utf-8").split("| reason | verdict | decides |\n")
    found = re.findall(r"^\| ([a-z_, ]+) \| ([a-z, ]+) \|", table, re.MULTILINE)
    return {reason: set(verdicts.split(", ")) for names, verdicts in found for reason in names.split(", ")}


def test_the_heading_names_the_columns() -> None:
    assert lines()[1] == "# " + "\t".join(COLUMNS)


def test_fields_hold_what_they_may() -> None:
    allowed = reasons()
    for row in rows():
        assert row["type"] in {*ENTITY_TYPES, "Metric"}, row
        assert row["verdict"] in allowed[row["reason"]], row
        assert row["fold"] in ("dev", "held"), row
        assert row["a"].strip(), row
        assert row["b"].strip(), row
        for context in (row["context_a"], row["context_b"]):
            assert all(CONTEXT.fullmatch(part) for part in context.split(";") if context), row


def test_every_reason_occurs() -> None:
    assert set(reasons()) == {row["reason"] for row in rows()}


def test_a_pair_stands_once_and_its_ends_differ() -> None:
    def ends(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
        return tuple(sorted([(row["a"], row["context_a"]), (row["b"], row["context_b"])]))

    seen = Counter((row["type"], ends(row)) for row in rows())
    assert [pair for pair, count in seen.items() if count > 1] == []
    assert [row for row in rows() if len(set(ends(row))) == 1] == []


def test_no_name_is_two_things_that_are_one() -> None:
    """Names that are the same without context, joined in groups, hold no pair that is different without context."""
    groups: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for row in (r for r in rows() if not r["context_a"] and not r["context_b"]):
        a, b = (row["type"], row["a"]), (row["type"], row["b"])
        if row["verdict"] == "same":
            joined = groups[a] | groups[b] | {a, b}
            for name in joined:
                groups[name] = joined
    torn = [
        row
        for row in rows()
        if row["verdict"] != "same" and not row["context_a"] and not row["context_b"]
        and (row["type"], row["b"]) in groups[row["type"], row["a"]]
    ]  # fmt: skip
    assert torn == []


def test_there_are_enough_of_every_kind() -> None:
    verdicts = Counter(row["verdict"] for row in rows())
    assert sum(verdicts.values()) >= 700
    assert verdicts["same"] >= 0.4 * sum(verdicts.values())
    assert verdicts["different"] >= 0.4 * sum(verdicts.values())


@pytest.mark.parametrize("key", [("type",), ("type", "verdict"), ("type", "verdict", "reason")])
def test_folds_are_halves(key: tuple[str, ...]) -> None:
    folds: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for row in rows():
        folds[tuple(row[name] for name in key)][row["fold"]] += 1
    for group, counts in folds.items():
        assert abs(counts["dev"] - counts["held"]) <= (1 if len(key) > 1 else 3), group
