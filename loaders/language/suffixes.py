"""Names that their last word gives away: …创新中心, …工程, …示范企业, …大会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick
from spacy.language import Language
from spacy.tokens import Doc

from ...schema.regions import written
from ...schema.vocabulary import vocabulary
from .boundaries import Boundaries, Stop
from .candidates import Scope, names, own_city, scope, text_of
from .phrases import LONGEST, governor, left
from .reading import Name

COMPONENT = "policygraph_suffixes"

_EDITION = re.compile(r"(?:第[一二三四五六七八九十百零\d]+届|首届|\d{4}\s?年?)$")
"""第二届, 2017年: the edition of an event, part of its name."""
_BRACKET = re.compile(r"[（(](?P<inside>[^（）()]{2,6})[）)]")
_YEARS = re.compile(r"[（(]\s?\d{4}\s?(?:年\s?)?[-—–－~至]+\s?\d{4}\s?年?\s?[）)]|[（(](?:试行|暂行|征求意见稿)[）)]")
"""（2022—2024年）, （试行）."""
_PARTED = re.compile(r"(?:试验区|自贸区|新区|高新区|开发区)$")
_PART = re.compile(r"[一-龥]{2,4}?(?:新片区|片区)(?!域)")
"""湖北自贸试验区襄阳片区: a part of a zone, named behind it."""
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
_BATCH = re.compile(r"第[一二三四五六七八九十]+批")
_NUMBERED = re.compile(r"[一二三四五六七八九十]大(?:重点|重大)?$")
"""六大 + 工程, 七大重点 + 工程: a count of what was named before."""
_LISTED = re.compile(r"[二三四五六七八九十]大")
"""固海、红寺堡三大扬水工程: the last member of a list with the count of all."""
_WRITTEN = ("Plan", "Document")
_MEDIUM = 4
"""So many characters must stand before a suffix of medium strength."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """One ending. strength: strong, medium, governed or weak, as schema/vocabularies/name_suffixes.yaml tells."""

    form: str
    type: str
    strength: str
    not_before: str

_OWN_PLACE = re.compile("全[国省市县区]|[本我][省市]")
"""Places that need the article to be named (全市认定…); a verb after them is one in any text."""


@cache
def suffixes() -> tuple[tuple[Suffix, ...], AhoCorasick]:
    """Every ending, and the automaton that finds them by their index."""
    guards: list[tuple[str, str]] = vocabulary("name_boundaries")["after_suffix"]
    table: dict[str, Suffix] = {}
    for kind, groups in vocabulary("name_suffixes").items():
        for strength, forms in groups.items():
            for form in forms:
                not_before = "".join(before for ending, before in guards if form.endswith(ending))
                table.setdefault(form, Suffix(form, kind, strength, not_before))
    found = tuple(table.values())
    return found, AhoCorasick([s.form for s in found])


@cache
def endings() -> tuple[str, ...]:
    """The endings that make a name by themselves."""
    return tuple(s.form for s in suffixes()[0] if s.strength == "strong")


def _matches(text: str) -> Iterator[tuple[Suffix, int, int]]:
    """The longest suffix at each place where one ends."""
    table, automaton = suffixes()
    longest: dict[int, tuple[int, int]] = {}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if end not in longest or start < longest[end][1]:
            longest[end] = index, start
    for end, (index, start) in longest.items():
        if end == len(text) or text[end] not in table[index].not_before:
            yield table[index], start, end


def suffix_of(name: str) -> str | None:
    """The ending that a name has, the longest; None for one that has none, a bracket behind it aside."""
    core, known = _BRACKETED.sub("", name), _strengths()
    longest = max(map(len, known))
    return next((core[-n:] for n in range(min(longest, len(core)), 0, -1) if core[-n:] in known), None)


@cache
def _strengths() -> dict[str, str]:
    return {s.form: s.strength for s in suffixes()[0]}


def strength_of(name: str) -> str | None:
    """The strength of the ending that a name has; None for one that has none."""
    form = suffix_of(name)
    return _strengths()[form] if form is not None else None


def find(text: str, read: list[Name], known: Scope) -> list[Name]:
    """Every suffix name of the text. read: what the components before found; bodies in it are left boundaries."""
    matches = list(_matches(text))
    if not matches:
        return []
    bodies = {n.end: n.start for n in read if n.type in ("Agency", "Organization")}
    known_names = [(n.start, n.end) for n in read if n.found_by == "gazetteer"]
    places = frozenset(n.end for n in read if n.type == "Region") | {m.end() for m in _OWN_PLACE.finditer(text)}
    boundaries = Boundaries(text, bodies, known_names, places)
    openings = {n.start: n for n in sorted(read, key=lambda n: n.end) if n.type in ("Agency", "Organization")}
    found = [name for match in matches for name in _names(boundaries, *match, known)]
    return [_in_full(name, openings.get(name.start), known) for name in found]


def _in_full(name: Name, body: Name | None, known: Scope) -> Name:
    canonical = _canonical(name, body, known)
    return name if canonical == name.canonical else replace(name, canonical=canonical)


def _names(boundaries: Boundaries, suffix: Suffix, start: int, end: int, known: Scope) -> Iterator[Name]:
    text = boundaries.text
    bodies = suffix.type in ("Organization", "Agency", "Center", "Event")
    stop = left(boundaries, start, bodies=bodies, endings=endings())
    if stop is None:
        return
    begin = _begin(boundaries, suffix, stop)
    if suffix.form == "计划" and _TO_DO.match(text, end):
        return
    quoted = text[begin - 1 : begin] == "“" and text[end : end + 1] == "”"
    core = text[begin:start]
    if text[begin - 1 : begin] == "、" and _LISTED.search(core):
        return
    level = level_of(core)
    marked = quoted or ("“" in core and suffix.type != "Organization") or core.startswith(_naming_levels())
    if not _enough(core, suffix, _governed(boundaries, suffix, stop), marked, known):
        return
    end = _tail(text, end, suffix)
    own = Name(begin, end, text[begin:end], text[begin:end], suffix.type, "suffix", level=level)
    yield own
    if quoted and (whole := _before_quote(boundaries, own)):
        yield whole


def _begin(boundaries: Boundaries, suffix: Suffix, stop: Stop) -> int:
    """The phrase's first character: an event keeps its edition, and a campaign its year where a verb governs it."""
    near = max(0, stop.position - 8)
    if suffix.type == "Event" and (edition := _EDITION.search(boundaries.text, near, stop.position)):
        return edition.start()
    if suffix.type in _WRITTEN and stop.kind in ("verb", "opening"):
        issued = boundaries.ending_at(stop.start)
        if issued and _form(boundaries, issued) in vocabulary("name_boundaries")["issuing"]:
            return stop.start
    if stop.kind == "date" and (verb := boundaries.ending_at(stop.start)) and verb.kind in ("launch", "opening"):
        return stop.start
    return stop.position


