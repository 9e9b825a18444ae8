"""Which statements speak of the same thing in the same way, and may be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ...schema.vocabulary import alternation, vocabulary
from ..naming import bare
from .statement import Statement

FLOWS = frozenset({"flow", "fall", "any"})
"""Kinds of amounts that belong to a stretch of time and may be added up."""
_TOGETHER = frozenset({("any", "flow"), ("any", "stock"), ("any", "fall"), ("fall", "flow")})
_UNITS = {
    "斤": ("mass", 0.5), "公斤": ("mass", 1.0), "千克": ("mass", 1.0), "吨": ("mass", 1000.0),
    "亩": ("area", 1.0), "公顷": ("area", 15.0), "平方公里": ("area", 1500.0), "平方千米": ("area", 1500.0),
    "米": ("length", 1.0), "公里": ("length", 1000.0), "千米": ("length", 1000.0),
    "%": ("%", 1.0), "％": ("%", 1.0), "人民币": ("元", 1.0), "元人民币": ("元", 1.0),
    "分": ("元", 0.01), "倍": ("倍", 1.0), "千瓦": ("power", 1.0), "兆瓦": ("power", 1000.0), "瓦": ("power", 0.001),
}  # fmt: skip
_THINGS = frozenset({None, "个", "家", "项", "座", "名", "人", "件", "位", "所", "处"})
"""Measure words of which one document says one and the next another, or none."""
_SUM = "支出"
_LONG = 4
"""Characters from which a name is told by its characters alone."""
_CLAUSE = 120
"""Characters before the end of a quote in which who pays may be named."""
_SPLIT = re.compile("、|和|与|以及|及")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement is a number of.

    name: the metric's name without what does not tell it from another. region: where, None for the whole country.
    family, factor: the unit's family and what a number in this unit is multiplied with to compare it.
    kind: "rate" (of change in %), "share", "points" (change of a share), "multiple", "rank", "level", and of amounts:
    "flow" (of a period), "fall" (what was taken away), "delta" (against another year), "stock" (at a date), "any".
    sign: -1 where a rate or change goes down. basis: "real", "nominal" or None. act: "begun", "finished" or None.
    """

    name: str
    region: str | None
    family: str
    factor: float
    kind: str
    sign: int
    basis: str | None
    act: str | None


def reading(statement: Statement) -> Reading:
    """How a statement is to be compared."""
    family, factor = _UNITS.get(statement.unit or "", (None, 1.0))
    if family is None:
        family = "count" if statement.unit in _THINGS else str(statement.unit)
    kind = _kind(statement, family)
    falling = statement.direction == "fall" or (kind in ("rate", "points") and _falling(statement))
    sign = -1 if falling and kind in ("rate", "points", "delta") else 1
    words = statement.quote if kind == "rate" else statement.sentence
    basis = "real" if _any("real").search(words) else "nominal" if _any("nominal").search(words) else None
    act = "begun" if _act("begun").search(statement.quote) else None
    act = act or ("finished" if _act("finished").search(statement.quote) else None)
    return Reading(_named(statement), statement.region, family, factor, kind, sign, basis, act)


def _named(s: Statement) -> str:
    """The series, with who pays a sum where only the clause before the number says it."""
    name = canonical(s.subject)
    data = vocabulary("verdicts")["series"]
    if name.endswith(_SUM) and name not in _vague() and not any(own in name for own in data["own_payers"]):
        clause = re.split("[。；;]", s.sentence[: s.sentence.find(s.quote) + len(s.quote)])[-1][-_CLAUSE:]
        for payer in data["payers"]:
            if payer in clause:
                return canonical(payer + name)
    return name


@lru_cache(maxsize=1 << 18)
def canonical(name: str) -> str:
    """The name of the series that a metric's name means, without scope words being lost."""
    data = vocabulary("verdicts")["series"]
    same, before, after, within = _forms()
    text = bare(name)
    while True:
        text = within.sub("", text)
        if found := same.get(key(text)):
            return found
        shorter = text
        if (match := after.search(text)) and match.start() >= 2:
            shorter = text[: match.start()]
        elif (match := before.match(text)) and len(text) - match.end() >= 2:
            shorter = text[match.end() :]
        if shorter == text:
            break
        text = shorter
    for word in data["sums"]:
        if text.endswith(word) and len(text) - len(word) >= 2:
            text = text[: -len(word)]
            for weak in data["before_sums"]:
                text = text.removesuffix(weak) if len(text) - len(weak) >= 2 else text
            text += _SUM
            break
    return same.get(key(text), text)


