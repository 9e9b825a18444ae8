"""Lines of Chinese text: nothing is lost, no line is too wide, no number is cut, no mark stands at the wrong end."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from policygraph.queries.rendering.folding import Folded, breaks, fold, widest
from policygraph.schema.punctuation import NO_BEGINNING, OPENING

TEXTS = st.text(st.sampled_from("建成省级平台（）“”《》，。；、…·—_ 0123456789.年亿abcXYZ/-"), max_size=80)


@given(TEXTS, st.integers(2, 40))
def test_every_character_stands_in_one_line_that_fits(text: str, width: int) -> None:
    at = [0, *breaks(text, width), len(text)]
    assert at == sorted(set(at)) or not text
    assert re.sub(r"\s", "", "".join(fold(text, width))) == re.sub(r"\s", "", text)
    assert all(cell_len(line) <= width for line in fold(text, width))


@given(TEXTS, st.integers(24, 60))
def test_marks_stand_at_the_right_end_where_what_they_belong_to_fits(text: str, width: int) -> None:
    if widest(text) > width:
        return
    for before, after in zip(fold(text, width), fold(text, width)[1:], strict=False):
        assert after[0] not in NO_BEGINNING or before == "" or text[text.find(after) - 1].isspace()
        assert before[-1:] not in OPENING or before == ""


@pytest.mark.parametrize(("text", "width", "lines"), [
    ("投资12345.6亿元", 8, ["投资", "12345.6", "亿元"]),
    ("总额达到311.7亿元", 14, ["总额达到", "311.7亿元"]),
    ("力争到2025年底前建成", 10, ["力争到", "2025年底前", "建成"]),
    ("at least 1.3 trillion 斤", 18, ["at least", "1.3 trillion 斤"]),
    ("其中有四十五家单位", 8, ["其中有", "四十五家", "单位"]),
    ("要落实创新、应用和供给", 10, ["要落实创", "新、应用和", "供给"]),
    ("印发了《规划》", 8, ["印发了", "《规划》"]),
    ("2021_plan_of_the_city.txt", 12, ["2021_plan_", "of_the_city", ".txt"]),
    ("见 government.txt · 2018-04-12 · 51e2f452", 20, ["见 government.txt ·", "2018-04-12 ·", "51e2f452"]),
    ("甲\n乙", 10, ["甲", "乙"]),
    ("", 10, [""]),
])  # fmt: skip
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


@pytest.mark.parametrize("width", [1, 0, -3])
def test_no_width_is_too_narrow(width: int) -> None:
    assert fold("建成12家", width) == fold("建成12家", 2) == ["建", "成", "12", "家"]
    out = io.StringIO()
    Console(file=out, width=1).print(Folded("建成"))
    assert "".join(out.getvalue().split()) in ("建成", "")


def test_the_widest_piece() -> None:
    assert [widest(text) for text in ("", "Quote and source", "原文与出处")] == [0, 6, 2]
