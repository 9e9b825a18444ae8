"""Reads the vocabularies: data files beside this one, cached, with errors that name file and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from .errors import VocabularyError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def vocabulary(name: str) -> Any:
    """The parsed content of schema/vocabularies/<name>.yaml. Treat it as read-only: every caller shares it.

    Raises VocabularyError when there is no such file or it is not YAML.
    """
    path = files(__package__) / "vocabularies" / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError:
        raise VocabularyError(f"no vocabulary {name!r}; expected the file {path}") from None
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path} is not YAML: {error}") from error


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; the same for the same words in every run."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
