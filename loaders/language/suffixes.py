"""Names that their last word gives away: …创新中心, …工程, …示范企业, …大会."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.language import Language
from spacy.tokens import Doc

from ...schema.vocabulary import vocabulary
from .boundaries import Boundaries, Stop
from .candidates import Scope, names, scope
from .reading import Name

LONGEST = 45
"""No name made of a phrase and a suffix is longer, in characters."""
_EVENT_HEAD = re.compile(r"(?:第[一二三四五六七八九十百零\d]+届|首届|\d{4}\s?年?)$")
_PLACE_TAIL = re.compile(r"[（(](?:第[一二三四五六七八九十]+批|[一-龥]{2,4})[）)]")


@dataclass(frozen=True, slots=True)
class Suffix:
    """One ending. strong: it makes a name by itself."""

    form: str
    type: str
    strong: bool


@cache
def _suffixes() -> tuple[tuple[Suffix, ...], AhoCorasick]:
    table: dict[str, Suffix] = {}
    for kind, groups in vocabulary("name_suffixes").items():
        for strength, forms in groups.items():
            for form in forms:
                table.setdefault(form, Suffix(form, kind, strength == "strong"))
    suffixes = tuple(table.values())
    return suffixes, AhoCorasick([s.form for s in suffixes], matchkind=MatchKind.LeftmostLongest)


def find(text: str, read: list[Name], known: Scope) -> list[Name]:
    """Every suffix name of the text. read: what the components before found; agencies in it are left boundaries."""
    suffixes, automaton = _suffixes()
    matches = automaton.find_matches_as_indexes(text)
    if not matches:
        return []
    bodies = {n.end: n.start for n in read if n.type in ("Agency", "Organization", "Person", "Plan", "Document")}
    boundaries = Boundaries(text, bodies)
    found: list[Name] = []
    for index, start, end in matches:
        name = _name(text, boundaries, suffixes[index], start, end, known)
        if name is not None:
            found.append(name)
    return found


def _name(text: str, boundaries: Boundaries, suffix: Suffix, start: int, end: int, known: Scope) -> Name | None:
    stop = _left(text, boundaries, start, end)
    if stop is None:
        return None
    begin = stop.position
    if suffix.type == "Event" and (head := _EVENT_HEAD.search(text, max(0, begin - 8), begin)):
        begin = head.start()
    core = text[begin:start]
    data = vocabulary("name_boundaries")
    level = next((data["levels"][word] for word in data["levels"] if word in core), None)
    if len(core) < 2 or core in data["generic"] or end - begin > LONGEST:
        return None
    if not suffix.strong and not (stop.kind == "launch" or level):
        return None
    if tail := _PLACE_TAIL.match(text, end):
        end = tail.end()
    written = text[begin:end]
    return Name(begin, end, written, _canonical(written, known), suffix.type, "suffix", level=level)


def _canonical(written: str, known: Scope) -> str:
    """部重点实验室 is the speaking ministry's."""
    if written.startswith("部") and known.ministry and not written.startswith(("部分", "部门", "部署", "部际", "部属")):
        return known.ministry + written[1:]
    return written


def _left(text: str, boundaries: Boundaries, start: int, end: int) -> Stop | None:
    """The boundary at which the phrase before a suffix begins; None where none is near."""
    limit = start
    quote = _open_quote(text, start)
    for stop in boundaries.before(start):
        if stop.position < end - LONGEST:
            return None
        if stop.position > limit:
            continue
        if quote is None and stop.position > 0 and text[stop.position - 1] in "“‘（(":
            continue  # a quoted word inside the name: its opening mark is no boundary
        if quote is None and _closed_quote(text, stop.position, start):
            continue
        if stop.kind in ("verb", "launch", "opening") and stop.position == start:
            continue  # 认定工作, 建设行动: the verb is part of the name
        if stop.kind == "conjunction" and _runs_on(text, boundaries, stop, start):
            continue
        return stop
    return None


def _open_quote(text: str, position: int) -> int | None:
    opened = text.rfind("“", 0, position)
    return opened if opened >= 0 and "”" not in text[opened:position] else None


def _closed_quote(text: str, position: int, start: int) -> bool:
    """A boundary inside a quoted word of the name."""
    closing = text.find("”", position, start)
    return closing >= 0 and "“" not in text[position:closing]


def _runs_on(text: str, boundaries: Boundaries, stop: Stop, start: int) -> bool:
    """Whether 和, 与, 及 joins two parts of one name: neither side is a name of its own."""
    right = text[stop.position : start]
    levels = vocabulary("name_boundaries")["levels"]
    if not right or right.startswith(tuple(levels)):
        return False
    left = next((s for s in boundaries.before(stop.start)), None)
    part = text[left.position : stop.start] if left else ""
    if not 2 <= len(part) <= 10 or (left is not None and text[left.start : left.position] == "、"):
        return False
    return not part.endswith(_all_forms())


@cache
def _all_forms() -> tuple[str, ...]:
    return tuple(s.form for s in _suffixes()[0])


@Language.component("policygraph_suffixes")
def suffix_names(doc: Doc) -> Doc:
    """Adds every suffix name to the candidates."""
    found = names(doc)
    found.extend(find(doc.text, found, scope(doc)))
    return doc
