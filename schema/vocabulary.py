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
    """A regular expression for any of the words, the longest first; the same for the same words in every run.

    Words that begin alike share their beginning, so that the engine compares a place in the text with every first
    character and not with every word.
    """
    tree: dict[str, Any] = {}
    for word in set(words):
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _branches(tree)


_END = ""
"""The branch of a tree at which a word is complete."""


def _branches(tree: dict[str, Any]) -> str:
    """What may follow in a tree of words; a complete word comes last, for the longer ones are tried first."""
    forms = [re.escape(character) + _branches(rest) for character, rest in sorted(tree.items()) if character != _END]
    if _END in tree and forms:
        forms.append("")
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})" if forms else ""
