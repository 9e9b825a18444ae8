"""A page as an image for the recogniser, and places in it as places on the page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from ...schema.errors import UnreadableDocument, UnsafeDocument
from ...schema.facts import Box
from .ocr_engine import MOST_SIDE, Quad

IMAGE_SUFFIXES = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".tif": "tif", ".tiff": "tif"}
"""Suffix → format of the image files that are read as scanned pages."""
PIXELS_PER_POINT = 2000 / 842
"""A page of A4 is drawn 2,000 pixels high (171 dots per inch). Measured on five pages of body text of 10.5 points:
1,600 pixels lose .6 % of the characters, more than 2,000 none."""
MOST_PIXELS = 100_000_000
"""An image file may have so many; A3 at 600 dots per inch has 70 million."""

_FORMATS = ("PNG", "JPEG", "TIFF")
Places = Callable[[Quad], Box]


def page_image(data: bytes, suffix: str, page: int) -> tuple[Any, Places]:
    """Page `page` (from 0) of a PDF or an image file: its pixels (height × width × 3, blue first), and a function that
    gives a place's box in the page's points.

    Raises UnreadableDocument, UnsafeDocument, pdfium's and Pillow's own errors.
    """
    return _pdf_page(data, page) if suffix == ".pdf" else _frame(data, page)


def frames(data: bytes) -> int:
    """How many pages an image file has (only TIFF has several). Raises UnreadableDocument, UnsafeDocument."""
    with _opened(data) as image:
        return int(getattr(image, "n_frames", 1))


def load_formats() -> None:
    """Load what reads each kind of image once: a box can open no file. Raises ImportError without the extra."""
    from PIL import Image

    for name in _FORMATS:
        file = io.BytesIO()
        Image.new("RGB", (8, 8)).save(file, name)
        frames(file.getvalue())


def _pdf_page(data: bytes, number: int) -> tuple[Any, Places]:
    page = pdfium.PdfDocument(data)[number]
    scale = min(PIXELS_PER_POINT, MOST_SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale)
    places = bitmap.get_posconv(page)
    image = bitmap.to_numpy()

    def box(quad: Quad) -> Box:
        # Through pdfium: the page may be turned, and its origin elsewhere than in a corner.
        return _around([places.to_page(round(x), round(y)) for x, y in quad])

    return image[:, :, :3].copy(), box


def _frame(data: bytes, number: int) -> tuple[Any, Places]:
    import numpy
    from PIL import ImageOps

    with _opened(data) as image:
        image.seek(number)
        upright = ImageOps.exif_transpose(image).convert("RGBA")
    height = upright.height
    white = upright.copy()
    white.paste((255, 255, 255, 255), (0, 0, *upright.size))
    white.alpha_composite(upright)
    shrink = min(1.0, MOST_SIDE / max(white.size))
    small = white.convert("RGB").resize([max(1, round(side * shrink)) for side in white.size])

    def box(quad: Quad) -> Box:
        return _around([(x / shrink, height - y / shrink) for x, y in quad])

    return numpy.asarray(small)[:, :, ::-1].copy(), box


def _opened(data: bytes) -> Any:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, with a message of its own
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableDocument("image_broken") from error
    if image.width * image.height > MOST_PIXELS:
        million = 1_000_000
        raise UnsafeDocument(
            "image_too_large", megapixels=image.width * image.height // million, most=MOST_PIXELS // million
        )
    return image


def _around(corners: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)
