"""Where a noun phrase begins: the places in a sentence that no name reaches across to the left."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ...schema.vocabulary import vocabulary

PUNCTUATION = re.compile(r"[，。；：！？、,;:!?\t\n“‘《〈—…·•（(]|——|(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_COUNT = re.compile(
    r"(?:[0-9０-９][0-9０-９.,]*|[一二两三四五六七八九十百千几数]+)(?:余|多)?[万亿千百]*(?:余|多)?"
    r"(?:个|家|项|座|条|批|种|类|名|所|处|支|次|期|款|件|位|场|届)(?:左右|以上|以内)?(?:领域|行业|重点|方面)?"
)
"""63家, 三项, 3个领域: the head of a counted noun, not a part of its name."""
_DATE = re.compile(r"\d{4}(?:年|[-—–－]\d{4}年)(?:\d{1,2}月(?:\d{1,2}日)?|底|末|初|前|以来|以前)?|\d{1,2}月(?:\d{1,2}日)?|[今去前明]年|上年")


@dataclass(frozen=True, slots=True)
class Stop:
    """One left boundary. position: where a phrase may begin. kind: "launch" (实施), "verb", "opening" (a verb that is one
    only where it opens the phrase), "particle", "conjunction", "count", "date", "name" or "mark" (punctuation, start of text)."""

    position: int
    start: int
    kind: str


@cache
def _words() -> tuple[tuple[str, ...], dict[str, tuple[str, str, str]], AhoCorasick]:
    data = vocabulary("name_boundaries")
    table: dict[str, tuple[str, str, str]] = {}
    for kind in ("launch", "stop", "opening"):
        for form in data[kind]:
            table.setdefault(form, ("verb" if kind == "stop" else kind, "", ""))
    for kind, key in (("particle", "particles"), ("conjunction", "conjunctions")):
        for form, after, before in data[key]:
            table.setdefault(form, (kind, after, before))
    forms = tuple(table)
    return forms, table, AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)


def stops(text: str, name_ends: dict[int, int]) -> list[Stop]:
    """Every left boundary of the text, by position. name_ends: end → start of names that are no part of another's."""
    forms, table, automaton = _words()
    found = [Stop(0, 0, "mark")]
    found += [Stop(m.end(), m.start(), "mark") for m in PUNCTUATION.finditer(text)]
    found += [Stop(m.end(), m.start(), "count") for m in _COUNT.finditer(text)]
    found += [Stop(m.end(), m.start(), "date") for m in _DATE.finditer(text)]
    found += [Stop(end, start, "name") for end, start in name_ends.items()]
    for index, start, end in automaton.find_matches_as_indexes(text):
        kind, after, before = table[forms[index]]
        if (start and text[start - 1] in after) or (end < len(text) and text[end] in before):
            continue
        found.append(Stop(end, start, kind))
    found.sort(key=lambda s: (s.position, s.start))
    return _opened(found)


def _opened(found: list[Stop]) -> list[Stop]:
    """Opening verbs are kept where something ends right before them."""
    kept: list[Stop] = []
    ends: set[int] = set()
    for stop in found:
        if stop.kind == "opening" and stop.start not in ends:
            continue
        kept.append(stop)
        ends.add(stop.position)
    return kept


class Boundaries:
    """The left boundaries of one text, for many suffixes."""

    def __init__(self, text: str, name_ends: dict[int, int]) -> None:
        self.text = text
        self.all = stops(text, name_ends)
        self._positions = [s.position for s in self.all]

    def before(self, position: int) -> list[Stop]:
        """Boundaries at or left of a position, nearest first."""
        return self.all[: bisect_right(self._positions, position)][::-1]
