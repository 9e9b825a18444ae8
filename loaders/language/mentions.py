"""Mentions: of the names that relations may use, those that stand for one thing wherever they are written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.tokens import Doc

from ...schema.agencies import bodies
from ...schema.punctuation import QUOTATION_MARKS, TITLE_MARKS
from ...schema.regions import written
from ...schema.vocabulary import alternation, vocabulary
from . import overlaps
from .candidates import text_of
from .metrics import metrics_in
from .reading import Name, ReadSentence
from .suffixes import suffix_of

_MARKED = re.compile(r"[“《]|第[一二三四五六七八九十百\d]{1,4}[届次]|20\d\d")
"""Quotation marks or an edition: a phrase with one of them is a name."""
_PLAN_MARKED = re.compile(r"“十[一二三四五六]五”|20\d\d")
_AROUND = QUOTATION_MARKS | TITLE_MARKS
_YEAR = re.compile(r"20\d\d\s?年度?")
_SHORT = 2
_OWN = 4
"""So many characters before a common ending make a name where a verb sets it up."""
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]{1,4}届|20\d\d")
"""What begins the name of an event after its place, beside the words of the vocabulary (event_first)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. start, end: half-open offsets into the sentence's text, without 《》 and enclosing marks.

    type: Agency, Organization, Person, Region, Plan, Program, Center, Event or Metric. found_by: as in Name.
    """

    start: int
    end: int
    type: str
    found_by: str


def mentions_of(read: ReadSentence, without: Collection[str] = ()) -> tuple[Mention, ...]:
    """The mentions of a sentence, those of some rules (Name.found_by) aside."""
    return mentions_in(read.doc, without)


def mentions_in(doc: Doc, without: Collection[str] = ()) -> tuple[Mention, ...]:
    """The mentions of a Doc that went through the pipeline, those of some rules aside."""
    text = text_of(doc)
    outer, nested = overlaps.result(doc)
    found = [*outer, *nested, *known(text)]
    people = {name.end for name in found if name.type == "Person"}
    found += [
        Name(s.start, s.end, s.text, s.text, "Metric", "metric") for s in metrics_in(doc)
        if s.end - 1 not in people  # 李强率 leads a delegation
    ]  # fmt: skip
    return mentions(text, [name for name in found if name.found_by not in without])


def mentions(text: str, names: Iterable[Name]) -> tuple[Mention, ...]:
    """The mentions among the candidates, from left to right, none inside another: of two that overlap the longer.

    names: outermost and nested, known ones and metrics. A candidate that is no mention leaves its place to those
    inside it, but for doctrines and references (本规划), whose words are no mentions either.
    """
    taken: list[tuple[int, int]] = []
    found: dict[int, Mention] = {}
    later: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start - n.end, n.start)):
        if any(start < name.end and name.start < end for start, end in taken):
            continue
        mention = _mention(text, name)
        if mention is not None:
            found[mention.end] = mention
            taken.append((mention.start, mention.end))
        elif _closed(name):
            taken.append((name.start, name.end))
        elif name.found_by == "suffix":
            later.append(name)
    for name in sorted(later, key=lambda n: n.start):
        if not any(start < name.end and name.start < end for start, end in taken) and _listed(text, name, found):
            found[name.end] = Mention(name.start, name.end, found[name.start - 1].type, name.found_by)
            taken.append((name.start, name.end))
    chained = _chained(text, sorted(found.values(), key=lambda m: m.start))
    return tuple(_lengthened(text, mention, found) for mention in chained)


def known(text: str) -> list[Name]:
    """The names of schema/vocabularies/known_names.yaml, and countries by one character (中俄关系)."""
    entries, automaton = _known()
    found = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        form, kind, after, before = entries[index]
        if (start and text[start - 1] in after) or (end < len(text) and text[end] in before):
            continue
        found.append(Name(start, end, form, form, kind, "known"))
    for match in _letters().finditer(text):
        found += [Name(n, n + 1, text[n], text[n], "Region", "known") for n in range(*match.span())]
    return found


@cache
def _known() -> tuple[list[tuple[str, str, str, str]], AhoCorasick]:
    data = vocabulary("known_names")
    guards = {form: (after, before) for form, after, before in data["guards"]}
    kinds = {k: forms for k, forms in data.items() if k != "guards"}
    entries = [(form, kind, *guards.get(form, ("", ""))) for kind, forms in kinds.items() for form in forms]
    return entries, AhoCorasick([e[0] for e in entries], matchkind=MatchKind.LeftmostLongest)


@cache
def _letters() -> re.Pattern[str]:
    data = vocabulary("mentions")
    words = alternation(data["after_country_letters"])
    letter = f"[{data['country_letters']}]"
    return re.compile(rf"(?<![一-龥]){letter}{{2,4}}+(?={words})|中{letter}(?={words})")


def _listed(text: str, name: Name, found: dict[int, Mention]) -> bool:
    """Whether a name with a common ending stands in a list behind a mention with the same ending."""
    joined = text[name.start - 1 : name.start] in vocabulary("mentions")["between_names"]
    before = found.get(name.start - 1) if joined else None
    suffix = suffix_of(name.text)
    return before is not None and suffix is not None and text.endswith(suffix, before.start, before.end)


def _chained(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Regions that stand side by side without a mark (浙江省 湖州市) are one; letters (京津) are one each."""
    last: Mention | None = None
    for mention in found:
        if last is not None and _one_event(text, last, mention):
            last = replace(last, end=mention.end)
            continue
        if (
            last is not None
            and last.type == mention.type == "Region"
            and last.end == mention.start
            and mention.end - mention.start > 1 < last.end - last.start
        ):
            last = replace(last, end=mention.end)
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _one_event(text: str, one: Mention, other: Mention) -> bool:
    """…大会暨…典礼: two names of one event; 中共 and the committee behind it are one body."""
    data = vocabulary("mentions")
    if one.type == other.type == "Event":
        return text[one.end : other.start] in data["between_events"]
    party = text[one.start : one.end] in data["party"]
    return one.type == other.type == "Agency" and one.end == other.start and party


