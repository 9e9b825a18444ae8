"""What became of a target, with the rule that says so."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...schema.languages import language
from ...schema.vocabulary import vocabulary

VERDICTS = (
    "met", "exceeded", "missed", "partly", "revised", "superseded", "open", "unreported", "no_source", "unclear",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one target.

    target: id of the planned figure or goal. verdict: one of VERDICTS. rule: key of schema/vocabularies/verdicts.yaml.
    outcome: id of the fact that decides it, None where none does (of a sum or an average, the last of its facts).
    arithmetic: "6.9% > 6.5%", None where nothing was compared. values: what the rule's wording is filled with.
    sources: ids of every fact that the arithmetic used, the outcome among them.
    """

    target: str
    verdict: str
    rule: str
    outcome: str | None = None
    arithmetic: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    def reason(self, lang: str | None = None) -> str:
        """The rule in words, in "zh" or "en" (None: the user's language). Raises QueryError for another language."""
        return wording(self.rule, self.values, lang)


def wording(rule: str, values: Mapping[str, Any], lang: str | None = None) -> str:
    """The words of a rule, filled with what it was reached by."""
    spoken = language(lang)
    data = vocabulary("verdicts")
    filled = dict(values)
    if why := filled.get("why"):
        filled["why"] = data["incomparable"][why][spoken]
    return str(string.Formatter().vformat(data["rules"][rule][spoken], (), filled))
