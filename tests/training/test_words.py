"""The first division into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.training.words import LONGEST, Lexicon, lexicon


@pytest.fixture(scope="module")
def own(lines: list[str]) -> Lexicon:
    return lexicon(lines)


@given(st.text(st.sampled_from("推进智能制造试点示范，。 \n2021.5%AIB《》"), max_size=60))
def test_words_joined_are_the_text(own: Lexicon, text: str) -> None:
    words = own.divide(text)
    assert "".join(words) == text
    assert all(words)


def test_words_of_the_vocabularies_and_of_the_documents(own: Lexicon) -> None:
    assert own.divide("2021年认定") == ["2021", "年", "认定"]
    assert max(map(len, own.words)) <= LONGEST
    assert own.divide("3.5%") == ["3.5%"]


def test_a_run_whose_neighbors_never_change_is_no_word() -> None:
    before, after = "甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未"
    varied = [f"{a}葡萄{b}" for a, b in zip(before, after, strict=True)] * 2
    fixed = ["唐琵琶宋"] * 20
    words = lexicon([*varied, *fixed, before, after]).words
    assert "葡萄" in words
    assert "琵琶" not in words
