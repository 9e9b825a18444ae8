"""Ruled tables on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.reading import read_bytes

Drawn = Callable[..., bytes]
# x of the columns, y of the rows from the top
COLUMNS, ROWS = [60, 160, 260, 360], [700, 670, 640, 610]


def lines(*, skip: frozenset[tuple[str, int, int]] = frozenset()) -> str:
    """The rules of a table of three columns and rows; skip: ("h", row edge, column) or ("v", column edge, row)."""
    drawn = []
    for n, y in enumerate(ROWS):
        drawn += [f"{COLUMNS[c]} {y} m {COLUMNS[c + 1]} {y} l S" for c in range(3) if ("h", n, c) not in skip]
    for n, x in enumerate(COLUMNS):
        drawn += [f"{x} {ROWS[r]} m {x} {ROWS[r + 1]} l S" for r in range(3) if ("v", n, r) not in skip]
    return "\n".join(drawn)


def cells(texts: list[list[str]]) -> list[tuple[float, float, str]]:
    return [(COLUMNS[c] + 5, ROWS[r] - 20, text) for r, row in enumerate(texts) for c, text in enumerate(row) if text]


def test_rows_between_the_text_above_and_below(drawn_pdf: Drawn) -> None:
    texts = [["指标", "2020年", "2025年"], ["里程", "—", "65"], ["面积", "3", ""]]
    data = drawn_pdf([(60, 740, "主要指标如下。"), *cells(texts), (60, 560, "各地抓好落实。")], lines())
    source = read_bytes(data, "a.pdf")
    assert source.original == "主要指标如下。\n指标\t2020年\t2025年\n里程\t—\t65\n面积\t3\n各地抓好落实。\n"
    start = source.main.text.index("65")
    assert source.quote(*source.main.origin(start, start + 2)) == "65"


def test_cells_that_span(drawn_pdf: Drawn) -> None:
    skip = frozenset({("h", 1, 0), ("v", 2, 0)})
    texts = [["指标", "目标值", ""], ["", "2020年", "2025年"], ["里程", "40", "65"]]
    data = drawn_pdf(cells(texts), lines(skip=skip))
    assert read_bytes(data, "a.pdf").original.splitlines() == ["指标\t目标值", "〃\t2020年\t2025年", "里程\t40\t65"]


def test_thin_filled_shapes_are_lines_too(drawn_pdf: Drawn) -> None:
    bars = [f"60 {y} 300 0.5 re f" for y in ROWS] + [f"{x} 610 0.5 90 re f" for x in COLUMNS]
    texts = [["指标", "单位", "目标"], ["里程", "公里", "65"], ["面积", "万亩", "30"]]
    assert read_bytes(drawn_pdf(cells(texts), "\n".join(bars)), "a.pdf").original.splitlines() == [
        "指标\t单位\t目标", "里程\t公里\t65", "面积\t万亩\t30",
    ]  # fmt: skip


def test_one_path_that_draws_the_whole_grid(drawn_pdf: Drawn) -> None:
    path = " ".join(line.removesuffix(" S") for line in lines().split("\n")) + " S"
    texts = [["指标", "单位", "目标"], ["里程", "公里", "65"], ["面积", "万亩", "30"]]
    assert read_bytes(drawn_pdf(cells(texts), path), "a.pdf").original.splitlines()[0] == "指标\t单位\t目标"


def test_one_row_that_is_left_over_on_its_page(drawn_pdf: Drawn) -> None:
    bars = [f"60 {y} m 360 {y} l S" for y in ROWS[:2]] + [f"{x} 670 m {x} 700 l S" for x in COLUMNS]
    data = drawn_pdf([*cells([["12", "里程", "65"]]), (60, 560, "各地抓好落实。")], "\n".join(bars))
    assert read_bytes(data, "a.pdf").original == "12\t里程\t65\n各地抓好落实。\n"


def test_a_frame_around_a_text_is_no_table(drawn_pdf: Drawn) -> None:
    frame = "60 600 300 100 re S"
    data = drawn_pdf([(70, 670, "专栏一 重点工程"), (70, 640, "建设示范园区。")], frame)
    assert read_bytes(data, "a.pdf").original == "专栏一 重点工程\n建设示范园区。\n"


def test_lines_without_end_leave_the_text_as_it_is(drawn_pdf: Drawn) -> None:
    many = "\n".join(f"{x} 100 m {x} 500 l S" for x in range(10, 590)) + "\n" + "\n".join(
        f"10 {y} m 590 {y} l S" for y in range(100, 500)
    )
    words = "附图：规划范围东至环城东路，西至滨河大道。"
    assert read_bytes(drawn_pdf([(60, 740, words)], many * 3), "a.pdf").original == f"{words}\n"
