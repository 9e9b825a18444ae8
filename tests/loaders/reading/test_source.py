"""What a source says of a place in it."""

from __future__ import annotations

import pytest

from policygraph.loaders.reading import MappedText, Recognised, Source
from policygraph.loaders.reading.ocr_lines import OcrSpan

TEXT = "自己的文字\n第一行\n第二行\n下页一行\n"
SPANS = (
    OcrSpan(6, 9, (70.0, 700.0, 130.0, 720.0), 0.99),
    OcrSpan(10, 13, (60.0, 670.0, 140.0, 690.0), 0.95),
    OcrSpan(14, 18, (10.0, 20.0, 30.0, 40.0), 0.9),
)
SOURCE = Source("a.pdf", "0" * 64, "pdf", TEXT, MappedText.whole(TEXT), pages=(0, 6, 14), ocr=SPANS)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("自己", None),
        ("文字\n", None),
        ("第一", Recognised((70.0, 700.0, 130.0, 720.0), 0.99)),
        ("一行\n第二", Recognised((60.0, 670.0, 140.0, 720.0), 0.95)),
        ("第二行\n", Recognised((60.0, 670.0, 140.0, 690.0), 0.95)),
        ("二行\n下页", Recognised((60.0, 670.0, 140.0, 690.0), 0.9)),  # its box on the page where it begins
        ("文字\n第一", Recognised((70.0, 700.0, 130.0, 720.0), 0.99)),
    ],
)
def test_how_a_passage_was_recognised(quote: str, expected: Recognised | None) -> None:
    start = TEXT.index(quote)
    assert SOURCE.recognised(start, start + len(quote)) == expected


def test_a_source_without_images() -> None:
    assert Source("a.txt", "0" * 64, "txt", TEXT, MappedText.whole(TEXT)).recognised(0, 5) is None


def test_the_page_of_an_offset() -> None:
    assert [SOURCE.page(at) for at in (0, 5, 6, 13, 14, 18)] == [1, 1, 2, 2, 3, 3]
