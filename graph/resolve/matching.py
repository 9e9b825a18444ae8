"""Whether two names are one thing, and by which rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache

from ...schema.errors import QueryError
from .bodies import central, read_agency, read_organization
from .designations import read_designation
from .events import read_event
from .form import Context, Form, Note, note
from .gloss import without_gloss
from .metrics import read_metric
from .persons import _known, read_person
from .places import read_region
from .rules import DIFFERENT, SAME, UNSURE, rules, table
from .spelling import folded
from .succession import follows
from .titles import read_title

READERS: Mapping[str, Callable[[str, Context], Form]] = {
    "Agency": read_agency, "Organization": read_organization, "Region": read_region, "Program": read_designation,
    "Center": read_designation, "Event": read_event, "Plan": read_title, "Document": read_title, "Metric": read_metric,
    "Person": read_person,
}  # fmt: skip
"""How the names of each type are read."""
_SHORTEST_MOVED = 5
"""A name of fewer characters is too short for its words to be told apart when they stand in another order."""


@dataclass(frozen=True)
class Match:
    """Whether two names mean one thing. verdict: "same", "different" or "unsure".

    rule: key of schema/vocabularies/resolution.yaml. confidence: that the verdict is right, 0 to 1, as the rule has it.
    values: what the two names said, which fills the wording of the rule.
    """

    a: str
    b: str
    type: str
    verdict: str
    rule: str
    confidence: float
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def evidence(self) -> str:
        """What in the two names decided, in the user's language."""
        return self.reason()

    def reason(self, lang: str | None = None) -> str:
        """What decided, in one language: "zh", "en", or None for the user's."""
        return rules()[self.rule].said({**self.values, "a": self.a, "b": self.b}, lang)


@lru_cache(maxsize=1 << 17)
def form(name: str, kind: str, context: Context = Context()) -> Form:  # noqa: B008  # it is frozen
    """What a name of a type says. Raises QueryError for an unknown type."""
    reader = READERS.get(kind)
    if reader is None:
        raise QueryError(f"type {kind!r}; expected one of {', '.join(READERS)}")
    if not any(map(str.isalnum, name)):
        return Form(name, vague=note("too_short", words=name))  # marks alone are one spelling of nothing
    return reader(without_gloss(name, kind), context)


def match(a: str, b: str, type: str, **context: str | None) -> Match:
    """Whether two names of a type are one thing.

    context: issuer, region, date, body, post: of the texts that the names stand in, where both stand in one; or each
    with _a or _b at its end for one of them (issuer_a="工业和信息化部").
    Raises QueryError for an unknown type or context.
    """
    found = compared(a, b, form(a, type, _context(context, "_a")), form(b, type, _context(context, "_b")), type)
    return found


def _context(given: Mapping[str, str | None], side: str) -> Context:
    known = {f.name for f in fields(Context)}
    unknown = sorted(name for name in given if name.removesuffix("_a").removesuffix("_b") not in known)
    if unknown:
        raise QueryError(f"context {', '.join(unknown)}; expected {', '.join(sorted(known))}, alone or with _a, _b")
    return Context(**{name: given.get(name + side) or given.get(name) for name in known})


def compared(a: str, b: str, left: Form, right: Form, kind: str) -> Match:
    """The match of two names by their forms."""

    def told(rule: str, **values: str) -> Match:
        known = rules()[rule]
        return Match(a, b, kind, known.verdict, rule, known.confidence, values)

    turned = "的" in a + b  # 城市的线路 is no 线路的城市
    moved = "" if left.core == right.core or turned else _moved(left.core, right.core, kind)
    one_core = left.core == right.core or bool(moved)
    differing = [*_differing(left, right, kind, one_core)]
    decided = next((d for d in differing if rules()[d.rule].verdict == DIFFERENT), None)
    if not one_core:
        if kind in ("Agency", "Organization") and (date := follows(a, b)):
            return told("succession", one=a, other=b, date=date)
        if (left.vague or right.vague) and decided is not None and decided.rule == "unit":
            decided = None
        if decided is not None and decided.rule not in (
            "edition_of_series", "subset", "" if kind == "Agency" else "country_and_region"
        ):
            return told(decided.rule, **dict(decided.values))
        return _two(left, right, kind, told)
    if decided is not None:
        return told(decided.rule, **dict(decided.values))
    if kind == "Person":
        return _person(left, right, told)
    vague = left.vague or right.vague
    if vague is not None and not (left.vague and right.vague and left == right and folded(a) == folded(b)):
        return told(vague.rule, **dict(vague.values))
    if vague is not None and vague.rule in ("which_body", "which_place", "too_short"):
        return told(vague.rule, **dict(vague.values))
    doubt = next((d for d in differing if rules()[d.rule].verdict == UNSURE), None)
    if doubt is not None:
        return told(doubt.rule, **dict(doubt.values))
    if a == b:
        return told("identical")
    if folded(a) == folded(b):
        return told("spelling")
    steps = [*differing, *(n for n in (*left.notes, *right.notes) if (n in left.notes) != (n in right.notes))]
    if moved:
        steps.append(note("word_order", moved=moved))
    least = min(steps, key=lambda n: rules()[n.rule].confidence, default=note("spelling"))
    return told(least.rule, **dict(least.values))


