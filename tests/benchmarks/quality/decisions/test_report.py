"""The table of decisions: a row each, with a verdict."""

from __future__ import annotations

import pytest

from policygraph.benchmarks.quality.decisions import report
from policygraph.benchmarks.quality.evaluation import Evaluation


def test_every_decision_has_a_row_and_a_verdict(evaluation: Evaluation) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install policygraph[test]")
    table = report.decisions_table(evaluation.documents, 1, 50)
    rows = {row[0]: dict(zip(report.HEAD, row, strict=True)) for row in table.rows}
    assert len(rows) == 5
    assert rows["planned or achieved"]["cases"] == "4"
    assert rows["planned or achieved"]["rule right"] == "3"
    assert rows["who is the agent"]["rule right"] == "4"
    assert {row["verdict"] for row in rows.values()} == {"rule kept"}  # so few cases teach nothing
    assert "3 folds of 3 groups" in table.note


def test_one_document_judges_nothing(evaluation: Evaluation) -> None:
    table = report.decisions_table(evaluation.documents[:1], 1, 50)
    assert {row[-1] for row in table.rows} == {"rule kept: too few documents"}


def test_without_scikit_learn_the_rules_are_counted(evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "available", lambda: False)
    table = report.decisions_table(evaluation.documents, 1, 50)
    assert {row[-1] for row in table.rows} == {"rule kept: no scikit-learn"}
    assert [row[3] for row in table.rows if row[0] == "planned or achieved"] == ["3"]
