"""Scanned documents from the folder to facts: what is found in them, where it stands, and what is told of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policygraph.conductor import build
from policygraph.graph import export, open_graph, read_jsonl
from policygraph.schema.facts import Figure
from policygraph.schema.notices import Notice

TEXT = [
    "示例市人民政府关于建设示范工厂的通知",
    "一、主要目标",
    "到2025年，全市累计建成示范工厂120家。",
    "二、重点任务",
    "2020年，工业和信息化部认定国家技术创新示范企业63家。",
    "示例市人民政府",
    "2021年5月6日",
]


@pytest.fixture(scope="module")
def corpus(
    draw_page: Callable[..., Any], scanned: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with a scan of two pages and a text."""
    folder = tmp_path_factory.mktemp("scans") / "资料"
    folder.mkdir()
    pages = [draw_page([(60, 60 + 60 * n, line) for n, line in enumerate(part)]) for part in (TEXT[:3], TEXT[3:])]
    (folder / "通知.pdf").write_bytes(scanned(*pages))
    (folder / "总结.txt").write_text("2020年，全市新建示范工厂20家。\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(corpus: Path) -> Path:
    path = corpus.parent / "x.pg"
    built = build(corpus, path)
    assert built.report.refused == ()
    assert built.notices == (("通知.pdf", Notice("ocr_pages", {"pages": "1–2"})),)
    return path


def figures(path: Path) -> list[Figure]:
    with open_graph(path) as graph:
        return [fact for fact in graph.facts() if isinstance(fact, Figure)]


def test_facts_of_a_scan_say_so_with_page_and_box(graph: Path) -> None:
    found = {(f.value, f.year, f.status): f.evidence for f in figures(graph)}
    assert {(120.0, 2025, "planned"), (63.0, 2020, "achieved"), (20.0, 2020, "achieved")} <= found.keys()
    first, second = found[120.0, 2025, "planned"], found[63.0, 2020, "achieved"]
    assert (first.page, second.page) == (1, 2)
    for evidence, line in ((first, 2), (second, 1)):
        assert evidence.box is not None
        assert evidence.ocr_score is not None
        left, _, right, top = evidence.box
        assert left == pytest.approx(60 * 72 / 150, abs=6)
        assert top == pytest.approx((700 - 60 - 60 * line) * 72 / 150, abs=6)
        assert right < 1000 * 72 / 150
        assert 0.5 < evidence.ocr_score <= 1
    own = found[20.0, 2020, "achieved"]
    assert (own.page, own.box, own.ocr_score) == (None, None, None)


def test_the_offsets_lead_into_the_text_that_the_graph_keeps(graph: Path) -> None:
    with open_graph(graph) as opened:
        assert opened.verify().problems == ()
        text = opened.original("通知.pdf")
    for figure in figures(graph):
        if figure.evidence.document == "通知.pdf":
            assert text[figure.evidence.char_start : figure.evidence.char_end] == figure.evidence.quote


def test_page_and_box_come_back_from_the_export(graph: Path, tmp_path: Path) -> None:
    with open_graph(graph) as opened:
        export(opened, tmp_path / "x.jsonl")
        assert list(read_jsonl(tmp_path / "x.jsonl")) == list(opened.facts())
    row = next(r for r in map(json.loads, (tmp_path / "x.jsonl").read_text().splitlines()) if r.get("value") == 120)
    assert (row["page"], len(row["box"].split())) == (1, 4)
    assert 0.5 < row["ocr_score"] <= 1


def test_a_scan_is_read_once(graph: Path, corpus: Path) -> None:
    before = graph.read_bytes()
    again = build(corpus, graph)
    assert again.report.reused == ("总结.txt", "通知.pdf")
    assert graph.read_bytes() == before


def test_a_scan_that_could_not_be_read_is_read_once_the_extra_is_there(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_text_layer: Callable[..., bytes]
) -> None:
    (tmp_path / "资料").mkdir()
    scan = (corpus / "通知.pdf").read_bytes()
    (tmp_path / "资料" / "通知.pdf").write_bytes(with_text_layer(scan, 1, ["Report of 2020 and plan of 2021"]))
    folder, graph = tmp_path / "资料", tmp_path / "x.pg"
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "rapidocr", None)
        assert build(folder, graph).notices == (("通知.pdf", Notice("ocr_missing", {"pages": "1"})),)
        assert build(folder, graph).report.reused == ("通知.pdf",)
    assert build(folder, graph).notices == (("通知.pdf", Notice("ocr_pages", {"pages": "1"})),)
    assert [figure.value for figure in figures(graph)] == [120.0]


def test_the_command_tells_which_pages_were_recognised(corpus: Path, graph: Path) -> None:
    command = [sys.executable, "-c", "import sys; from policygraph.cli import main; sys.exit(main())"]
    run = subprocess.run(
        [*command, "build", str(corpus), "-o", str(graph), "--lang", "zh"],
        env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "第 1–2 页的文字由图像识别得出" in run.stderr
