"""The words of goals (schema/vocabularies/goals.yaml), compiled."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from ....schema.vocabulary import alternation, vocabulary

_STATES = (
    "settle", "build", "come_to", "put_to_use", "done", "served", "state", "unset", "arrive", "everyone",
    "indicators", "others",
)  # fmt: skip
"""The lists of which every end state holds a word."""


@cache
def any_of(*lists: str) -> str:
    """A regular expression for any word of the named lists, the longest first."""
    return alternation(word for name in lists for word in vocabulary("goals")[name])


@cache
def one_of(*lists: str) -> re.Pattern[str]:
    """Any word of the named lists."""
    return re.compile(any_of(*lists))


@cache
def ends(*lists: str) -> re.Pattern[str]:
    """Any word of the named lists at the end of a stretch."""
    return re.compile(f"(?:{any_of(*lists)})$")


@cache
def otherwise() -> re.Pattern[str]:
    """What a stretch begins with that speaks of something else; the list holds regular expressions."""
    return re.compile("|".join(vocabulary("goals")["other"]))


def may_name_a_state(text: str) -> bool:
    """Whether a text holds a word without which it names no end state: most texts are passed over quickly."""
    return bool(_finder().find_matches_as_indexes(text))


@cache
def _finder() -> AhoCorasick:
    return AhoCorasick(sorted({word for name in _STATES for word in vocabulary("goals")[name]}))
