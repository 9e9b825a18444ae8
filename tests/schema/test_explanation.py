"""What a fact says of its own grounds."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.schema.basis import FIELDS, WHERES, Basis
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.errors import QueryError
from policygraph.schema.explanation import explain, rule_text
from policygraph.schema.facts import Entity, Evidence, Figure, Relation
from policygraph.schema.languages import LANGUAGES
from policygraph.schema.marks import KINDS, Mark, marks
from policygraph.schema.markup import without_markup
from policygraph.schema.vocabulary import vocabulary

ORIGINAL = "示例省工作总结\n一、2021年工作\n全省建成示范基地12个，其中示范基地12个在沿海。\n"
QUOTE = "建成示范基地12个"
INFO = DocumentInfo("甲/乙.txt", Stated("示例省工作总结", "title", 0), Stated("2022-01-10", "signature"))


def placed(words: str, where: str, rule: str, original: str = ORIGINAL) -> Basis:
    start = original.index(words)
    return Basis(where, rule, words, start, start + len(words))


def figure(**more: object) -> Figure:
    start = ORIGINAL.index(QUOTE)
    place = Evidence(
        "甲/乙.txt", QUOTE, "全省建成示范基地12个，其中示范基地12个在沿海。", start, start + len(QUOTE), 2
    )
    given = {
        "bases": (
            ("year", placed("一、2021年工作", "heading", "headings.under_heading")),
            ("status", Basis("title", "origin.nature_report", "示例省工作总结")),
            ("subject", placed("示范基地", "clause", "subjects.measured")),
            ("measure", placed("建成", "clause", "measures.happened")),
            ("value", placed("12个", "clause", "quantities.number")),
            ("region", Basis("default", "origin")),
        ),
        "region": "示例省", "agent": "示例省", "value": 12.0, "unit": "个", "cmp": "ge", "measure": "new",
    }  # fmt: skip
    said = {**given, **more}
    return Figure(place, "figures.find", 2021, "achieved", "inherited: heading", subject="示范基地", **said)  # type: ignore[arg-type]


def relation() -> Relation:
    sentence = "我们建立<b>示例</b>基地。"
    place = Evidence("a.html", "建立示例基地", without_markup(sentence, page=True), 2, 15)
    bases = (
        ("subject", Basis("clause", "names.gazetteer", "我们", 0, 2)),
        ("object", Basis("clause", "mention.written", "示例基地", 7, 15)),
    )
    body, base = Entity("示例省", "Region"), Entity("示例基地", "Center")
    return Relation(place, "launches.verb", None, None, None, body, "launches", base, bases=bases)


def marked(fact: Figure | Relation, original: str | None = ORIGINAL) -> list[tuple[str, str]]:
    quoting = (lambda a, b: without_markup(original[a:b], page=True)) if original is not None else None
    return [(m.kind, fact.evidence.sentence[m.start : m.end]) for m in marks(fact, quoting)]


def test_quote_number_and_subject_are_marked() -> None:
    expected = [("quote", QUOTE), ("subject", "示范基地"), ("value", "12个")]
    assert marked(figure()) == marked(figure(), None) == expected


def test_a_repeated_quote_is_marked_where_it_stands() -> None:
    original = "先建基地5个，再建基地5个，又建基地5个。"
    start = original.index("建基地5个", 5)
    value = ("value", Basis("clause", "quantities.number", "5个", start + 3, start + 5))
    fact = figure(bases=(value,))
    place = Evidence("a.txt", "建基地5个", original, start, start + 5)
    fact = Figure(place, "figures.find", 2021, "achieved", None, 5, "个", "eq", "new", "基地", bases=fact.bases)
    assert marks(fact, lambda a, b: original[a:b]) == (Mark("quote", 8, 13), Mark("value", 11, 13))


def test_marks_pass_over_tags() -> None:
    original = "我们建立<b>示例</b>基地。"
    assert marked(relation(), original) == [("subject", "我们"), ("quote", "建立示例基地"), ("object", "示例基地")]
    assert marked(relation(), None) == [("subject", "我们"), ("quote", "建立示例基地")]  # what is sure


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["甲", "乙", "<b>", "</b>", "12个"]), min_size=1, max_size=14), st.data())
def test_every_mark_holds_the_words_of_its_basis(pieces: list[str], data: st.DataObject) -> None:
    original, sentence = "".join(pieces), without_markup("".join(pieces), page=True)
    edges = [len("".join(pieces[:n])) for n in range(len(pieces) + 1)]
    start, end = (data.draw(st.sampled_from(edges)) for _ in range(2))
    first, last = (data.draw(st.sampled_from(edges)) for _ in range(2))

    def quoting(a: int, b: int) -> str:
        return without_markup(original[a:b], page=True)

    if start >= end or not quoting(start, end).strip():
        return
    words = quoting(first, last) if first < last else "无"
    basis = Basis("clause", "quantities.number", words, min(first, last), max(first, last))
    place = Evidence("a.html", quoting(start, end), sentence, start, end)
    fact = Figure(place, "x.y", None, None, None, 1, None, "eq", "new", "甲", bases=(("value", basis),))
    for mark in marks(fact, quoting):
        held = sentence[mark.start : mark.end]
        assert held == (place.quote if mark.kind == "quote" else quoting(basis.char_start or 0, basis.char_end or 0))
    if "<" not in original and sentence.count(place.quote) == 1 and first < last and (first, last) != (start, end):
        assert Mark("value", first, last) in marks(fact, quoting)


def test_the_plain_form_tells_every_field_with_its_words_place_and_rule() -> None:
    lines = str(explain(figure(), "en", INFO)).splitlines()
    assert lines[0] == f"figure {figure().id}"
    assert lines[1] == "Document: 示例省工作总结 · 2022-01-10 · 甲/乙.txt"
    assert lines[2] == "Sentence: 全省建成示范基地12个，其中示范基地12个在沿海。"
    start = ORIGINAL.index(QUOTE)
    subject, number, verb = (f"{start + a}–{start + b}" for a, b in ((2, 6), (6, 9), (0, 2)))
    assert lines[3] == f"Quote: {QUOTE} (page 2 · characters {start}–{start + len(QUOTE)})"
    assert lines[4:] == [
        "What is measured: 示范基地",
        f"    this clause “示范基地” (characters {subject}): the noun left of the number [subjects.measured]",
        "Value: at least 12 个",
        f"    this clause “12个” (characters {number}): the number as it stands [quantities.number]",
        "Kind of measure: new",
        f"    this clause “建成” (characters {verb}): a verb of something that happened in the period, new "
        "[measures.happened]",
        "Agent: 示例省",
        "Year: 2021",
        "    the heading above “一、2021年工作” (characters 8–17): what the heading says [headings.under_heading]",
        "Status: achieved",
        "    the title “示例省工作总结”: a report, achieved unless it says otherwise [origin.nature_report]",
        "Region: 示例省",
        "    not stated: the document does not say [origin]",
        "Found by: a number in a sentence, with the words around it [figures.find]",
        "Confidence: not judged",
    ]


def test_it_speaks_chinese_and_no_other_language() -> None:
    text = str(explain(figure(confidence=0.314), "zh", INFO))
    assert text.startswith(f"数值 {figure().id}\n文件：示例省工作总结 · 2022-01-10 · 甲/乙.txt\n原句：全省建成")
    assert "对象：示范基地\n    本分句“示范基地”（字符" in text
    assert "置信度：0.31" in text
    with pytest.raises(QueryError):
        figure().explain("fr")


def test_a_fact_explains_itself_without_its_document() -> None:
    told = relation().explain("zh")
    assert (told.title, told.date) == (None, None)
    text = str(told)
    assert "文件：a.html\n" in text
    assert "主体：示例省 · 地区\n    本分句“我们”（字符0–2）：机构、地区名录里的名称〔names.gazetteer〕" in text
    assert "关系：启动" in text


def test_a_goal_has_its_words_for_a_number() -> None:
    told = explain(figure(value=None, unit=None, cmp="eq", goal_text="全面建成"), "en")
    assert str(told).startswith("goal ")
    assert ("goal_text", "全面建成") in [(f.field, f.value) for f in told.fields]
    assert "value" not in [f.field for f in told.fields]


def test_text_from_an_image_says_so() -> None:
    read = dataclasses.replace(figure().evidence, box=(10, 20, 90, 32), ocr_score=0.934)
    told = explain(dataclasses.replace(figure(), evidence=read), "zh")
    assert "第2页 · 字符" in told.place
    assert told.place.endswith(" · 识别自图像，把握 0.93")
    assert (told.record()["box"], told.record()["ocr_score"]) == ((10, 20, 90, 32), 0.934)
    assert "图像" not in explain(figure(), "zh").place


def test_ranges_stretches_and_large_numbers() -> None:
    told = explain(figure(value=2e11, high=3.5e11, cmp="range", unit="元", since=2019), "en")
    said = {f.field: f.value for f in told.fields}
    assert said["value"] == "200,000,000,000–350,000,000,000 元"
    assert said["year"] == "2019–2021"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_a_hostile_text_steers_a_page(lang: str) -> None:
    sentence = "\x1b[31m<script>建成\u202e12个\n基地</script>"
    start = sentence.index("建")
    place = Evidence("<i>.txt", sentence[start : start + 6], sentence, start, start + 6)
    basis = (("value", Basis("clause", "<b>", "\x1b[1m12个", start, start + 3)),)
    fact = Figure(place, "<x>", 2021, "achieved", None, 12, "个", "eq", "new", "<u>基地\x07", bases=basis)
    told = explain(fact, lang, DocumentInfo("a", Stated("<h1>\x1b", "title")))
    for text in (str(told), told._repr_html_()):
        assert not set("\x1b\x07\u202e") & set(text)
    for tag in ("<script>", "<i>", "<b>", "<x>", "<u>", "<h1>"):
        assert tag not in told._repr_html_().replace("<b>figure", "").replace("<b>数值", "")


def test_a_notebook_shows_marks_and_fields() -> None:
    html = explain(figure(), "en", INFO)._repr_html_()
    assert html.count("<mark ") == 3
    assert 'title="quote, subject">示范基地</mark>' in html
    assert "<th style='text-align:left;vertical-align:top'>Value</th>" in html


def test_the_record_is_plain_data() -> None:
    told = explain(figure(confidence=0.9), "en", INFO)
    record = json.loads(json.dumps(told.record(), ensure_ascii=False))
    assert record["sentence"][slice(*(record["marks"][1][end] for end in ("start", "end")))] == "示范基地"
    (value,) = [f for f in record["fields"] if f["field"] == "value"]
    assert (value["value"], value["text"], value["rule"]) == ("at least 12 个", "12个", "quantities.number")
    assert value["why"] == rule_text("quantities.number", "en")
    assert (record["confidence"], record["extractor"]) == (0.9, "figures.find")


def test_rules_of_others_say_whose_they_are() -> None:
    assert rule_text("policygraph-example:paired.verb", "en") == "a rule of the extension policygraph-example"
    assert rule_text("policygraph-example:paired.verb", "zh") == "扩展 policygraph-example 的规则"
    assert rule_text("no.such", "en") == "a rule that this version has no words for"


def test_every_place_and_mark_has_its_words() -> None:
    texts = vocabulary("explanation")
    assert tuple(texts["wheres"]) == WHERES
    assert tuple(texts["marks"]) == KINDS
    assert set(KINDS) - {"quote"} <= set(FIELDS)
    for group in texts.values():
        for words in group.values():
            assert all(words[lang] for lang in LANGUAGES)


def test_the_object_of_a_post_is_worded_as_in_the_export() -> None:
    held = dataclasses.replace(
        relation(),
        predicate="holds_post",
        subject=Entity("王某", "Person"),
        object=Entity("水利部", "Agency"),
        post="部长",
    )
    told = {told.field: told.value for told in explain(held, "zh").fields}
    assert told["object"] == held.row()["object"]["name"] == "水利部部长"
