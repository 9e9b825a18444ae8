"""How far to the left a name reaches from its last word."""

from __future__ import annotations

import re

from ...schema.punctuation import PAIRS
from ...schema.vocabulary import vocabulary
from .boundaries import Boundaries, Stop

LONGEST = 45
"""No name made of a phrase and a suffix is longer, in characters."""
_LONGEST_CONJUNCT = 14
"""The part of a name before 和 is no longer."""
_OWN_NAME = 4
"""So many characters between a verb and a suffix make a name that the verb governs."""
_LONGEST_LIST = 12
"""Items of a list that one verb governs."""
_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_LABEL = re.compile(r"[一二三四五六七八九十\d]+")
"""（二）, (3): what is in the brackets of a list label."""
_LONGEST_PART = {"”": 26, "’": 20, "）": 10, ")": 10}
"""A quoted or bracketed part of a name is no longer."""


def left(boundaries: Boundaries, start: int, *, bodies: bool, endings: tuple[str, ...]) -> Stop | None:
    """The boundary where the phrase before `start` begins; None where none is near.

    bodies: a body right before the phrase belongs to the name (工业和信息化部重点实验室) whatever stands before it;
    else only where a verb governs it (落实国务院机构改革方案). endings: last words that end a name of their own.
    """
    text, limit = boundaries.text, start
    for stop in boundaries.before(start):
        if stop.position < start - LONGEST:
            return None
        if stop.position > limit or (stop.position == start and _nominal(boundaries, stop)):
            continue  # inside a quoted part; or 企业认定工作, 乡村建设行动: the verb is part of the name
        if stop.kind == "mark" and (opening := _opening(text, stop.position)) is not None:
            limit = opening
            continue
        if stop.kind == "inner" and start - stop.position < _OWN_NAME:
            continue  # 示范工厂建设行动 is one name; 工业互联网平台建设公共实训基地 are two
        if stop.kind == "conjunction" and _runs_on(boundaries, stop, start, endings):
            continue
        if stop.kind == "name" and _owned(boundaries, stop, start, bodies):
            continue
        return stop
    return None


def governor(boundaries: Boundaries, stop: Stop) -> Stop:
    """What governs a phrase: its own left boundary, or in a list (实施A、B和C) that of the list's first item.

    A count or a date (部署18项…) is governed by what stands before it.
    """
    for _ in range(_LONGEST_LIST):
        if stop.kind in ("count", "date") and (verb := boundaries.ending_at(stop.start)):
            stop = verb
        listed = stop.kind == "conjunction" or boundaries.text[stop.start : stop.position] == "、"
        before = boundaries.last_before(stop.start)
        if not listed or before is None:
            break
        stop = before
    return stop


def _nominal(boundaries: Boundaries, stop: Stop) -> bool:
    """Whether a verb right before a suffix is a noun there: one that can be, with a noun before it."""
    form = boundaries.text[stop.start : stop.position]
    nominal = form in vocabulary("name_boundaries")["nominal"]
    able = stop.kind in ("launch", "opening") or (stop.kind == "verb" and nominal)
    return able and boundaries.ending_at(stop.start) is None and stop.start not in boundaries.places


def _opening(text: str, position: int) -> int | None:
    """Where the quoted or bracketed part begins that ends right before `position`; None where it is too long."""
    closing = text[position - 1 : position]
    if closing not in _LONGEST_PART:
        return None
    opening = text.rfind(_OPENING[closing], 0, position - 1)
    if closing in "）)" and _LABEL.fullmatch(text, opening + 1, position - 1):
        return None
    return opening if opening >= 0 and position - opening <= _LONGEST_PART[closing] else None


def _owned(boundaries: Boundaries, stop: Stop, start: int, bodies: bool) -> bool:
    """Whether the body that ends here is the first word of the name and not the one who acts."""
    if _levelled(boundaries.text[stop.position : start]):
        return False
    before = boundaries.ending_at(stop.start)
    return bodies or (before is not None and before.kind in ("verb", "launch", "opening"))


def _runs_on(boundaries: Boundaries, stop: Stop, start: int, endings: tuple[str, ...]) -> bool:
    """Whether 和, 与, 及 joins two parts of one name: neither side is a name of its own."""
    text = boundaries.text
    right = text[stop.position : start]
    if not right or _levelled(right):
        return False
    before = boundaries.last_before(stop.start)
    if before is None or text[before.start : before.position] == "、":
        return False
    part = text[before.position : stop.start]
    return 2 <= len(part) <= _LONGEST_CONJUNCT and not part.endswith(endings)


def _levelled(phrase: str) -> bool:
    return phrase.startswith(tuple(vocabulary("name_boundaries")["levels_that_open"]))
