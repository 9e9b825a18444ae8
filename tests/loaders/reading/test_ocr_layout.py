"""Parts of an image in reading order."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading.ocr_layout import Part, in_reading_order

SIZE = 20.0


def part(text: str, left: float, top: float, slope: float = 0.0, width: float | None = None) -> Part:
    """A part of SIZE high characters that falls by `slope` a pixel from its left to its right end."""
    right = left + (len(text) * SIZE if width is None else width)
    fall = (right - left) * slope
    corners = ((left, top), (right, top + fall), (right, top + fall + SIZE), (left, top + SIZE))
    return Part(text, corners, 0.99)


def read(parts: list[Part]) -> str:
    shuffled = random.Random(7).sample(parts, len(parts))
    return "".join(part.text + after for part, after in in_reading_order(shuffled))


def test_lines_from_the_top() -> None:
    assert read([part("一、主要目标", 100, 100), part("到2025年", 140, 140), part("建成20家", 100, 180)]) == (
        "一、主要目标\n到2025年\n建成20家\n"
    )


def test_parts_of_one_line() -> None:
    assert read([part("建成示范", 100, 100), part("工厂20家", 182, 103)]) == "建成示范工厂20家\n"
    assert read([part("第三章", 100, 100), part("主要目标", 190, 100)]) == "第三章 主要目标\n"


def test_cells_of_a_table() -> None:
    columns = (100, 260, 420)
    rows = [("序号", "名称", "地区"), ("1", "示例大学", "东区"), ("2", "示例中心", "西区")]
    parts = [part(c, x, 100 + 40 * n) for n, row in enumerate(rows) for x, c in zip(columns, row, strict=True)]
    assert read(parts) == "序号\t名称\t地区\n1\t示例大学\t东区\n2\t示例中心\t西区\n"


def test_a_wide_gap_in_one_line_alone_is_no_table() -> None:
    assert read([part("附件", 100, 100), part("前后", 240, 100), part("到2025年建成示范工厂", 100, 140)]) == (
        "附件 前后\n到2025年建成示范工厂\n"
    )


def test_lines_of_a_slanted_page() -> None:
    lines = [[part(f"左{n}", 100, 100 + 30 * n, 0.02), part(f"右{n}", 800, 114 + 30 * n, 0.02)] for n in range(4)]
    assert read([p for line in lines for p in line]).replace("\t", " ") == "左0 右0\n左1 右1\n左2 右2\n左3 右3\n"


def test_two_columns_between_lines_that_span_both() -> None:
    title = part("示例市人民政府关于建设示范工厂的通知", 200, 40, width=700)
    left = [part(f"左栏{n}", 100, 100 + 30 * n, width=400) for n in range(8)]
    right = [part(f"右栏{n}", 560, 100 + 30 * n, width=400) for n in range(7)]
    below = part("附件：示范工厂", 150, 400, width=800)
    expected = [title, *left, *right, below]
    assert read([title, *left, *right, below]) == "".join(f"{p.text}\n" for p in expected)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 1200), st.integers(1, 12)), max_size=40))
def test_every_part_comes_once_and_a_line_ends_the_page(places: list[tuple[int, int, int]]) -> None:
    parts = [part("文" * length, left, top) for left, top, length in places]
    ordered = in_reading_order(parts)
    assert sorted(map(id, parts)) == sorted(id(p) for p, _ in ordered)
    assert not ordered or ordered[-1][1] == "\n"
    assert {after for _, after in ordered} <= {"", " ", "\t", "\n"}
