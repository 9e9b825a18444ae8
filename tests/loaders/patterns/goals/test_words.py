"""The words of goals, and the quick look that passes over texts without any."""

from __future__ import annotations

import re

from policygraph.loaders.patterns.goals.words import ends, may_name_a_state, one_of, otherwise
from policygraph.schema.vocabulary import vocabulary


def test_a_text_without_a_state_is_passed_over() -> None:
    assert not may_name_a_state("加强管理，推进改革，提升水平。")
    assert may_name_a_state("贫困村出列")


def test_of_words_the_longest_is_read() -> None:
    assert one_of("done").match("动态清零")[0] == "动态清零"  # type: ignore[index]
    assert ends("served").search("低保应保尽保") is not None


def test_the_list_of_regular_expressions_compiles_one_by_one() -> None:
    for word in vocabulary("goals")["other"]:
        re.compile(word)
    assert otherwise().match("经济") is None
    assert otherwise().match("经研究") is not None


def test_what_weakens_to_an_effort_stands_before_a_goal() -> None:
    data = vocabulary("goals")
    assert set(data["effort"]) <= set(data["lead"])
    assert set(data["ended"]) <= set(data["settle"])
