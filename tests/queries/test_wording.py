"""Messages: both languages say everything, and nothing is said that no one asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from policygraph.queries.wording import Unanswerable, words
from policygraph.schema.errors import QueryError, VocabularyError
from policygraph.schema.facts import MEASURES, STATUSES
from policygraph.schema.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]

NAMED_BY_VALUES = (
    "picture.legend_", "report.change.", "report.compared.", "report.corpus.", "report.diff.",
)  # fmt: skip
"""Messages whose keys are put together from a status, a kind of change, a section."""


def leaves(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{above}{key}.")
        elif isinstance(value, str):
            yield f"{above}{key}", value


def test_both_languages_have_the_same_messages_with_the_same_places() -> None:
    chinese, english = (dict(leaves(words(lang).messages)) for lang in LANGUAGES)
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        places = [sorted(re.findall(r"\{(\w+)", said)) for said in (text, english[key])]
        assert places[0] == places[1], key


def test_every_message_is_said_somewhere() -> None:
    rooms = ("queries", "graph/neo4j")  # the stages of a load are named where they are gone through
    files = [*ROOT.glob("*.py"), *(path for room in rooms for path in (ROOT / room).rglob("*.py"))]
    source = "".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
    unsaid = [
        key
        for key, _ in leaves(words("en").messages)
        if not key.startswith(("labels.", "columns."))
        and not re.search(rf'["\']{re.escape(key)}["\']|"{re.escape(key.partition(".")[2])}"', source)
        and not key.startswith(NAMED_BY_VALUES)
    ]
    assert unsaid == []


def test_labels_cover_statuses_and_measures() -> None:
    for lang in LANGUAGES:
        assert all(words(lang).label("status", s) for s in STATUSES)
        assert all(words(lang).label("measure", m) for m in MEASURES)
    assert words("zh").label("status", "planned") == "计划"
    assert words("zh").label("via", "part_of") == "其成员"


def test_columns_are_called_as_the_ontology_calls_them() -> None:
    assert words("zh").column("year") == "年份"
    assert words("en").column("unit") == "Unit"
    assert words("en").column("proof") == "Quote and source"
    assert words("en").column("no_such_column") == "no_such_column"


def test_a_value_without_label_is_shown_as_it_is() -> None:
    assert words("zh").label("predicate", "launches") == "启动"
    assert words("zh").label("predicate", "brand_new") == "brand_new"
    assert words("zh").label("predicate", None) == ""


def test_unknown_messages_and_languages_are_errors() -> None:
    with pytest.raises(VocabularyError, match=r"no message 'nope\.nothing'"):
        words("en").say("nope.nothing")
    with pytest.raises(QueryError, match="language 'fr'; expected one of zh, en"):
        words("fr")


def test_an_error_speaks_both_languages() -> None:
    error = Unanswerable("unknown_engine", engine="x", known="networkx")
    assert str(error) == error.said("en") == "there is no engine 'x'; expected one of networkx"
    assert error.said("zh").startswith("没有名为")
