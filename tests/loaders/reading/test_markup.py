"""Tags, entities and text with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading.markup import Run, Tag, attributes, decoded, has_markup, lex
from policygraph.schema.markup import without_markup


def test_tags_and_runs_have_their_places() -> None:
    text = '建<b class="x">成</b>20家'
    assert list(lex(text, page=True)) == [
        Run(0, 1),
        Tag("b", False, 1, 14),
        Run(14, 15),
        Tag("b", True, 15, 19),
        Run(19, 22),
    ]


def test_attribute_values_may_hold_the_end_of_a_tag() -> None:
    text = "<a title='满足>=90%' href=/x>链接</a>"
    tag = next(iter(lex(text, page=True)))
    assert isinstance(tag, Tag)
    assert attributes(text, tag) == {"title": "满足>=90%", "href": "/x"}
    assert without_markup(text, page=True) == "链接"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲<!-- <p>乙</p> -->丙", "甲丙"),
        ("甲<script>if (a < b) { x('<p>') }</script>丙", "甲丙"),
        ("甲<STYLE>p { }</STYLE >丙", "甲丙"),
        ("<!DOCTYPE html><?xml version='1.0'?>甲", "甲"),
        ("甲&nbsp;乙&#20057;&#x4e19;&ldquo;丁&rdquo;", "甲\xa0乙乙丙“丁”"),
        ("R&D投入，AT&T", "R&D投入，AT&T"),
        ("甲 < 乙 > 丙", "甲 < 乙 > 丙"),
    ],
)
def test_what_a_page_shows(text: str, shown: str) -> None:
    assert without_markup(text, page=True) == shown


def test_only_known_elements_are_tags_in_a_text_that_is_no_page() -> None:
    assert without_markup("按<T/ZS 12-2020>执行，<p>甲</p>", page=False) == "按<T/ZS 12-2020>执行，甲"
    assert not has_markup("按<T/ZS 12-2020>执行，R&D投入 < 5%")
    assert has_markup("<strong>甲</strong>")
    assert has_markup("甲&nbsp;乙")


def test_an_entity_is_the_place_of_its_character() -> None:
    shown = decoded("占&lt;5%", 0, 7)
    assert shown.text == "占<5%"
    assert shown.origin(1, 2) == (1, 5)


PIECES = st.lists(
    st.sampled_from(["工", "作", "2", " ", "\n", "<p>", "</p>", "<b a='>'>", "</b>", "&amp;", "&#20057;", "<", ">", "&",
                     "<!--x-->", "<br/>", '"', "'", "=", "<a href=", "</", "<script>", "</script>"]),
    max_size=25,
).map("".join)  # fmt: skip


@given(PIECES, st.booleans())
def test_runs_are_what_remains_without_markup(text: str, page: bool) -> None:
    runs = [decoded(text, token.start, token.end).text for token in lex(text, page=page) if isinstance(token, Run)]
    assert "".join(runs) == without_markup(text, page=page)


@given(PIECES)
def test_each_character_of_a_run_leads_back_to_itself(text: str) -> None:
    for token in lex(text, page=True):
        if isinstance(token, Run):
            shown = decoded(text, token.start, token.end)
            for n in range(len(shown)):
                assert without_markup(text[slice(*shown.origin(n, n + 1))], page=True) == shown.text[n]
