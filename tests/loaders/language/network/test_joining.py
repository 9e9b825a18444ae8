"""Which of the network's names join those of the rules."""

from __future__ import annotations

import pytest

from policygraph.loaders.language import Name
from policygraph.loaders.language.mentions import Mention
from policygraph.loaders.language.network.joining import ADDED, joining

TEXT = "财政部在青山镇印发“示范”方案。"
KIND = ADDED[0]


def test_what_stands_outside_of_every_mention_is_added() -> None:
    (name,) = joining(TEXT, [Mention(0, 3, "Agency", "gazetteer")], [], [(4, 7, KIND)])
    assert (name.start, name.end, name.text, name.type, name.found_by) == (4, 7, "青山镇", KIND, "network")


@pytest.mark.parametrize("span", [(0, 3), (1, 4), (0, 7)])
def test_the_rules_win_where_both_speak(span: tuple[int, int]) -> None:
    assert joining(TEXT, [Mention(0, 3, "Agency", "gazetteer")], [], [(*span, KIND)]) == []


def test_a_type_that_was_seldom_right_is_not_added() -> None:
    assert joining(TEXT, [], [], [(4, 7, "Metric")]) == []


@pytest.mark.parametrize("span", [(9, 15), (9, 13), (9, 12), (8, 12), (13, 16)])
def test_marks_at_the_ends_and_half_pairs_are_not_added(span: tuple[int, int]) -> None:
    assert joining(TEXT, [], [], [(*span, KIND)]) == []


@pytest.mark.parametrize("text", ["全省", "各地区"])
def test_forms_that_name_nothing_are_not_added(text: str) -> None:
    assert joining(text, [], [], [(0, len(text), "Region")]) == []


def test_what_crosses_a_name_that_relations_use_is_not_added() -> None:
    kept = Name(4, 7, "青山镇", "青山镇", "Region", "suffix")
    assert joining(TEXT, [], [kept], [(5, 9, KIND)]) == []
    assert len(joining(TEXT, [], [kept], [(4, 9, KIND)])) == 1
