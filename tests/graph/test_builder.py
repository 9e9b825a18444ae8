"""What a build leaves behind, whatever came before it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from policygraph.graph import Builder, Refusal, open_graph
from policygraph.schema.errors import InvalidFact, StoreError
from policygraph.schema.notices import Notice

NO_TEXT = Notice("pdf_no_text", {"pages": 3})


def test_a_first_build_reports_what_it_stored(tmp_path, corpus, build):
    report = build(tmp_path / "x.pg", corpus)
    assert report.changed
    assert (report.documents, report.articles, report.facts) == (3, 2, 10)
    assert report.added == ("2020/通知.txt", "简报.pdf", "网页/规划.html")
    assert report.replaced == report.reused == report.stale == report.forgotten == report.refused == ()
    assert [path.name for path in tmp_path.iterdir()] == ["x.pg"]


def test_the_order_of_arrival_leaves_no_trace(tmp_path, many, build):
    documents = many(30)
    build(tmp_path / "a.pg", documents)
    build(tmp_path / "b.pg", [(d, facts[::-1]) for d, facts in documents[::-1]])
    assert (tmp_path / "a.pg").read_bytes() == (tmp_path / "b.pg").read_bytes()


def test_the_way_there_leaves_no_trace(tmp_path, many, build):
    build(tmp_path / "straight.pg", many(20), {"rules": "r1"})
    build(tmp_path / "winding.pg", many(35)[10:], {"rules": "r0"})
    with Builder(tmp_path / "winding.pg", {"rules": "r1"}) as builder:
        builder.refuse("broken.pdf", None, "UnreadableDocument", NO_TEXT)
        for document, facts in many(10):
            builder.add(document, facts)
        builder.forget(builder.keys() - {d.key for d, _ in many(20)})
        builder.publish()
    assert (tmp_path / "straight.pg").read_bytes() == (tmp_path / "winding.pg").read_bytes()


def written(path):
    """What tells whether a file was written: reading it changes the time of access."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def test_nothing_changed_means_the_file_is_not_touched(tmp_path, corpus, build):
    path = tmp_path / "x.pg"
    build(path, corpus, {"rules": "r1"})
    with Builder(path, {"rules": "r1"}) as builder:
        builder.refuse("broken.pdf", "00", "UnreadableDocument", NO_TEXT)
        builder.publish()
    before = written(path)
    with Builder(path, {"rules": "r1"}) as builder:
        assert builder.keys() == {"2020/通知.txt", "简报.pdf", "网页/规划.html", "broken.pdf"}
        assert all(builder.reusable(d.key, d.sha256, d.rules) for d, _ in corpus)
        builder.refuse("broken.pdf", "00", "UnreadableDocument", NO_TEXT)
        builder.forget(["never/there.txt"])
        assert [p.name for p in tmp_path.iterdir() if p.suffix == ".building"] == []
        report = builder.publish()
    assert not report.changed
    assert report.reused == ("2020/通知.txt", "简报.pdf", "网页/规划.html")
    assert report.refused == (Refusal("broken.pdf", "00", "UnreadableDocument", NO_TEXT),)
    assert written(path) == before


def test_the_same_documents_read_again_give_the_same_bytes(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus)
    before = written(tmp_path / "x.pg")
    report = build(tmp_path / "x.pg", corpus)
    assert not report.changed
    assert len(report.replaced) == 3
    assert written(tmp_path / "x.pg") == before


def test_other_bytes_or_other_rules_are_not_reusable(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus)
    document = corpus[0][0]
    with Builder(tmp_path / "x.pg") as builder:
        assert builder.reusable(document.key, document.sha256, "r1")
        assert not builder.reusable(document.key, "0" * 64, "r1")
        assert not builder.reusable(document.key, document.sha256, "r2")
        assert not builder.reusable("other.txt", document.sha256, "r1")


def test_a_changed_document_replaces_its_facts_and_no_others(tmp_path, corpus, build, in_order):
    build(tmp_path / "x.pg", corpus)
    document, facts = corpus[0]
    report = build(tmp_path / "x.pg", [(dataclasses.replace(document, sha256="1" * 64), facts[:1])])
    assert report.replaced == (document.key,)
    with open_graph(tmp_path / "x.pg") as graph:
        assert list(graph.facts()) == in_order([*facts[:1], *corpus[1][1], *corpus[2][1]])


