"""Verdicts: written, read again, filled in and summed up, without a word of the documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.benchmarks.quality.documents import Document
from policygraph.benchmarks.quality.sampling import draw_facts
from policygraph.benchmarks.quality.verdicts import Verdict, judge, read, summary, unjudged, wilson, write
from policygraph.schema.errors import RunError


@pytest.fixture
def drawn(read: list[Document]) -> list[Verdict]:
    return unjudged(draw_facts(read, 6, 1))


def test_the_table_has_a_line_for_every_core_field_and_no_sentence(drawn: list[Verdict], tmp_path: Path) -> None:
    path = tmp_path / "v.tsv"
    write(drawn, path)
    assert read(path) == drawn
    assert len({one.number for one in drawn}) == 6
    assert {one.field for one in drawn if one.kind == "figure"} == {"value", "year", "status", "subject"}
    assert not any("\u4e00" <= character <= "\u9fff" for character in path.read_text(encoding="utf-8"))


def test_a_verdict_names_what_is_wrong_and_the_rest_is_right(drawn: list[Verdict]) -> None:
    figure = next(one.number for one in drawn if one.kind == "figure")
    judged = judge(drawn, figure, ["year", "agent"], "the year of the heading")
    own = {one.field: one.verdict for one in judged if one.number == figure}
    assert own == {"value": "right", "year": "wrong", "status": "right", "subject": "right", "agent": "wrong"}
    assert [one.number for one in judged if one.note] == [figure]
    assert all(not one.verdict for one in judged if one.number != figure)
    again = judge(judged, figure, [])  # a second thought takes the place of the first
    assert {one.verdict for one in again if one.number == figure} == {"right"}
    assert len(again) == len(drawn)
    with pytest.raises(RunError, match="no fact #77"):
        judge(drawn, "77", [])


def test_the_summary_counts_facts_that_are_right_in_every_core_field(drawn: list[Verdict]) -> None:
    lines = drawn
    plans = sorted({one.number for one in drawn if one.genre == "plans"})
    reports = sorted({one.number for one in drawn if one.genre == "reports"})
    assert (len(plans), len(reports)) == (2, 4)
    for number in plans:
        lines = judge(lines, number, ["agent"])  # beyond the core
    lines = judge(lines, reports[0], ["year"])
    lines = judge(lines, reports[1], [])
    whole, fields = summary(lines)
    rows = {row[0]: row[1:] for row in whole.rows}
    assert whole.note.startswith("4 of 6 drawn facts")
    assert rows["all"][:3] == ("4", "3", "0.750")
    assert rows["genre plans"][:3] == ("2", "2", "1.000")
    assert rows["genre reports"][:3] == ("2", "1", "0.500")
    assert rows["all, genres weighted by their facts"][2] == "0.600"  # 2 facts of plans and 8 of reports
    assert sum(int(row[1]) - int(row[2]) for row in fields.rows) == 1


def test_a_table_that_somebody_broke_is_refused(drawn: list[Verdict], tmp_path: Path) -> None:
    path = tmp_path / "v.tsv"
    path.write_text("fact\tfield\n", encoding="utf-8")
    with pytest.raises(RunError, match="expected number, genre"):
        read(path)
    write(drawn, path)
    path.write_text(path.read_text(encoding="utf-8").replace("\tvalue\t\t", "\tvalue\tmaybe\t", 1), encoding="utf-8")
    with pytest.raises(RunError, match=r"verdict 'maybe'"):
        read(path)


@given(st.integers(0, 300), st.integers(1, 300))
def test_wilson_lies_around_the_share(right: int, judged: int) -> None:
    right = min(right, judged)
    low, high = wilson(right, judged)
    assert 0 <= low <= right / judged + 1e-12
    assert right / judged - 1e-12 <= high <= 1


def test_wilson_says_what_its_tables_say() -> None:
    assert wilson(190, 200) == pytest.approx((0.9104, 0.9726), abs=5e-4)
    assert wilson(0, 0) == (0.0, 1.0)
