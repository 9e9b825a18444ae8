"""Numbers of the annotated parts with what the rules saw; figures that the scorer matches."""

from __future__ import annotations

from policygraph.benchmarks.quality.decisions.numbers import Annotated, Number


def test_every_number_of_the_annotated_parts_is_found(found: list[Number]) -> None:
    values = [one.quantity.value for one in found if one.made is not None]
    assert sorted(values) == [63, 65, 110, 120, 500, 3200, 2e8]  # 130 lies outside the annotated part
    for one in found:
        document = one.scored.document
        start, end = one.place
        assert document.text[start:end] == one.quantity.text


def test_a_number_keeps_what_the_rules_made_of_it(found: list[Number]) -> None:
    (one,) = (n for n in found if n.quantity.value == 110)
    assert one.made is not None
    assert one.made.figure in one.scored.document.facts or one.made.figure.id in {
        fact.id for fact in one.scored.document.facts
    }
    assert one.made.subject.name == "智能制造示范工厂"
    assert one.made.before is not None
    assert one.made.before.name == "国家技术创新示范企业"
    assert one.made.measured.kind == "new"
    assert one.made.context.year == 2020
    assert one.made.slot.quantity is one.quantity


def test_optional_and_unannotated_figures_are_no_cases(figures: dict[float, Annotated]) -> None:
    assert sorted(figures) == [63, 110, 120, 500]


def test_the_scorer_says_what_would_be_right(figures: dict[float, Annotated]) -> None:
    one = figures[500]  # annotated as achieved, found as planned
    assert not one.right("status")
    assert one.right("status", status="achieved")
    assert one.right("agent", agent="江苏省")
    assert not one.right("agent", agent=None)
