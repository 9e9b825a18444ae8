"""The numbers of the small corpus, and cases that are written for the tests of models."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.benchmarks.quality.decisions.case import Case, classes
from policygraph.benchmarks.quality.decisions.numbers import Annotated, Number, annotated, numbers
from policygraph.benchmarks.quality.evaluation import Evaluation

Made = Callable[..., Case]


@pytest.fixture(scope="session")
def found(evaluation: Evaluation) -> list[Number]:
    """Every number of the annotated parts of the small corpus."""
    return numbers(evaluation.documents)


@pytest.fixture(scope="session")
def figures(found: list[Number]) -> dict[float, Annotated]:
    """Those that are annotated figures, by their values."""
    return {one.number.quantity.value: one for one in annotated(found)}


@pytest.fixture(scope="session")
def made() -> Made:
    """made(document, word, right, rule): a case of the classes planned and achieved with one word as feature."""

    def case(document: str, word: str, right: str, rule: str = "planned") -> Case:
        return classes(document, {"word": word}, {v: v == right for v in ("planned", "achieved")}, rule)

    return case
