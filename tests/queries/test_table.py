"""Tables as data: JSON, CSV, dicts, DataFrames."""

from __future__ import annotations

import csv
import io
import json

import pytest

from policygraph.queries import PolicyGraph, Table


def test_rows_are_a_sequence_of_dicts(opened: PolicyGraph) -> None:
    table = opened.lineage("行业标准")
    assert len(table) == 3
    assert table[0]["value"] == 2011
    assert [r["value"] for r in table[1:]] == [2749, 1580]
    copies = table.to_dicts()
    copies[0]["value"] = 0
    assert table[0]["value"] == 2011


def test_json_is_a_list_of_rows_in_plain_characters(opened: PolicyGraph) -> None:
    text = opened.lineage("行业标准").to_json()
    assert "批准行业标准2011项" in text
    assert json.loads(text) == opened.lineage("行业标准").to_dicts()


def test_csv_begins_with_a_byte_order_mark_and_reads_back(opened: PolicyGraph) -> None:
    text = opened.lineage("行业标准").to_csv()
    assert text.encode().startswith(b"\xef\xbb\xbfyear,since,status")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(r["year"], r["value"], r["object"]) for r in rows] == [
        ("2017", "2011", ""), ("2017", "2749", ""), ("2020", "1580", ""),
    ]  # fmt: skip


def test_csv_runs_no_formula() -> None:
    table = Table("t", ("quote", "value"), ({"quote": "=HYPERLINK(1)", "value": -3},))
    assert table.to_csv().splitlines()[1] == "'=HYPERLINK(1),-3"


def test_a_data_frame_has_the_columns(opened: PolicyGraph) -> None:
    pytest.importorskip("pandas")
    frame = opened.lineage("行业标准").to_pandas()
    assert list(frame["value"]) == [2011, 2749, 1580]
    assert list(frame.columns) == list(opened.lineage("行业标准").columns)


def test_documents(opened: PolicyGraph) -> None:
    rows = {row["key"]: row for row in opened.documents()}
    assert rows["规划.txt"]["nature"] == "plan"
    assert rows["规划.txt"]["facts"] == 7
    assert rows["a/2017总结.txt"]["title"] == "2017年科技司工作总结"
    assert sum(row["facts"] for row in rows.values()) == 42
