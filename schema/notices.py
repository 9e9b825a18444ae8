"""What a user is told of a document: a code with details, said in Chinese or English when it is read.

The texts are data (vocabularies/messages.yaml); a graph keeps code and details, so that whoever opens it reads them
in the own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from .languages import language
from .vocabulary import vocabulary

Detail = str | int | float


class NoticeRecord(TypedDict):
    """A notice as JSON keeps it."""

    code: str
    details: dict[str, Detail]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that a user must know of a document, or of the machine that reads it.

    code: a key of vocabularies/messages.yaml. details: what fills the places of its text; numbers are in the unit
    that the text names, and what another program said (`reason`) stays in that program's words. A detail named
    `where` or …_where is a place where a document says something (Stated.where). Treat it as read-only.
    """

    code: str
    details: Mapping[str, Detail] = field(default_factory=dict)

    def said(self, lang: str | None = None) -> str:
        """The text in one language: "zh" or "en", None for the user's (`language`).

        A code or details that this version does not know, from a graph that another one made, are shown as they are.
        """
        lang = language(lang)
        words = vocabulary("messages")
        try:
            text: str = words["messages"][self.code][lang]
            return text.format_map(
                {
                    name: words["places"].get(value, {}).get(lang, value) if name.endswith("where") else value
                    for name, value in self.details.items()
                }
            )
        except (KeyError, ValueError):
            return ": ".join(filter(None, (self.code, ", ".join(f"{k}={v}" for k, v in self.details.items()))))

    def record(self) -> NoticeRecord:
        """The notice as plain values; `Notice(**record)` gives it back."""
        return {"code": self.code, "details": dict(self.details)}

    def __str__(self) -> str:
        return self.said("en")

    def __hash__(self) -> int:
        return hash((self.code, frozenset(self.details.items())))
