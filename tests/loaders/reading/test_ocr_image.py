"""Pages as images, and places in them as places on the page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pytest

from policygraph.loaders.reading import ocr_image
from policygraph.loaders.reading.ocr_image import frames, page_image
from policygraph.schema.errors import UnreadableDocument, UnsafeDocument

SPOT = (300, 100, 400, 150)
"""Left, top, right, bottom in pixels of a black spot on a page of 1000 × 700."""


def spotted(draw_page: Callable[..., Any]) -> Any:
    page = draw_page([])
    page.paste(0, SPOT)
    return page


def black(image: Any) -> tuple[tuple[float, float], ...]:
    """The corners of what is black in an image."""
    rows, columns = (image[:, :, 0] < 128).nonzero()
    left, right, top, bottom = columns.min(), columns.max() + 1, rows.min(), rows.max() + 1
    return ((left, top), (right, top), (right, bottom), (left, bottom))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_place_on_a_page_however_it_is_turned(
    draw_page: Callable[..., Any], scanned: Callable[..., bytes], turn: int
) -> None:
    document = pdfium.PdfDocument(scanned(spotted(draw_page)))
    document[0].set_rotation(turn)
    file = io.BytesIO()
    document.save(file)
    image, box = page_image(file.getvalue(), ".pdf", 0)
    inch = 72 / 150
    left, top, right, bottom = (edge * inch for edge in SPOT)
    assert box(black(image)) == pytest.approx((left, 700 * inch - bottom, right, 700 * inch - top), abs=1)


def test_a_place_in_an_image_file(draw_page: Callable[..., Any]) -> None:
    file = io.BytesIO()
    spotted(draw_page).save(file, "PNG")
    image, box = page_image(file.getvalue(), ".png", 0)
    assert image.shape == (700, 1000, 3)
    assert box(black(image)) == (300, 550, 400, 600)


def test_a_large_image_is_made_smaller_and_its_places_stay(draw_page: Callable[..., Any]) -> None:
    file = io.BytesIO()
    spotted(draw_page).resize((6000, 4200)).save(file, "PNG")
    image, box = page_image(file.getvalue(), ".png", 0)
    assert max(image.shape) == ocr_image.MOST_SIDE
    assert box(black(image)) == pytest.approx((1800, 3300, 2400, 3600), abs=5)


def test_a_large_page_is_drawn_no_larger() -> None:
    document = pdfium.PdfDocument.new()
    document.new_page(14400, 9000)
    file = io.BytesIO()
    document.save(file)
    assert max(page_image(file.getvalue(), ".pdf", 0)[0].shape) == ocr_image.MOST_SIDE


def test_what_is_clear_in_an_image_is_paper(draw_page: Callable[..., Any]) -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(file, "PNG")
    assert page_image(file.getvalue(), ".png", 0)[0].min() == 255


def test_the_pages_of_an_image_file(draw_page: Callable[..., Any]) -> None:
    pages = [draw_page([(20, 20, text)], (200, 80)) for text in ("一", "二")]
    file = io.BytesIO()
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
    assert frames(file.getvalue()) == 2
    first, second = (page_image(file.getvalue(), ".tif", n)[0] for n in range(2))
    assert first.shape == second.shape
    assert (first != second).any()


def test_files_that_are_no_images(draw_page: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableDocument, match="the image is broken"):
        frames(b"\x89PNG\r\n\x1a\n" + bytes(200))
    file = io.BytesIO()
    spotted(draw_page).save(file, "GIF")
    with pytest.raises(UnreadableDocument, match="expected PNG, JPEG or TIFF"):
        frames(file.getvalue())
    file = io.BytesIO()
    spotted(draw_page).save(file, "PNG")
    monkeypatch.setattr(ocr_image, "MOST_PIXELS", 500_000)
    with pytest.raises(UnsafeDocument, match="million pixels"):
        frames(file.getvalue())