def _lengthened(text: str, mention: Mention, found: dict[int, Mention]) -> Mention:
    """A place with the body or the wider place that follows it and was not read (美国政府, 张北地区)."""
    if mention.type != "Region" or mention.end - mention.start < 2:
        return mention
    follows = _following().match(text, mention.end)
    if follows is None or any(m.start < follows.end() and mention.end < m.end for m in found.values()):
        return mention
    return replace(mention, end=follows.end(), type="Agency" if follows["body"] else "Region")


@cache
def _following() -> re.Pattern[str]:
    data = vocabulary("mentions")
    bodies, places = alternation(data["bodies_of_places"]), alternation(data["wider_places"])
    return re.compile(rf"(?P<body>{bodies})(?![{data['not_after_bodies']}])|(?:{places})")


def _closed(name: Name) -> bool:
    referring = tuple(vocabulary("plan_titles")["referring"])
    return name.canonical in _doctrines() or (name.found_by == "alias" and name.text.startswith(referring))


def _mention(text: str, name: Name) -> Mention | None:
    if _closed(name):
        return None
    if points(name.text):
        return _first_body(name)
    if name.found_by == "title":
        none = name.canonical.endswith(tuple(vocabulary("mentions")["no_documents"]))
        return None if none else _bare(text, replace(name, type="Plan"))
    if name.found_by == "alias":
        return _alias(text, name)
    if name.found_by == "suffix":
        return _suffix(text, name)
    if name.canonical in vocabulary("mentions")["aims"]:
        return None
    return _bare(text, name)


def points(form: str) -> bool:
    """Whether a form points to bodies or places without naming them (有关部门, 各地区)."""
    data = vocabulary("mentions")
    return (
        form in data["pointing"]
        or form.startswith(tuple(data["pointing_start"]))
        or form.endswith(tuple(data["pointing_end"]))
    )


def _first_body(name: Name) -> Mention | None:
    """国务院 in 国务院有关部门: the body that a form begins with which points to no definite one."""
    length = next((n for n in range(len(name.text) - 1, 1, -1) if name.text[:n] in bodies()), 0)
    return Mention(name.start, name.start + length, "Agency", name.found_by) if length else None


def _bare(text: str, name: Name) -> Mention | None:
    """The name without marks that enclose the whole of it."""
    start, end = name.start, name.end
    while end - start > 2 and _AROUND.get(text[start]) == text[end - 1] and text.find(text[end - 1], start) == end - 1:
        start, end = start + 1, end - 1
    kind = "Plan" if name.type == "Document" else name.type
    return Mention(start, end, kind, name.found_by) if end > start else None


def _alias(text: str, name: Name) -> Mention | None:
    """A short form that the text defined: one of a body or in marks; 平台 for 国家…开放平台 is a common word."""
    body = name.type in ("Agency", "Organization", "Region", "Person")
    marked = name.text[0] in _AROUND or text[name.start - 1 : name.start] in ("“", "《")
    return _bare(text, name) if body or marked else None


