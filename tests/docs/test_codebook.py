"""docs/codebook.md and docs/codebook.en.md are what the ontology and the rules say today."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from policygraph.schema.ontology import ontology
from policygraph.schema.vocabulary import vocabulary

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(("lang", "file"), [("zh", "codebook.md"), ("en", "codebook.en.md")])
def test_the_codebook_is_not_stale(lang: str, file: str) -> None:
    written = runpy.run_path(str(DOCS / "codebook.py"))["page"](lang)
    assert (DOCS / file).read_text(encoding="utf-8") == written, "run: python docs/codebook.py"


@pytest.mark.parametrize("file", ["codebook.md", "codebook.en.md"])
def test_the_codebook_names_every_type_relation_field_and_rule(file: str) -> None:
    page = (DOCS / file).read_text(encoding="utf-8")
    known = ontology()
    names = [*known.types, *known.predicates, *(f.name for f in known.fields.values()), *vocabulary("rules")]
    assert [name for name in names if f"| `{name}` |" not in page] == []
