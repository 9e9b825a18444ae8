"""Documents compared, the corpus reported on, graphs told apart."""

from __future__ import annotations

import io
import json
from html import unescape
from pathlib import Path

import pytest
from rich.console import Console

import policygraph
from policygraph.cli import main
from policygraph.queries import PolicyGraph, Unanswerable
from policygraph.queries.report.sheet import Sheet


def texts(sheet: Sheet, key: str) -> list[str]:
    return [line.text for part in sheet.parts if part.key == key for line in part.lines]


def test_two_documents_are_compared_by_targets_and_names(opened: PolicyGraph) -> None:
    found = opened.compare("2017总结.txt", "2020总结.txt", lang="en")
    assert any("国家制造业创新中心" in text for text in texts(found, "continues"))
    assert any("国家特种纤维创新中心" in text for text in texts(found, "adds"))
    assert any("光电芯片国家制造业创新中心" in text for text in texts(found, "drops"))
    turned = opened.compare("2020总结.txt", "2017总结.txt", lang="en")
    assert sorted(texts(found, "adds")) == sorted(texts(turned, "drops"))


def test_a_target_of_a_year_is_not_held_against_one_of_five(tmp_path: Path) -> None:
    made = {
        "2020.txt": ("2020-03-05", "城镇调查失业率6%左右。"),
        "2021.txt": ("2021-03-05", "今年城镇调查失业率5.5%左右。“十四五”时期，城镇调查失业率控制在5%以内。"),
    }
    (tmp_path / "texts").mkdir()
    for name, (date, text) in made.items():
        year, month, day = (int(part) for part in date.split("-"))
        head = f"政府工作报告\n\n{year}年{month}月{day}日\n\n二、{year}年工作安排\n"
        (tmp_path / "texts" / name).write_text(head + text + "\n", encoding="utf-8")
    policygraph.build(tmp_path / "texts", tmp_path / "x.pg").close()
    with policygraph.open(tmp_path / "x.pg") as graph:
        found = graph.compare("2020.txt", "2021.txt", lang="en")
    (changed,) = texts(found, "changes")
    assert changed.endswith("about 6% (2020) → about 5.5% (2021)")
    assert [text for text in texts(found, "adds") if "2021–2025" in text and "at most 5%" in text]


def test_an_outcome_of_the_second_answers_a_target_of_the_first(opened: PolicyGraph) -> None:
    same = opened.compare("2020总结.txt", "2020总结.txt", lang="en")
    assert texts(same, "adds") == texts(same, "drops") == texts(same, "changes") == []


def test_a_document_is_named_by_key_file_or_title(opened: PolicyGraph) -> None:
    by = [
        opened.compare(name, "规划.txt", lang="en")
        for name in ("a/2017总结.txt", "2017总结.txt", "2017年科技司工作总结")
    ]
    assert by[0] == by[1] == by[2]
    with pytest.raises(Unanswerable):
        opened.compare("no such", "规划.txt")


def test_the_report_on_a_corpus_counts_what_the_graph_holds(opened: PolicyGraph) -> None:
    found = opened.report(lang="en")
    assert [part.key for part in found.parts] == ["coverage", "programs", "open", "unreported", "binding", "lists"]
    binding = [f for f in opened.facts() if getattr(f, "binding", None) == "binding"]
    assert len(texts(found, "binding")) == len(binding)
    assert any("国家制造业创新中心" in text for text in texts(found, "programs"))
    assert all(line.facts[0]["year"] >= 2023 for part in found.parts if part.key == "open" for line in part.lines)


def test_forms_of_a_sheet_hold_every_line(opened: PolicyGraph) -> None:
    found = opened.report(lang="en")
    told = json.loads(found.to_json())
    for part in found.parts:
        assert [line["text"] for line in told[part.key]] == [line.text for line in part.lines]
        assert all(line.text in unescape(found.to_html()) for line in part.lines)
    out = io.StringIO()
    Console(file=out, width=100).print(found)
    assert opened.snapshot in out.getvalue()
    assert "<script" not in found.to_html()


def test_a_graph_differs_in_nothing_from_itself(opened: PolicyGraph) -> None:
    found = opened.diff(opened, lang="en")
    assert [part.lines for part in found.parts] == [()] * 6


def test_what_was_added_changed_and_removed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("2020年，全国建成示范工厂320家。", encoding="utf-8")
    (folder / "b.txt").write_text("2021年，全国建成5G基站70万个。", encoding="utf-8")
    one, two = str(tmp_path / "one.pg"), str(tmp_path / "two.pg")
    assert main(["build", str(folder), "-o", one]) == 0
    (folder / "b.txt").unlink()
    (folder / "a.txt").write_text("2019年，全国建成示范工厂320家。", encoding="utf-8")
    (folder / "c.txt").write_text("2022年，全国建成数字车间12个。", encoding="utf-8")
    assert main(["build", str(folder), "-o", two]) == 0
    capsys.readouterr()
    assert main(["diff", one, two, "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [[line["text"] for line in told[f"documents_{how}"]] for how in ("added", "removed", "changed")] == [
        ["c.txt"],
        ["b.txt"],
        ["a.txt"],
    ]
    assert [line["fields"] for line in told["facts_changed"]] == [["year"]]
    assert len(told["facts_added"]) == len(told["facts_removed"]) == 1
    assert main(["diff", two, one, "--lang", "zh"]) == 0
    assert "增加的文件 (1)" in capsys.readouterr().out
