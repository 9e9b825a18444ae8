"""PDF files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.schema.errors import UnreadableDocument

FIRST = ["关于建设示范工厂的通知", "全市计划建设示范工厂20家，", "- 1 -"]
SECOND = ["培育骨干企业100家以上。", "2021年5月6日", "- 2 -"]


def test_pages_and_the_place_of_each(pdf: Callable[..., bytes]) -> None:
    source = read_bytes(pdf([FIRST, SECOND]), "通知.pdf")
    assert source.original == "\n".join([*FIRST, *SECOND, ""])
    assert source.main.text.splitlines() == [*FIRST[:2], *SECOND[:2]]
    second = source.original.index("培育")
    assert source.pages == (0, second)
    assert (source.page(0), source.page(second - 1), source.page(second)) == (1, 1, 2)
    start = source.main.text.index("培育骨干企业100家")
    assert source.quote(*source.main.origin(start, start + 10)) == "培育骨干企业100家"


def test_text_formats_have_no_pages() -> None:
    assert read_bytes("工作".encode(), "a.txt").page(0) is None


def test_title_of_the_properties(pdf: Callable[..., bytes]) -> None:
    assert [
        (n, s.value, s.where, s.char_start) for n, s in read_bytes(pdf([FIRST], title="通知"), "a.pdf").headers
    ] == [("title", "通知", "pdf properties", None)]


def test_a_page_without_text_beside_others_is_told(pdf: Callable[..., bytes]) -> None:
    assert read_bytes(pdf([FIRST, []]), "a.pdf").partial == ()  # an empty page has lost nothing


@pytest.mark.parametrize("cut", [0.3, 0.6])
def test_a_broken_file(pdf: Callable[..., bytes], cut: float) -> None:
    data = pdf([FIRST, SECOND])
    with pytest.raises(UnreadableDocument, match=r"the PDF"):
        read_bytes(data[: int(len(data) * cut)].replace(b"/Catalog", b"/Nothing"), "a.pdf")


def test_a_file_without_text(pdf: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableDocument, match=r"holds no text \(pages: 2, all blank"):
        read_bytes(pdf([[], []]), "a.pdf")


def test_a_protected_file(protected_pdf: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="protected by a password"):
        read_bytes(protected_pdf, "a.pdf")