def key(name: str) -> str:
    """What names of one series share whatever the order of their words: 饮水安全 and 安全饮水 are one."""
    return "".join(sorted(name)) if len(name) >= _LONG else name


def vague(name: str) -> bool:
    """Whether a metric's name does not say what is counted."""
    return canonical(name) in _vague() or bare(name) in _vague() or len(canonical(name)) < 2


def members(name: str) -> tuple[str, ...]:
    """The series that a joint name means: 二氧化硫、氮氧化物排放量 gives two; one name alone gives itself."""
    parts = [part for part in _SPLIT.split(bare(name)) if part]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return (canonical(name),)
    return tuple(dict.fromkeys(canonical(part) for part in parts))


def apart(a: Reading, b: Reading) -> str | None:
    """Why two statements of one name cannot be compared, a key of `incomparable`; None where they can."""
    if a.region != b.region:
        return "region"
    if a.family != b.family:
        return "unit" if "%" not in (a.family, b.family) else "measure"
    if a.kind != b.kind and tuple(sorted((a.kind, b.kind))) not in _TOGETHER:
        return "measure"
    if a.basis and b.basis and a.basis != b.basis:
        return "basis"
    if a.family == "元" and a.basis == "real" and b.basis is None:
        return "basis"
    if a.act and b.act and a.act != b.act:
        return "begun"
    return None


def scopes_apart(a: str, b: str) -> bool:
    """Whether of two names one says 登记 where the other says 调查, and the like."""
    pairs = vocabulary("verdicts")["series"]["apart"]
    return any((x in a and y in b and y not in a) or (y in a and x in b and x not in a) for x, y in pairs)


def _kind(s: Statement, family: str) -> str:
    to_level = bool(_measure("to_level").search(s.quote))
    if family == "%":
        grows = s.measure == "growth" or _growth().search(bare(s.subject)) is not None
        return "rate" if grows or (s.measure == "change" and not to_level) else "share"
    if s.unit == "个百分点":
        return "points"
    if s.measure in ("multiple", "rank"):
        return s.measure
    return _amount(s, to_level)


def _amount(s: Statement, to_level: bool) -> str:
    if to_level and s.measure != "new":
        return "stock"
    against = s.base_year is not None or s.subject not in s.quote
    if s.direction == "fall" or _falling(s):
        return "delta" if s.base_year is not None else "fall"
    if s.measure == "change" or (s.direction == "rise" and s.measure == "amount"):
        return "delta"
    if s.measure == "new":
        return "delta" if s.direction == "rise" and against and s.quote.startswith(("增加", "提高")) else "flow"
    if s.measure in ("total", "level"):
        return "stock"
    return "stock" if _measure("stocks").search(s.subject) and not _NEW.search(s.quote) else "any"


_NEW = re.compile("新增|新建|新开|改造|完成|增加")


def _falling(s: Statement) -> bool:
    words = _measure("falls")
    return bool(words.match(s.action or "") or words.match(s.quote) or words.search(bare(s.subject)[-2:]))


@cache
def _forms() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = vocabulary("verdicts")["series"]
    within = re.compile(alternation(data["within"]))
    same = {key(within.sub("", bare(name))): within.sub("", bare(group[0])) for group in data["same"] for name in group}
    return same, re.compile(alternation(data["before"])), re.compile(f"{alternation(data['after'])}$"), within


@cache
def _vague() -> frozenset[str]:
    return frozenset(vocabulary("verdicts")["series"]["vague"])


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("verdicts")["series"][name]))


@cache
def _measure(name: str) -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("verdicts")["measures"][name]))


_act = _measure


@cache
def _growth() -> re.Pattern[str]:
    return re.compile(f"{alternation(vocabulary('verdicts')['measures']['growth_names'])}$")