def _governed(boundaries: Boundaries, suffix: Suffix, stop: Stop) -> str:
    """Kind of what governs the phrase; for what is written, to issue it is to set it up."""
    head = governor(boundaries, stop)
    issued = suffix.type in _WRITTEN and _form(boundaries, head) in vocabulary("name_boundaries")["issuing"]
    return "launch" if issued else head.kind


def _form(boundaries: Boundaries, stop: Stop) -> str:
    return boundaries.text[stop.start : stop.position]


_TO_DO = re.compile(r"(?:到|于|在)(?:20\d\d|今年|明年|年底|未来)|(?:今年|明年|年内|全年)(?!的)")
"""某公司计划到2025年建成…: 计划 is what the company does."""


@cache
def _naming_levels() -> tuple[str, ...]:
    return tuple(vocabulary("name_boundaries")["levels_that_name"])


def _enough(core: str, suffix: Suffix, governed: str, marked: bool, known: Scope) -> bool:
    """Whether phrase and suffix make a name. governed: kind of what stands before; marked: quoted, or with a level."""
    data = vocabulary("name_boundaries")
    if core == "部":
        return known.ministry is not None and suffix.strength == "strong"
    if not core:
        return suffix.form in data["classes"]
    if len(core) < 2 or len(core) + len(suffix.form) > LONGEST or _NUMBERED.search(core):
        return False
    if core.endswith(tuple(data["not_before_suffix"])) or core[0] in "（(":
        return False
    if core in _generic():
        # 国家 + 工程 is none, 国家 + 制造业创新中心 is
        return suffix.strength == "strong" and (core in data["levels"] or governed in ("launch", "count"))
    if suffix.strength == "strong" or marked or governed == "launch":
        return True
    if suffix.strength == "medium" and len(core) >= _MEDIUM:
        return True
    return suffix.strength != "weak" and governed in ("opening", "verb")


@cache
def _generic() -> frozenset[str]:
    return frozenset(vocabulary("name_boundaries")["generic"])


def level_of(phrase: str) -> str | None:
    """国家, 省级, 市级 or 县级 where the phrase names its level."""
    levels: dict[str, str] = vocabulary("name_boundaries")["levels"]
    return next((level for word, level in levels.items() if word in phrase), None)


def _tail(text: str, end: int, suffix: Suffix) -> int:
    """（第一批） and （安徽） after a suffix are part of the name, （2022—2024年） of a plan's, …片区 of a zone's."""
    if suffix.type == "Plan" and (years := _YEARS.match(text, end)):
        return years.end()
    if suffix.type == "Center" and _PARTED.search(suffix.form) and (part := _PART.match(text, end)):
        return part.end()
    bracket = _BRACKET.match(text, end)
    if bracket and (_BATCH.fullmatch(bracket["inside"]) or bracket["inside"] in written()):
        return bracket.end()
    return end


def _before_quote(boundaries: Boundaries, quoted: Name) -> Name | None:
    """重点产品可靠性“筑基工程”: the phrase before a quoted name belongs to it where a verb governs both."""
    opening = quoted.start - 1
    stop = left(boundaries, opening, bodies=False, endings=endings())
    if stop is None or stop.kind not in ("launch", "verb", "opening") or not 3 <= opening - stop.position <= 16:
        return None
    text = boundaries.text[stop.position : quoted.end + 1]
    return replace(quoted, start=stop.position, end=quoted.end + 1, text=text, canonical=text)


def _canonical(name: Name, body: Name | None, known: Scope) -> str:
    """The name with its first word in full: a body's short name, 部 of the speaking ministry, 省 and 市 of the text.

    Events stand as written: their names are fixed.
    """
    text = name.canonical
    if name.type == "Event":
        return text
    if body is not None and body.end < name.end and text.startswith(body.text):
        return body.canonical + text[len(body.text) :]
    own = {"部": known.ministry, "省": known.province, "市": own_city(known)}.get(text[0])
    if own is None or text.startswith(tuple(vocabulary("name_boundaries")["not_ones_own"])):
        return text
    return own + text[1:]


@Language.component(COMPONENT)
def suffix_names(doc: Doc) -> Doc:
    """Adds every suffix name to the candidates."""
    found = names(doc)
    found.extend(find(text_of(doc), found, scope(doc)))
    return doc
