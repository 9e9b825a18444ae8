"""Every example of the pages on numbers and times runs and prints what the page says."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("page", ["quantities.md", "periods.md"])
def test_examples(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8").replace("```pycon\n", "\n").replace("\n```\n", "\n\n")
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    failures: list[str] = []
    failed, tried = doctest.DocTestRunner().run(test, out=failures.append)
    assert tried >= 6
    assert failed == 0, "".join(failures)


@pytest.mark.parametrize("module", ["quantities", "periods", "numerals"])
def test_docstrings(module: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"policygraph.loaders.language.{module}"))
    assert tried >= 1
    assert failed == 0
