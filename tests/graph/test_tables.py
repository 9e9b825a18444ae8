"""JSON Lines and CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

import pytest

from policygraph.graph import export, read_jsonl
from policygraph.graph.tables import CSV_COLUMNS, write_csv
from policygraph.schema.errors import InvalidFact


def test_jsonl_has_the_fields_of_the_flat_export(graph, tmp_path):
    export(graph, tmp_path / "facts.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 10
    figure = next(row for row in rows if row.get("value") == 63)
    assert (figure["kind"], figure["doc"], figure["quote"]) == ("figure", "通知.txt", "认定国家技术创新示范企业63家")
    assert (figure["subject"], figure["agent"], figure["cmp"]) == (
        "国家技术创新示范企业",
        "工业和信息化部、财政部",
        "eq",
    )
    post = next(row for row in rows if row.get("predicate") == "holds_post")
    assert post["subject"] == {"name": "张某", "type": "Person"}
    assert post["object"] == {"name": "示例中心主任", "type": "Center"}
    assert (post["char_start"], post["char_end"], post["page"]) == (36, 45, 1)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: Expecting property name"),
        ("[]", "line 2: .*no attribute 'get'"),
        ('{"kind": "opinion"}', "line 2: a record of kind 'opinion'; expected figure, goal or relation"),
        ('{"kind": "figure", "id": "1", "document": "a.txt"}', "line 2: record 1 of a.txt: .*; expected its fields"),
    ],
)
def test_a_line_that_is_no_fact_is_told_by_its_number(graph, tmp_path, line, message):
    export(graph, tmp_path / "facts.jsonl")
    first = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "bad.jsonl").write_text(f"{first}\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidFact, match=message):
        list(read_jsonl(tmp_path / "bad.jsonl"))


def test_a_fact_changed_by_hand_is_told(graph, tmp_path):
    export(graph, tmp_path / "facts.jsonl")
    text = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").replace('"value": 63, ', '"value": 64, ')
    (tmp_path / "facts.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFact, match="it was changed since it was made"):
        list(read_jsonl(tmp_path / "facts.jsonl"))


def test_csv_opens_in_excel(graph, tmp_path):
    export(graph, tmp_path / "facts.csv")
    content = (tmp_path / "facts.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf" + b"id,doc,char_start,")
    assert content.count(b"\r\n") == 11
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == list(CSV_COLUMNS)
    figure = next(row for row in rows if row["value"] == "63")
    assert (figure["doc"], figure["document"], figure["subject"]) == (
        "通知.txt",
        "2020/通知.txt",
        "国家技术创新示范企业",
    )
    assert (figure["subject_type"], figure["predicate"], figure["high"]) == ("Metric", "achieves", "")
    post = next(row for row in rows if row["predicate"] == "holds_post")
    assert (post["object"], post["object_type"], post["post"]) == ("示例中心", "Center", "主任")


@pytest.mark.parametrize("text", ["=HYPERLINK(0)", "+1", "-示例", "@示例", "\t=1", "\r=1"])
def test_a_spreadsheet_runs_no_text_of_a_document(corpus, text):
    fact = dataclasses.replace(corpus[0][1][0], subject=text, value=-3.0)
    out = io.StringIO(newline="")
    write_csv([fact], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert row["subject"] == f"'{text}"
    assert row["value"] == "-3"
