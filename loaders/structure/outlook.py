"""Deduces the date of a report that looks back on one year and forward to the next, but bears no date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .claims import Claims, first_prose, origin, words
from .labels import label_of
from .lines import Line

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?(?!\d)")


def read_outlook(lines: Sequence[Line], claims: Claims) -> None:
    """Adds January of the later year, where the headings name two years that follow each other.

    The earlier heading looks back (工作总结, 重点工作情况) and the later forward (工作思路, 计划). Such reports are
    made at the turn of the year. The claim's place is "headings": it is deduced, not stated.
    """
    years: dict[int, tuple[Line, int]] = {}
    title = claims.best("title")
    found = {int(m[1]) for m in _YEAR.finditer(title.value)} if title else set()
    for line in lines:
        label = label_of(line.value)
        text = line.value[label.end :] if label else line.value
        if not line.titled or len(text) > 40:
            continue
        match = _YEAR.match(text)
        if match:
            years.setdefault(int(match[1]), (line, 0))
            found.add(int(match[1]))
    if not found:
        return
    first = first_prose(lines)
    later = max(found)
    heading = years.get(later)
    wording = heading[0].value if heading else title.value if title else ""
    looks_forward = any(w in wording for w in words("outlook_words"))
    if later - 1 in found and looks_forward and first < len(lines):
        place = origin(heading[0], heading[1]) if heading else title.char_start if title else None
        claims.add("date", f"{later}-01", "headings", place)
