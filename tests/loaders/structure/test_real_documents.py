"""Real documents taken apart: titles, dates, counts, places; never their wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.schema.documents import Stated
from policygraph.schema.errors import UnreadableDocument

Real = Callable[[str], StructuredDocument]


def said(stated: Stated | None) -> tuple[str, str] | None:
    return None if stated is None else (stated.value, stated.where)


def plain_headings(document: StructuredDocument, article: int) -> list[str]:
    return [s.text.text for s in document.articles[article].sentences if s.kind == "heading"]


@pytest.mark.parametrize(
    ("path", "date", "issuer", "nature", "articles"),
    [
        ("seeds/000*", ("2021-01", "headings"), ("工业和信息化部科技司", "first sentence"), "report", 1),
        ("seeds/001*", ("2022-01-11", "front matter"), ("工信部科技司", "title"), "news", 1),
        ("seeds/002*", ("2018-04-12", "published"), None, "speech", 1),
        ("seeds/003*", ("2018-01", "headings"), ("工信部产业政策司", "first sentence"), "report", 2),
        ("seeds/004*", ("2022-01-15", "masthead"), ("江苏中科智能科学技术应用研究院", "masthead"), "newsletter", 18),
        ("reports/*2017.txt", ("2017-03-05", "masthead"), ("国务院", "masthead"), "report", 1),
        ("reports/*2019.txt", ("2019-03-05", "masthead"), ("国务院", "masthead"), "report", 1),
        ("html/sc_2018_employment*", ("2018-11-16", "header table"), ("国务院", "header table"), "notice", 1),
        ("html/sc_2019_vocational*", ("2019-01-24", "header table"), ("国务院", "header table"), "notice", 2),
        ("plans/cc_2021*", ("2021-01-04", "under the title"), ("中共中央、国务院", "title"), "notice", 1),
        ("plans/cc_2022*", ("2022-12-14", "dateline"), ("中共中央、国务院", "first sentence"), "plan", 2),
        ("plans/most_2019_new*", ("2019-09-12", "signature"), ("科技部", "signature"), "notice", 2),
        ("plans/sc_2021*", ("2021-12-30", "signature"), ("国务院", "signature"), "notice", 2),
        ("plans/sh_2021*", ("2021-01-27", "masthead"), ("上海市人民代表大会", "masthead"), "plan", 1),
        ("plans/sh_2023*", ("2023-10-24", "signature"), ("上海市人民政府办公厅", "signature"), "notice", 2),
        ("news/miit_2022*", ("2022", "document number"), ("工业和信息化部", "document number"), "plan", 1),
        ("news/cctv_xwlb_20221111.md", ("2022-11-11", "published"), None, "news", 16),
        ("news/cctv_xwlb_20190920*", ("2019-09-20", "file name"), None, "news", 2),
    ],
)
def test_what_documents_say(
    path: str, date: tuple[str, str], issuer: tuple[str, str] | None, nature: str, articles: int, real: Real
) -> None:
    document = real(path)
    assert said(document.info.date) == date
    assert said(document.info.issuer) == issuer
    assert document.info.nature is not None
    assert document.info.nature.value == nature
    assert len(document.articles) == articles


def test_offsets_of_claims(real: Real) -> None:
    document = real("seeds/004*")
    original = document.source.original
    claims = [getattr(a.info, f) for a in document.articles for f in ("title", "date", "source")]
    places = [(c.value, c.char_start) for c in claims if c and c.char_start is not None and c.where != "document"]
    assert len(places) > 30
    for value, start in places:
        assert original[start] == value[0] or value[:4].isdigit()


def test_newsletter(real: Real) -> None:
    document = real("seeds/004*")
    assert document.info.internal
    assert said(document.info.number) == ("第43期", "masthead")
    infos = [a.info for a in document.articles]
    assert [i.key.rpartition("#")[2] for i in infos] == [str(n) for n in range(1, 19)]
    plan, lost = infos[3], infos[4]
    assert plan.title is not None
    assert plan.title.value.endswith("三年行动计划（2022—2024年）")
    assert [i.nature.value for i in (plan, lost) if i.nature] == ["plan", "news"]
    assert said(lost.source) == ("科技部", "signature")
    assert lost.title is not None
    assert (lost.title.where, lost.title.value[:8]) == ("contents", "上海市市级科技重")
    assert document.articles[4].sentences[0].text.starts[0] == document.source.original.index("王晔")
    dates = [i.date.value for i in infos if i.date and i.date.where == "dateline"]
    assert dates == ["2021-12-22", "2021-12-22", "2021-12-22", "2021-12-21", "2021-12-25"]
    sources = [i.source.value for i in infos if i.source]
    assert (len(sources), sources[0], sources[-1]) == (15, "人民日报", "江苏省科技厅")


def test_targets_of_the_plan_in_the_newsletter(real: Real) -> None:
    article = real("seeds/004*").articles[3]
    tasks = [s for s in article.sentences if len(s.headings) == 2 and s.headings[0].text.text == "重点任务"]
    labels = [h.label for h in dict.fromkeys(s.headings[1] for s in tasks)]
    assert labels == [f"（{n}）" for n in "一二三四五六七八九十"]
    assert sum("2024" in s.text.text and s.text.text.startswith("到") for s in tasks) == 10


def test_interview_in_the_newsletter(real: Real) -> None:
    article = real("seeds/004*").articles[2]
    assert said(article.info.speaker) == ("王志刚", "interview")
    assert {s.speaker for s in article.sentences} == {None, "王志刚", "新华社记者"}
    assert sum(s.kind == "heading" for s in article.sentences) == 5


def test_sentences_across_page_breaks(real: Real) -> None:
    sentences = [s for a in real("seeds/004*").articles for s in a.sentences]
    texts = [s.text.text for s in sentences]
    assert sum("依托制造单元、车间" in t for t in texts) == 1
    assert sum("编制“十四五”国家" in t for t in texts) == 1
    assert sum("专家、研究机构" in t for t in texts) == 1


def test_report_of_two_departments(real: Real) -> None:
    document = real("seeds/003*")
    first, second = document.articles
    assert said(second.info.issuer) == ("工信部科技司", "title")
    assert [len(first.sentences), len(second.sentences)] == [35, 60]
    assert plain_headings(document, 0)[0] == "2017年重点工作情况"
    planned = [s for a in document.articles for s in a.sentences if s.headings and "2018年" in s.headings[0].text.text]
    assert len(planned) == 30
    assert document.source.original[second.info.char_start : second.info.char_start + 3] == "科技司"


def test_picture_captions_do_not_head_the_text(real: Real) -> None:
    sentences = real("seeds/000*").articles[0].sentences
    captions = [s for s in sentences if s.kind == "caption"]
    assert [len(s.text.text) for s in captions] == [35, 43]
    assert [s.text.text[:4] for s in sentences if s.kind == "heading"] == ["2020", "2021"]


def test_mislabeled_document_is_reported(real: Real) -> None:
    document = real("plans/cc_2024*")
    assert document.info.date is not None
    assert document.info.date.value == "2023-01-02"
    assert [notice.code for notice in document.notices] == ["other_title", "other_date"]
    assert document.notices[1].details["date"] == "2024-02-19"


def test_no_other_document_is_reported(shared: Path, real: Real) -> None:
    traps = ("MISLABELLED", "garbled")
    files = [p for p in sorted((shared / "corpus").glob("*/*")) if not any(t in p.name for t in traps)]
    assert len(files) == 39
    assert [p.name for p in files if real(p.relative_to(shared / "corpus").as_posix()).notices] == []


def test_tables_flattened_by_extraction(real: Real) -> None:
    rows = [s for s in real("plans/zj_2021*").articles[0].sentences if s.kind == "row"]
    assert rows[4].text.text.split("\t") == ["4", "建设雨水管网", "公里", "2200", "5000", "227%"]
    others = [s for s in real("plans/mohurd*").articles[0].sentences if s.kind == "row"]
    assert sum(s.text.text[0].isdigit() for s in others) == 115


def test_every_character_lands_in_one_sentence(shared: Path) -> None:
    for path in sorted((shared / "corpus").glob("*/*")):
        try:
            source = read_bytes(path.read_bytes(), path.name)
        except UnreadableDocument:
            assert "garbled" in path.name
            continue
        sentences = [s for a in structure(source).articles for s in a.sentences]
        # the pieces of a wrapped row of a table stand in the order of its cells; by their places all are in order
        placed = [sorted(zip(s.text.starts, s.text.text, strict=True)) if s.flat else s.text.text for s in sentences]
        kept = "".join("".join("".join(c[-1] for c in text).split()) for text in placed).replace("#", "")
        assert kept == "".join(source.main.text.split()).replace("#", ""), path.name
        assert not [s for s in sentences if "\n" in s.text.text]
        assert not [s for s in sentences if not s.flat and list(s.text.starts) != sorted(s.text.starts)]
