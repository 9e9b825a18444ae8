"""Citations in each style, read back by the libraries that others read them with."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.schema.citation import STYLES, bibliography
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.errors import QueryError
from policygraph.schema.facts import Evidence, Figure


def said(text: str | None) -> Stated | None:
    return None if text is None else Stated(text, "masthead")


def fact(**told: object) -> Figure:
    """A fact in a notice of a ministry; `told` replaces what the file says of itself."""
    info = DocumentInfo(
        "a/通知.pdf", title=said("关于加快示范的通知"), date=said("2021-12-12"), issuer=said("国务院"),
        number=said("国发〔2021〕29号"), nature=said("notice"),
    )  # fmt: skip
    evidence = Evidence("a/通知.pdf", "建成示范工厂500家", "到2025年，建成示范工厂500家。", 7, 16, page=3)
    return Figure(evidence, "tests.written", 2025, "planned", "stated", 500, "家", "eq", "new", "示范工厂",
                  voices=(replace(info, **told),))  # fmt: skip


def inside(**told: object) -> Figure:
    """The same in an article of an internal newsletter that took it from a newspaper."""
    whole = DocumentInfo("a/简报.txt", title=said("智造简报"), date=said("2022-01-15"), issuer=said("某研究院"),
                         number=said("第43期"), nature=said("newsletter"), internal=True)  # fmt: skip
    article = DocumentInfo("a/简报.txt#2", title=said("示范工厂见成效"), source=said("某日报"), nature=said("news"),
                           part_of=whole.key, second_hand=True)  # fmt: skip
    return replace(
        fact(), voices=(replace(article, **told), whole), evidence=replace(fact().evidence, document=whole.key)
    )


def test_gbt7714_names_body_title_number_kind_date_page_and_quote() -> None:
    assert fact().cite("gbt7714") == (
        "国务院. 关于加快示范的通知: 国发〔2021〕29号[Z]. 2021-12-12: 3. "
        "第3页，第7至16字符；原文：“建成示范工厂500家”。"
    )


def test_apa_names_the_same_in_its_order() -> None:
    assert fact().cite("apa", "zh") == (
        "国务院. (2021, December 12). 关于加快示范的通知 (No. 国发〔2021〕29号) [Official document]. "
        "p. 3, characters 7–16; Quote: “建成示范工厂500家”."
    )


def test_what_is_retold_and_internal_says_so() -> None:
    assert (
        inside()
        .cite("gbt7714")
        .startswith(
            "某日报. 示范工厂见成效[N]. 转引自：某研究院. 智造简报: 第43期[Z]. 2022-01-15: 3. "
            "内部资料，引用前须经许可；第2篇"
        )
    )
    assert "As cited in 某研究院, 智造简报, 第43期. internal document" in inside().cite("apa")
    assert "转引自：智造简报；内部资料" in json.loads(inside().cite("csl", "zh"))["note"]
    assert "转引自：某报" in fact(second_hand=True, source=said("某报")).cite("gbt7714")
    assert "原文未见" in fact(second_hand=True).cite("gbt7714")
    assert "转引自" not in fact().cite("gbt7714")


@pytest.mark.parametrize(("date", "shown"), [("2018", "(2018)"), ("2018-04", "(2018, April)"), (None, "(n.d.)")])
def test_a_date_is_as_exact_as_the_document_says(date: str | None, shown: str) -> None:
    assert shown in fact(date=said(date)).cite("apa")


def test_what_a_document_does_not_say_is_not_made_up() -> None:
    bare = replace(fact(), voices=())
    assert bare.cite("gbt7714").startswith("无题名文件（通知.pdf）[Z]. 日期不详: 3. ")
    item = json.loads(bare.cite("csl"))
    assert {"author", "issued", "number"}.isdisjoint(item)


def test_an_address_makes_it_an_online_source() -> None:
    text = fact(source=said("https://www.example.org/a_b")).cite("gbt7714")
    assert "[Z/OL]" in text
    assert "https://www.example.org/a_b" in text


def test_another_style_is_refused() -> None:
    with pytest.raises(QueryError, match="mla"):
        fact().cite("mla")


@pytest.mark.parametrize("told", [fact(), inside(), replace(fact(), voices=()), fact(date=None), fact(issuer=None)])
def test_citeproc_reads_the_items_and_prints_title_and_author(told: Figure) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON

        items = json.loads(bibliography([told], "csl"))
        source = CiteProcJSON(items)  # it warns of a type or variable that CSL does not have
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its style
        made = CitationStylesBibliography(
            CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
        )
        made.register(Citation([CitationItem(items[0]["id"])]))
        [printed] = map(str, made.bibliography())
    assert items[0]["title"] in printed
    for author in items[0].get("author", ()):
        assert author["literal"] in printed


hostile = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(title=hostile, issuer=hostile)
def test_pybtex_reads_the_entries_whatever_the_title(title: str, issuer: str) -> None:
    from pybtex.database import parse_string

    text = bibliography([fact(title=said(title), issuer=said(issuer)), inside()], "bibtex", "zh")
    held = parse_string(text, "bibtex")
    assert len(held.entries) == 2
    [first, second] = held.entries.values()
    assert first.fields["year"] == "2021"
    assert len(first.persons["author"]) == 1
    assert second.type == "misc"
    assert "建成示范工厂500家" in second.fields["note"]


def test_every_fact_is_cited_once() -> None:
    assert len(bibliography([fact(), fact(), inside()]).splitlines()) == 2
    assert set(STYLES) == {"gbt7714", "apa", "bibtex", "csl"}


def test_who_speaks_is_no_part_of_a_fact() -> None:
    assert fact() == replace(fact(), voices=())
    assert fact().id == replace(fact(), voices=()).id
    assert "voices" not in fact().row()
