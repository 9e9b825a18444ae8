"""The report on a lineage: what it says, and that its forms say the same and run nothing foreign."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from policygraph.queries import PolicyGraph, Unanswerable
from policygraph.queries.report import LineageReport
from policygraph.queries.report.changes import changes
from policygraph.queries.report.series import conflicts, contradict, series_of
from policygraph.queries.report.voices import full_name

CENTERS = "国家制造业创新中心"
BASE = {
    "kind": "figure", "subject": "示范工厂", "unit": "家", "measure": "new", "region": None, "since": None,
    "span": "end",
    "action": "建成", "direction": None, "base_year": None, "high": None, "cmp": "eq", "status": "achieved",
    "date": "2021-01-01", "char_start": 0, "article": None,
}  # fmt: skip


def record(value: float, year: int, **more: object) -> dict[str, object]:
    told = f"{value}{year}{sorted(more.items())}"
    made = BASE | {"value": value, "year": year, "document": f"{told}.txt", "sentence": told} | more
    return made | {"id": hashlib.sha256(told.encode()).hexdigest()[:32]}


def without_scripts(page: str) -> str:
    """The page without the project's own scripts, which hold markup in their texts."""
    return re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)


@pytest.fixture
def report(opened: PolicyGraph) -> LineageReport:
    return opened.lineage_report(CENTERS, lang="zh")


@pytest.mark.parametrize(
    "more",
    [{"unit": "万元"}, {"measure": "total"}, {"region": "江苏省"}, {"since": 2016}, {"action": "废止"},
     {"base_year": 2015},
     {"subject": "省级示范工厂"}, {"span": "average", "since": 2018}],
)  # fmt: skip
def test_what_cannot_be_compared_is_no_one_series(more: dict[str, object]) -> None:
    assert len(series_of([record(3, 2020), record(4, 2021, **more)])) == 2


@pytest.mark.parametrize("more", [{"unit": "个"}, {"action": "新建"}, {"base_year": 2020}, {"span": "each"}])
def test_what_only_says_it_otherwise_is(more: dict[str, object]) -> None:
    assert len(series_of([record(3, 2020), record(4, 2021, **more)])) == 1


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [({"value": 300}, {"value": 320}, True), ({"value": 300}, {"value": 320, "cmp": "gt"}, True),
     ({"value": 330}, {"value": 320, "cmp": "gt"}, False), ({"value": 1314}, {"value": 1300}, False),
     ({"value": 57.5}, {"value": 58}, False), ({"value": 57.2}, {"value": 58}, True),
     ({"value": 2, "high": 4}, {"value": 3}, False)],
)  # fmt: skip
def test_rounding_and_bounds_are_no_contradiction(
    one: dict[str, object], other: dict[str, object], apart: bool
) -> None:
    pair = [record(year=2020, **{"value": 0, **v}) for v in (one, other)]  # type: ignore[arg-type]
    assert contradict(*pair) is apart
    assert bool(conflicts(series_of(pair))) is apart


def test_targets_are_held_against_the_one_before() -> None:
    steps = [(10, 2017), (12, 2018), (12, 2019), (9, 2020)]
    found = changes(series_of(record(v, y, status="planned") for v, y in steps), (), frozenset())
    assert [(c.kind, c.year) for c in found] == [("new", 2017), ("raised", 2018), ("kept", 2019), ("lowered", 2020)]


def test_a_department_behind_a_short_name_has_its_full_one() -> None:
    assert full_name("工信部科技司") == "工业和信息化部科技司"
    assert full_name("江苏省财政厅") == "江苏省财政厅"


def test_the_report_holds_what_the_table_holds(report: LineageReport, opened: PolicyGraph) -> None:
    assert [r["id"] for r in report.facts] == [r["id"] for r in opened.lineage(CENTERS)]
    assert report.snapshot == opened.snapshot
    told = json.loads(report.to_json())
    assert [r["id"] for r in told["facts"]] == [r["id"] for r in report.facts]
    assert {v["target"] for v in told["verdicts"]} == {
        r["id"] for r in report.facts if r["status"] == "planned" and r["kind"] != "relation"
    }


def test_every_form_has_every_quote_and_the_snapshot(report: LineageReport) -> None:
    from html import unescape

    page, markdown = unescape(re.sub("<mark>|</mark>", "", report.to_html())), report.to_markdown().replace("**", "")
    for r in report.facts:
        assert r["quote"] in page
        assert r["quote"] in re.sub(r"\\(.)", r"\1", markdown)
    assert all(report.snapshot in text for text in (page, markdown, report.to_json()))


def test_the_page_runs_its_own_scripts_and_loads_nothing(report: LineageReport) -> None:
    page = report.to_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = ["'sha256-" + base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() + "'" for s in scripts]
    assert f"script-src {' '.join(hashes) or chr(39) + 'none' + chr(39)};" in policy[1]
    assert policy[1].startswith("default-src 'none';")
    page = without_scripts(page)
    assert re.findall(r"<(?:link|img|iframe|script)[^>]*(?:src|href)=", page) == []


def test_what_documents_say_is_escaped(report: LineageReport) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>`*_[x](y)\u202e\x1b[31m"
    facts = tuple({**r, "quote": evil, "sentence": evil, "title": evil, "subject": evil} for r in report.facts)
    hurt = replace(
        report, name=evil, aliases=(evil,), facts=facts, series=series_of([f for f in facts if f["kind"] == "figure"])
    )
    page = without_scripts(hurt.to_html())
    assert "<img" not in page
    assert "<script>alert" not in page
    assert page.count("</script>") == page.count('<script type="application/json"')
    assert "\u202e" not in page.replace("\\u202e", "")
    assert "\x1b" not in page
    markdown = hurt.to_markdown()
    assert "\\`\\*\\_\\[x\\](y)" in markdown
    assert re.search(r"(?<!\\)<", markdown) is None


def test_it_draws_itself_in_a_notebook_and_on_a_terminal(report: LineageReport) -> None:
    assert "<svg" in report._repr_html_()
    assert "<script" not in report._repr_html_()
    out = io.StringIO()
    Console(file=out, width=100).print(report)
    assert report.snapshot in out.getvalue()


def test_it_is_written_by_suffix(report: LineageReport, tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".json"):
        report.write(tmp_path / f"out{suffix}")
        assert (tmp_path / f"out{suffix}").stat().st_size > 100
    with pytest.raises(Unanswerable):
        report.write(tmp_path / "out.docx")
    with pytest.raises(Unanswerable):
        report.write(tmp_path / "none" / "out.md")
