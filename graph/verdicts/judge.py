"""One target against what was said of it later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .arithmetic import Amount, amount, compare, shown, too_far
from .coverage import Coverage, bodies
from .direction import aim
from .outcomes import Outcome, Outcomes, on_average, same_period
from .reckoned import Reckoned, reckon
from .revised import Replaced
from .series import FLOWS, Reading, apart, members, reading, scopes_apart, vague
from .statement import Statement
from .verdict import Verdict

_OTHER_KIND = ("unit", "basis")
"""Why an outcome of a target's own year cannot be compared though it is all there is: what became of it is unclear."""
_YEARS_AHEAD = 2
"""A target set so many years ahead is one for the time until then; a yearly one may be set the year before."""
_GOOD = ("met", "exceeded")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What targets are held against.

    later: by a target's id the later target of its deadline. issuers: of the plans, by their titles.
    """

    outcomes: Outcomes
    coverage: Coverage
    later: Mapping[str, Statement]
    replaced: Replaced
    issuers: Mapping[str, frozenset[str]]


def answerable(target: Statement, evidence: Evidence) -> list[str]:
    """The bodies that may report on a target: who issued the document, who holds it, who issued its plan.

    A unit that is also named with its body (科技司, 工业和信息化部科技司) counts once.
    """
    found = bodies(target.issuer)
    if target.holder_type in ("Agency", "Organization", "Region") and target.holder:
        found += bodies(target.holder)
    for plan in {target.plan, target.holder if target.holder_type == "Plan" else None} - {None}:
        found += sorted(evidence.issuers.get(plan or "", ()))
    whole = dict.fromkeys(found)
    return [name for name in whole if not any(other != name and other.endswith(name) for other in whole)]


def told(said: Statement, read: Reading) -> str:
    """A number as the arithmetic shows it."""
    return str(amount(said, Reading(read.name, None, read.family, read.factor, read.kind, 1, None, None)))


def judged(target: Statement, evidence: Evidence) -> Verdict:
    """The verdict on a target with a number."""
    read = _whole(target, reading(target))
    shown_target = told(target, read)
    if target.year is None:
        return Verdict(target.id, "unclear", "no_year")
    if plan := evidence.replaced.by(target):
        return Verdict(target.id, "superseded", "superseded", values={"plan": plan})
    if later := evidence.later.get(target.id):
        values = {"later": told(later, reading(later)), "target": shown_target}
        return Verdict(target.id, "revised", "revised", later.id, values=values, sources=(later.id,))
    near: list[tuple[Outcome, str]] = []
    if not vague(target.subject):
        for way in (_direct, _throughout, _start, _early, _reckoned, _members):
            if found := way(target, read, evidence, near):
                return found
    return silent(target, evidence, near, told)


def _whole(target: Statement, read: Reading) -> Reading:
    """What is to be built until a year years ahead is all that stands then, and no flow of its last year."""
    ahead = (target.year or 0) - (target.stated_year or target.year or 0)
    if read.kind == "flow" and target.since is None and target.base_year is None and ahead >= _YEARS_AHEAD:
        return replace(read, kind="stock")
    return read


def silent(
    target: Statement, evidence: Evidence, near: Sequence[tuple[Outcome, str]], told: Callable[..., str]
) -> Verdict:
    """The verdict on a target that nothing decides: not due, passed over in silence, or without a source."""
    assert target.year is not None
    coverage, issuers = evidence.coverage, answerable(target, evidence)
    values: dict[str, Any] = {"issuer": "、".join(issuers) or "?", "year": target.year}
    report = coverage.report(issuers, target.year, target.date)
    if report is None:
        if not coverage.passed(target.year):
            return Verdict(target.id, "open", "open", values=values | {"newest": coverage.newest or "?"})
        return Verdict(target.id, "no_source", "no_source", values=values)
    values |= {"issuer": report.issuer, "document": report.key}
    if near:
        other, why = min(near, key=lambda one: one[1] not in _OTHER_KIND)
        values |= {"near": f"{other.said.subject} {told(other.said, other.read)}", "why": why}
        if why in _OTHER_KIND and other.said.first_year == other.said.year:
            values["target"] = told(target, reading(target))
            return Verdict(target.id, "unclear", "apart", other.said.id, None, values, (other.said.id,))
        return Verdict(target.id, "unreported", "unreported_apart", None, None, values, (other.said.id,))
    return Verdict(target.id, "unreported", "unreported", values=values)


def _direct(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    assert t.year is not None
    fit = []
    for outcome in evidence.outcomes.of(read.name, t.year):
        if not _afterwards(t, outcome.said):
            continue
        why = apart(read, outcome.read)
        if why is None and scopes_apart(t.subject, outcome.said.subject):
            why = "scope"
        if why is None and not same_period(t, read, outcome):
            why = "period"
        if why is None:
            fit.append(outcome)
        else:
            near.append((outcome, why))
    return _decided(t, read, _ordered(t, fit), aim(t, read), near)


def _decided(
    t: Statement, read: Reading, fit: Sequence[Outcome], rule: str, near: list[tuple[Outcome, str]]
) -> Verdict | None:
    """The verdict by the first of the outcomes, unless another voice's contradicts it."""
    found: list[tuple[str, str, Outcome]] = []
    for outcome in fit:
        target, got = amount(t, read), amount(outcome.said, outcome.read)
        if "any" in (read.kind, outcome.read.kind) and too_far(target.high, got.high):
            near.append((outcome, "measure"))
            continue
        verdict, sum_ = compare(target, got, aim(t, read), falls=read.sign < 0)
        found.append((verdict, sum_, outcome))
    if not found:
        return None
    verdict, sum_, first = next((one for one in found if one[0] != "bound"), found[0])
    values = {"outcome": told(first.said, first.read), "target": told(t, read)}
    contrary = [o for v, _, o in found if v != "bound" and (v in _GOOD) != (verdict in _GOOD)]
    others = [o for o in contrary if o.said.voice != first.said.voice and o.said.issuer != first.said.issuer]
    if verdict == "bound":
        return Verdict(t.id, "unclear", "bound", first.said.id, sum_, values, (first.said.id,))
    if others:
        both = (first.said.id, others[0].said.id)
        values["outcome"] += f" / {told(others[0].said, others[0].read)}"
        return Verdict(t.id, "unclear", "conflict", first.said.id, sum_, values, both)
    if verdict == "missed" and (first.said.stated_year or 9999) <= (t.year or 0) and rule != "early":
        return Verdict(t.id, "open", "open_partial", first.said.id, sum_, values, (first.said.id,))
    return Verdict(t.id, verdict, rule, first.said.id, sum_, values, (first.said.id,))