def _differing(left: Form, right: Form, kind: str, one_core: bool) -> list[Note]:
    """The parts that the two names do not say alike, as notes, in the order of the rules."""
    found: list[Note] = []
    differ, silent = table("differ"), table("silent")
    in_force = [f.parts.get("region") or f.parts.get("region_in_force", "") for f in (left, right)]
    for part in differ:
        one, other = left.parts.get(part, ""), right.parts.get(part, "")
        if part == "date" and not one and not other and kind == "Event" and "edition" not in left.parts:
            one, other = left.parts.get("said_on", ""), right.parts.get("said_on", "")
            if not (one and other) or one.startswith(other) or other.startswith(one):
                continue
        if one == other:
            continue
        values = {"one": one, "other": other, "date": "", "words": one + other}
        if one and other:
            if part in ("region", "inside") and (one.endswith(other) or other.endswith(one)):
                continue
            if part == "beside" and kind == "Person" and (_near(one, other)):
                continue
            rule = differ[part]
            if part == "period" and follows_on(*sorted((one, other))):
                rule = "next_period"
                values["one"], values["other"] = sorted((one, other))
            if part == "inside":
                rule = "region"
        elif part in silent:
            rule = silent[part]
            owner = left if one else right
            if part == "period" and "period" in owner.elidable:
                rule = "elided_period"
                values["period"] = one + other
            elif part == "date" and "date" in owner.elidable and "edition" in left.parts and "edition" in right.parts:
                rule = "elided_year"
                values["year"] = one + other
            elif part == "region":
                if all(in_force) and _same_region(*in_force):
                    found.append(note("in_context", short=one + other, full=one + other, context=in_force[0]))
                    continue
                if kind == "Metric" and (one or other) == "中国":
                    continue
                if "region" in (left.elidable & right.elidable):
                    rule = "elided_place"
                    values["region"] = one + other
                elif kind in ("Metric", "Program", "Plan") and all(in_force):
                    rule = "region"
            elif part == "level" and one_core and _level_elided(one + other, in_force[bool(one)], kind, left.core):
                rule = "elided_state"
        else:
            continue
        found.append(Note(rule, tuple(values.items())))
    if all(in_force) and not _same_region(*in_force) and "region" not in left.parts and "region" not in right.parts:
        found.insert(0, note("region", one=in_force[0], other=in_force[1]))
    return found


def follows_on(one: str, other: str) -> bool:
    """Whether a period begins where another ends, or in the year after it: 2016-2020, 2021-2025."""
    last, first = one.rpartition("-")[2], other.partition("-")[0]
    return last.isdecimal() and first.isdecimal() and int(first) - int(last) in (0, 1)


def _level_elided(level: str, where: str, kind: str, core: str) -> bool:
    """Whether a name without a level may leave it out: in a text of the centre, or of a program named in particular."""
    in_central_text = level == "国家" and where == "中国"
    return in_central_text or (kind == "Program" and level in ("国家", "全国") and not _general(core))


def _general(core: str) -> bool:
    """Whether a program is named so generally that every level has one: 重大工程项目."""
    return core.startswith(("重大", "重点", "一批")) or len(core) < _SHORTEST_MOVED


def _same_region(one: str, other: str) -> bool:
    return one == other or one.endswith(other) or other.endswith(one)


