"""Agencies and organizations: a known body or a region's own, and the unit of it that is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import cn2an

from ...schema.agencies import departments, local_ending
from ...schema.successions import Meaning, short_names
from ...schema.vocabulary import vocabulary
from .form import Context, Form, Note, note
from .places import Place, leading, place_of
from .rules import table
from .short_forms import ended, expanded, known, whole
from .spelling import folded

_UNIT = re.compile(
    "(?:[司局处室厅办院署]|中心|委员会|领导小组|小组|党组|党委|研究所|委|专班|机关|总队|支队|大队|分局|协会|"
    "部|组|会议|会|所|站|学院|队)$"
)
_OWN = {"省": "province", "市": "city", "区": "district", "县": "district"}
_SELF = re.compile("[我本](?:部|委|局|厅|署|会|院)")
_INNER = re.compile("[司局厅处室]$")
_SMALL = re.compile(".{2,8}[处司]")
_STATE = "中华人民共和国"
_PARTY = re.compile("^(?:中共|中国共产党)(?=.)")
_PARTY_BODY = re.compile("^委(?:员会$)?")


@dataclass(frozen=True, slots=True)
class Known:
    """A body of agencies.yaml. since: when it began or got this name, None where that is not on record."""

    name: str
    since: str | None


@cache
def _central() -> dict[str, tuple[str, Known]]:
    """Folded form → the form as written and the body."""
    found: dict[str, tuple[str, Known]] = {}
    for entry in vocabulary("agencies"):
        known = Known(entry["name"], str(entry["from"]) if "from" in entry else None)
        for form in (entry["name"], *entry.get("short", ())):
            found.setdefault(folded(form), (form, known))
    for entry in vocabulary("successions")["bodies"]:
        known = Known(entry["name"], None)
        for form in (entry["name"], *entry.get("short", ())):
            found.setdefault(folded(form), (form, known))
    return found


@cache
def _departments() -> dict[str, frozenset[str]]:
    return {folded(name): owners for name, owners in departments().items()}


@cache
def _organizations() -> dict[str, str]:
    named = vocabulary("organizations")["named"]
    return {folded(form): name for name, shorts in named.items() for form in (name, *shorts)}


def central(name: str) -> str | None:
    """The full name of the central body that a name is, as a whole; None where it is none."""
    found = _central().get(folded(name).removeprefix(_STATE) or folded(name))
    return found[1].name if found else None


def read_agency(name: str, context: Context) -> Form:
    """An agency: of the centre, of a region, or by its words alone."""
    return _read(name, context, "Agency")


def read_organization(name: str, context: Context) -> Form:
    """A company, institute, association or the like; where it is an agency after all, as that."""
    return _read(name, context, "Organization")


def _read(name: str, context: Context, kind: str) -> Form:
    text, notes = folded(name), list[Note]()
    text, parts = _without_post(text)
    if kind == "Organization":
        if known(text, "Organization"):
            core, more = _organization(text)
            return Form(core, parts, tuple(more))
        text, more = _without_legal_form(text)
        notes += more
    if text.startswith(_STATE) and len(text) > len(_STATE) and not leading(text[len(_STATE) :])[0]:
        text = text.removeprefix(_STATE)
        notes.append(note("state_prefix", words=_STATE))
    for reader in (_bare_local, _of_context, _of_center, _of_region):
        found = reader(text, name, context)
        if found is not None:
            return Form(found.core, {**found.parts, **parts}, (*notes, *found.notes), found.vague)
    core, more = _organization(text) if kind == "Organization" else _agency(text)
    return Form(core, parts, (*notes, *more))


def _without_post(text: str) -> tuple[str, dict[str, str]]:
    for post in _posts():
        if text.endswith(post) and len(text) > len(post) + 1:
            return text.removesuffix(post), {"post": post}
    return text, {}


@cache
def _posts() -> list[str]:
    return sorted(table("posts"), key=len, reverse=True)


def _of_center(text: str, name: str, context: Context) -> Form | None:
    """国家发改委, 工信部科技司, 国务院办公厅, 中央网信办秘书局."""
    for end in range(len(text), 1, -1):
        found = _meant(text[:end], context.date) or _central().get(text[:end])
        rest = text[end:]
        if found is None or (rest and (not _UNIT.search(rest) or rest[0] in "和长员")):
            continue
        form, known = found
        if rest and known.name in ("中国共产党", "国务院") and rest.endswith(tuple(table("coordinating"))):
            continue  # 国务院…联席会议 is called without 国务院 too
        if rest and known.name in ("中国共产党", "中共中央") and not rest.startswith("中央"):
            continue  # 中共江苏省委 is of the region
        notes = [_known_note(form, known)] if folded(known.name) != text[:end] else []
        unit, more = expanded(rest, "Agency") if rest else ("", [])
        return Form(folded(known.name), {"unit": unit} if unit else {}, (*notes, *more))
    return None


@cache
def _meanings() -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, tuple[Meaning, ...]] = {}
    for meaning in short_names():
        found[folded(meaning.short)] = (*found.get(folded(meaning.short), ()), meaning)
    return found


def _meant(short: str, date: str | None) -> tuple[str, Known] | None:
    """The body that a short name meant when a text was written, where it has had several; None where it has not."""
    for meaning in _meanings().get(short, ()) if date else ():
        if (meaning.since or "") <= (date or "") and (meaning.until is None or (date or "") < meaning.until):
            return meaning.short, Known(meaning.body, meaning.since)
    return None


def _known_note(form: str, known: Known) -> Note:
    if known.since:
        return note("known_body_since", short=form, full=known.name, since=known.since)
    return note("known_body", short=form, full=known.name)


def _of_region(text: str, name: str, context: Context) -> Form | None:
    """江苏省工信厅, 常州市人民政府办公室, 上海市委; a region alone is its government."""
    text = _PARTY.sub("", text)
    place, rest = leading(text)
    if place is None:
        return None
    if not rest:
        vague = note("government", words=name)
        return Form("", {"region": place.path}, (), vague)
    return _local(place, rest, name, text)


def _local(place: Place, rest: str, name: str, text: str) -> Form | None:
    ending = local_ending(rest, 0)
    notes: list[Note] = []
    if match := _PARTY_BODY.match(rest):
        core, after = "委", rest[match.end() :]
    elif ending is not None and (ending.end == len(rest) or _UNIT.search(rest[ending.end :])):
        core, after = ending.canonical, rest[ending.end :]
    elif _UNIT.search(rest) and place.name != "中国":
        core, after = rest, ""
    else:
        return None
    if after and not _UNIT.search(after):
        return None
    full = place.path + core + after
    if full != text:
        notes.append(note("known_body", short=name, full=full))
    core, more = expanded(folded(core), "Agency")
    return Form(core, {"region": place.path, **({"unit": after} if after else {})}, (*notes, *more))


def _bare_local(text: str, name: str, context: Context) -> Form | None:
    """省工信厅, 市委, 发展改革委: every level or region has one; the context tells whose is meant."""
    own = _OWN.get(text[0]) if text else None
    rest = text[1:] if own else text
    ending = local_ending(rest, 0)
    whole_ending = ending is not None and ending.end == len(rest)
    if not whole_ending and not (own and _PARTY_BODY.fullmatch(rest)):
        return None
    if not own and ending is not None and ending.canonical == rest and not _common(rest):
        return None
    place = _place(context)
    if own:
        if place is None:
            return Form(rest, {"region": f"?{text[0]}"}, (), note("which_body", words=name))
        return _in(_local(place, rest, name, text), name, place.path)
    if place is not None and place.name != "中国":
        return _in(_local(place, rest, name, text), name, place.path)
    if place is not None or (context.issuer and central(context.issuer)):
        formal = _central().get(text) or _central().get("国家" + text)
        if formal is not None:
            said = note("in_context", short=name, full=formal[1].name, context=context.issuer or context.region or "")
            return Form(folded(formal[1].name), {}, (said,))
    if text in _central() and not _common(text):
        return None
    return Form(text, {}, (), note("which_body", words=name))


def _common(text: str) -> bool:
    """Whether bodies of every level are called so: 统计局, 发改委; not 央行, 税务总局, 人民政府."""
    return (text in _central() and folded(_central()[text][1].name) != text) or text.endswith("政府")


def _in(form: Form | None, name: str, context: str) -> Form | None:
    if form is None:
        return None
    said = note("in_context", short=name, full=form.parts.get("region", "") + form.core, context=context)
    return Form(form.core, form.parts, (said,))


@lru_cache(maxsize=1 << 12)
def _issuer(name: str) -> Form:
    return read_agency(name, Context())


def _place(context: Context) -> Place | None:
    """The region that the context is in: as it says, else that of who issued it."""
    if context.region and (place := place_of(context.region)):
        return place
    if context.issuer:
        place, _ = leading(_PARTY.sub("", folded(context.issuer)))
        return place or (Place("中国") if central(context.issuer) else None)
    return None


def _of_context(text: str, name: str, context: Context) -> Form | None:
    """部科技司, 科技司, 我部: a unit of who issued the text, or that body itself."""
    rest = text.removeprefix("部") if text.startswith("部") and len(text) > 2 else text
    own = _SELF.match(text)
    if own:
        rest = text[own.end() :]
    elif not _INNER.search(rest) or (rest == text and rest not in _departments() and not _SMALL.fullmatch(rest)):
        return None
    if rest == text and (text in _central() or _of_center(text, name, context)):
        return None
    if context.issuer is None:
        return Form(f"?{rest}", {}, (), note("which_body", words=name))
    body = _issuer(context.issuer)
    unit = rest or body.parts.get("unit", "")
    said = note("in_context", short=name, full=context.issuer + rest, context=context.issuer)
    return Form(body.core, {**body.parts, **({"unit": unit} if unit else {})}, (said,))


def _agency(text: str) -> tuple[str, list[Note]]:
    core, notes = expanded(text, "Agency")
    return _without_state(core, notes)


def _without_state(core: str, notes: list[Note]) -> tuple[str, list[Note]]:
    """国家…领导小组 and …领导小组: bodies that coordinate are called with the state's name or without."""
    if core.endswith(tuple(table("coordinating"))):
        for word in table("state_words"):
            if core.startswith(word) and len(core) > len(word) + 6:
                return core.removeprefix(word), [*notes, note("elided_state")]
    return core, notes