def test_a_vanished_document_goes_with_its_facts(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus)
    with Builder(tmp_path / "x.pg") as builder:
        builder.forget(["简报.pdf", "never/there.txt"])
        report = builder.publish()
    assert report.changed
    assert report.forgotten == ("简报.pdf",)
    assert (report.documents, report.articles, report.facts) == (2, 0, 6)
    with open_graph(tmp_path / "x.pg") as graph:
        assert "示例中心" not in {entity.name for entity, _ in graph.entities()}
        assert graph.verify().problems == ()


def test_a_changed_file_that_cannot_be_read_keeps_its_old_facts_marked_stale(tmp_path, corpus, build):
    path = tmp_path / "x.pg"
    build(path, corpus)
    document, facts = corpus[0]
    with Builder(path) as builder:
        builder.refuse(document.key, "2" * 64, "UnreadableDocument", NO_TEXT)
        report = builder.publish()
    assert report.stale == (document.key,)
    with open_graph(path) as graph:
        assert graph.document(document.key).stale
        assert len(list(graph.facts(document=document.key))) == len(facts)
        assert graph.refused() == (Refusal(document.key, "2" * 64, "UnreadableDocument", NO_TEXT),)
        assert graph.verify().problems == ()
    with Builder(path) as builder:
        assert not builder.reusable(document.key, document.sha256, document.rules)  # its file may be whole again
        builder.refuse(document.key, "2" * 64, "UnreadableDocument", NO_TEXT)
        report = builder.publish()
    assert report.stale == (document.key,)
    assert not report.changed
    report = build(path, [(document, facts)])
    assert report.stale == report.refused == ()
    with open_graph(path) as graph:
        assert not graph.document(document.key).stale


def test_a_refusal_keeps_what_its_message_is_made_of(tmp_path):
    told = Notice("too_large", {"suffix": ".html", "most": 16, "megabytes": 51.5})
    for _ in range(2):
        with Builder(tmp_path / "x.pg") as builder:
            builder.refuse("页.html", "0" * 64, "UnsafeDocument", told)
            report = builder.publish()
    assert not report.changed
    with open_graph(tmp_path / "x.pg") as graph:
        (refusal,) = graph.refused()
    assert refusal.notice == told
    assert refusal.notice.said("zh").startswith("文件有 51.5 MB，.html 文件最大可读 16 MB；请拆成")


def test_a_refused_file_that_is_readable_again_is_refused_no_more(tmp_path, corpus, build):
    document, facts = corpus[0]
    with Builder(tmp_path / "x.pg") as builder:
        builder.refuse(document.key, None, "UnreadableDocument", Notice("no_permission"))
        assert builder.publish().documents == 0
    report = build(tmp_path / "x.pg", [(document, facts)])
    assert report.refused == ()
    assert report.added == (document.key,)


@pytest.mark.parametrize(
    "other", [{"extractor": "another.rule"}, {"sentence": "认定"}, {"page": 2}, {"year_source": None}]
)
def test_a_fact_that_is_stated_twice_at_one_place_is_kept_once(tmp_path, corpus, build, other):
    document, facts = corpus[0]
    if "sentence" in other or "page" in other:
        again = dataclasses.replace(facts[0], evidence=dataclasses.replace(facts[0].evidence, **other))
    else:
        again = dataclasses.replace(facts[0], **other)
    assert build(tmp_path / "a.pg", [(document, [*facts, again])]).facts == len(facts)
    build(tmp_path / "b.pg", [(document, [again, *facts])])
    assert (tmp_path / "a.pg").read_bytes() == (tmp_path / "b.pg").read_bytes()


def test_a_quote_that_does_not_stand_there_is_refused_and_nothing_stored(tmp_path, corpus):
    document, facts = corpus[0]
    place = dataclasses.replace(facts[1].evidence, char_start=facts[1].evidence.char_start + 1)
    with Builder(tmp_path / "x.pg") as builder:
        with pytest.raises(InvalidFact, match="quotes '到2025年建成省级智能工厂300个', but at 2020/通知"):
            builder.add(document, [facts[0], dataclasses.replace(facts[1], evidence=place)])
        assert builder.keys() == frozenset()


