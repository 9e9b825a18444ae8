"""The segmenter that comes with the package."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policygraph as pg
from policygraph.loaders.language.network.segmenter import Segmenter, shipped


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return shipped()


@given(st.text(st.sampled_from("推进智能制造高质量发展，。 \n\t\u30002021年AB%《》"), max_size=40))
def test_words_joined_are_the_text(segmenter: Segmenter, text: str) -> None:
    assert "".join(segmenter.words(text)) == text


@pytest.mark.parametrize(("text", "words"), [
    ("加快推进产业发展", ["加快", "推进", "产业", "发展"]),
    ("企业和项目", ["企业", "和", "项目"]),
])  # fmt: skip
def test_common_words_of_policy_are_told_apart(text: str, words: list[str]) -> None:
    assert list(pg.words(text)) == words
