"""Cells that span rows and columns, laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policygraph.loaders.reading.cells import MOST_COLUMNS, Span, grid


def shown(rows: list[list[Span]]) -> list[str]:
    """Each row as its keys; ^ for a place that a cell above takes, - for one that none begins in."""
    return ["".join(str(s.key) if s.key is not None else "^" if s.above else "-" for s in row) for row in grid(rows)]


def test_rows_and_columns_that_are_spanned() -> None:
    head = [Span("a", rows=2), Span("b", columns=2), Span("c", rows=2)]
    assert shown([head, [Span("d"), Span("e")], [Span("f"), Span("g"), Span("h")]]) == ["ab-c", "^de^", "fgh"]


def test_a_span_ends_with_its_rows() -> None:
    assert shown([[Span("a", rows=3), Span("b")], [Span("c")], [Span("d")], [Span("e"), Span("f")]]) == [
        "ab", "^c", "^d", "ef",
    ]  # fmt: skip


def test_a_wide_cell_over_several_rows() -> None:
    assert shown([[Span("a", rows=2, columns=2), Span("b")], [Span("c")]]) == ["a-b", "^^c"]


def test_spans_without_end_are_cut() -> None:
    rows = grid([[Span("a", rows=10**6, columns=10**6)], [Span("b")]])
    assert [len(row) for row in rows] == [MOST_COLUMNS, MOST_COLUMNS + 1]
    assert rows[1][-1].key == "b"


SPANS = st.builds(lambda r, c: (r, c), st.integers(1, 4), st.integers(1, 4))


@given(st.lists(st.lists(SPANS, max_size=6), max_size=8))
def test_every_cell_stands_once_and_in_order(rows: list[list[tuple[int, int]]]) -> None:
    spans = [[Span((i, j), r, c) for j, (r, c) in enumerate(row)] for i, row in enumerate(rows)]
    laid = grid(spans)
    assert [[slot.key for slot in row if slot.key is not None] for row in laid] == [
        [cell.key for cell in row] for row in spans
    ]
    assert not any(slot.above for slot in laid[0]) if laid else True
