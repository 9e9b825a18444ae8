"""Pages that lie on their side or stand on their head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from policygraph.loaders.reading.ocr_engine import Engine, load_engine
from policygraph.loaders.reading.ocr_layout import in_reading_order
from policygraph.loaders.reading.ocr_upright import _turned_back, upright

TEXT = ["示例市人民政府关于建设示范工厂的通知", "到2025年，全市累计建成示范工厂120家。", "2021年5月6日"]


@pytest.fixture(scope="module")
def engine(draw_page: Callable[..., Any]) -> Engine:
    return load_engine()


@pytest.mark.parametrize("turns", range(4))
def test_a_page_is_read_whichever_way_it_lies(draw_page: Callable[..., Any], engine: Engine, turns: int) -> None:
    import numpy

    page = draw_page([(60, 60 + 60 * n, line) for n, line in enumerate(TEXT)], (900, 300)).convert("RGB")
    image = numpy.ascontiguousarray(numpy.rot90(numpy.asarray(page), turns))
    parts, back = upright(image, engine)
    assert "".join(part.text + after for part, after in in_reading_order(parts)).splitlines() == TEXT
    first = back(next(part for part in parts if part.text == TEXT[0]).quad)
    left, right = min(x for x, _ in first), max(x for x, _ in first)
    top, bottom = min(y for _, y in first), max(y for _, y in first)
    expected = {
        0: (60, 60, 60 + 34 * 18, 100),
        1: (60, 900 - 60 - 34 * 18, 100, 900 - 60),
        2: (900 - 60 - 34 * 18, 300 - 100, 900 - 60, 300 - 60),
        3: (300 - 100, 60, 300 - 60, 60 + 34 * 18),
    }[turns]
    assert (left, top, right, bottom) == pytest.approx(expected, abs=14)


@pytest.mark.parametrize("turns", range(4))
def test_turning_back_a_place(turns: int) -> None:
    import numpy

    image = numpy.zeros((30, 50))
    image[7, 11] = 1  # the pixel from 11 to 12 and from 7 to 8
    (y,), (x,) = (numpy.rot90(image, turns) == 1).nonzero()
    assert _turned_back(float(x) + 0.5, float(y) + 0.5, turns, 50, 30) == (11.5, 7.5)


def test_an_empty_page(draw_page: Callable[..., Any], engine: Engine) -> None:
    import numpy

    assert upright(numpy.asarray(draw_page([], (300, 200)).convert("RGB")), engine)[0] == []
