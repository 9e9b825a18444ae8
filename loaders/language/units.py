"""Units and measure words as one compiled expression, from schema/vocabularies/units.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ...schema.vocabulary import vocabulary

_DATA = vocabulary("units")
COUNTERS: frozenset[str] = frozenset(_DATA["counters"])
LENGTHS: tuple[str, ...] = tuple(_DATA["lengths"])
ALIASES: Mapping[str, str] = _DATA["aliases"]


def _alternatives(words: Iterable[tuple[str, str]]) -> str:
    """Longest first; what begins another word with it may not follow."""
    ordered = sorted(words, key=lambda item: (-len(item[0]), item[0]))
    return "|".join(re.escape(word) + _stop(stop) for word, stop in ordered)


def _stop(stop: str) -> str:
    if not stop:
        return ""
    return f"(?! ?(?:{stop}))" if "(" in stop else f"(?! ?[{stop}])"


_HAN = _alternatives([*_DATA["counters"].items(), *_DATA["quantities"].items()])
_LATIN = _alternatives((word, "") for word in _DATA["latin"])
_PER = _alternatives([*((word, "") for word in _DATA["per"]), *_DATA["counters"].items(), *_DATA["quantities"].items()])
_LATIN_WORD = rf"(?:{_LATIN})(?![A-Za-z\d])"

UNIT = rf"(?:(?:{_HAN}|{_LATIN_WORD})(?: ?/ ?(?:{_PER}|{_LATIN_WORD}))?)"
"""One unit, a rate included (台/万人). Written for text whose brackets and signs are narrow."""

NOUN = rf"(?=大(?=[\u4e00-\u9fff])|{_alternatives((word, '') for word in _DATA['nouns'] if word != '大')})"
"""Looks ahead to a noun that is counted without a measure word (八部门)."""


def canonical(unit: str) -> str:
    """The unit as it is given: without spaces, 人民币 as 元, 百分点 as 个百分点."""
    bare = unit.replace(" ", "")
    return ALIASES.get(bare, bare)
