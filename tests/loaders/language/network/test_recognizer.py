"""The network that comes with the package, and how it joins the reading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import policygraph as pg
from policygraph.loaders.language import language, overlaps
from policygraph.loaders.language.mentions import Mention, mentions_in
from policygraph.loaders.language.network import SHIPPED, check, fingerprint
from policygraph.loaders.language.network.columns import columns
from policygraph.loaders.language.network.joining import ADDED
from policygraph.loaders.language.network.recognizer import Recognizer
from policygraph.schema.errors import RunError
from policygraph.training.annotation import TYPES

LIMIT = 15_000_000
"""Bytes that the weights and the segmenter may have in the wheel."""

TEXTS = (
    "财政部、教育部联合印发《关于支持示范院校建设的意见》。",
    "会议在北京召开，来自上海、江苏和浙江的代表参加。",
    "到2025年，规模以上工业增加值年均增长6%左右。",
)


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer()


def test_what_ships_is_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < LIMIT


def test_it_agrees_with_most_of_what_the_rules_show_it(recognizer: Recognizer) -> None:
    reader = language()
    right = total = 0
    for text in TEXTS:
        found = mentions_in(reader.text(text))
        words = recognizer.segmenter.words(text) if recognizer.segmenter else None
        (spans,) = recognizer.find([(text, columns(text, found, words=words))])
        total += len(found)
        right += sum((m.start, m.end, m.type) in spans for m in found)
    assert total >= 8
    assert right / total > 0.7


def test_spans_are_apart_and_of_the_known_types(recognizer: Recognizer) -> None:
    for spans, text in zip(recognizer.find((t, columns(t)) for t in TEXTS), TEXTS, strict=True):
        ends = [0, *(end for _, end, _ in spans)]
        assert all(before <= start < end <= len(text) for before, (start, end, _) in zip(ends, spans, strict=False))
        assert {kind for *_, kind in spans} <= set(TYPES)


def test_it_adds_to_the_rules_and_takes_nothing_away() -> None:
    rules, both = language(), language(network=SHIPPED)
    for text in TEXTS:
        alone, joined = set(rules.mentions(text)), set(both.mentions(text))
        assert alone <= joined
        assert {m.type for m in joined - alone} <= set(ADDED)
        assert {m.found_by for m in joined - alone} <= {"network"}


PLACE = "白河湾"
"""A place that no rule knows and that the network that ships takes for one."""


def test_what_it_finds_becomes_a_name_and_a_mention(recognizer: Recognizer) -> None:
    text = f"财政部来到{PLACE}调研，教育部随行。"
    doc = language().text(text)
    before, nested = overlaps.result(doc)
    known = mentions_in(doc)
    recognizer.add([doc])
    after, still = overlaps.result(doc)
    (added,) = [name for name in after if name not in before]
    assert (added.start, added.end, added.text) == (5, 8, PLACE)
    assert (added.type, added.found_by) == ("Region", "network")
    assert set(after) == {*before, added}
    assert list(still) == list(nested)
    assert set(mentions_in(doc)) == {*known, Mention(5, 8, "Region", "network")}


def test_a_network_of_a_folder_reads_what_the_rules_do_not(tmp_path: Path) -> None:
    copy = shutil.copytree(SHIPPED, tmp_path / "copy")
    text = f"会议在{PLACE}召开，来自上海、江苏和浙江的代表参加。"
    with_it = language(network=copy).mentions(text)
    assert [m for m in with_it if m not in language().mentions(text)] == [Mention(3, 6, "Region", "network")]


def test_texts_in_which_the_rules_find_nothing_are_skipped(recognizer: Recognizer) -> None:
    """Although the network would find something there."""
    text = f"他在{PLACE}说，要抓好落实。"
    alone, beside = language().text(text), language().text(f"他在{PLACE}说，教育部要抓好落实。")
    words = recognizer.segmenter.words(text) if recognizer.segmenter else None
    (spans,) = recognizer.find([(text, columns(text, words=words))])
    assert (2, 5, "Region") in spans
    recognizer.add([alone, beside])
    assert overlaps.result(alone) == ((), ())
    assert mentions_in(alone) == ()
    assert PLACE in [name.text for name in overlaps.result(beside)[0]]


def test_public_names_with_and_without_the_network() -> None:
    text = TEXTS[0]
    assert [text[m.start : m.end] for m in pg.mentions(text)][:2] == ["财政部", "教育部"]
    assert set(pg.mentions(text)) <= set(pg.mentions(text, network="shipped"))


def test_offsets_count_in_the_whole_text() -> None:
    text = "财政部发文。\n\n教育部转发。"
    assert [text[m.start : m.end] for m in pg.mentions(text)] == ["财政部", "教育部"]


def test_a_folder_without_a_network_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no network in"):
        check(tmp_path)
    with pytest.raises(RunError, match="policygraph train"):
        pg.mentions("财政部", network=str(tmp_path))


def test_the_fingerprint_tells_networks_apart(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(SHIPPED, copy)
    assert fingerprint(copy) == fingerprint(SHIPPED)
    with (copy / "config.cfg").open("a") as file:
        file.write("\n")
    assert fingerprint(copy) != fingerprint(SHIPPED)
