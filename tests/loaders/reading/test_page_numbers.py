"""Page numbers glued to the text."""

from __future__ import annotations

from policygraph.loaders.reading.page_numbers import page_numbers

LINE = "各单位要把这项工作摆上重要位置细化任务分工压实工作责任"


def paged(first: int, last: int, height: int = 20, glue: str = "") -> list[str]:
    """Pages of `height` lines; each begins with its number glued to its first line."""
    lines: list[str] = []
    for page in range(first, last + 1):
        lines.append(f"{page}{glue}{LINE}\n")
        lines.extend(f"{LINE}\n" for _ in range(height - 1))
    return lines


def test_numbers_that_count_up_at_the_pages_pace() -> None:
    found = page_numbers(paged(1, 12))
    assert found == {20 * n: len(str(n + 1)) for n in range(12)}


def test_a_number_glued_to_a_section_number_is_found_by_its_neighbors() -> None:
    lines = paged(1, 12)
    lines[7 * 20] = f"87.1 {LINE}\n"
    assert page_numbers(lines)[140] == 1


def test_pages_before_page_one_count_by_themselves() -> None:
    front = paged(2, 3)
    assert set(page_numbers(front + paged(1, 8))) == {0, 20, *(40 + 20 * n for n in range(8))}


def test_a_page_whose_number_is_missing_does_not_end_the_chain() -> None:
    lines = paged(1, 12)
    lines[100] = f"{LINE}\n"
    assert sorted(page_numbers(lines)) == [20 * n for n in range(12) if n != 5]


def test_figures_at_line_starts_are_no_page_numbers() -> None:
    lines = paged(1, 10)
    lines[47], lines[48] = f"60万家{LINE}\n", f"5G{LINE}\n"
    assert {47, 48}.isdisjoint(page_numbers(lines))


def test_rows_of_a_numbered_table_are_no_pages() -> None:
    assert (
        page_numbers([part for n in range(1, 60) for part in (f"{n}\n", "城市建成区绿地率\n", "导向指标\n", "%\n")])
        == {}
    )


def test_numbered_headings_are_no_pages() -> None:
    lines = [line for n in range(1, 9) for line in [f"{n} 总体要求\n", *[f"{LINE}\n"] * 14]]
    assert page_numbers(lines) == {}


def test_a_text_without_pages() -> None:
    assert page_numbers([f"{LINE}\n"] * 300) == {}
    assert page_numbers([]) == {}
