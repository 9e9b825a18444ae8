"""What is refused before any reader opens it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.loaders.reading import Limits, read_bytes
from policygraph.loaders.reading.checks import check_file, check_html, check_text
from policygraph.schema.errors import UnreadableDocument, UnsafeDocument


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("expanding.docx", r"expands from 0\.\d to 98 MB"),
        ("entity.docx", "declares a document type in word/document.xml"),
        ("laughs.docx", "declares a document type"),
        ("deep.html", "nested deeper than 1000"),
        ("line.html", "51.5 MB; a .html may have 16 MB"),
        ("attributes.html", "a tag with more than 1000 attributes"),
        ("paragraphs.html", "more than 200000 tags"),
        ("comments.html", "comments without an end"),
        ("line.txt", "47.7 MB; a .txt may have 16 MB"),
        ("long_line.txt", "a line of more than 1000000 characters"),
    ],
)
def test_what_would_cost_too_much_is_refused(hostile: dict[str, Callable[[], bytes]], name: str, message: str) -> None:
    with pytest.raises(UnsafeDocument, match=message):
        read_bytes(hostile[name](), name)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty.txt", "the file is empty"),
        ("blank.md", "the file is empty"),
        ("noise.txt", "none of UTF-8"),
        ("binary.txt", "none of UTF-8"),
        ("picture.pdf", "the PDF is broken"),
        ("broken_xref.pdf", "the PDF is broken"),
        ("deep.docx", r"the \.docx is broken"),
        ("sheet.xlsx", r"no reader for \.xlsx; expected \.docx, \.htm"),
        ("README", "no reader for a file without suffix"),
        ("scan.txt", "not a text but a PDF"),
        ("letter.md", "not a text but a zip archive"),
    ],
)
def test_what_holds_no_text_is_unreadable(hostile: dict[str, Callable[[], bytes]], name: str, message: str) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        read_bytes(hostile.get(name, lambda: b"x")(), name)


def test_entities_in_utf16_parts_are_seen(
    docx_of_body: Callable[..., bytes], part_replaced: Callable[..., bytes]
) -> None:
    part = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY x 'y'>]><a/>".encode("utf-16")
    with pytest.raises(UnsafeDocument, match=r"declares a document type in word/styles\.xml"):
        read_bytes(part_replaced(docx_of_body(b""), "word/styles.xml", part), "a.docx")


def test_optional_end_tags_do_not_count_as_depth() -> None:
    check_html("<ul>" + "<li>甲<p>乙" * 5000 + "</ul>" + "<br>" * 5000)


def test_a_picture_in_a_tag_is_no_danger() -> None:
    check_html(f"<img src='data:image/png;base64,{'iVBORw0K' * 60_000}=='>")


def test_lines_of_ordinary_length_pass() -> None:
    check_text(("工作" * 400_000 + "\n") * 3)


def test_limits_of_size_can_be_raised() -> None:
    data = "全市新建园区20个。\n".encode() * 1000
    with pytest.raises(UnsafeDocument):
        read_bytes(data, "a.txt", Limits(text_bytes=1000))
    assert len(read_bytes(data, "a.txt").original) == 11_000


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    for name, message in [
        ("folder.txt", "not an ordinary file"),
        ("loop.txt", "cannot be reached"),
        ("pipe.txt", "not an ordinary file"),
        ("gone.txt", "no such file"),
    ]:
        with pytest.raises(UnreadableDocument, match=message):
            check_file(tmp_path / name, Limits())
