"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.encodings import decode
from policygraph.schema.errors import UnreadableDocument
from policygraph.schema.notices import Notice

SIMPLIFIED = "一年来，全市新建示范工厂20家，完成技术改造项目35个。\n明年将继续推进这项工作，力争达到60家。\n"
TRADITIONAL = "一年來，全市新建示範工廠20家，完成技術改造項目35個。\n明年將繼續推進這項工作，力爭達到60家。\n"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("示范工厂\n", "gb18030", "gb18030"),
    ],
)
def test_text_comes_back_whatever_it_was_written_in(text: str, written: str, named: str) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding, decoded.partial) == (text, named, ())


def test_line_ends_become_those_of_text_mode() -> None:
    assert decode("一、目标\r\n二、任务\r三、保障\n".encode()).text == "一、目标\n二、任务\n三、保障\n"


@given(st.text(alphabet="国家制造业创新中心建设，。0123\n", min_size=8))
def test_every_text_of_common_characters_survives_gb18030(text: str) -> None:
    if text.isascii():
        return
    assert decode(text.encode("gb18030")).text == text


def test_a_few_broken_bytes_are_told_and_do_not_change_the_encoding() -> None:
    data = (SIMPLIFIED * 20).encode()[:-2]  # cut in the middle of a character
    decoded = decode(data + b"\n")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(SIMPLIFIED)
    assert decoded.partial == (Notice("broken_characters", {"count": 1, "encoding": "utf-8"}),)


@pytest.mark.parametrize(
    "data",
    [
        bytes((n * n * 31 + n // 7) % 251 + 1 for n in range(20_000)),
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\xff\xfe" + b"\x00\xd8" * 400,
    ],
    ids=["noise", "all bytes", "picture", "half characters"],
)
def test_bytes_in_no_encoding_are_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        decode(data)


def test_source_names_its_encoding() -> None:
    source = read_bytes(SIMPLIFIED.encode("gb18030"), "报告.txt")
    assert (source.encoding, source.original) == ("gb18030", SIMPLIFIED)
