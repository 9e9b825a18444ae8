"""What recognition gives, as plain values and as a page's text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading.ocr_lines import (
    OcrLine,
    OcrPages,
    lines_from,
    ocr_notices,
    page_numbers,
    page_text,
)
from policygraph.schema.notices import Notice

POINT = st.floats(-1e4, 1e5)
LINES = st.lists(
    st.builds(
        OcrLine,
        st.text("示范工厂20家，。 ", min_size=1),
        st.sampled_from(["", " ", "\t", "\n"]),
        st.tuples(POINT, POINT, POINT, POINT),
        st.floats(0, 1),
    ),
    max_size=6,
).map(tuple)
BOX = (72.0, 600.0, 300.0, 620.0)


@given(st.dictionaries(st.integers(0, 99), LINES, max_size=3))
def test_pages_come_back_from_plain_values(lines: dict[int, tuple[OcrLine, ...]]) -> None:
    pages = OcrPages(lines, {7: Notice("too_slow", {"seconds": 60})})
    assert OcrPages.from_record(json.loads(json.dumps(pages.record()))) == pages


@pytest.mark.parametrize(
    "records", [[["文", "x", BOX, 0.9]], [[1, "", BOX, 0.9]], [["文", "", [1, 2, 3], 0.9]], [["文", "", BOX]], [[]], 3]
)
def test_other_values_are_no_lines(records: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        lines_from(records)


@given(LINES, st.integers(0, 999))
def test_each_line_stands_in_the_text_where_its_span_says(lines: tuple[OcrLine, ...], start: int) -> None:
    text, spans = page_text(lines, start)
    assert text.endswith("\n")
    assert text == "".join(line.text + line.after for line in lines).rstrip() + "\n"
    for line, span in zip(lines, spans, strict=True):
        assert (span.box, span.score) == (line.box, line.score)
        assert line.text.startswith(text[span.start - start : span.end - start].rstrip())


@pytest.mark.parametrize(
    ("pages", "said"), [([], ""), ([0], "1"), ([0, 1], "1–2"), ([8, 2, 3, 4, 6], "3–5, 7, 9"), ([3, 5], "4, 6")]
)
def test_pages_as_a_reader_counts_them(pages: list[int], said: str) -> None:
    assert page_numbers(pages) == said


def test_what_is_said_of_the_pages() -> None:
    line = OcrLine("文", "\n", BOX, 0.9)
    ocr = OcrPages(
        {0: [line], 1: [line], 2: []},
        {
            3: Notice("too_slow", {"seconds": 120.0}),
            4: Notice("too_slow", {"seconds": 120.0}),
            5: Notice("out_of_memory", {"megabytes": 3072}),
            6: Notice("reader_crashed", {"signal": "SIGSEGV"}),
            7: Notice("ocr_unusable", {"pages": "", "reason": "libGL.so.1"}),
        },
    )
    assert ocr_notices(range(8), ocr) == (
        Notice("ocr_pages", {"pages": "1–2"}),
        Notice("ocr_too_slow", {"pages": "4–5", "seconds": 120.0}),
        Notice("ocr_out_of_memory", {"pages": "6", "megabytes": 3072}),
        Notice("ocr_failed", {"pages": "7"}),
        Notice("ocr_unusable", {"pages": "8", "reason": "libGL.so.1"}),
    )
    assert ocr_notices([1, 2], None) == (Notice("ocr_missing", {"pages": "2–3"}),)
    assert ocr_notices([], None) == ocr_notices([2], ocr) == ()
