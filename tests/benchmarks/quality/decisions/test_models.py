"""Models overrule the rule where the features tell that it is wrong, and leave it alone where they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.benchmarks.quality.decisions.case import Case, Option
from policygraph.benchmarks.quality.decisions.models import MODELS

pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install policygraph[test]")

GROUPS = [f"{n}.txt" for n in range(6)]


def known(made: Callable[..., Case]) -> tuple[list[Case], list[str]]:
    """In every document the rule says planned, and 已 tells that it is wrong."""
    cases = [made(g, word, right) for g in GROUPS for word, right in [("要", "planned"), ("已", "achieved")] * 6]
    return cases, [case.document for case in cases]


@pytest.mark.parametrize("name", MODELS)
def test_a_word_that_tells_overrules_the_rule(name: str, made: Callable[..., Case]) -> None:
    choose = MODELS[name](*known(made))
    asked = [made("new.txt", "已", "achieved"), made("new.txt", "要", "planned"), made("new.txt", "要", "planned")]
    assert choose(asked) == [1, 0, 0]


@pytest.mark.parametrize("name", MODELS)
def test_where_nothing_tells_the_rule_is_kept(name: str, made: Callable[..., Case]) -> None:
    cases = [
        made(group, "要", right, rule=right) for group in GROUPS for right in ("planned", "achieved") for _ in range(6)
    ]
    choose = MODELS[name](cases, [case.document for case in cases])
    asked = [made("new.txt", "要", "planned", rule=rule) for rule in ("planned", "achieved")]
    assert choose(asked) == [0, 1]


@pytest.mark.parametrize("name", MODELS)
def test_cases_that_are_all_alike_teach_nothing(name: str, made: Callable[..., Case]) -> None:
    cases = [made(group, "要", "planned") for group in GROUPS]
    choose = MODELS[name](cases, GROUPS)
    assert choose([made("new.txt", "已", "achieved", rule="achieved")]) == [1]


@pytest.mark.parametrize("name", MODELS)
def test_of_candidates_the_likeliest_is_taken(name: str) -> None:
    def case(document: str, near: int, count: int = 4) -> Case:
        options = (Option(str(n), n == near, {"near": "yes" if n == near else "no"}) for n in range(count))
        return Case(document, {}, tuple(options), 0)

    cases = [case(group, near) for group in GROUPS for near in (1, 2, 3)]
    choose = MODELS[name](cases, [one.document for one in cases])
    assert choose([case("new.txt", 2), case("new.txt", 5, 7)]) == [2, 5]


@pytest.mark.parametrize("name", MODELS)
def test_the_same_cases_give_the_same_choices(name: str, made: Callable[..., Case]) -> None:
    cases, groups = known(made)
    assert MODELS[name](cases, groups)(cases) == MODELS[name](cases, groups)(cases)
