"""docs/fields.md is what the ontology says today."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_of_fields_is_not_stale() -> None:
    written = runpy.run_path(str(DOCS / "fields.py"))["page"]()
    assert (DOCS / "fields.md").read_text(encoding="utf-8") == written, "run: python docs/fields.py > docs/fields.md"


def test_the_page_explains_a_figure_in_both_languages() -> None:
    page = (DOCS / "fields.md").read_text(encoding="utf-8")
    assert "| `value` | 数值 | The number in base units" in page
    assert "`about` 约" in page
    assert "`ge` at least" in page
    assert "| `recognises` |" in page
