"""The rules of resolution and their wording: schema/vocabularies/resolution.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...schema.languages import language
from ...schema.vocabulary import vocabulary

SAME, DIFFERENT, UNSURE = VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to tell whether two names are one thing. confidence: of the verdict, 0 to 1."""

    key: str
    verdict: str
    confidence: float
    wording: Mapping[str, str]

    def said(self, values: Mapping[str, str], lang: str | None = None) -> str:
        """The wording in one language, filled; None for the user's. A value that is missing is left empty."""
        return self.wording[language(lang)].format_map(_Filled(values))


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its key."""
    return {
        key: Rule(key, entry["verdict"], entry["confidence"], {"zh": entry["zh"], "en": entry["en"]})
        for key, entry in table("rules").items()
    }


def table(name: str) -> Any:
    """One section of resolution.yaml."""
    return vocabulary("resolution")[name]


def dated() -> str:
    """The day the rules were last changed, ISO 8601: the date of automatic decisions."""
    return str(table("dated"))
