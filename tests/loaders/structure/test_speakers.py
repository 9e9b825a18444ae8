"""Who speaks in an interview."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.structure import StructuredDocument


def test_questions_and_answers(take_apart: Callable[..., StructuredDocument]) -> None:
    text = (
        "本报记者：今年有哪些打算？\n赵平：我们将新建中心3家。\n投资将超过2亿元。\n创新从哪里来\n"
        "本报记者：怎样支持企业？\n赵平：设立基金。"
    )
    document = take_apart(text)
    assert [s.speaker for s in document.articles[0].sentences] == [
        "本报记者", "赵平", "赵平", None, "本报记者", "赵平",
    ]
    assert document.info.speaker is not None
    assert (document.info.speaker.value, document.info.speaker.where) == ("赵平", "interview")


def test_a_colon_alone_makes_no_interview(take_apart: Callable[..., StructuredDocument]) -> None:
    text = "主要目标：到2026年建成站点9个。\n主要任务：加快建设。\n主要目标：提升能力。"
    assert {s.speaker for s in take_apart(text).articles[0].sentences} == {None}


def test_an_answer_without_a_name_is_nobodys(take_apart: Callable[..., StructuredDocument]) -> None:
    text = "问：今年有哪些打算？\n答：新建中心3家。\n问：怎样支持企业？\n答：设立基金。"
    assert take_apart(text).info.speaker is None
