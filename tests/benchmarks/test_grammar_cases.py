"""The cases of the grammar: every one is well formed and read right; and how an answer to one is judged."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from policygraph.schema.facts import COMPARATORS

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
KINDS = {"deadline", "during", "as_of", "each", "base", "since"}
FIELDS = {"quantities": {"value", "high", "unit", "cmp"}, "periods": {"year", "or", "since", "kind"}}


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def grammar() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCHMARKS))  # as when it is run: it stands beside the modules that it imports
    yield module("grammar")
    sys.path.remove(str(BENCHMARKS))


def groups(kind: str) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (BENCHMARKS / "grammar_cases" / f"{kind}.yaml").read_text(encoding="utf-8")
    )
    return groups


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in FIELDS:
        for members in groups(kind).values():
            yield from ((kind, case) for case in members)


def test_there_are_enough_and_none_stands_twice() -> None:
    texts = [(kind, case["text"]) for kind, case in cases()]
    assert len(texts) == len(set(texts))
    assert len(texts) >= 320


@pytest.mark.parametrize("kind", FIELDS)
def test_cases_are_well_formed(kind: str) -> None:
    for group, members in groups(kind).items():
        assert members, group
        for case in members:
            assert set(case) == {"text", "read"}, case
            assert isinstance(case["text"], str), case
            assert 0 < len(case["text"]) <= 60, case
            assert isinstance(case["read"], list), case
            assert not (group.startswith("none") and case["read"]), case
            for read in case["read"]:
                assert set(read) <= FIELDS[kind], case


def test_expected_quantities_are_possible() -> None:
    for kind, case in cases():
        for read in case["read"] if kind == "quantities" else ():
            assert isinstance(read["value"], int | float), case
            assert read.get("cmp", "le") in set(COMPARATORS) - {"eq"}, case  # eq is left out
            assert ("high" in read) == (read.get("cmp") == "range"), case
            assert read.get("high", 1e30) > read["value"], case


def test_expected_times_are_possible() -> None:
    for kind, case in cases():
        for read in case["read"] if kind == "periods" else ():
            assert read["kind"] in KINDS, case
            assert all(1800 < read[field] < 2200 for field in ("year", "or", "since") if field in read), case
            assert read.get("since", 0) <= read.get("year", 9999), case
            assert ("year" in read) or read["kind"] in ("each", "since"), case


@pytest.mark.parametrize("kind", FIELDS)
def test_policygraph_reads_every_case(kind: str, grammar: ModuleType) -> None:
    judged = grammar.judge(kind, {})
    for column in ("all fields", "policygraph"):
        texts = [case["text"] for _, case in grammar.cases(kind)]
        wrong = [text for text, (_, right) in zip(texts, judged[column], strict=True) if not right]
        assert wrong == []


def quantity(value: float, high: float | None = None, unit: str | None = None) -> dict[str, Any]:
    return {"value": value, "high": high, "unit": unit}


@pytest.mark.parametrize(
    ("wanted", "read", "right"),
    [
        ([{"value": 30, "unit": "家"}], [quantity(30)], True),  # a unit that is not given is not asked
        ([{"value": 30, "unit": "家"}], [quantity(31)], False),
        ([{"value": 30, "unit": "元"}], [quantity(30, unit="美元/人")], True),
        ([{"value": 30, "unit": "公里"}], [quantity(30, unit="30吨")], False),
        ([{"value": 20, "unit": "个"}], [quantity(2025), quantity(20)], True),  # the number of a year may stand there
        ([{"value": 3, "high": 5, "cmp": "range"}], [quantity(3), quantity(5)], True),
        ([{"value": 3, "high": 5, "cmp": "range"}], [quantity(3)], False),
        ([{"value": 5, "unit": "‰"}], [quantity(0.005)], True),
        ([{"value": 5, "unit": "‰"}], [quantity(0.5, unit="%")], True),
        ([{"value": 5, "unit": "‰"}], [quantity(5, unit="%")], False),
        ([{"value": 50, "unit": "%"}], [quantity(0.5)], True),
        ([{"value": 3, "unit": "千米"}], [quantity(3000, unit="3千米")], True),
        ([{"value": 1}, {"value": 2}], [quantity(2), quantity(1)], False),
    ],
)
def test_peers_numbers_are_judged_by_what_they_give(
    wanted: list[dict[str, Any]], read: list[dict[str, Any]], right: bool
) -> None:
    assert module("grammar_scoring").values(wanted, read) is right


@pytest.mark.parametrize(
    ("wanted", "read", "right"),
    [
        ([{"year": 2025, "kind": "deadline"}], [[2025]], True),
        ([{"year": 2025, "kind": "deadline"}], [[2024]], False),
        ([{"year": 2025, "kind": "deadline"}], [[2025], [2030]], False),
        ([{"since": 2018, "year": 2020, "kind": "during"}], [[2018], [2020]], True),
        ([{"since": 2018, "year": 2020, "kind": "during"}], [[2018]], False),
        ([{"since": 2019, "year": 2022, "kind": "since"}], [[2019]], True),
        ([{"year": 2022, "kind": "during"}], [[2021, 2022]], True),
        ([{"since": 2022, "year": 2026, "or": 2027, "kind": "during"}], [[2027]], True),
        ([{"kind": "each"}], [], True),
        ([], [[2017]], False),
    ],
)
def test_peers_times_are_judged_by_their_years(
    wanted: list[dict[str, Any]], read: list[list[int]], right: bool
) -> None:
    assert module("grammar_scoring").years(wanted, read) is right
