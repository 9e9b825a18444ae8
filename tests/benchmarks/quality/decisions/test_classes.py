"""Status and measure: the classes of a figure, right where the scorer says so."""

from __future__ import annotations

from policygraph.benchmarks.quality.decisions import measure, status
from policygraph.benchmarks.quality.decisions.numbers import Annotated
from policygraph.schema.facts import MEASURES, STATUSES


def test_status_has_the_words_that_trigger_the_rules(figures: dict[float, Annotated]) -> None:
    (case,) = status.cases([figures[500]])
    assert [option.value for option in case.options] == list(STATUSES)
    assert [option.value for option in case.options if option.right] == ["achieved"]
    assert case.options[case.rule].value == case.features["rule"] == case.features["status"] == "planned"
    assert case.features["years from the document's"] == 4.0
    assert case.features["verb"] == "建成"


def test_growth_and_change_of_a_percentage_are_both_right(figures: dict[float, Annotated]) -> None:
    (case,) = measure.cases([figures[110]])
    assert [option.value for option in case.options] == list(MEASURES)
    assert [option.value for option in case.options if option.right] == ["new"]
    assert case.features["happening"] == "flow"


def test_features_are_categories_or_numbers_and_tell_nothing_of_the_gold(figures: dict[float, Annotated]) -> None:
    for cases in (status.cases, measure.cases):
        for one in figures.values():
            other = Annotated(one.number, one.made, one.found, {**one.gold, "status": "forecast", "measure": "rank"})
            (case,), (changed,) = cases([one]), cases([other])
            assert case.features == changed.features
            assert case.rule == changed.rule
            assert all(isinstance(value, str | float) for value in case.features.values())
