"""Every rule that decides something of a fact has words for people, and nothing else has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.loaders.patterns.figures import measures, subjects
from policygraph.loaders.pipeline import load
from policygraph.loaders.reading import SUFFIXES, read_bytes
from policygraph.schema.documents import NATURES
from policygraph.schema.errors import DocumentError
from policygraph.schema.facts import Fact
from policygraph.schema.languages import LANGUAGES
from policygraph.schema.vocabulary import vocabulary

CHECKOUT = Path(__file__).resolve().parents[2]
RULES: dict[str, dict[str, str]] = vocabulary("rules")
RULE = re.compile(r"[a-z_]+\.[a-z_]+")
ROOMS = ("context", "patterns")
MADE = {
    "origin.", "origin.nature_", "names.", "subjects.", "measures.", "timing.", "launches.", "deploys.", "succeeds.",
}  # fmt: skip
"""Beginnings of rules whose second part the code computes."""


def strings() -> Iterator[tuple[str, bool]]:
    """Every string of the two rooms that make bases and facts, and whether it begins an f-string."""
    for room in ROOMS:
        for path in sorted((CHECKOUT / "loaders" / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            begun = {id(n.values[0]) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) and n.values}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value, id(node) in begun


def rules_of(facts: tuple[Fact, ...]) -> set[str]:
    return {rule for fact in facts for rule in (fact.extractor, *(basis.rule for _, basis in fact.bases))}


def rules_in(folder: Path) -> set[str]:
    """The rules of every fact of a folder's documents."""
    found: set[str] = set()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES):
        try:
            found |= rules_of(load(read_bytes(path.read_bytes(), path.relative_to(folder).as_posix())).facts)
        except DocumentError:
            continue
    return found


def test_every_rule_that_the_code_names_has_words() -> None:
    named = {text for text, begins in strings() if not begins and RULE.fullmatch(text)}
    assert len(named) > 50
    assert named - RULES.keys() == set()
    begun = {text for text, begins in strings() if begins and re.fullmatch(r"[a-z]+\.(?:nature_)?", text)}
    assert begun == MADE


def test_every_rule_that_the_code_computes_has_words() -> None:
    computed = {f"origin.nature_{nature}" for nature in (*NATURES, "unknown")}
    computed |= {f"origin.{place.replace(' ', '_')}" for place in vocabulary("messages")["places"]}
    for module, prefix in ((subjects, "subjects"), (measures, "measures")):
        computed |= {f"{prefix}.{rule.__name__.lstrip('_')}" for rule in module._RULES}
    assert computed - RULES.keys() == set()


def test_every_rule_with_words_is_one_of_the_code() -> None:
    texts = [text for text, _ in strings()]
    literals = {text for text in texts if RULE.fullmatch(text)} | {"origin"}
    parts = set(texts) | {rule.__name__.lstrip("_") for module in (subjects, measures) for rule in module._RULES}
    parts |= {place.replace(" ", "_") for place in vocabulary("messages")["places"]}
    parts |= {f"nature_{nature}" for nature in (*NATURES, "unknown")}
    parts |= {"gazetteer", "title", "suffix", "quoted", "event", "alias", "person", "model"}
    unknown = [
        rule
        for rule in RULES
        if rule not in literals and not (rule.partition(".")[0] + "." in MADE and rule.partition(".")[2] in parts)
    ]
    assert unknown == []


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_told_in_both_languages(rule: str) -> None:
    texts = RULES[rule]
    assert tuple(texts) == LANGUAGES
    assert re.search("[\u4e00-\u9fff]", texts["zh"])
    assert re.search("[a-z]{2}", texts["en"])
    for text in texts.values():
        assert text == text.strip()
        assert not text.endswith(("。", "."))
        assert len(text) <= 100


def test_every_rule_of_the_example_documents_has_words() -> None:
    found = rules_in(CHECKOUT / "examples" / "corpus")
    assert len(found) > 30
    assert found - RULES.keys() == set()