def test_a_fact_of_another_document_is_refused(tmp_path, corpus):
    with (
        Builder(tmp_path / "x.pg") as builder,
        pytest.raises(InvalidFact, match=r"a fact of .* came with 2020/通知"),
    ):
        builder.add(corpus[0][0], corpus[1][1])


def test_a_number_that_is_not_finite_is_refused(tmp_path, corpus):
    document, facts = corpus[0]
    with Builder(tmp_path / "x.pg") as builder:
        with pytest.raises(InvalidFact, match="expected finite numbers"):
            builder.add(document, [dataclasses.replace(facts[0], value=float("nan"))])
        assert builder.keys() == frozenset()


@pytest.mark.parametrize("where", ["key", "sentence"])
def test_half_characters_are_told(tmp_path, corpus, where):
    document, facts = corpus[0]
    fact = facts[0]
    if where == "key":  # as the operating system gives a file name in another encoding
        document = dataclasses.replace(document, info=dataclasses.replace(document.info, key="\udcb2\udce2.txt"))
        fact = dataclasses.replace(fact, evidence=dataclasses.replace(fact.evidence, document=document.key))
    else:
        fact = dataclasses.replace(fact, evidence=dataclasses.replace(fact.evidence, sentence="半个\ud840字"))
    with Builder(tmp_path / "x.pg") as builder:
        with pytest.raises(StoreError, match="has half characters; decode it anew"):
            builder.add(document, [fact])
        assert builder.keys() == frozenset()


def test_an_empty_folder_gives_an_empty_graph(tmp_path):
    with Builder(tmp_path / "x.pg") as builder:
        report = builder.publish()
    assert (report.changed, report.documents, report.facts) == (True, 0, 0)
    with open_graph(tmp_path / "x.pg") as graph:
        assert list(graph.documents()) == []
        assert graph.verify().problems == ()


def test_a_build_that_fails_leaves_the_file_and_the_next_goes_on(tmp_path, corpus, build):
    path = tmp_path / "x.pg"
    build(path, corpus[:1])
    before = path.read_bytes()
    with Builder(path) as builder:
        builder.add(*corpus[1])  # and left without publish, as by an error
    assert path.read_bytes() == before
    with Builder(path) as builder:
        assert builder.reusable(corpus[1][0].key, corpus[1][0].sha256, "r1")
        builder.add(*corpus[2])
        assert builder.publish().documents == 3
    build(tmp_path / "straight.pg", corpus)
    assert path.read_bytes() == (tmp_path / "straight.pg").read_bytes()


def test_settings_are_kept_and_a_change_of_them_is_a_change(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus, {"base": "https://example.org/pg/", "rules": "r1"})
    with Builder(tmp_path / "x.pg", {"rules": "r2"}) as builder:
        assert builder.publish().changed
    with open_graph(tmp_path / "x.pg") as graph:
        assert graph.settings() == {"rules": "r2"}
        assert graph.base == "urn:policygraph:"


@pytest.mark.parametrize("name", ["有 空格的名字.pg", "100%#?.pg", "x.building"])
def test_any_file_name_will_do(tmp_path, corpus, build, name):
    build(tmp_path / name, corpus)
    with open_graph(tmp_path / name) as graph:
        assert graph.verify().facts == 10
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_relative_path_will_do(tmp_path, corpus, build, monkeypatch):
    monkeypatch.chdir(tmp_path)
    build(Path("x.pg"), corpus)
    with open_graph("x.pg") as graph:
        assert len(list(graph.documents())) == 3


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="expected a folder to write in"):
        Builder(tmp_path / "nowhere" / "x.pg")


def test_a_damaged_file_is_not_built_on(tmp_path, corpus, build):
    path = tmp_path / "x.pg"
    build(path, corpus)
    old, new = "国家技术创新示范企业".encode(), "国家技术创新示范商业".encode()
    damaged = path.read_bytes().replace(old, new)
    path.write_bytes(damaged)
    with Builder(path) as builder, pytest.raises(StoreError, match=r"x.pg is damaged: content of .*2020/通知.txt"):
        builder.forget(["网页/规划.html"])
    assert path.read_bytes() == damaged
