"""The labelled tables of targets, vintages and other numbers of the yearly reports: places hold what the rows say."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import policygraph

TABLES = Path(__file__).resolve().parents[2] / "benchmarks" / "verdicts"
NEWEST = 2021
DECIDED = {"met", "exceeded", "missed", "partly", "revised", "unclear"}
SILENT = {"open", "unreported", "no_source"}
VERDICTS = DECIDED | SILENT | {"superseded"}
RULES = {
    "approx", "average", "baseline", "bound", "ceiling", "change", "cumulative", "definition_changed", "difference",
    "estimate", "every_year", "floor", "goal", "point", "range", "restated", "scope", "stock", "words",
}  # fmt: skip
PAIRS = {"agree", "rounding", "scope", "conflict", "revised"}
KINDS = {
    "repeated", "forecast", "baseline", "difference", "outcome", "past_target", "population", "threshold", "own_parts",
    "no_deadline",
}  # fmt: skip
_REPORT = re.compile(r"(?:raw|corpus)/reports/government_work_report_(20\d\d)\.txt")
_ROUGH = ("左右", "约")
_MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        assert next(file).startswith("# ")
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def places(table: str) -> Iterator[tuple[str, int, int, str]]:
    """(document, start, end, value) of every place in a table."""
    for row in rows(table):
        for prefix in ("", "outcome_", "other_"):
            if row.get(f"{prefix}document"):
                yield (
                    row[f"{prefix}document"], int(row[f"{prefix}start"]), int(row[f"{prefix}end"]),
                    row[f"{prefix}value"],
                )  # fmt: skip


def year(document: str) -> int:
    found = _REPORT.fullmatch(document)
    assert found, document
    return int(found[1])


@cache
def text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("table", ["targets.tsv", "vintages.tsv", "not_targets.tsv"])
def test_rows_are_sorted_and_none_stands_twice(table: str) -> None:
    keys = [(row["document"], int(row["start"]), int(row["end"]), row.get("other_document", "")) for row in rows(table)]
    assert keys == sorted(keys)
    if table != "vintages.tsv":
        assert len({key[:3] for key in keys}) == len(keys)
    assert len({tuple(row.values()) for row in rows(table)}) == len(keys)
    assert all(None not in row and None not in row.values() for row in rows(table))


def test_no_number_is_a_target_and_none() -> None:
    wanted = {(row["document"], row["start"]) for row in rows("targets.tsv")}
    assert not [row for row in rows("not_targets.tsv") if (row["document"], row["start"]) in wanted]


@pytest.mark.parametrize("table", ["targets.tsv", "vintages.tsv", "not_targets.tsv"])
def test_every_place_holds_the_value(shared: Path, table: str) -> None:
    for document, start, end, value in places(table):
        found = text(shared / document)[start:end]
        assert 2 <= len(found) <= 20, (document, start, found)
        assert "\n" not in found, (document, start, found)
        if value:
            ends = tuple(float(side) for side in value.split(".."))
            read = [(q.value,) if q.high is None else (q.value, q.high) for q in policygraph.quantities(found)]
            assert [pytest.approx(ends)] == read, (document, start, found, value)


def test_a_target_has_a_known_verdict_rule_and_unit() -> None:
    for row in rows("targets.tsv"):
        assert row["verdict"] in VERDICTS, row
        assert set(row["rule"].split("+")) <= RULES, row
        assert row["metric"], row
        assert bool(row["value"]) == bool(row["unit"]), row
        assert row["value"] or "goal" in row["rule"].split("+"), row
        assert ("range" in row["rule"]) is (".." in row["value"]), row


def test_only_what_is_decided_has_an_outcome() -> None:
    for row in rows("targets.tsv"):
        told = year(row["document"])
        assert int(row["deadline"]) >= told, row
        assert (row["verdict"] == "open") is (int(row["deadline"]) >= NEWEST), row
        if row["verdict"] in SILENT:
            assert not any(row[f"outcome_{part}"] for part in ("document", "start", "end", "value")), row
        else:
            assert year(row["outcome_document"]) > told, row
            assert row["outcome_value"] or {"goal", "words", "bound"} & set(row["rule"].split("+")), row
        if row["verdict"] == "unclear":
            assert row["note"], row


def _tolerance(value: Decimal, place: str) -> Decimal:
    """Five percent of a rough value, else half a unit of its last stated digit."""
    if any(word in place for word in _ROUGH):
        return value * Decimal("0.05")
    number = re.search(r"\d+(?:\.(\d+))?", place)
    decimals = len(number[1]) if number and number[1] else 0
    magnitude = next((size for word, size in _MAGNITUDES.items() if word in place), 1)
    return Decimal(magnitude) / (2 * Decimal(10) ** decimals)


def test_verdicts_follow_from_the_values_by_the_readme(shared: Path) -> None:
    judged = 0
    for row in rows("targets.tsv"):
        rule = set(row["rule"].split("+"))
        if not (row["value"] and row["outcome_value"]) or rule & {"words"} or row["verdict"] == "unclear":
            continue
        low, high = (Decimal(side) for side in (row["value"].split("..") * 2)[:2])
        outcome = Decimal(row["outcome_value"])
        place = text(shared / row["document"])[int(row["start"]) : int(row["end"])]
        tolerance = Decimal(0) if "range" in rule else _tolerance(low, place)
        if "ceiling" in rule:
            expected = "met" if outcome <= high + tolerance else "missed"
        elif outcome < low - tolerance:
            expected = "missed"
        else:
            expected = "met" if outcome <= high + tolerance else "exceeded"
        assert row["verdict"] == expected, row
        judged += 1
    assert judged >= 120


def test_pairs_are_of_two_reports_and_their_verdicts_fit_the_values() -> None:
    for row in rows("vintages.tsv"):
        assert row["verdict"] in PAIRS, row
        assert year(row["document"]) < year(row["other_document"]), row
        same = Decimal(row["value"]) == Decimal(row["other_value"])
        if row["verdict"] in {"conflict", "revised", "rounding"}:
            assert not same, row
        if row["verdict"] == "agree":
            assert same or row["note"], row
        if row["verdict"] in {"revised", "rounding"}:
            assert row["period"] == row["other_period"], row


def test_other_numbers_say_why() -> None:
    assert {row["kind"] for row in rows("not_targets.tsv")} <= KINDS
