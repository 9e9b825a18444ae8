"""Lint of the messages: every code that the code uses is there in both languages and the other way round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from policygraph.schema.languages import LANGUAGES
from policygraph.schema.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("schema", "sandbox", "loaders", "graph", "queries", "web")
SOURCES = sorted([*ROOT.glob("*.py"), *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))])
MESSAGES: dict[str, dict[str, str]] = vocabulary("messages")["messages"]
PLACES: dict[str, dict[str, str]] = vocabulary("messages")["places"]
ERRORS = ("DocumentError", "UnreadableDocument", "UnsafeDocument", "DocumentLimit", "ExportError", "ServerError")
TREES = {path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method by one of these names, with its place."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                yield f"{path}:{node.lineno}", node


def literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def dictionary(tree: ast.AST, node: ast.expr) -> ast.expr:
    """The dict that an argument is: itself, or what the variable of its name was set to."""
    if not isinstance(node, ast.Name):
        return node
    assigned = (n for n in ast.walk(tree) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == node.id)
    return next(assigned).value


def told() -> Iterator[tuple[str, str, set[str]]]:
    """(place, code, names of the details) of every error and notice that is made of a literal code."""
    for place, call in calls(*ERRORS):
        if code := literal(call.args[0] if call.args else None):
            yield place, code, {keyword.arg or "**" for keyword in call.keywords}
    for place, call in calls("Notice"):
        if code := literal(call.args[0] if call.args else None):
            tree = TREES[Path(place.rpartition(":")[0])]
            details = dictionary(tree, call.args[1]) if len(call.args) > 1 else ast.Dict([], [])
            assert isinstance(details, ast.Dict), f"{place}: details are not a dict that can be read here"
            yield place, code, {literal(key) or "?" for key in details.keys}


def test_every_code_that_is_told_has_a_message_with_the_same_places() -> None:
    found = list(told())
    assert len(found) > 50
    wrong = [(place, code) for place, code, names in found if fields(MESSAGES.get(code, {"en": "{?}"})["en"]) != names]
    assert wrong == []


def test_every_message_is_told_somewhere() -> None:
    literals = {literal(n) for tree in TREES.values() for n in ast.walk(tree) if isinstance(n, ast.expr)}
    assert [code for code in MESSAGES if code not in literals] == []


def test_codes_that_are_no_literals_are_few() -> None:
    """They come from another process, from the store, or from a table of codes beside the call."""
    made = [
        place.rpartition(":")[0]
        for place, call in calls(*ERRORS, "Notice")
        if not literal(call.args[0] if call.args else None)
    ]
    assert sorted(set(made)) == [
        "graph/neo4j/errors.py",
        "graph/rows.py",
        "loaders/reading/box.py",
        "loaders/reading/ocr_lines.py",
        "loaders/reading/reader.py",
        "loaders/reading/recognised_pages.py",
        "loaders/reading/wire.py",
        "query_command.py",
        "schema/errors.py",
        "serve_command.py",
    ]


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_is_said_in_both_languages(code: str) -> None:
    texts = MESSAGES[code]
    assert tuple(texts) == LANGUAGES
    assert fields(texts["zh"]) == fields(texts["en"])
    assert re.search("[\u4e00-\u9fff]", texts["zh"])
    assert not re.search("[\u4e00-\u9fff]", texts["en"])
    for text in texts.values():
        assert text == text.strip()
        assert "\n" not in text
        assert not text.endswith(("。", "."))


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_says_what_to_do(code: str) -> None:
    assert "请" in MESSAGES[code]["zh"]
    assert re.search("[;.] ?|, ", MESSAGES[code]["en"])


def test_every_place_that_a_document_may_name_is_called_something() -> None:
    named = {literal(call.args[at]) for at, name in ((2, "add"), (1, "Stated"))
             for _, call in calls(name) if len(call.args) > at}  # fmt: skip
    assert {place for place in named if place} - PLACES.keys() == set()
    assert all(tuple(names) == LANGUAGES for names in PLACES.values())
