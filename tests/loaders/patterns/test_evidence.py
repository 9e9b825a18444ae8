"""From a place in a sentence to the evidence of a fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.loaders.context import ScopedArticle, ScopedSentence
from policygraph.loaders.patterns.evidence import evidence, said_at
from policygraph.loaders.structure import StructuredDocument
from policygraph.schema.facts import QUOTE_LIMIT, Evidence

Scoping = Callable[..., tuple[StructuredDocument, list[ScopedArticle]]]


@pytest.fixture
def place(scoping: Scoping) -> Callable[..., Evidence]:
    """place(text, words, key, keep): the evidence for some words of a text, which hold them just once when read."""

    def of(text: str, words: str, key: str = "a.txt", keep: str | None = None) -> Evidence:
        document, articles = scoping(text, key)
        (sentence,) = [s for a in articles for s in a.sentences if words in s.read.text]
        start = sentence.read.text.index(words)
        return evidence(
            document, sentence, start, start + len(words),
            keep=sentence.read.text.index(keep) + len(keep) - 1 if keep else None,
        )  # fmt: skip

    return of


def test_offsets_and_sentence(place: Callable[..., Evidence]) -> None:
    text = "示例市工作总结\n\n全市发展良好。2020年，新建示范平台20个，各项工作取得进展。\n"
    found = place(text, "新建示范平台20个")
    assert found == Evidence(
        "a.txt", "新建示范平台20个", "2020年，新建示范平台20个，各项工作取得进展。",
        text.index("新建"), text.index("20个") + 3,
    )  # fmt: skip


def test_a_hard_line_break_inside_the_quote_stays(place: Callable[..., Evidence]) -> None:
    line = "全市各级各部门认真贯彻落实各项决策部署扎实推进重点工作"
    text = (
        f"示例市工作总结\n\n{line}，积极作为，新建示\n"
        "范平台20个，培训骨干，全市经济社会发展保持良好势头，各\n项工作取得新的进展，为下一步发展打下了良好的基础。\n"
    )
    found = place(text, "新建示范平台20个")
    assert found.quote == "新建示\n范平台20个"
    assert text[found.char_start : found.char_end] == found.quote


def test_traditional_characters_stay_in_the_quote(place: Callable[..., Evidence]) -> None:
    text = "工作總結\n\n全市新建示範平臺20個，各項工作取得進展。\n"
    found = place(text, "新建示范平台20个")
    assert found.quote == "新建示範平臺20個"
    assert text[found.char_start : found.char_end] == found.quote


def test_markup_stays_in_the_offsets_and_out_of_the_quote(place: Callable[..., Evidence]) -> None:
    page = (
        "<html><body><h1>工作总结</h1><p>全市<b>新建</b>示范平台20个，"
        "各项工作取得了新的进展，为下一步发展打下了良好基础。</p></body></html>"
    )
    found = place(page, "新建示范平台20个", "a.html")
    assert found.quote == "新建示范平台20个"
    assert page[found.char_start : found.char_end] in ("新建</b>示范平台20个", "<b>新建</b>示范平台20个")


LONG = "支持" + "、".join(f"第{n:03}类重点产业链上的骨干企业" for n in range(40)) + "等20家企业建设示范平台"


@pytest.mark.parametrize("keep", ["20家", "支持", "第020类"])
def test_a_quote_is_never_longer_than_its_limit_and_holds_what_it_must(
    place: Callable[..., Evidence], keep: str
) -> None:
    text = f"示例市工作总结\n\n{LONG}。\n"
    found = place(text, LONG, keep=keep)
    assert len(found.quote) <= QUOTE_LIMIT
    assert text[found.char_start : found.char_end] == found.quote
    assert keep[-1] in found.quote
    at = text.index(keep) + len(keep) - 1
    assert found.char_start <= at < found.char_end
    assert found.quote in found.sentence


@settings(max_examples=50, deadline=None)
@given(first=st.integers(0, 700), length=st.integers(1, 700), offset=st.integers(0, 700))
def test_any_stretch_gives_a_quote_around_what_it_must_hold(
    long: tuple[StructuredDocument, ScopedSentence], first: int, length: int, offset: int
) -> None:
    document, sentence = long
    size = len(sentence.read.text)
    start = min(first, size - 1)
    end = min(start + length, size)
    keep = min(start + offset, end - 1)
    found = evidence(document, sentence, start, end, keep=keep)
    at, _ = sentence.read.sentence.text.origin(keep, keep + 1)
    assert found.char_start <= at < found.char_end
    assert len(found.quote) <= QUOTE_LIMIT
    assert document.source.original[found.char_start : found.char_end] == found.quote
    if end - start <= QUOTE_LIMIT:
        assert found.char_end - found.char_start == end - start


@pytest.fixture(scope="module")
def long(scoping: Scoping) -> tuple[StructuredDocument, ScopedSentence]:
    """A document with one sentence of more than 600 characters."""
    document, articles = scoping(f"示例市工作总结\n\n{LONG}。\n")
    (sentence,) = [s for a in articles for s in a.sentences if len(s.read.text) > 600]
    return document, sentence


def test_the_page_of_a_pdf(scoping: Scoping, monkeypatch: pytest.MonkeyPatch) -> None:
    document, articles = scoping("示例市工作总结\n\n全市新建示范平台20个，各项工作取得进展。\n")
    (sentence,) = [s for a in articles for s in a.sentences if "平台" in s.read.text]
    source = document.source
    paged = type(source)(**{n: getattr(source, n) for n in source.__slots__} | {"pages": (0, 9, 400)})
    copy = StructuredDocument(paged, document.info, document.articles)
    assert evidence(copy, sentence, 0, 4).page == 2
    assert evidence(document, sentence, 0, 4).page is None


@pytest.mark.parametrize(
    ("text", "words", "near", "found"),
    [
        ("企业20家，其中企业5家", "企业", (7, 11), "企业"), ("平台20个", "平台", (2, 5), "平台"),
        ("新建 示范 平台 20个", "示范平台", (9, 12), "示范 平台"), ("新建平台20个", "园区", (4, 7), None),
    ],
)  # fmt: skip
def test_where_words_stand(text: str, words: str, near: tuple[int, int], found: str | None) -> None:
    place = said_at(text, words, near)
    assert (text[slice(*place)] if place else None) == found


@given(st.text("甲乙 ", max_size=12), st.text("甲乙", min_size=1, max_size=3), st.integers(0, 12), st.integers(0, 5))
def test_the_nearest_words_are_taken(text: str, words: str, start: int, length: int) -> None:
    near = (start, start + length)

    def apart(at: int, end: int) -> int:
        return max(near[0] - end, at - near[1], 0)

    exact = [apart(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]
    place = said_at(text, words, near)
    if exact:
        assert place is not None
        assert text[slice(*place)] == words
        assert apart(*place) == min(exact)
    elif place is not None:
        assert text[slice(*place)].replace(" ", "") == words
