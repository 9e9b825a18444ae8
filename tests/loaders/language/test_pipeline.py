"""The pipeline as a whole: Docs of characters, spans, sessions, quoted names, whole documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from policygraph.loaders.language import Name, ReadArticle, Reader, language
from policygraph.loaders.language.overlaps import resolve, result
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import structure

Read = Callable[..., tuple[Name, ...]]


def read_text(reader: Reader, text: str, key: str = "notice.txt") -> list[ReadArticle]:
    """Every article of a text document."""
    document = structure(read_bytes(text.encode(), key))
    return [reader.read(article, document) for article in document.articles]


def test_tokens_are_characters_white_space_included(reader: Reader) -> None:
    doc = reader.text("工信部  2022 年\t印发")
    assert [token.text for token in doc] == list("工信部  2022 年\t印发")
    assert doc.text == "工信部  2022 年\t印发"


def test_spans_hold_the_names(reader: Reader) -> None:
    doc = reader.text("工信部印发《江苏省数据条例》")
    assert [(s.start, s.end, s.label_, s._.canonical) for s in doc.spans["names"]] == [
        (0, 3, "Agency", "工业和信息化部"), (5, 14, "Plan", "江苏省数据条例")]
    assert [(s.text, s._.name.found_by) for s in doc.spans["nested"]] == [("江苏省", "gazetteer")]


def test_the_longer_of_two_names_that_cross_is_kept() -> None:
    long, short = Name(0, 6, "a" * 6, "a", "Program", "suffix"), Name(4, 9, "b" * 5, "b", "Agency", "gazetteer")
    inside = Name(1, 3, "cc", "c", "Region", "gazetteer")
    assert resolve([short, inside, long]) == ((long,), (inside,))


def test_of_two_names_in_one_place_the_alias_is_believed() -> None:
    title, alias = Name(0, 4, "《规划》", "规划", "Plan", "title"), Name(0, 4, "《规划》", "全称", "Plan", "alias")
    assert resolve([title, alias]) == ((alias,), ())


@pytest.mark.parametrize(("text", "canonical"), [
    ("党的二十大闭幕以后", "中国共产党第二十次全国代表大会"),
    ("十九届五中全会作出部署", "党的十九届五中全会"),
    ("民建十二届三中全会开幕", "民建十二届三中全会"),
    ("列席第十三届全国人民代表大会第二次会议", "第十三届全国人民代表大会第二次会议"),
    ("十四届全国人大一次会议开幕", "第十四届全国人民代表大会第一次会议"),
])
def test_congresses_and_sessions(names_of: Read, text: str, canonical: str) -> None:
    assert [(n.canonical, n.type) for n in names_of(text) if n.found_by == "event"] == [(canonical, "Event")]


def test_quoted_names_after_a_verb(names_of: Read) -> None:
    assert [(n.start, n.end, n.canonical, n.type) for n in names_of("组织开展“千企问诊”“质量之旅”等活动")] == [
        (4, 10, "“千企问诊”活动", "Program"), (10, 16, "“质量之旅”活动", "Program")]
    assert [n for n in names_of("形成“千企问诊”的局面") if n.found_by == "quoted"] == []


def test_an_article_says_who_speaks_and_where(reader: Reader) -> None:
    text = ("江苏省氢能产业发展行动计划\n\n为推动氢能产业发展，省工信厅制定本行动计划。\n\n"
            "一、主要目标\n\n到2025年，全省建成加氢站50座以上。\n")
    article, = read_text(reader, text)
    found = [(n.text, n.canonical) for s in article.sentences for n in s.names]
    assert ("省工信厅", "江苏省工业和信息化厅") in found
    assert ("本行动计划", "江苏省氢能产业发展行动计划") in found
    assert ("全省", "江苏省") in found


def test_numbers_and_times_stand_beside_the_names(reader: Reader) -> None:
    article, = read_text(reader, "通知\n\n到2025年，建成省级重点实验室100家以上。\n")
    sentence = next(s for s in article.sentences if s.quantities)
    assert [(q.value, q.unit, q.cmp) for q in sentence.quantities] == [(100, "家", "ge")]
    assert [p.year for p in sentence.periods] == [2025]
    assert [n.canonical for n in sentence.names] == ["省级重点实验室"]


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = "工信部印发《规划纲要》（以下简称《纲要》）。\n\n《纲要》提出实施强基工程。\n"
    first, second = read_text(reader, text), read_text(reader, text)
    assert [s.names for a in first for s in a.sentences] == [s.names for a in second for s in a.sentences]


def test_what_is_longer_than_any_sentence_is_not_read(reader: Reader) -> None:
    article, = read_text(reader, "通知\n\n" + "工信部印发文件" * 4_000 + "\n\n工信部印发文件。\n")
    read = [(len(s.text), [n.canonical for n in s.names]) for s in article.sentences]
    assert (28_000, []) in read
    assert (8, ["工业和信息化部"]) in read


def test_a_model_adds_its_entities(tmp_path: Path) -> None:
    model = spacy.blank("zh")
    ruler = model.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "云图数智"}, {"label": "CARDINAL", "pattern": "三"}])  # type: ignore
    model.to_disk(tmp_path / "model")
    doc = language(str(tmp_path / "model")).text("云图数智与工信部签约三次")
    assert [(n.start, n.end, n.canonical, n.type, n.found_by) for n in result(doc)[0]] == [
        (0, 4, "云图数智", "Organization", "model"), (5, 8, "工业和信息化部", "Agency", "gazetteer")]


def test_a_model_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(OSError, match="zh_no_such_model"):
        language("zh_no_such_model")


def test_offsets_and_overlaps_on_real_documents(reader: Reader, shared: Path) -> None:
    for path in sorted((shared / "corpus" / "seeds").glob("*.txt")):
        document = structure(read_bytes(path.read_bytes(), path.name))
        for article in document.articles:
            for sentence in reader.read(article, document).sentences:
                ends = [0]
                for name in sentence.names:
                    assert sentence.text[name.start : name.end] == name.text
                    assert name.start >= ends[-1]
                    ends.append(name.end)
                for name in sentence.nested:
                    assert sentence.text[name.start : name.end] == name.text
                    assert any(o.start <= name.start and name.end <= o.end for o in sentence.names)


def test_centers_recognised_in_2020(reader: Reader, shared: Path) -> None:
    path = shared / "corpus" / "seeds" / "000_d210fa94c00fdef3.txt"
    document = structure(read_bytes(path.read_bytes(), path.name))
    names = [n for a in document.articles for s in reader.read(a, document).sentences for n in s.names]
    canonical = {n.canonical for n in names}
    assert {"国家制造业创新中心", "国家技术创新示范企业", "工业和信息化部重点实验室", "国家级车联网先导区",
            "工业和信息化部科技司", "江苏省无锡市", "关于促进人工智能和实体经济深度融合的指导意见"} <= canonical
