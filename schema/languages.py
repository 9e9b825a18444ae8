"""The languages that policygraph speaks to its user, and which of them is the user's."""

from __future__ import annotations

import locale
import os

from .errors import QueryError

LANGUAGES = ("zh", "en")


def language(lang: str | None = None) -> str:
    """`lang`, or the user's language for None. Raises QueryError for a language that is not one of LANGUAGES."""
    lang = lang or user_language()
    if lang not in LANGUAGES:
        raise QueryError(f"language {lang!r}; expected one of {', '.join(LANGUAGES)}")
    return lang


def user_language() -> str:
    """ "zh" where the locale is Chinese, else "en": LC_ALL, LC_MESSAGES, LANG in that order, as POSIX reads them."""
    names = [os.environ.get(v) for v in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((n for n in names if n), None) or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
