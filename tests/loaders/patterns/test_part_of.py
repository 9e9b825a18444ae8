"""part_of: by name, and by a verb that takes one thing into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Triples

REPORT = "工业和信息化部科技司2020年工作总结\n\n2020年，{}\n"


def parts(found: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
    return {(part, whole) for part, predicate, whole in found if predicate == "part_of"}


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("轻工机械强基工程正式纳入《陶瓷产业发展规划》。", ("轻工机械强基工程", "陶瓷产业发展规划")),
        ("《轻工提质行动方案》列入《陶瓷产业发展规划》。", ("轻工提质行动方案", "陶瓷产业发展规划")),
        ("海西陶瓷研究院隶属于海西工业大学。", ("海西陶瓷研究院", "海西工业大学")),
    ],
)
def test_a_verb_joins_a_part_to_its_whole(triples: Triples, words: str, pair: tuple[str, str]) -> None:
    assert pair in parts(triples(REPORT.format(words)))


@pytest.mark.parametrize(
    "words",
    [
        "海西陶瓷研究院列入《陶瓷产业发展规划》。",
        "《轻工提质行动方案》和《陶瓷产业发展规划》同时纳入考核。",
        "《轻工提质行动方案》衔接《陶瓷产业发展规划》。",
    ],
)
def test_bodies_in_lists_and_other_verbs_join_nothing(triples: Triples, words: str) -> None:
    assert "陶瓷产业发展规划" not in {whole for _, whole in parts(triples(REPORT.format(words)))}


def test_a_body_named_after_a_larger_one(triples: Triples) -> None:
    found = triples(REPORT.format("海西工业大学陶瓷学院举办陶瓷论坛。"))
    assert ("海西工业大学陶瓷学院", "海西工业大学") in parts(found)