def _throughout(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    """What is said of every year of a longer period holds for this one."""
    if t.year is None or read.kind not in ("share", "rate", "level"):
        return None
    fit = [
        o for o in evidence.outcomes.throughout(read.name, t.year)
        if _afterwards(t, o.said) and apart(read, o.read) is None and not on_average(o.said)
    ]  # fmt: skip
    found = _decided(t, read, _ordered(t, fit), "throughout", near)
    if found and found.rule == "bound":
        return None  # what is said of many years is too loose to question this one
    if found and found.rule == "throughout":
        first = next(o.said for o in fit if o.said.id == found.outcome)
        values = {**found.values, "period": f"{first.since}–{first.year}", "year": t.year}
        return Verdict(t.id, found.verdict, found.rule, found.outcome, found.arithmetic, values, found.sources)
    return found


def _start(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    """A later document goes on from the very value that was aimed at, or from that year's."""
    assert t.year is not None
    for o in evidence.outcomes.starts(read.name):
        year = o.said.stated_year or 0
        if year > t.year and _afterwards(t, o.said) and apart(read, o.read) is None and read.kind != "rate":
            target, got = amount(t, read), amount(o.said, o.read)
            if got.low == target.low or (year == t.year + 1 and not too_far(got.low, target.low)):
                verdict, sum_ = compare(target, got, aim(t, read), falls=read.sign < 0)
                values = {"outcome": told(o.said, o.read), "target": told(t, read)}
                return Verdict(t.id, verdict, "baseline", o.said.id, sum_, values, (o.said.id,))
    return None


def _early(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    """A stock or share that was wanted high and had passed the target before its deadline."""
    begin = t.stated_year
    if t.year is None or begin is None or read.kind not in ("stock", "share", "level") or aim(t, read) != "floor":
        return None
    for year in range(max(begin, t.year - 15), t.year):
        fit = [
            o for o in evidence.outcomes.of(read.name, year)
            if _afterwards(t, o.said) and apart(read, o.read) is None and o.said.since in (None, year)
        ]  # fmt: skip
        found = _decided(t, read, _ordered(t, fit), "early", near)
        if found and found.verdict in _GOOD and found.rule == "early":
            values = {**found.values, "year": year}
            return Verdict(t.id, found.verdict, "early", found.outcome, found.arithmetic, values, found.sources)
    return None


def _reckoned(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    """A target over a period, from what every year of it is told to have been."""

    def year_of(year: int, kinds: frozenset[str]) -> Outcome | None:
        fit = [
            o for o in evidence.outcomes.of(read.name, year)
            if o.read.kind in kinds and o.said.first_year == year and not on_average(o.said)
            and o.read.region == read.region and o.said.cmp in ("eq", "about", "gt", "ge", "lt")
            and not scopes_apart(t.subject, o.said.subject)
        ]  # fmt: skip
        return next(iter(_ordered(t, fit)), None)

    found: Reckoned | None = reckon(t, read, year_of, FLOWS)
    if found is None:
        return None
    target = amount(t, read)
    if found.rule == "every_year":
        verdicts = [compare(target, amount(o.said, o.read), aim(t, read), read.sign < 0)[0] for o in found.parts]
        good = [one in _GOOD for one in verdicts]
        verdict = "met" if all(good) else "partly" if any(good) else "missed"
        sum_ = f"{found.arithmetic} : {told(t, read)}"
    else:
        got = Amount(found.value, found.value, found.digit, "eq", t.unit or "", read.factor)
        verdict, compared = compare(target, got, aim(t, read), falls=read.sign < 0)
        sum_ = f"{found.arithmetic}; {compared}"
        if verdict == "bound":
            return None
    shown_value = found.arithmetic if found.rule == "every_year" else f"{shown(abs(found.value) / read.factor)}{t.unit}"
    ids = tuple(o.said.id for o in found.parts)
    return Verdict(t.id, verdict, found.rule, ids[-1], sum_, {"outcome": shown_value, "target": told(t, read)}, ids)


def _members(t: Statement, read: Reading, evidence: Evidence, near: list[tuple[Outcome, str]]) -> Verdict | None:
    """A target for several series at once: each of them must reach it."""
    names = members(t.subject)
    if len(names) < 2 or read.kind not in ("rate", "share", "points"):
        return None
    found = []
    for name in names:
        own = Reading(name, read.region, read.family, read.factor, read.kind, read.sign, read.basis, read.act)
        one = _direct(t, own, evidence, near)
        if one is None or one.verdict not in (*_GOOD, "missed"):
            return None
        found.append(one)
    verdicts = {one.verdict for one in found}
    verdict = found[0].verdict if len(verdicts) == 1 else "partly" if "missed" in verdicts else "met"
    sum_ = "; ".join(f"{name}: {one.arithmetic}" for name, one in zip(names, found, strict=True))
    ids = tuple(one.outcome for one in found if one.outcome)
    return Verdict(t.id, verdict, "members", ids[0], sum_, {"names": "、".join(names), "outcome": sum_}, ids)


def _afterwards(target: Statement, said: Statement) -> bool:
    """Whether something was said after a target was set; one that is only recalled is answered beside it."""
    if not target.date or not said.date:
        return said.document != target.document
    if said.voice == target.voice or said.date == target.date:
        return (target.stated_year or 0) > (target.year or 0)
    return said.date > target.date


def _ordered(target: Statement, fit: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes, the first the one to go by: of the same issuer, final, said first, naming what it counts."""
    own = set(bodies(target.issuer))
    early = target.year or 0

    def rank(o: Outcome) -> tuple[object, ...]:
        said = o.said
        in_time = said.stated_year is not None and said.stated_year <= early
        named = said.subject not in said.quote
        return in_time, not own & set(bodies(said.issuer)), said.estimated, said.date, named, said.char_start, said.id

    return sorted(fit, key=rank)