def _suffix(text: str, name: Name) -> Mention | None:
    """A name by its last word: typed as a mention, without words of place before it, if its phrase is enough."""
    data = vocabulary("mentions")
    suffix = suffix_of(name.text)
    if suffix is None:
        return None
    start = name.start
    if name.type != "Event" and (year := _YEAR.match(name.text)):
        start += year.end()
    for word in data["place_words"]:
        if text.startswith(word, start) and not name.text.startswith(tuple(data["distinctive"])):
            start += len(word)
    if name.type == "Event":
        start = _after_place(text, start, name.end)
    form = text[start : name.end]
    core = form[: form.rfind(suffix)]
    if name.type == "Center" and (cut := _behind_field(core)):
        start, form, core = start + cut, form[cut:], core[cut:]
    kind = "Plan" if name.type == "Document" else name.type
    if kind == "Organization" and suffix in data["titles_of_bodies"]:
        kind = "Program"
    elif kind == "Organization" and suffix.endswith(tuple(data["official_bodies"])):
        kind = "Organization" if suffix in data["learned_bodies"] else "Agency"
    if suffix in data["none"].get(name.type, ()) or _general(core, suffix):
        return None
    if core.startswith(tuple(data["never_first"])):
        return None
    common = kind == "Plan" or suffix in data["common"].get(name.type, ())
    held = kind == "Event" and len(core) >= _OWN and _held(text, start, name.end)
    set_up = suffix in data["set_up"] and _set_up(text, start, core)
    named = suffix in data["short_named"] and _SHORT <= len(core) <= _OWN
    if common and not (_distinctive(core, kind) or set_up or held or named or _quoted(text, start, name.end, kind)):
        return None
    if (common or kind == "Organization") and not (set_up or held) and core.startswith(tuple(data["indistinct"])):
        return None
    return _bare(text, replace(name, start=start, text=form, type=kind))


def _behind_field(core: str) -> int:
    """Where a phrase goes on behind its first field (物联网领域国家…); 0 where it has none, or hardly more than it."""
    for field in vocabulary("mentions")["fields"]:
        at = core.find(field)
        if at > 0 and len(core) - at > len(field) + 1:
            return at + len(field)
    return 0


def _set_up(text: str, start: int, core: str) -> bool:
    """Whether a verb that sets things up stands right before a name (实施…行动)."""
    data = vocabulary("name_boundaries")
    before = text[max(0, start - 8) : start].removesuffix("了").removesuffix("“")
    return len(core) >= _OWN and before.endswith((*data["launch"], *data["issuing"]))


def _quoted(text: str, start: int, end: int, kind: str) -> bool:
    """Whether quotation marks enclose the whole of the name; round the wording of a plan they mark no title."""
    return kind != "Plan" and text[start - 1 : start] == "“" and text[end : end + 1] == "”"


def _held(text: str, start: int, end: int) -> bool:
    """Whether what stands beside an event says that it is held (出席…座谈会, 在…座谈会上)."""
    data = vocabulary("mentions")
    before, after = text[max(0, start - 4) : start], text[end : end + 4].removeprefix("”")
    return before.endswith(tuple(data["attending"])) or after.startswith(tuple(data["holding"]))


def _after_place(text: str, start: int, end: int) -> int:
    """Where an event's own name begins: after the place, if an edition or a word like 世界 follows that."""
    first = tuple(vocabulary("mentions")["event_first"])
    for length in range(min(12, end - start), 1, -1):
        behind = start + length
        if text[start:behind] in written() and (text.startswith(first, behind) or _EDITION.match(text, behind)):
            return behind
    return start


def _general(core: str, suffix: str) -> bool:
    """国家重大 + 战略, 国家科技 + 计划: a level and words of any kind before a short ending."""
    if len(suffix) > _SHORT:
        return False
    generic = vocabulary("name_boundaries")["generic"]
    rest = core
    for word in vocabulary("mentions")["levels"]:
        rest = rest.removeprefix(word)
    return rest != core and rest in generic


def _distinctive(core: str, kind: str) -> bool:
    """Whether the phrase before a common ending makes a name of it. A plan is not made one by quotation marks."""
    data = vocabulary("mentions")
    return (
        (core.startswith(tuple(data["distinctive"])) and not core.startswith(tuple(data["at_least"])))
        or (_PLAN_MARKED if kind == "Plan" else _MARKED).search(core) is not None
        or any(core[:length] in written() for length in range(2, min(len(core), 12) + 1))
    )


@cache
def _doctrines() -> frozenset[str]:
    return frozenset(vocabulary("plan_titles")["doctrines"])
