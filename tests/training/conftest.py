"""Sentences of the example corpus to learn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.loaders.language import language
from policygraph.training.sentences import Example, by_rules, texts

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "corpus"


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    return list(by_rules(EXAMPLES, language(), None))


@pytest.fixture(scope="session")
def lines() -> list[str]:
    """Every sentence of the example corpus."""
    return list(texts(EXAMPLES))
