"""Which way up a page lies: told by how its lines read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .ocr_engine import Engine, Quad
from .ocr_layout import Part

SURE = 0.8
"""A page whose characters are read with less than this certainty on the mean may stand on its head.

Measured on six pages of print of 100 and 200 dots per inch, slanted by up to 1.5 degrees: upright .99 and more, on
their head .49 to .60.
"""
LEAST_SCORE = 0.5
"""A line read with less certainty is left out: it is a stamp, a picture or a scrawl."""

Back = Callable[[Quad], Quad]


def upright(image: Any, engine: Engine) -> tuple[list[Part], Back]:
    """The parts of an image turned so that its lines can be read, and a function that turns their places back.

    A page that lies on its side is tried both ways round, one whose lines hardly read on its head as well.
    """
    import numpy

    best, turned = _parts(engine(image)), 0
    for turns in (1, 3) if _lies(best) else (2,) if _certainty(best) < SURE else ():
        parts = _parts(engine(numpy.ascontiguousarray(numpy.rot90(image, turns))))
        if _certainty(parts) > _certainty(best) or _lies(best):
            best, turned = parts, turns
    height, width = image.shape[:2]

    def back(quad: Quad) -> Quad:
        return tuple(_turned_back(x, y, turned, width, height) for x, y in quad)

    return [part for part in best if part.score >= LEAST_SCORE], back


def _turned_back(x: float, y: float, turns: int, width: int, height: int) -> tuple[float, float]:
    """A place in an image of this size turned left by so many right angles, as a place in the image itself."""
    places = ((x, y), (width - y, x), (width - x, height - y), (y, height - x))
    return places[turns]


def _parts(found: Sequence[tuple[Quad, str, float]]) -> list[Part]:
    parts = [Part(" ".join(text.split()), quad, score) for quad, text, score in found]
    return [part for part in parts if part.text]


def _certainty(parts: Sequence[Part]) -> float:
    """Mean score of the parts by their length on the page; 1 for an empty page, which no turning helps."""
    whole = sum(part.length for part in parts)
    return sum(part.score * part.length for part in parts) / whole if whole else 1.0


def _lies(parts: Sequence[Part]) -> bool:
    """Most of the lines run downwards."""
    return sum(part.length for part in parts if part.upends) > 0.5 * sum(part.length for part in parts)
