"""Straight lines that a page of a PDF draws: the rules of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium  # type: ignore[import-untyped]

MOST_PATHS, MOST_LINES = 4000, 1200
"""A page that draws more is a picture or a chart; looking for cells among its lines would take too long."""
_MOST_POINTS = 400
_THIN = 3.0
"""Points: a filled shape as thin as this is a line; edges that lean by less are straight."""
_SHORTEST = 3.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line in points, its origin the page's upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """The line runs across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


def rules(page: pdfium.PdfPage) -> list[Rule]:
    """The lines of a page that run across or down; empty for a rotated page and for one that draws too much."""
    if page.get_rotation():
        return []
    left, base, _, _ = page.get_mediabox()
    _, height = page.get_size()
    found: list[Rule] = []
    for number, shape in enumerate(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if number >= MOST_PATHS:
            return []
        for a, b in _sides(shape.raw):
            x0, x1 = sorted((a[0] - left, b[0] - left))
            top, bottom = sorted((base + height - a[1], base + height - b[1]))
            if min(x1 - x0, bottom - top) <= _THIN and max(x1 - x0, bottom - top) >= _SHORTEST:
                found.append(Rule(x0, top, x1, bottom))
        if len(found) > MOST_LINES:
            return []
    return found


def _sides(shape: ctypes.c_void_p) -> Iterator[tuple[Point, Point]]:
    """The sides of a drawn shape; of a thin one the line along its middle."""
    bounds = [ctypes.c_float() for _ in range(4)]
    if not pdfium.raw.FPDFPageObj_GetBounds(shape, *bounds):
        return
    left, base, right, top = (bound.value for bound in bounds)
    if min(right - left, top - base) <= _THIN:
        if right - left >= top - base:
            yield (left, (base + top) / 2), (right, (base + top) / 2)
        else:
            yield ((left + right) / 2, base), ((left + right) / 2, top)
        return
    points = _points(shape)
    for a, b in pairwise(points):
        if a is not None and b is not None and min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _THIN / 3:
            yield a, b


def _points(shape: ctypes.c_void_p) -> list[Point | None]:
    """The corners of a shape in order, on the page; None before each new stroke and where a curve runs."""
    raw = pdfium.raw
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(shape, matrix):
        return []
    points: list[Point | None] = []
    start: Point | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(raw.FPDFPath_CountSegments(shape), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(shape, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            return []
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == raw.FPDF_SEGMENT_MOVETO:
            points.append(None)
            start = here
        elif kind != raw.FPDF_SEGMENT_LINETO:
            points.append(None)
        points.append(here)
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            points.append(start)
    return points