def _near(one: str, other: str) -> bool:
    """Whether one post or body is told in the other: 总理 and 国务院总理."""
    return one in other or other in one or (one[-3:] == other[-3:] and one[:2] == other[:2])


def _two(left: Form, right: Form, kind: str, told: Callable[..., Match]) -> Match:
    """The match of two names whose cores differ."""
    one, other = left.core, right.core
    for vague, clear in ((left, right), (right, left)):
        whole = clear.core + clear.parts.get("unit", "")
        if vague.vague and clear.vague is None and kind == "Agency" and whole.endswith(vague.core.lstrip("?")):
            return told(vague.vague.rule, **dict(vague.vague.values))
    if kind in ("Agency", "Organization") and (known := (central(one), central(other))) and all(known):
        return told("other_body", one=known[0] or "", other=known[1] or "")
    for first, second in table("contrasts"):
        for x, y in ((first, second), (second, first)):
            if x in one and y in other and one.replace(x, y) == other:
                return told("contrast", one=x, other=y)
    family = [folded(n.rsplit("·", 1)[-1]) for n in (left.parts.get("name", ""), right.parts.get("name", ""))]
    if kind == "Person" and min(len(one), len(other)) >= 4 and (family[0] == other or family[1] == one):
        short, full = sorted((one, other), key=len)
        return told("part_of_name", short=short, full=full)
    begins = one.startswith(other) or other.startswith(one)
    if kind == "Person" and begins and min(len(one), len(other)) > 2:
        short, full = sorted((one, other), key=len)
        return told("given_name", short=short, full=full)
    short, full = sorted((one, other), key=len)
    if kind == "Program" and full.removeprefix(short) in table("class_words") and short.endswith(tuple(table("doing"))):
        return told("class_word", words=full.removeprefix(short))
    if slip := _misprinted(one, other):
        return told("misprint", words=slip)
    if short and short in full:
        return told("part_of_thing", words=full.replace(short, "…", 1))
    return told("other_name")


_LONG = 8
"""A name of so many characters that agree is recognised though one of them is a slip."""


def _misprinted(one: str, other: str) -> str:
    """The rare character that stands in one of two long names where the other has a common one; "" where none does.

    Rare: outside the first level of GB 2312, the 3,755 characters of common use. Two common ones make two names.
    """
    if len(one) != len(other) or len(one) < _LONG:
        return ""
    pairs = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(pairs) != 1 or _common(pairs[0][0]) == _common(pairs[0][1]):
        return ""
    return next(x for x in pairs[0] if not _common(x))


def _common(character: str) -> bool:
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return lead <= 0xD7


def _person(left: Form, right: Form, told: Callable[..., Match]) -> Match:
    beside = [f.parts.get("beside", "") for f in (left, right)]
    surname = next((n for n in (*left.notes, *right.notes) if n.rule == "part_of_name"), None)
    if surname is not None:
        return told("part_of_name", **dict(surname.values))
    if left.core in _known() or len(left.core) > 4:
        return told("known_person")
    if all(beside):
        return told("same_body", body=min(beside, key=len))
    if any(beside):
        return told("post_beside", words="".join(beside))
    return told("no_body")


_ORDERED = frozenset("占比对向至到由从赴0123456789")


def _moved(one: str, other: str, kind: str) -> str:
    """The words that stand elsewhere where two cores are the same but for the place of one stretch; else ""."""
    if len(one) != len(other) or len(one) < _SHORTEST_MOVED or kind in ("Region", "Person", "Agency"):
        return ""
    start = next(i for i in range(len(one)) if one[i] != other[i])
    end = len(one) - next(i for i in range(len(one)) if one[-1 - i] != other[-1 - i])
    for left, right in ((start, end), (start, end + 1), (start - 1, end)):  # 强链补链, 补链强链 share a word's end
        x, y = one[max(0, left) : right], other[max(0, left) : right]
        if sorted(x) != sorted(y) or _ORDERED & set(x):
            return ""
        for cut in range(2, len(x) - 1):
            if x[cut:] + x[:cut] == y:
                return x[:cut] if cut <= len(x) - cut else x[cut:]
    return ""


def verdict_of(found: Match) -> bool:
    """Whether a match says that the two are one."""
    return found.verdict == SAME
