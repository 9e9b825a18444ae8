"""Scanned and garbled pages, read in their boxes: the text, its places, and what becomes of pages that fail."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from policygraph.loaders.reading import Limits, Source, boxed, close, read, read_bytes
from policygraph.loaders.reading.pdf import unread_pages
from policygraph.schema.errors import UnreadableDocument
from policygraph.schema.notices import Notice

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the box needs a system that can fork")

TOP = 60
STEP = 60
SCAN = [
    "示例市人民政府关于建设示范工厂的通知",
    "一、主要目标",
    "到2025年，全市累计建成示范工厂120家，培育骨干",
    "企业300家以上，重点企业数字化率达到68.5%。",
    "示例市人民政府",
    "2021年5月6日",
]
OWN = ["各区有关部门：", "二、重点任务", "2021年新建示范工厂20家，完成技术改造项目35个。"]
BROKEN = ["".join(chr(33 + (n * 7 + row) % 14) for n in range(60)) for row in range(12)]
"""A text layer whose font does not say which characters it draws."""


def lines(texts: list[str]) -> list[tuple[int, int, str]]:
    return [(80, TOP + STEP * n, text) for n, text in enumerate(texts)]


def joined(*files: bytes) -> bytes:
    """The pages of some PDF files as one."""
    whole = pdfium.PdfDocument.new()
    for file in files:
        whole.import_pages(pdfium.PdfDocument(file))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.fixture(scope="module")
def page(draw_page: Callable[..., Any]) -> Any:
    return draw_page(lines(SCAN))


@pytest.fixture(scope="module")
def mixed(page: Any, scanned: Callable[..., bytes], pdf: Callable[..., bytes]) -> bytes:
    """A page of text, a scan, a page of text."""
    return joined(pdf([OWN]), scanned(page), pdf([OWN[::-1]]))


@pytest.fixture(scope="module")
def source(mixed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Source:
    return read(written(tmp_path_factory.mktemp("mixed"), "a.pdf", mixed), "夹/a.pdf")


@pytest.fixture
def fresh_processes() -> Iterator[None]:
    """Reading processes that start within the test and end with it."""
    close()
    yield
    close()


def test_pages_stay_in_order_and_keep_their_numbers(source: Source) -> None:
    recognised = source.original[source.pages[1] : source.pages[2]]
    assert SequenceMatcher(None, "\n".join([*SCAN, ""]), recognised).ratio() > 0.97
    assert source.original == "\n".join([*OWN, recognised.rstrip("\n"), *OWN[::-1], ""])
    assert source.partial == (Notice("ocr_pages", {"pages": "2"}),)
    text = source.original
    assert [source.page(at) for at in (text.index(OWN[0]), text.index("68.5%"), text.rindex(OWN[0]))] == [1, 2, 3]


def test_recognised_text_has_places_on_the_page_and_the_rest_has_none(source: Source) -> None:
    inch = 72 / 150
    start = source.original.index("68.5%")
    found = source.recognised(start, start + 5)
    assert found is not None
    left, bottom, right, top = found.box
    line_top = TOP + STEP * 3
    assert (left, top) == pytest.approx((80 * inch, (700 - line_top) * inch), abs=6)
    assert bottom == pytest.approx((700 - line_top - 40) * inch, abs=6)
    assert 400 * inch < right < 1000 * inch
    assert 0.8 < found.score <= 1
    assert source.recognised(0, 5) is None
    assert [source.original[s.start : s.end] for s in source.ocr] == source.original[
        source.pages[1] : source.pages[2]
    ].splitlines()


def test_the_main_text_leads_back_to_the_lines(source: Source) -> None:
    start = source.main.text.index("120家")
    place = source.main.origin(start, start + 4)
    assert source.quote(*place) == "120家"
    assert source.recognised(*place) is not None


def test_a_page_whose_text_layer_is_no_language(
    page: Any,
    scanned: Callable[..., bytes],
    pdf: Callable[..., bytes],
    with_text_layer: Callable[..., bytes],
    tmp_path: Path,
) -> None:
    # What an earlier recognition left behind the image.
    data = with_text_layer(joined(pdf([OWN]), scanned(page)), 1, BROKEN)
    assert BROKEN[0][:20] in pdfium.PdfDocument(data)[1].get_textpage().get_text_bounded()
    source = read(written(tmp_path, "a.pdf", data), "a.pdf")
    assert source.original.startswith("\n".join(OWN))
    assert "68.5%" in source.original
    assert "$%" not in source.original
    assert source.partial == (Notice("ocr_pages", {"pages": "2"}),)


def test_an_image_file_is_a_scanned_page(page: Any, tmp_path: Path) -> None:
    page.save(tmp_path / "a.jpg", quality=70)
    source = read(tmp_path / "a.jpg", "a.jpg")
    assert (source.format, source.pages) == ("jpg", (0,))
    assert SequenceMatcher(None, "\n".join([*SCAN, ""]), source.original).ratio() > 0.97


def test_an_image_without_text_is_refused(draw_page: Callable[..., Any], tmp_path: Path) -> None:
    draw_page([], (300, 200)).save(tmp_path / "a.png")
    with pytest.raises(UnreadableDocument, match=r"no text was recognized \(pages: 1\)"):
        read(tmp_path / "a.png", "a.png")


@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(page_seconds=0), "ocr_too_slow"), (Limits(page_memory_bytes=300 << 20), "ocr_out_of_memory")],
)
def test_a_page_past_its_limits_costs_that_page_only(
    mixed: bytes, draw_page: Callable[..., Any], tmp_path: Path, limits: Limits, code: str
) -> None:
    source = read(written(tmp_path, "a.pdf", mixed), "a.pdf", limits)
    assert source.original == "\n".join([*OWN, "", *OWN[::-1], ""])
    assert [(notice.code, notice.details["pages"]) for notice in source.partial] == [(code, "2")]
    assert source.ocr == ()


def test_a_file_of_pages_past_their_limits_is_refused(
    page: Any, scanned: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boxed, "GIVEN_UP", 2)
    path = written(tmp_path, "a.pdf", scanned(page, page, page))
    with pytest.raises(UnreadableDocument, match=r"took more than 0 s a page and was ended \(pages: 1–3\)"):
        read(path, "a.pdf", Limits(page_seconds=0))


def test_pages_past_the_most_are_named(
    draw_page: Callable[..., Any], scanned: Callable[..., bytes], tmp_path: Path
) -> None:
    small = draw_page([(20, 20, "2020年建成20家")], (500, 100))
    source = read(written(tmp_path, "a.pdf", scanned(small, small, small)), "a.pdf", Limits(ocr_pages=1))
    assert source.original == "2020年建成20家\n\n\n"
    assert source.partial == (
        Notice("ocr_pages", {"pages": "1"}),
        Notice("ocr_too_many", {"pages": "2–3", "most": 1}),
    )


def test_a_recogniser_that_dies_costs_the_page_only(
    mixed: bytes, draw_page: Callable[..., Any], tmp_path: Path, fresh_processes: None
) -> None:
    path = written(tmp_path, "a.pdf", mixed)
    read(path, "a.pdf", Limits(page_seconds=0))
    boxed._processes["ocr_server"].processes()[0].kill()
    assert read(path, "a.pdf").partial == (Notice("ocr_failed", {"pages": "2"}),)
    assert read(path, "a.pdf").partial == (Notice("ocr_pages", {"pages": "2"}),)


def test_a_recogniser_that_does_not_start_is_said(
    mixed: bytes,
    draw_page: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fresh_processes: None,
) -> None:
    (tmp_path / "cv2.py").write_text(
        'raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")'
    )
    monkeypatch.syspath_prepend(tmp_path)
    source = read(written(tmp_path, "a.pdf", mixed), "a.pdf")
    assert OWN[0] in source.original
    (notice,) = source.partial
    assert notice.code == "ocr_unusable"
    assert "pages: 2" in notice.said("en")
    assert "libGL.so.1" in notice.said("zh")


class TestWithoutTheExtra:
    @pytest.fixture(autouse=True)
    def _without(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "rapidocr", None)

    def test_pages_are_named_with_the_extra_and_the_others_are_read(self, mixed: bytes, tmp_path: Path) -> None:
        source = read(written(tmp_path, "a.pdf", mixed), "a.pdf")
        assert source.original == "\n".join([*OWN, "", *OWN[::-1], ""])
        assert source.partial == (Notice("ocr_missing", {"pages": "2"}),)
        assert "policygraph[ocr]" in source.partial[0].said("zh")

    def test_a_garbled_page_is_named_too(self, pdf: Callable[..., bytes]) -> None:
        source = read_bytes(pdf([OWN, BROKEN]), "a.pdf")
        assert source.original == "\n".join([*OWN, "", ""])
        assert source.partial == (Notice("ocr_missing", {"pages": "2"}),)

    def test_a_file_of_scans_is_refused(self, page: Any, scanned: Callable[..., bytes], tmp_path: Path) -> None:
        path = written(tmp_path, "a.pdf", scanned(page, page))
        with pytest.raises(UnreadableDocument, match=r"pages: 1–2\); install the extra policygraph\[ocr\]"):
            read(path, "a.pdf")

    def test_an_image_file_is_refused(self, page: Any, tmp_path: Path) -> None:
        page.save(tmp_path / "a.png")
        with pytest.raises(UnreadableDocument, match=r"install the extra policygraph\[ocr\]"):
            read(tmp_path / "a.png", "a.png")


def test_a_short_odd_page_of_a_garbled_file_is_garbled_too(pdf: Callable[..., bytes]) -> None:
    assert unread_pages(pdf([[BROKEN[0][:30]], OWN, BROKEN])) == (0, 2)


def test_a_short_odd_page_of_a_readable_file_is_kept(pdf: Callable[..., bytes]) -> None:
    odd = ["A<B=C>D;E<F=G>H" * 5]
    assert read_bytes(pdf([OWN * 10, odd]), "a.pdf").partial == ()


def test_a_garbled_text_file_stays_refused(shared: Path) -> None:
    path = shared / "corpus" / "plans" / "bj_2021_garbled_pdf2text_sample.txt"
    with pytest.raises(UnreadableDocument, match="are no language"):
        read(path, path.name)
