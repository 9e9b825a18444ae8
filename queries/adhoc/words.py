"""The words that an ad hoc query may use: words.yaml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def allowed(language: str) -> dict[str, Any]:
    """What words.yaml says of a language ("cypher" or "sparql")."""
    text = files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return found[language]


@cache
def functions(language: str) -> frozenset[str]:
    """The names of the functions of a language, in lower case."""
    return frozenset(name.lower() for name in allowed(language)["functions"])


def upper(word: str) -> str:
    """The word in capitals where it is ASCII, as every keyword is; else as it is, so that no letter like ſ is an S."""
    return word.upper() if word.isascii() else word
