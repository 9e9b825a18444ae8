"""Every string that a user sees, in Chinese and English: queries/messages/{zh,en}.yaml."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..schema.errors import QueryError, VocabularyError

LANGUAGES = ("zh", "en")


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

    def label(self, group: str, name: str | None) -> str:
        """The label of a field's value (labels.status.planned is 计划); the value where it has none, "" for None."""
        if name is None:
            return ""
        found = self._find(f"{group}.{name}")
        return found if isinstance(found, str) else name

    def _find(self, key: str) -> Any:
        place: Any = self.messages
        for part in key.split("."):
            place = place.get(part) if isinstance(place, dict) else None
        return place


@cache
def words(lang: str | None = None) -> Words:
    """The messages of `lang` ("zh" or "en"); None takes the user's (`user_language`)."""
    lang = lang or user_language()
    if lang not in LANGUAGES:
        raise QueryError(f"language {lang!r}; expected one of {', '.join(LANGUAGES)}")
    text = (files(__package__) / "messages" / f"{lang}.yaml").read_text(encoding="utf-8")
    return Words(lang, yaml.safe_load(text))


def user_language() -> str:
    """ "zh" where the locale is Chinese, else "en": LC_ALL, LC_MESSAGES, LANG in that order, as POSIX reads them."""
    names = [os.environ.get(v) for v in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((n for n in names if n), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


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
