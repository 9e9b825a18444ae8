"""The words beside numbers."""

from __future__ import annotations

import re

import pytest

from policygraph.loaders.patterns.figures.words import listed, one_of, tail, words
from policygraph.schema.vocabulary import vocabulary

VERBS = ("flow", "stock", "reach", "rise", "fall")


def test_lists_are_joined() -> None:
    joined = words("rise", "fall")
    assert set(joined) == {*words("rise"), *words("fall")} >= {"增长", "下降"}
    assert listed("增长", "rise", "fall")
    assert not listed(None, "rise", "fall")


def test_words_have_one_order_the_longest_first() -> None:
    order = words("flow", "stock", "levels")
    assert list(order) == sorted(order, key=lambda w: (-len(w), w))
    assert len(order) == len(set(order))


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("nothing")


def test_the_longest_word_is_read_first() -> None:
    match = one_of("flow").match("认定培育")
    assert match is not None
    assert match.group() == "认定"
    longest = one_of("flow").match("批准发布标准")
    assert longest is not None
    assert longest.group() == "批准发布"


def test_words_with_special_characters_are_literal() -> None:
    assert all(one_of(name).fullmatch(word) for name in VERBS for word in words(name))


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("园区数量达到", "达到"), ("投资同比增长", "同比增长"), ("能耗累计下降", "累计下降"), ("人数超过", "超过"),
        ("平台建设", None), ("规模", None),
    ],
)  # fmt: skip
def test_what_carries_a_number(text: str, carried: str | None) -> None:
    match = tail().search(text)
    assert (match.group() if match else None) == carried


def test_a_verb_stands_in_one_list_only() -> None:
    data = vocabulary("figure_verbs")
    seen: dict[str, str] = {}
    for name in ("flow", "stock", "rise", "fall"):
        for word in data[name]:
            assert seen.setdefault(word, name) == name, word
        assert len(data[name]) == len(set(data[name])), [w for w in data[name] if data[name].count(w) > 1]


def test_no_word_is_blank() -> None:
    data = vocabulary("figure_verbs")
    assert all(re.fullmatch(r"\S+", word) for name in data for word in data[name])
