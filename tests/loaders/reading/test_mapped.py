"""Text that remembers its places."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import MappedText

TEXTS = st.text(alphabet="工作2 \n年a，", max_size=60)


@given(TEXTS)
def test_whole_text_is_its_own_origin(text: str) -> None:
    mapped = MappedText.whole(text)
    for start in range(len(text)):
        assert mapped.origin(start, len(text)) == (start, len(text))


@given(TEXTS)
def test_lines_join_to_the_text_with_its_places(text: str) -> None:
    mapped = MappedText.whole(text)
    lines = mapped.lines()
    joined = MappedText.join(lines)
    assert (joined.text, joined.starts, joined.ends) == (mapped.text, mapped.starts, mapped.ends)
    assert all("\n" not in line.text[:-1] for line in lines)


@given(TEXTS, st.sampled_from([r"\d", r"\s+", "作2", "^.", "$"]))
def test_what_is_left_out_leaves_the_other_places(text: str, pattern: str) -> None:
    rest = MappedText.whole(text).without(re.compile(pattern, re.MULTILINE))
    assert rest.text == re.sub(pattern, "", text, flags=re.MULTILINE)
    assert [text[start] for start in rest.starts] == list(rest.text)


@given(TEXTS)
def test_strip_keeps_places(text: str) -> None:
    stripped = MappedText.whole(text).strip()
    assert stripped.text == text.strip()
    assert [text[start] for start in stripped.starts] == list(stripped.text)


def test_origin_of_text_with_a_gap_covers_the_gap() -> None:
    mapped = MappedText.whole("建成12\n3家工厂").without(re.compile(r"\n3"))
    assert mapped.text == "建成12家工厂"
    assert mapped.origin(0, 5) == (0, 7)


def test_a_character_that_stands_for_nothing_has_an_empty_place() -> None:
    mark = MappedText("\n", array("I", [4]), array("I", [4]))
    mapped = MappedText.join([MappedText.whole("工作").slice(0, 2), mark])
    assert mapped.origin(2, 3) == (4, 4)


def test_other_text_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="3 characters but 2 starts"):
        MappedText.whole("產業").with_text("产业们")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 1), (-1, 1), (0, 3)])
def test_origin_needs_at_least_one_character_of_the_text(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        MappedText.whole("工作").origin(start, end)
