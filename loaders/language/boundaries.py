"""Where a noun phrase begins: the places in a sentence that no name reaches across to the left."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ...schema.vocabulary import vocabulary

# Each of the three opens by asking for the characters that it may begin with: most places need no second look.
_MARK = re.compile(
    r"(?=[，。；：！？、,;:!?\s“”‘’《》〈〉—…·•（()）一二三四五六七八九十\d])(?:"
    r"[，。；：！？、,;:!?\t\n“”‘’《》〈〉…·•（()）]|——|(?<!中国)(?<!东盟)—|(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])"
    r"|[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)]|^\d+[.．、])"
)
"""Punctuation, and what labels an item: 一是, （二）, 3. A dash behind a country is none (中国—中亚…)."""
_COUNT = re.compile(
    r"(?=[0-9０-９一二两三四五六七八九十百千几数第])(?:"
    r"(?<![第0-9０-９.一二两三四五六七八九十百千几数])(?:[0-9０-９][0-9０-９.,]{0,30}+|[一二两三四五六七八九十百千几数]+)"
    r"\s?(?:余|多)?[万亿千百]*(?:余|多)?\s?"
    r"(?:个月|个|家|项|座|条|批|种|类|名|所|处|支|次|期|款|件|位|场)(?:左右|以上|以内)?(?:领域)?"
    r"|第[一二三四五六七八九十百\d]+(?:批|期|轮))"
)
"""63家, 三项, 3个领域, 第二批: the head of a counted noun, not a part of its name (第二届, 第五次 are)."""
_DATE = re.compile(
    r"(?=[\d今去前明上下年])(?:"
    r"\d{4}\s?(?:年|[-—–－]\s?\d{4}\s?年)(?:度|\d{1,2}月(?:\d{1,2}日)?|底|末|初|前|以来|以前)?"
    r"|\d{1,2}月(?:\d{1,2}日)?|[今去前明]年|上年|[上下]半年|年内)"
)


class Stop(NamedTuple):
    """One left boundary.

    position: where a phrase may begin. start: where the boundary itself begins. kind: "launch" (实施), "verb",
    "opening" (a verb that is one only where it opens the phrase), "inner" (such a verb after a name), "particle",
    "conjunction", "count", "date", "name" (the end of another name) or "mark" (punctuation, the start of the text).
    """

    position: int
    start: int
    kind: str


_PLACE = itemgetter(0, 1)
"""The position of a boundary, then where it begins."""


@cache
def _words() -> tuple[tuple[str, ...], dict[str, tuple[str, str, str]], AhoCorasick]:
    data = vocabulary("name_boundaries")
    table: dict[str, tuple[str, str, str]] = {}
    for key, kind in (("launch", "launch"), ("stop", "verb"), ("opening", "opening")):
        for form in data[key]:
            table.setdefault(form, (kind, "", ""))
    for form, after, before in data["verb_guards"]:
        table[form] = (table[form][0], after, before)
    for key, kind in (("particles", "particle"), ("conjunctions", "conjunction")):
        for form, after, before in data[key]:
            table.setdefault(form, (kind, after, before))
    forms = tuple(table)
    return forms, table, AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)


def stops(
    text: str, name_ends: dict[int, int], names: Iterable[tuple[int, int]], places: frozenset[int] = frozenset()
) -> list[Stop]:
    """Every left boundary of the text, by position.

    places: ends of regions, after which a verb is one (江苏省培育企业).

    name_ends: end → start of names that are no part of another's. names: (start, end) of known names, inside which
    nothing is a boundary (联合 in 联合国).
    """
    inside = {position for start, end in names for position in range(start + 1, end)}
    forms, table, automaton = _words()
    found = [Stop(0, 0, "mark")]
    found += [Stop(m.end(), m.start(), "mark") for m in _MARK.finditer(text)]
    found += [Stop(m.end(), m.start(), "count") for m in _COUNT.finditer(text)]
    found += [Stop(m.end(), m.start(), "date") for m in _DATE.finditer(text)]
    found += [Stop(end, start, "name") for end, start in name_ends.items()]
    for index, start, end in automaton.find_matches_as_indexes(text):
        form = forms[index]
        kind, after, before = table[form]
        if start in inside or end in inside:
            continue
        if (start and text[start - 1] in after) or (end < len(text) and text[end] in before):
            continue
        found.append(Stop(end, start, kind))
    found.sort(key=_PLACE)
    return _opened(text, found, places)


def _opened(text: str, found: list[Stop], places: frozenset[int]) -> list[Stop]:
    """Opening verbs are kept where something ends right before them; after a verb of launch only some are."""
    setting = vocabulary("name_boundaries")["setting"]
    ends_name = tuple(vocabulary("name_boundaries")["classes_before_a_verb"])
    kept: list[Stop] = []
    ends: dict[int, str] = {}
    for stop in found:
        if stop.kind == "opening":
            before = ends.get(stop.start) if text[stop.start - 1 : stop.start] not in ("”", "）", ")") else None
            before = before or ("name" if stop.start in places else None)
            if before is None and text.endswith(ends_name, 0, stop.start):
                kept.append(stop._replace(kind="inner"))
                continue
            if before is None or (before == "launch" and text[stop.start : stop.position] not in setting):
                continue
        kind = ends.get(stop.start, stop.kind) if text[stop.start : stop.position] in "了好" else stop.kind
        # 开展了 and 办好 set up what 开展 and 办 do
        kept.append(stop if kind == stop.kind else stop._replace(kind=kind))
        ends[stop.position] = kind
    return kept


class Boundaries:
    """The left boundaries of one text, for many suffixes."""

    def __init__(
        self,
        text: str,
        name_ends: dict[int, int],
        names: Iterable[tuple[int, int]] = (),
        places: frozenset[int] = frozenset(),
    ) -> None:
        self.text = text
        self.places = places
        self.all = stops(text, name_ends, names, places)
        self._positions = [s.position for s in self.all]

    def before(self, position: int) -> list[Stop]:
        """Boundaries at or left of a position, nearest first."""
        return self.all[: bisect_right(self._positions, position)][::-1]

    def last_before(self, position: int) -> Stop | None:
        """The boundary nearest to a position, at it or left of it; None where there is none."""
        at = bisect_right(self._positions, position)
        return self.all[at - 1] if at else None

    def ending_at(self, position: int) -> Stop | None:
        """The boundary that ends exactly at a position, None where there is none."""
        stop = self.last_before(position)
        return stop if stop is not None and stop.position == position else None
