"""Sources as plain bytes."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.wire import pack, pack_error, unpack
from policygraph.schema.errors import DocumentLimit, UnsafeDocument
from policygraph.schema.notices import Notice

PAGE = "<title>工作</title><p>全市新建&ldquo;示范&rdquo;园区<b>20</b>个，𠮷林镇3个。</p>"


def test_a_source_comes_back_whole() -> None:
    source = read_bytes(PAGE.encode("gb18030"), "夹/页.html")
    back = unpack(pack(source))
    for name in ("key", "sha256", "format", "original", "markup", "encoding", "headers", "pages", "partial"):
        assert getattr(back, name) == getattr(source, name)
    assert (back.main.text, back.main.starts, back.main.ends) == (
        source.main.text,
        source.main.starts,
        source.main.ends,
    )


def test_an_error_comes_back_as_itself() -> None:
    error = UnsafeDocument("too_large", megabytes=51.5, suffix=".html", most=16)
    with pytest.raises(UnsafeDocument, match=r"^the file has 51\.5 MB; a \.html may have 16 MB\.") as failure:
        unpack(pack_error(error))
    assert (failure.value.code, failure.value.details) == (error.code, error.details)


def test_what_is_missing_comes_back_as_notices() -> None:
    source = read_bytes("全市新建园区20个。\n".encode() * 100 + b"\xff\n", "a.txt")
    assert source.partial == (Notice("broken_characters", {"count": 1, "encoding": "utf-8"}),)
    assert unpack(pack(source)).partial == source.partial


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"S",
        b"Sxx",
        b"X123",
        b'E{"type": "SystemExit", "code": "empty_file", "details": {}}',
        b'E{"type": "UnsafeDocument", "code": [], "details": {}}',
        b'E{"type": "UnsafeDocument", "code": "too_large", "details": {"most": [1]}}',
        b"E[]",
        b"S" + bytes(40),
        b"E" + b"[" * 99_999,
    ],
)
def test_a_foreign_message_is_an_error_of_the_document(message: bytes) -> None:
    with pytest.raises(DocumentLimit, match="ended without a result"):
        unpack(message)


def test_a_cut_message_is_an_error_of_the_document() -> None:
    message = pack(read_bytes(PAGE.encode(), "a.html"))
    for size in range(1, len(message), 37):
        with pytest.raises(DocumentLimit):
            unpack(message[:size])
