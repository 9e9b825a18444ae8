"""Known names: central bodies and their departments, regions, organizations, and the bodies of a region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from spacy.language import Language
from spacy.tokens import Doc

from ...schema.agencies import bodies, departments, inner_unit, local_ending
from ...schema.regions import full_path, guards, province_of, regions
from ...schema.vocabulary import vocabulary
from .candidates import Scope, names, own_city, scope, text_of
from .places import bare_district, bare_districts, join_neighbors, letters, listed_counties
from .reading import Name

COMPONENT = "policygraph_gazetteer"

OFFICE_GUARD = "门分队署位"
"""公安部 is not read in 公安部门, 财政部 not in 财政部分: what may not follow a name that ends in 部."""

BEFORE_SHORT = "和与及由同向经据从"
"""统计局 is the central one after a mark or one of these, not in 联邦统计局."""
_SHORT = 5
_HAN = re.compile("[一-龥]")
_RANK = re.compile(r"[省市区县]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One written form. region: the full name where it is a region. department: of whichever ministry speaks."""

    form: str
    canonical: str
    type: str
    region: str | None = None
    department: bool = False


@cache
def entries() -> tuple[Entry, ...]:
    """Every written form once; where two things share a form, agencies come before regions."""
    found: dict[str, Entry] = {}
    for form, body in bodies().items():
        found.setdefault(form, Entry(form, body.name, body.type))
    for region in regions().values():
        for form in (region.name, *region.forms):
            found.setdefault(form, Entry(form, region.name, "Region", region.name))
    organizations = vocabulary("organizations")
    for name, short in organizations["named"].items():
        for form in (name, *short):
            found.setdefault(form, Entry(form, name, "Organization"))
    for form in organizations["collective"]:
        found.setdefault(form, Entry(form, form, "Agency"))
    for program, spellings in vocabulary("programs").items():
        for form in (program, *spellings):
            found.setdefault(form, Entry(form, program, "Program"))
    for doctrine in vocabulary("plan_titles")["doctrines"]:
        found.setdefault(doctrine, Entry(doctrine, doctrine, "Document"))
    for department in departments():
        for form in (department, "部" + department):
            found.setdefault(form, Entry(form, department, "Agency", department=True))
    for own in vocabulary("local_agencies")["selves"]:
        found.setdefault(own["form"], Entry(own["form"], own["meaning"], "Self"))
    return tuple(found.values())


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick([e.form for e in entries()], matchkind=MatchKind.LeftmostLongest)


_MARKET = re.compile("市场(?![所馆地])")
"""广州市场主体: the city without the first character of the market."""


def find(text: str, known: Scope) -> list[Name]:
    """Every known name of the text. The first region of an article that has none becomes its own."""
    found: list[Name] = []
    table = entries()
    for index, start, end in _automaton().find_matches_as_indexes(text):
        entry = table[index]
        if _refused(text, entry, start, end):
            continue
        if entry.region is not None:
            end -= bool(_MARKET.match(text, end - 1))
            found += _region(text, entry.region, start, end, known)
        elif entry.type == "Self":
            found += _self(entry, start, end, known)
        elif entry.department:
            found += _department(entry, start, end, known)
        else:
            found += _body(entry, start, end)
    found += join_neighbors(found)
    found += letters(text, found)
    found += bare_districts(text, found, known.province)
    found += listed_counties(text, found, known.province)
    return found + _own_bodies(text, found, known)


def _body(entry: Entry, start: int, end: int) -> list[Name]:
    """The body, and for a department (工信部科技司) the ministry that its name begins with."""
    own = Name(start, end, entry.form, entry.canonical, entry.type, "gazetteer")
    body = bodies().get(entry.form)
    if body is None or body.ministry is None:
        return [own]
    length = len(entry.form) - (len(body.name) - len(body.ministry))
    ministry = entry.form[:length]
    return [own, Name(start, start + length, ministry, body.ministry, "Agency", "gazetteer")]


