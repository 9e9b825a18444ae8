"""The scores are the scorer's own, document by document, and beside them those of the annotated parts alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.benchmarks.quality.counts import Count, total
from policygraph.benchmarks.quality.documents import Document
from policygraph.benchmarks.quality.evaluation import Evaluation, Scored, evaluate
from policygraph.benchmarks.quality.gold import annotated_part, gold_folders
from policygraph.benchmarks.quality.mistakes import worst
from policygraph.benchmarks.quality.tables import Tables
from policygraph.schema.errors import RunError


def of(evaluation: Evaluation, name: str) -> Scored:
    (found,) = (s for s in evaluation.documents if s.document.name == name)
    return found


def test_the_counts_are_those_of_the_annotation(evaluation: Evaluation) -> None:
    tally = total(scored.tally for scored in evaluation.documents)
    assert tally["detection"] == Count(4, 6, 5)
    assert tally["core"] == Count(2, 6, 5)
    assert tally["full"] == Count(2, 6, 5)
    assert tally["relations"] == Count(2, 2, 2)
    assert tally["relations core"] == Count(1, 2, 2)
    assert tally["predicate recognises core"] == Count(1, 1, 1)
    assert tally["predicate issues core"] == Count(0, 1, 1)
    assert tally["field year"] == tally["field status"] == Count(3, 4, 4)
    assert evaluation.official["own"]["figures"]["detection"]["right"] == 4


def test_a_fact_outside_of_the_annotated_part_counts_in_the_scorer_s_number_only(evaluation: Evaluation) -> None:
    scored = of(evaluation, "own_summary.txt")
    assert [row["value"] for row in scored.found] == [120, 200000000, 130]  # half of the last quote stands inside too
    assert [row["value"] for row in scored.inside] == [120, 200000000]
    assert scored.tally["detection"] == Count(1, 3, 1)
    assert scored.tally["detection inside"] == Count(1, 2, 1)
    (table, *_) = Tables(evaluation, seed=1, draws=50).scores()
    assert table.rows[0][3].startswith(".727 ")  # 2 · 4 / (6 + 5)
    assert table.rows[0][3].endswith(" / .800")  # 2 · 4 / (5 + 5)


def test_the_worst_mistakes_of_every_kind_come_with_their_sentences(evaluation: Evaluation) -> None:
    found = worst(evaluation.documents)
    said = [(m.kind, m.fields, (m.found or m.gold or {}).get("value")) for m in found]
    pair = (("wrong figure", ("status",), 500), ("wrong figure", ("year",), 63))
    assert said[:2] in ([*pair], [*reversed(pair)])  # the surer one first
    assert said[2:] == [
        ("spurious figure", (), 200000000),
        ("missed figure", (), 3),
        ("wrong relation", ("issues", "status"), None),
    ]
    assert "2020年，工业和信息化部新认定" in next(m.sentence for m in found if m.found and m.found.get("value") == 63)
    assert found[3].sentence == "2020年，工业和信息化部印发《示范工厂建设指南》。"
    assert [m.kind for m in worst(evaluation.documents, 1)] == ["wrong figure"]


def test_the_confusion_has_what_was_found_in_its_columns(evaluation: Evaluation) -> None:
    (status,) = (t for t in Tables(evaluation, 1, 50).scores() if t.title == "Confusion of status")
    assert status.head == ("annotated", "achieved", "planned", "forecast", "other")
    assert status.rows[0] == ("achieved", "3", "1", "·", "·")  # the one of the plan was found as planned
    assert status.rows[1] == ("planned", "·", "·", "·", "·")  # it is optional


def test_a_document_without_a_file_and_a_folder_without_gold_are_said(own: Path, shared: Path, tmp_path: Path) -> None:
    scorer = shared / "score" / "score.py"
    with pytest.raises(RunError, match=r"own_plan\.txt: not under"):
        evaluate(own / "gold", own / "corpus" / "reports", scorer)
    with pytest.raises(RunError, match="no annotation"):
        gold_folders(tmp_path)
    with pytest.raises(RunError, match="no scorer"):
        evaluate(own / "gold", own / "corpus", tmp_path / "score.py")


def test_annotated_parts_count_lines_from_one_and_characters_from_zero() -> None:
    text = "ab\nc\n\ndef"
    assert annotated_part(None, text) == (0, 9)
    assert text[slice(*annotated_part([2, 4], text))] == "c\n\ndef"
    assert text[slice(*annotated_part([1, 1], text))] == "ab\n"
    assert text[slice(*annotated_part({"chars": [1, 99]}, text))] == "b\nc\n\ndef"


def test_genre_is_the_folder_and_nature_what_the_reading_takes_it_for(read: list[Document]) -> None:
    assert [(d.name, d.genre, d.nature) for d in read] == [
        ("own_plan.txt", "plans", "plan"),
        ("own_report.txt", "reports", "report"),
        ("own_summary.txt", "reports", "report"),
    ]
