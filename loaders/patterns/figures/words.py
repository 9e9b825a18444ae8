"""The verbs and words beside numbers (schema/vocabularies/figure_verbs.yaml), compiled."""

from __future__ import annotations

import re
from functools import cache

from ....schema.vocabulary import vocabulary


@cache
def words(*lists: str) -> frozenset[str]:
    """All words of the named lists."""
    data = vocabulary("figure_verbs")
    return frozenset(word for name in lists for word in data[name])


@cache
def one_of(*lists: str) -> re.Pattern[str]:
    """Any word of the named lists, the longest first."""
    return re.compile("|".join(re.escape(w) for w in sorted(words(*lists), key=len, reverse=True)))


@cache
def tail() -> re.Pattern[str]:
    """What carries a number from its left: adverbs and verbs of reaching or changing, at the end of a stretch."""
    carriers = one_of("reach", "rise", "fall", "carrier_adverbs").pattern
    return re.compile(rf"(?:(?!占比|占地)(?:{carriers}|[了约近超至到达共\s（(]))+$")
