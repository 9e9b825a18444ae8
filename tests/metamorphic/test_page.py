"""The page of the project: every transformation with its share, every disagreement with its reason, no sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policygraph.benchmarks.metamorphic.agreement import NAMES
from policygraph.benchmarks.metamorphic.exceptions import kinds

BAR = 98.0
PAGE = Path(__file__).resolve().parents[2] / "docs" / "metamorphic.md"
RUN = 12
"""So many Chinese characters in a row that a document has too are no name."""


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_every_transformation_stands_above_the_bar(page: str) -> None:
    for name in NAMES:
        row = re.search(rf"^\| {re.escape(name)} \|.* (\d+)/(\d+) ([\d.]+) % \|$", page, re.MULTILINE)
        assert row, f"{name}: run python -m benchmarks.metamorphic"
        assert float(row[3]) >= BAR, row[0]
        assert int(row[2]) > 40


def test_every_disagreement_has_a_kind_and_every_kind_a_reason(page: str) -> None:
    assert "not explained yet" not in page
    for kind in kinds():
        assert f"| {kind['kind']} | {kind['reason']} |" in page
        assert page.count(kind["kind"]) > 1, f"{kind['kind']}: no document of the page has it"


def test_it_says_when_and_with_what(page: str) -> None:
    assert re.search(r"^\| date \| \d{4}-\d\d-\d\d \|$", page, re.MULTILINE)
    assert re.search(r"^\| version of the rules \| [0-9a-f]{16} \|$", page, re.MULTILINE)


def test_it_holds_no_sentence_of_the_documents(page: str, shared: Path) -> None:
    grams = {run[at : at + RUN] for run in re.findall(rf"[\u3400-\u9fff]{{{RUN},}}", page)
             for at in range(len(run) - RUN + 1)}  # fmt: skip
    texts = [p.read_text(encoding="utf-8", errors="ignore") for p in (shared / "corpus").rglob("*.*") if p.is_file()]
    assert len(texts) > 30
    assert [gram for gram in grams if any(gram in text for text in texts)] == []
