"""Names of metrics (statistical indicators): 城镇调查失业率, 数字经济核心产业增加值占国内生产总值比重.

They are no part of the reading of facts: what a figure is about is read by loaders/patterns, which knows the number;
here a name is found wherever it stands, with or without one, when somebody asks for the mentions of a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.tokens import Doc, Span, SpanGroup

from ...schema.vocabulary import alternation, vocabulary
from . import overlaps
from .boundaries import Boundaries
from .candidates import text_of
from .phrases import left

GROUP = "metrics"
"""The group of spans in a Doc that holds them, once it was asked for."""

LONGEST = 36
"""No metric's name is longer, in characters."""
_SHORTEST = 4
"""A shorter one must be a rate (出生率)."""
_SHARES = ("比重", "比例")
_WHOLE = 24
"""…增加值占国内生产总值比重: the whole that a share is of stands between 占 and the last word, and is no longer."""
_SIGNS = re.compile(r"[/+×=*\t]")
_AFTER_HEAD = "先领队团据字"
"""率先, 数据: what may not follow a last word, which would be part of another."""


@dataclass(frozen=True, slots=True)
class Metric:
    """The name of a metric; half-open offsets into the sentence's text."""

    start: int
    end: int


@cache
def _heads() -> tuple[tuple[str, ...], frozenset[str], AhoCorasick]:
    data = vocabulary("metrics")
    always = frozenset(data["heads"])
    forms = tuple(dict.fromkeys([*data["heads"], *data["heads_before_value"]]))
    return forms, always, AhoCorasick(forms)


@cache
def _fixed() -> AhoCorasick:
    return AhoCorasick(vocabulary("metrics")["fixed"], matchkind=MatchKind.LeftmostLongest)


@cache
def _value() -> re.Pattern[str]:
    """What follows a metric where a text gives its value: 达到90%, 同比增长, 1.2万亿元."""
    data = vocabulary("metrics")
    adverbs, verbs = alternation(data["adverbs"]), alternation(data["value_verbs"])
    return re.compile(rf"\s?(?:[（(][^（）()]{{1,12}}[）)])?\s?(?:{adverbs}){{0,2}}(?:(?:{verbs})|\s?\d)")


@cache
def _cut() -> re.Pattern[str]:
    words = alternation(vocabulary("metrics")["cut_first"])
    return re.compile(rf"(?:{words}|(?<=[上本]年)度|(?<=月)份|(?<=[年月])末|[一二三四五六七八九十]条)+")


def find(text: str, boundaries: Boundaries, places: dict[int, int]) -> list[Metric]:
    """Every metric of the text, none inside another. places: start → end of the regions in it, which are cut off."""
    forms, always, automaton = _heads()
    candidates = [Metric(start, end) for _, start, end in _fixed().find_matches_as_indexes(text)]
    ends: dict[int, int] = {}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if text[end : end + 1] in tuple(_AFTER_HEAD):
            continue
        if forms[index] in always or _value().match(text, end):
            ends[end] = min(start, ends.get(end, start))
    for end, start in ends.items():
        metric = _metric(text, boundaries, places, start, end)
        if metric is not None:
            candidates.append(metric)
    found: list[Metric] = []
    for metric in sorted(_joined(text, candidates), key=lambda m: (m.start - m.end, m.start)):
        if all(metric.end <= other.start or other.end <= metric.start for other in found):
            found.append(metric)
    return sorted(found, key=lambda m: m.start)


def _joined(text: str, candidates: list[Metric]) -> list[Metric]:
    """The candidates, with one more for each two that 占 joins before a value (…产值占规上工业产值超过60%)."""
    starts = {m.start: m for m in candidates}
    pairs = [(m, starts[m.end + 1]) for m in candidates if text[m.end : m.end + 1] == "占" and m.end + 1 in starts]
    return [*candidates, *(Metric(a.start, b.end) for a, b in pairs if _value().match(text, b.end))]


def _metric(text: str, boundaries: Boundaries, places: dict[int, int], head: int, end: int) -> Metric | None:
    data = vocabulary("metrics")
    start = _begin(boundaries, _part(text, head) if text[head:end] in _SHARES else head)
    if start is None:
        return None
    start = _trimmed(text, start, places)
    form = text[start:end]
    if len(form) > LONGEST or len(form) < (_SHORTEST - form.endswith("率")) or start >= head:
        return None
    if form.endswith(tuple(data["not_metrics"])) or form.startswith(tuple(data["not_first"])):
        return None
    return None if re.match(r"[\d、，；。”）)]", form) else Metric(start, end)


def _part(text: str, head: int) -> int:
    """Where 占 stands before the last word of a share; the last word's own place where it does not."""
    at = text.rfind("占", max(0, head - _WHOLE), head)
    return at if at > 0 and not re.search(r"[，。；、：]", text[at:head]) else head


def _begin(boundaries: Boundaries, head: int) -> int | None:
    """The first character of the phrase before a last word, across verbs that are part of a metric's name."""
    text, nominal = boundaries.text, vocabulary("metrics")["nominal"]
    place = head
    while (stop := left(boundaries, place, bodies=False, endings=())) is not None:
        if text[stop.start : stop.position] not in nominal or stop.start == 0 or boundaries.ending_at(stop.start):
            break
        place = stop.start
    if stop is None:
        return None
    signs = [m.end() for m in _SIGNS.finditer(text, stop.position, head)]
    return signs[-1] if signs else stop.position


def _trimmed(text: str, start: int, places: dict[int, int]) -> int:
    """Where the name begins behind the places and times before it (江苏省, 全市, 上年度)."""
    while True:
        cut = _cut().match(text, start)
        further = cut.end() if cut else places.get(start, start)
        while text[further : further + 1].isspace():
            further += 1
        if further == start:
            return start
        start = further


def metrics_in(doc: Doc) -> SpanGroup:
    """The metrics in a Doc that went through the pipeline, label Metric; found once, then kept in doc.spans."""
    if GROUP not in doc.spans:
        text = text_of(doc)
        found: list[Metric] = []
        if _heads()[2].find_matches_as_indexes(text) or _fixed().find_matches_as_indexes(text):
            read, _ = overlaps.result(doc)
            bodies = {n.end: n.start for n in read if n.type in ("Agency", "Organization")}
            known = [(n.start, n.end) for n in read if n.found_by == "gazetteer"]
            places = {n.start: n.end for n in read if n.type == "Region"}
            found = find(text, Boundaries(text, bodies, known, frozenset(places.values())), places)
        doc.spans[GROUP] = [Span(doc, m.start, m.end, label="Metric") for m in found]
    kept: SpanGroup = doc.spans[GROUP]
    return kept