def _refused(text: str, entry: Entry, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if entry.form.endswith("部") and after and after in OFFICE_GUARD:
        return True
    bureau = entry.type == "Agency" and entry.form.endswith("局") and not entry.department
    if bureau and len(entry.form) <= _SHORT and _HAN.match(before) and before not in BEFORE_SHORT:
        return True
    not_after, not_before = guards().get(entry.form, ("", ""))
    return bool(before and before in not_after) or bool(after and after in not_before)


def _region(text: str, region: str, start: int, end: int, known: Scope) -> list[Name]:
    level = regions()[region].level
    if level == "province" and known.province is None:
        known.province = region
    if level == "city" and known.city is None and known.province in (None, province_of(region)):
        known.city, known.province = region, province_of(region)
    own = Name(start, end, text[start:end], region, "Region", "gazetteer")
    if level in ("province", "city") and (inner := bare_district(text, region, end)):
        place, stop = inner
        return [own, Name(start, stop, text[start:stop], full_path(place), "Region", "gazetteer")]
    if level in ("country", "area"):
        return [own]
    ending = local_ending(text, end)
    if ending is None:
        return [own]
    whole = text[start : ending.end] if ending.as_written else _of(region, ending.canonical)
    return [own, Name(start, ending.end, text[start : ending.end], whole, "Agency", "gazetteer")]


def _of(region: str, ending: str) -> str:
    return f"中共{region}委" if ending == "委" else region + ending


def _self(entry: Entry, start: int, end: int, known: Scope) -> list[Name]:
    meaning = {"ministry": known.ministry, "agency": known.agency, "province": known.province,
               "city": own_city(known), "district": known.district}[entry.canonical]
    if meaning is None or (entry.canonical == "agency" and not _speaks_of_itself(entry.form, meaning)):
        return []
    kind = "Region" if entry.canonical in ("province", "city", "district") else "Agency"
    return [Name(start, end, entry.form, meaning, kind, "gazetteer")]


def _speaks_of_itself(form: str, agency: str) -> bool:
    """我局 is read in the text of a 局 only."""
    return agency.endswith("委员会" if form.endswith("委") else form[-1])


def _department(entry: Entry, start: int, end: int, known: Scope) -> list[Name]:
    """科技司 and 部科技司 are the speaking ministry's, and nothing in a text where none speaks."""
    if known.ministry is None or known.ministry not in departments()[entry.canonical]:
        return []
    return [Name(start, end, entry.form, known.ministry + entry.canonical, "Agency", "gazetteer")]


def _own_bodies(text: str, read: list[Name], known: Scope) -> list[Name]:
    """省工信厅 and 市科技局 are those of the region in force, or stand as written where none is known."""
    found = []
    for match in _RANK.finditer(text):
        start = match.start()
        ending = local_ending(text, match.end())
        if ending is None or any(n.start <= start < n.end for n in read):
            continue
        rank = match[0]
        region = {"省": known.province, "市": own_city(known), "区": known.district, "县": known.district}[rank]
        written = text[start : ending.end]
        canonical = _of(region, ending.canonical) if region else written
        found.append(Name(start, ending.end, written, canonical, "Agency", "gazetteer"))
    return found + _units(text, [n for n in (*read, *found) if n.type == "Agency"])


def _units(text: str, bodies_read: list[Name]) -> list[Name]:
    """省工信厅中小企业局: a body with one of its units."""
    found = []
    for body in bodies_read:
        end = inner_unit(text, body.end)
        if end is not None and body.canonical.endswith(("厅", "局", "委员会")):
            whole = body.canonical + text[body.end : end]
            found.append(Name(body.start, end, text[body.start : end], whole, "Agency", "gazetteer"))
    return found


@Language.component(COMPONENT)
def gazetteer(doc: Doc) -> Doc:
    """Adds every known name to the candidates."""
    names(doc).extend(find(text_of(doc), scope(doc)))
    return doc
