"""Is this number a figure: labeled by the scorer's own matching."""

from __future__ import annotations

from dataclasses import replace

from policygraph.benchmarks.quality.decisions import is_figure
from policygraph.benchmarks.quality.decisions.numbers import Number


def right(numbers: list[Number]) -> list[tuple[str | None, bool]]:
    return [(case.options[case.rule].value, case.options[case.rule].right) for case in is_figure.cases(numbers)]


def test_an_unannotated_figure_is_wrong_and_optional_ones_are_left_out(found: list[Number]) -> None:
    made = [one for one in found if one.made is not None]
    own = {one.quantity.value: right([one]) for one in made}
    assert own[110] == [("yes", True)]
    assert own[2e8] == [("yes", False)]
    assert own[3200] == own[65] == []


def test_a_number_of_which_no_figure_was_made_is_matched_by_its_clause(found: list[Number]) -> None:
    missed = [replace(one, made=None) for one in found if one.quantity.value == 110]
    (case,) = is_figure.cases(missed)
    assert case.options[case.rule].value == "no"
    assert not case.options[case.rule].right
    assert case.features["taken"] == "no subject, a verb"