_LEVEL_INSIDE = re.compile("(?<=.{2})(?:国家级|省级|市级|区级|县级)(?=.{2})")
_TERM = re.compile(
    "^第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})届"
    "(全国政协|全国人大常委会|全国人大|中央纪委|中央委员会)$"
)
_TERMS = {
    "全国政协": "政协第{}届全国委员会", "全国人大": "第{}届全国人民代表大会",
    "中央委员会": "中国共产党第{}届中央委员会",
    "全国人大常委会": "第{}届全国人民代表大会常务委员会", "中央纪委": "中国共产党第{}届中央纪律检查委员会",
}  # fmt: skip


def _leveled(text: str) -> tuple[str, list[Note]]:
    """智能制造省级示范车间 is 省级智能制造示范车间; 国家级 is 国家."""
    notes: list[Note] = []
    if match := _LEVEL_INSIDE.search(text):
        text = match[0] + text[: match.start()] + text[match.end() :]
        notes.append(note("word_order", moved=match[0]))
    if text.startswith("国家级"):
        text = "国家" + text.removeprefix("国家级")
        notes.append(note("adds_nothing", words="级"))
    return text, notes


def _without_legal_form(text: str) -> tuple[str, list[Note]]:
    """云南白药集团股份有限公司 is called 云南白药集团; what is left of a branch (分公司) is no name."""
    for form in table("legal_forms"):
        bare = text.removesuffix(form)
        if bare != text and len(bare) >= 4 and not bare.endswith(("分", "子", "总", "母")):
            return bare + ("集团" if form == "集团公司" else ""), [note("legal_form", words=form)]
    return text, []


def _organization(text: str) -> tuple[str, list[Note]]:
    notes: list[Note] = []
    if match := _TERM.match(text):
        which = match[1] if match[1].isdecimal() else str(cn2an.cn2an(match[1], "smart"))
        return _organization(_TERMS[match[2]].format(which))[0], [note("short_form", short=text, full=match[2])]
    text, more = _without_legal_form(text)
    notes += more
    full = _organizations().get(text)
    if full and folded(full) != text:
        notes.append(note("known_body", short=text, full=full))
        text = folded(full)
        text = next((text.removesuffix(f) for f in table("legal_forms") if text.endswith(f) and len(text) > 6), text)
    for step in (lambda t: whole(t, "Organization"), ended, lambda t: expanded(t)):
        text, more = step(text)
        notes += more
    text, level = _leveled(text)
    notes += level
    return _without_state(text, notes)
