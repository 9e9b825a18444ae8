"""What a target wants: at least its value, at most, or within a range."""

from __future__ import annotations

import re
from functools import cache

from ...schema.vocabulary import alternation, vocabulary
from .series import Reading
from .statement import Statement


def aim(target: Statement, read: Reading) -> str:
    """ "ceiling", "floor" or "range", as a key of `rules`: by the number's own words, else by the metric.

    A fall is wanted as large as it says (能耗下降3%以上 is a floor); of prices, unemployment, deficits and the like
    even 左右 is a ceiling. A point that is neither is wanted high.
    """
    wants_low = low(target, read)
    if target.cmp == "range":
        return "ceiling" if wants_low else "range"
    if wants_low:
        return "floor" if target.cmp == "ge" else "ceiling"
    if target.cmp == "le" or (target.cmp == "lt" and not _words("floor_words").search(target.cmp_text or "")):
        return "floor" if read.sign < 0 or read.kind == "fall" else "ceiling"
    return "floor"


def low(target: Statement, read: Reading) -> bool:
    """Whether the metric is to stay low."""
    if read.sign < 0 or read.kind in ("fall", "delta"):
        return False
    if read.kind == "rank":
        return True
    names = f"{read.name} {target.subject}"
    return bool(_words("low").search(names)) and not _words("not_low").search(names)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("verdicts")["direction"][name]))
