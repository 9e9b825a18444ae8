"""Heads of questions: what a misspelt one is told."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from policygraph.queries.questions import questions, read_head
from policygraph.schema.errors import VocabularyError

BOTH = {"zh": "名称", "en": "name"}
HEAD: dict[str, Any] = {
    "title": BOTH,
    "asks": BOTH,
    "parameters": {"thing": {"kind": "name", "label": BOTH, "required": True}},
    "more_columns": {"steps": {"type": "integer", "label": BOTH}},
    "shown": ["year", "what", "steps"],
    "order": ["-steps"],
    "unique": ["id"],
    "examples": [{"thing": "5G基站"}],
}


def test_a_head_is_read() -> None:
    made = read_head("made", HEAD)
    assert made.column_names[-1] == "steps"
    assert made.parameters[0].required
    assert len(questions()) >= 29


@pytest.mark.parametrize(
    ("path", "key", "value", "told"),
    [
        ((), "more_colums", {}, "the head names more_colums; expected some of asks, columns, examples"),
        ((), "title", {"zh": "名称"}, "title is {'zh': '名称'}; expected a text in each of zh, en"),
        ((), "shown", ["wat"], "shown names wat; expected some of "),
        ((), "order", ["-step"], "order names step; expected some of "),
        ((), "unique", ["ids"], "unique names ids; expected some of "),
        ((), "examples", [{"thin": 1}], "an example names thin; expected some of thing"),
        ((), "examples", [], "no examples; expected at least one"),
        ((), "columns", {"steps": {"type": "integer", "label": BOTH}}, "unique names id; expected some of steps"),
        (("parameters", "thing"), "requierd", True, "parameter thing names requierd; expected some of choices"),
        (("parameters", "thing"), "kind", "nam", "parameter thing: kind 'nam'"),
        (("parameters",), "other", None, "parameter other is None; expected kind, label"),
        (("more_columns", "steps"), "type", "int", "column steps: type 'int'; expected one of "),
        (("more_columns",), "steps", {"type": "integer"}, "column steps has no label; add it"),
    ],
)
def test_a_head_that_breaks_the_form_is_told_where(path: tuple[str, ...], key: str, value: Any, told: str) -> None:
    head = copy.deepcopy(HEAD)
    place = head
    for step in path:
        place = place[step]
    place[key] = value
    with pytest.raises(VocabularyError) as raised:
        read_head("made", head)
    assert told in str(raised.value)
