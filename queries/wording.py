"""Every string that a user sees, in Chinese and English: queries/messages/{zh,en}.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..schema.errors import QueryError, VocabularyError
from ..schema.labels import field_label, value_label
from ..schema.languages import language


@dataclass(frozen=True)
class Words:
    """The messages of one language, by dotted key ("errors.unknown_name")."""

    lang: str
    messages: dict[str, Any]

    def say(self, key: str, **values: object) -> str:
        """The message with its {places} filled. Raises VocabularyError where the language lacks it."""
        text = self._find(key)
        if not isinstance(text, str):
            raise VocabularyError(f"queries/messages/{self.lang}.yaml has no message {key!r}; expected a string there")
        return text.format(**values)

    def label(self, field: str, value: str | None) -> str:
        """What a field's value is called (status planned is 计划); the value where it has no label, "" for None.

        The ontology's labels for predicates and for fields of its choices, else those of the messages.
        """
        if value is None:
            return ""
        known = value_label(field, value, self.lang)
        if known is not None:
            return known
        found = self._find(f"labels.{field}.{value}")
        return found if isinstance(found, str) else value

    def column(self, name: str) -> str:
        """The heading of a column: of the messages, else the label of the ontology's field, else its name."""
        found = self._find(f"columns.{name}")
        if isinstance(found, str):
            return found
        label = field_label(name, self.lang)
        return name if label is None else label[:1].upper() + label[1:]

    def _find(self, key: str) -> Any:
        place: Any = self.messages
        for part in key.split("."):
            place = place.get(part) if isinstance(place, dict) else None
        return place


@cache
def words(lang: str | None = None) -> Words:
    """The messages of `lang` ("zh" or "en"); None takes the user's (`user_language`)."""
    lang = language(lang)
    text = (files(__package__) / "messages" / f"{lang}.yaml").read_text(encoding="utf-8")
    return Words(lang, yaml.safe_load(text))


class Unanswerable(QueryError):
    """A question that cannot be answered as it was asked; `said(lang)` says why in the user's language.

    code: the message's key below "errors". values: what fills its places.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code, self.values = code, values
        super().__init__(self.said("en"))

    def said(self, lang: str) -> str:
        """The message in one language."""
        return words(lang).say(f"errors.{self.code}", **self.values)
