"""Chinese fonts that a PDF does not embed, on machines with and without fonts of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.loaders.reading.pdf_fonts import coded_pages

Drawn = Callable[..., bytes]


def one_by_one(line: str, y: float) -> list[tuple[float, float, str]]:
    return [(60 + 12 * place, y, character) for place, character in enumerate(line)]


def test_characters_that_are_set_one_by_one_are_all_read(drawn_pdf: Drawn) -> None:
    lines = ["到二〇二五年，", "建成50个示范园区。"]
    data = drawn_pdf([place for n, line in enumerate(lines) for place in one_by_one(line, 700 - 20 * n)], "")
    assert read_bytes(data, "a.pdf").original.split() == lines


def test_cells_of_one_character(drawn_pdf: Drawn) -> None:
    rows = "\n".join(f"60 {y} m 240 {y} l S" for y in (700, 670, 640))
    columns = "\n".join(f"{x} 700 m {x} 640 l S" for x in (60, 120, 180, 240))
    cells = [["指标", "单位", "2025年"], ["企业", "家", "50"]]
    data = drawn_pdf(
        [(65 + 60 * c, 680 - 30 * r, text) for r, row in enumerate(cells) for c, text in enumerate(row)],
        f"{rows}\n{columns}",
    )
    assert read_bytes(data, "a.pdf").original == "指标\t单位\t2025年\n企业\t家\t50\n"


def test_a_page_with_fewer_characters_by_the_other_reader_stays(drawn_pdf: Drawn) -> None:
    data = drawn_pdf(one_by_one("十年", 700), "")
    assert coded_pages(data, {0: "十"})[0].text() == "十年"
    assert coded_pages(data, {0: "二十年"}) == {}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n"])
def test_a_file_that_the_other_reader_cannot_open_stays(data: bytes) -> None:
    assert coded_pages(data, {0: "十"}) == {}
