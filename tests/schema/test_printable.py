"""Text made fit to show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policygraph.schema.printable import one_line, printable, shown


def test_control_characters_and_turning_marks_are_not_shown() -> None:
    assert printable("甲\x1b[31m乙\u202e丙\t丁\x07\n戊") == "甲[31m乙丙｜丁\n戊"


def test_hard_breaks_are_no_spaces_between_chinese_characters() -> None:
    assert one_line("建成示范\n　基地，GDP\ngrows") == "建成示范基地，GDP grows"


@given(st.text("甲a \n\t\r\x1b\u3000", max_size=30))
def test_each_character_is_shown_as_in_the_whole(text: str) -> None:
    assert "".join(shown(text)) == one_line(text)
    assert "\n" not in one_line(text)
    assert len(shown(text)) == len(text)
