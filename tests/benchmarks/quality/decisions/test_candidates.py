"""Subjects and agents: the rule's choice first, then the others that text and context offer."""

from __future__ import annotations

import pytest

from policygraph.benchmarks.quality.decisions import agent, subject
from policygraph.benchmarks.quality.decisions.case import Case
from policygraph.benchmarks.quality.decisions.numbers import Annotated


def one_case(module: object, figure: Annotated) -> Case:
    (case,) = module.cases([figure])  # type: ignore[attr-defined]
    assert isinstance(case, Case)
    return case


def test_the_subject_of_the_number_before_is_a_candidate(figures: dict[float, Annotated]) -> None:
    case = one_case(subject, figures[110])
    values = [option.value for option in case.options]
    assert case.rule == 0
    assert values[0] == figures[110].made.subject.name == "智能制造示范工厂"
    assert "国家技术创新示范企业" in values
    assert [option.right for option in case.options if option.value == "国家技术创新示范企业"] == [False]


def test_nobody_issuer_and_region_are_candidates(figures: dict[float, Annotated]) -> None:
    case = one_case(agent, figures[500])
    found = {option.value: option for option in case.options}
    assert case.options[0].value == "江苏省"
    assert {None, "江苏省", "江苏省工业和信息化厅"} <= set(found)
    assert [value for value, option in found.items() if option.right] == ["江苏省"]
    assert found[None].features["option"] == "nobody"
    assert found["江苏省"].features["option"] == "chosen"
    assert found["江苏省"].features["type"] == "Region"


@pytest.mark.parametrize("module", [subject, agent])
def test_candidates_and_features_tell_nothing_of_the_gold(module: object, figures: dict[float, Annotated]) -> None:
    for one in figures.values():
        other = Annotated(one.number, one.made, one.found, {**one.gold, "subject": "别的东西", "agent": "别的机构"})
        case, changed = one_case(module, one), one_case(module, other)
        assert [(o.value, o.features) for o in case.options] == [(o.value, o.features) for o in changed.options]
        assert len({o.value for o in case.options}) == len(case.options)
