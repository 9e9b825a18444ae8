"""The grammar against the careful annotation of real documents."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from policygraph.loaders.language import period_forms
from policygraph.loaders.language.widths import narrow


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / "benchmarks" / "grammar_on_annotation.py"
    spec = importlib.util.spec_from_file_location("grammar_on_annotation", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", ["seeds", "wider"])
def test_annotated_numbers_are_read(folder: str, shared: Path, benchmark: ModuleType) -> None:
    number_and_unit, comparator, _ = benchmark.recall(folder, benchmark.documents(), misses=False)
    assert number_and_unit >= 0.97
    assert comparator >= 0.98


def test_periods_begin_where_the_trigger_says(shared: Path, benchmark: ModuleType) -> None:
    for text in benchmark.documents().values():
        for line in narrow(text).split("\n"):
            for match in period_forms.PERIOD.finditer(line):
                first = match.start() + len(match[0]) - len(match[0].lstrip())
                assert period_forms.TRIGGER.match(line, first), match[0]
                assert period_forms.HINT.search(line, match.start(), match.end()), match[0]
