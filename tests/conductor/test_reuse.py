"""Building a folder: the same bytes, what is reused, replaced and kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.conductor import Build, build
from policygraph.graph import open_graph
from policygraph.schema.errors import RunError, StoreError
from policygraph.schema.facts import Figure

Report = Callable[[int], str]
Refused = Callable[[Build], dict[str, tuple[str, str]]]


def facts(path: Path, key: str) -> list[dict[str, object]]:
    with open_graph(path) as graph:
        return [fact.row() for fact in graph.facts(document=key)]


def test_the_same_bytes_for_any_number_of_workers_and_for_a_rerun(folder: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    first = build(folder, tmp_path / "1.pg", workers=1, progress=lambda *step: steps.append(step))
    second = build(folder, tmp_path / "2.pg", workers=2)
    whole = (tmp_path / "1.pg").read_bytes()
    assert whole == (tmp_path / "2.pg").read_bytes()
    assert first.report.documents == second.report.documents == 8
    assert first.report.facts == second.report.facts >= 8 * 3
    assert first.report.changed
    assert first.report.reused == ()
    keys = sorted(["园区.html", "规划.md", *(f"总结/{n}.txt" for n in range(6))])
    assert list(first.report.added) == keys
    assert steps == [(n, 8, key) for n, key in enumerate(keys, 1)]
    before = (tmp_path / "1.pg").stat()
    again = build(folder, tmp_path / "1.pg", workers=1)
    after = (tmp_path / "1.pg").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert list(again.report.reused) == keys
    assert (again.report.added, again.report.replaced, again.report.changed) == ((), (), False)
    assert again.report.facts == first.report.facts
    assert sorted(p.name for p in tmp_path.glob("*.pg*")) == ["1.pg", "2.pg"]


def test_what_the_graph_holds_of_a_document(folder: Path, tmp_path: Path, report: Report) -> None:
    built = build(folder, tmp_path / "x.pg", workers=1)
    with open_graph(built.report.path) as graph:
        document = graph.document("总结/2.txt")
        text = graph.original("总结/2.txt")
        figures = [f for f in graph.facts(document="总结/2.txt") if isinstance(f, Figure)]
        assert graph.verify().problems == ()
    assert text == report(2)
    assert (document.format, document.encoding.lower().replace("-", "")) == ("txt", "gb18030")
    assert document.info.date is not None
    assert document.info.date.value == "2013-01-20"
    assert [(f.subject, f.value, f.year, f.status) for f in figures] == [
        ("国家绿色工厂", 32, 2012, "achieved"), ("示范平台", 14, 2012, "achieved"), ("骨干", 64, 2012, "achieved"),
        ("示范企业", 64, 2013, "planned"),
    ]  # fmt: skip
    for figure in figures:
        assert text[figure.evidence.char_start : figure.evidence.char_end] == figure.evidence.quote


def test_changed_vanished_and_new_files(folder: Path, tmp_path: Path, report: Report) -> None:
    path = tmp_path / "x.pg"
    build(folder, path, workers=1)
    kept = facts(path, "总结/1.txt")
    old = facts(path, "总结/0.txt")
    (folder / "总结/0.txt").write_text(report(0).replace("30家", "31家"), encoding="utf-8")
    (folder / "总结/5.txt").unlink()
    (folder / "总结/7.txt").write_text(report(7), encoding="utf-8")
    built = build(folder, path, workers=1).report
    assert (built.replaced, built.forgotten, built.added) == (("总结/0.txt",), ("总结/5.txt",), ("总结/7.txt",))
    assert len(built.reused) == 6
    assert built.documents == 8
    assert facts(path, "总结/1.txt") == kept
    assert facts(path, "总结/5.txt") == []
    new = facts(path, "总结/0.txt")
    assert next(row["value"] for row in old if row["kind"] == "figure") == 30
    assert next(row["value"] for row in new if row["kind"] == "figure") == 31
    build(folder, tmp_path / "fresh.pg", workers=1)
    assert path.read_bytes() == (tmp_path / "fresh.pg").read_bytes()  # how it came about leaves no trace


def test_a_file_that_can_no_longer_be_read_keeps_its_facts_marked_stale(
    folder: Path, tmp_path: Path, report: Report, refused: Refused
) -> None:
    path = tmp_path / "x.pg"
    build(folder, path, workers=1)
    old = facts(path, "总结/3.txt")
    assert old
    (folder / "总结/3.txt").write_bytes(b"")
    built = build(folder, path, workers=1)
    assert built.report.stale == ("总结/3.txt",)
    assert list(refused(built)) == ["总结/3.txt"]
    assert facts(path, "总结/3.txt") == old
    with open_graph(path) as graph:
        assert [d.key for d in graph.documents() if d.stale] == ["总结/3.txt"]
    again = build(folder, path, workers=1).report
    assert not again.changed
    assert again.stale == ("总结/3.txt",)
    (folder / "总结/3.txt").write_bytes(report(3).encode())
    mended = build(folder, path, workers=1)
    assert (mended.report.stale, mended.report.refused) == ((), ())
    with open_graph(path) as graph:
        assert not any(d.stale for d in graph.documents())


def test_a_document_says_the_same_with_others_beside_it(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "all.pg", workers=1)
    lone = tmp_path / "lone"
    (lone / "总结").mkdir(parents=True)
    shutil.copy(folder / "总结/4.txt", lone / "总结/4.txt")
    build(lone, tmp_path / "lone.pg", workers=1)
    assert facts(tmp_path / "lone.pg", "总结/4.txt") == facts(tmp_path / "all.pg", "总结/4.txt")


def test_hidden_files_link_loops_and_other_kinds(folder: Path, tmp_path: Path, report: Report) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/notes.txt").write_text(report(9), encoding="utf-8")
    (folder / "总结/.草稿.txt").write_text(report(9), encoding="utf-8")
    (folder / "总结/again").symlink_to(folder, target_is_directory=True)
    (folder / "总结/self").symlink_to(folder / "总结/self")
    (folder / "表.xlsx").write_bytes(b"PK")
    (folder / "README").write_text("nothing", encoding="utf-8")
    built = build(folder, tmp_path / "x.pg", workers=1)
    assert built.report.documents == 8
    assert built.report.refused == ()
    assert built.skipped == ("README", "总结/self", "表.xlsx")


def test_a_folder_without_documents_gives_an_empty_graph(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    built = build(tmp_path / "empty", tmp_path / "x.pg")
    assert (built.report.documents, built.report.facts, built.report.changed) == (0, 0, True)
    assert not build(tmp_path / "empty", tmp_path / "x.pg").report.changed


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is no folder; expected a folder of"):
        build(tmp_path / "missing", tmp_path / "x.pg")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_graph_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.pg").write_text("my notes", encoding="utf-8")
    with pytest.raises(StoreError):
        build(folder, tmp_path / "x.pg", workers=1)
    assert (tmp_path / "x.pg").read_text(encoding="utf-8") == "my notes"


def test_two_names_that_read_alike_are_two_documents(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("总结.txt".encode(), "总结.txt".encode("gb18030")):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        path.write_text("2022年，新建示范平台20个。\n", encoding="utf-8")
    first = build(folder, tmp_path / "x.pg", workers=1)
    assert first.report.documents == 2
    again = build(folder, tmp_path / "x.pg", workers=1)
    assert (again.report.changed, len(again.report.reused)) == (False, 2)
