"""Texts that are no language."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.garbled import garbled_passages, measure
from policygraph.schema.errors import UnreadableDocument
from policygraph.schema.notices import Notice

PLAIN = "一年来，全市新建示范工厂20家，完成技术改造项目35个，总投资达到311.7亿元，同比增长8.5%。\n"
BROKEN = "".join(f'!"#$%(cid:{n})&’+,-./{n}:;<=>?@[\\]^_`' for n in range(128, 160))


def test_measures_of_plain_text() -> None:
    measures = measure(PLAIN * 10)
    assert (measures.unknown, measures.symbols, measures.rare, measures.garbled) == (0, 0, 0, False)


@pytest.mark.parametrize(
    "text",
    [
        BROKEN,
        (PLAIN * 20).encode().decode("latin-1"),
        (PLAIN * 20).encode().decode("gb18030", "replace"),
        (PLAIN * 20).encode("gb18030").decode("latin-1"),
        (PLAIN * 20).encode("gb18030").decode("big5", "replace"),
        "\ue001\ue002工\ue003作\ue004" * 20,
    ],
    ids=["font map", "utf-8 as latin-1", "utf-8 as gb18030", "gb18030 as latin-1", "gb18030 as big5", "private use"],
)
def test_garbled_text_is_unreadable(text: str) -> None:
    assert measure(text).garbled
    with pytest.raises(UnreadableDocument, match="are no language"):
        read_bytes(text.encode(), "公报.txt")


@pytest.mark.parametrize(
    "text",
    [
        PLAIN * 10,
        "The plan has 20 projects (US$ 3.5 million) & 4 parks; see https://example.org/?a=1&b=2 for details. " * 5,
        "| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 渗透率（%） | >60 | <5.5 |\n" * 4,
        "產業創新發展規劃綱要，鏈條健全，體系完備。" * 10,
    ],
    ids=["chinese", "english", "table", "traditional"],
)
def test_languages_and_tables_are_not_garbled(text: str) -> None:
    assert not measure(text).garbled


def test_a_garbled_part_is_told() -> None:
    text = PLAIN * 200 + BROKEN * 4
    garbled, passages = garbled_passages(text)
    assert (garbled, passages) == (3, 8)
    assert read_bytes(text.encode(), "公报.txt").partial == (Notice("garbled_passages", {"garbled": 3, "passages": 8}),)
