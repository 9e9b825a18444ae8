"""The verbs and words beside numbers (schema/vocabularies/figure_verbs.yaml), compiled."""

from __future__ import annotations

import re
from functools import cache

from ....schema.vocabulary import alternation, vocabulary

NAMELY = "(?<![立随亦当便])即(?![将可使时便食溶饮热刻速期日墨兴得开插])"
"""即 before what is named (三个子体系即A、B); not in 立即, 即将, 即食."""

_HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum()}


def half_width(text: str) -> str:
    """The text, of the same length, with full-width digits and letters as half-width ones."""
    return text.translate(_HALF_WIDTH)


@cache
def words(*lists: str) -> tuple[str, ...]:
    """All words of the named lists, the longest first, then by their characters: whoever takes the first that fits
    takes the same one in every run."""
    data = vocabulary("figure_verbs")
    return tuple(sorted({word for name in lists for word in data[name]}, key=lambda w: (-len(w), w)))


def listed(word: str | None, *lists: str) -> bool:
    """Whether a word stands in one of the named lists; None stands in none."""
    return word in _set(*lists)


def is_flow(verb: str | None) -> bool:
    """True for a verb of the flow list, or a run of verbs that ends with one (认定培育, 再减免)."""
    return verb is not None and (
        listed(verb, "flow", "undergone") or any(len(w) > 1 and verb.endswith(w) for w in words("flow"))
    )


@cache
def _set(*lists: str) -> frozenset[str]:
    return frozenset(words(*lists))


@cache
def one_of(*lists: str) -> re.Pattern[str]:
    """Any word of the named lists, the longest first."""
    return re.compile(alternation(words(*lists)))


@cache
def tail() -> re.Pattern[str]:
    """What carries a number from its left: adverbs and verbs of reaching or changing, at the end of a stretch."""
    carriers = one_of("reach", "rise", "fall", "carrier_adverbs").pattern
    nouns = "占比|占地|(?<=[班专系陈序])列|(?<=[行作认成])为|(?<=[通直送抵])达"
    single = r"[了约近超至到达共\s（(]"
    # what stands behind one of these characters was tried from there: a run of them is read once
    return re.compile(rf"(?<!{single})(?:(?!{nouns})(?:{carriers}|{single}))++$")
