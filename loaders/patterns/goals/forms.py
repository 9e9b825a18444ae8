"""The forms in which a stretch of text names an end state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from .things import CLOSED, may_precede, object_end, reachable, was_set, without_trail
from .words import any_of, ends, one_of, otherwise

_AFTER_VERB = re.compile(r"了|好(?!转|评)|起|(?:并)?实施")
_CLOSING = re.compile(r"了?[\s”’）)]*$")
_HANDLED = re.compile(r"(?P<done>把|对(?![外口接])|将)|(?:实现|做到)了?")
"""把预算外资金全部纳入…, 实现X全部接入: what follows stands before its state."""
_TWICE = re.compile(r"实现|推进|推动")
_REACHES = re.compile(r"(?:全面|基本|全部|总体|率先|已|均|都){0,4}(?:实现|达到|做到|完成)[了对]?")
_COVERS = re.compile(r"(?:基本)?覆盖(?=所有|全部|全体|全国|全省|全市|全县|全域|全民)")
_ALL = re.compile(r"(?<!安)全部(?!用于|由|归|为|是|来自|延长|执行|按|从|停|转移|[^，]{0,12}的)")
_ALIKE = re.compile(r"(?:保持)?(?:(?:基本)?同步|基本平衡|基本一致)$|(?:高于|快于|不低于)[^，]{2,20}增[长速幅]$")
_GROWTHS = re.compile(
    r"收支$|增[长速幅]$|增[长速].{0,30}[与和同].{0,30}(?:增[长速]|提高|发展)$|增长率.{0,6}[与和同].{0,30}增速$"
)
_KEEPS = re.compile("保持了?")
_OWN = 4
"""From so many characters on, what stands between 实现 and its state is what is reached (实现离境退税全覆盖)."""


@dataclass(frozen=True, slots=True)
class Found:
    """An end state. start..end: what is to be reached; at: where the words of the state begin. See states.State.

    also: what the name of what is reached takes from the state (企业实现智能化: 企业智能化). rule: of the form.
    """

    start: int
    end: int
    at: int
    action: str
    need: str
    whole: bool = False
    also: str = ""
    rule: str = ""


def form(text: str, start: int, end: int) -> Found | None:
    """The end state that a stretch names, None where it names none or speaks of something else."""
    unset = _tried((_UNSET,), text, start, end)
    if unset is not None or one_of("turns").search(text, start, end):
        return unset
    if text.count("“", start, end) != text.count("”", start, end):
        return None
    handled = _HANDLED.match(text, start, end)
    if handled is not None:
        found = _tried((_COMES, _COVERED, _EVERY), text, handled.end(), end)
        if found is not None or handled["done"]:
            return found
    return None if otherwise().match(text, start, end) else _tried(_FORMS, text, start, end)


def _tried(forms: Iterable[Form], text: str, start: int, end: int) -> Found | None:
    """What the first of the forms finds that finds anything, with its rule."""
    for rule, each in forms:
        found = each(text, start, end)
        if found is not None:
            return replace(found, rule=rule)
    return None


def _unset(text: str, start: int, end: int) -> Found | None:
    """没有提出…目标, 不再设…指标: a target that is deliberately not set."""
    verb = one_of("unset").search(text, start, end)
    head = verb and _unset_head().search(text, verb.end() + 2, end)
    if verb is None or head is None:
        return None
    return Found(verb.end(), head.start(), verb.start(), verb.group(), "any", True)


@cache
def _unset_head() -> re.Pattern[str]:
    return re.compile(f"(?:具体)?(?:{any_of('unset_heads')})(?:要求)?$")


@cache
def _how() -> re.Pattern[str]:
    adverbs = any_of("whole", "ceremonial", "first", "beside")
    verbs = any_of("settle", "build", "come_to", "put_to_use")
    return re.compile(f"(?P<how>(?<!安)(?:{adverbs}){{1,4}}?)(?P<verb>{verbs}|实现)(?!方案)")


def _comes(text: str, start: int, end: int) -> Found | None:
    """X全部脱贫, X基本建成, X体系初步建立: what is reached stands before the words of the state."""
    how = next((m for m in _how().finditer(text, start, end) if _CLOSING.match(text, m.end(), end)), None)
    if how is None or text.endswith(("到", "向", "至"), start, how.start()) or not reachable(text, start, how.start()):
        return None
    verb, whole = how["verb"], _whole(how["how"])
    builds = one_of("build").fullmatch(verb) is not None
    name = without_trail(text, start, how.start())
    if verb == "实现":
        if not ends("state", "appeals").search(text, start, name) or _TWICE.search(text, start, name):
            return None
        return Found(start, name, how.start(), verb, "set", whole)
    if not (whole or builds) or (builds and ends("vague").search(text, start, name)):
        return None
    kept = was_set(text[start:name], verb, how["how"])
    if _celebrated(how) and not kept:
        return None
    whole = whole and kept and not one_of("put_to_use").fullmatch(verb)
    return Found(start, name, how.start(), verb, "set" if builds or not whole else "any", whole)


def _settles(text: str, start: int, end: int) -> Found | None:
    """全面取消X, 基本建成X: what is reached stands behind the words of the state."""
    for how in _how().finditer(text, start, end):
        verb, whole = how["verb"], _whole(how["how"])
        behind = _behind(text, how.end(), end)
        builds = one_of("build").fullmatch(verb) is not None
        if not (whole or builds) or not may_precede(text, start, how.start()):
            continue
        if builds or one_of("settle").fullmatch(verb):
            stop = object_end(text, behind, end, builds, _how())
            kept = stop is not None and was_set(text[behind:stop], verb, how["how"])
            if stop is not None and (kept or not _celebrated(how)):
                whole = whole and kept
                return Found(behind, stop, how.start(), verb, "set" if builds or not whole else "any", whole)
        elif verb == "实现" and how.start() == start:
            named = text[behind:end].rstrip(CLOSED)
            bare = one_of("done", "served").fullmatch(named.lstrip("“"))  # 基本实现全覆盖: of what?
            if ends("state", "done", "served", "appeals").search(named) and not bare:
                return Found(behind, end, start, verb, "set" if ends("state").search(named) else "any", True)
    return None


def _ended(text: str, start: int, end: int) -> Found | None:
    """消除了X: it is over."""
    verb = one_of("ended").match(text, start, end)
    if verb is None or not text.startswith("了", verb.end()):
        return None
    stop = object_end(text, verb.end() + 1, end, False, _how())
    return Found(verb.end() + 1, stop, start, verb.group(), "due", True) if stop is not None else None


def _state(text: str, start: int, end: int) -> Found | None:
    """实现X全覆盖, X全覆盖, X实现均等化."""
    closing = _closing_state().search(text, start, end)
    if closing is None:
        return None
    at, state = closing.start("state"), closing["state"]
    served = one_of("served").fullmatch(state) is not None
    done = served or one_of("done").fullmatch(state) is not None
    need = "any" if done and not served else "set"
    verb = _REACHES.search(text, start, at)
    if verb is None:
        name = without_trail(text, start, at)
        known = done and reachable(text, start, at) and not _extent(text, start, name)
        return Found(start, name, at, state, need, not served) if known else None
    first, behind = verb.start(), verb.end()
    whole, also, action = need == "any" or _whole(verb.group()), "", state if done else "实现"
    name = without_trail(text, behind, at)
    if name - behind >= _OWN or not reachable(text, start, first):
        named = (behind, name if done else closing.end("state"))
        if not may_precede(text, start, first):
            return None
    else:
        named, own = (start, without_trail(text, start, first)), text[behind:end].rstrip(CLOSED)
        also, action = (own, "实现") if state.endswith("化") else ("", own.lstrip("“"))
    if (done and _extent(text, *named)) or not reachable(text, *named) or text.endswith(("的", "向"), behind, at):
        return None
    return Found(*named, first, action, need, whole, also)


@cache
def _closing_state() -> re.Pattern[str]:
    return re.compile(f"(?P<state>{any_of('done', 'served', 'state')})[”’）)]*$")


def _extent(text: str, start: int, end: int) -> bool:
    """Whether the name says only how far something goes (实现街镇全覆盖), not what."""
    return one_of("extents").fullmatch(text, start, end) is not None


def _due(text: str, start: int, end: int) -> Found | None:
    """建成X, 完成X, X投入使用: an end state where a deadline stands beside it."""
    for opening in _opening().finditer(text, start, end):
        at = opening.start()
        if at > start and not (may_precede(text, start, at) and ends("bodies").search(text, start, at)):
            continue
        behind, builds = _behind(text, opening.end(), end), one_of("build").fullmatch(opening["verb"]) is not None
        stop = object_end(text, behind, end, builds, _how())
        return Found(behind, stop, at, opening["verb"], "due") if stop is not None else None
    closing = ends("put_to_use").search(text, start, end)
    if closing is None or not reachable(text, start, closing.start()):
        return None
    return Found(start, without_trail(text, start, closing.start()), closing.start(), closing.group(), "due")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"(?:率先|提前|顺利){{0,3}}(?P<verb>{any_of('settle', 'build')})")


def _covers(text: str, start: int, end: int) -> Found | None:
    """X覆盖所有Y, X覆盖全国."""
    found = _COVERS.search(text, start, end)
    if found is None or not reachable(text, start, found.start()) or "的" in text[found.end() : end]:
        return None
    return Found(start, without_trail(text, start, found.start()), found.start(), "覆盖", "due")


def _all(text: str, start: int, end: int) -> Found | None:
    """X全部Y, whatever Y is."""
    found = _ALL.search(text, start, end)
    if found is None or not reachable(text, start, found.start()) or not 4 <= end - found.start() <= 30:
        return None
    at = found.start()
    return Found(start, without_trail(text, start, at), at, text[at:end], "due")


def _arrives(text: str, start: int, end: int) -> Found | None:
    """进入创新型国家行列, X达到中等发达国家水平."""
    found = _arrival().search(text, start, end)
    if found is None:
        return None
    at = found.start()
    if reachable(text, start, at):
        return Found(start, without_trail(text, start, at), at, found["verb"], "set")
    return Found(found.start("outside"), end, at, found["verb"], "set") if may_precede(text, start, at) else None


@cache
def _arrival() -> re.Pattern[str]:
    outside = f"(?:{any_of('standard')})(?:和[^，、]{{2,8}})?(?:{any_of('rank')})"
    return re.compile(f"(?P<verb>{any_of('arrive')})(?P<outside>{outside})$")


def _balanced(text: str, start: int, end: int) -> Found | None:
    """X增长和Y增长基本同步, X增长快于Y增长, X增长率与Y增速基本一致, 国际收支基本平衡."""
    found = _ALIKE.search(text, start, end)
    if found is None or not reachable(text, start, found.start()) or not _GROWTHS.search(text, start, found.start()):
        return None
    return Found(start, without_trail(text, start, found.start()), found.start(), found.group(), "set", True)


def _steady(text: str, start: int, end: int) -> Found | None:
    """宏观杠杆率保持基本稳定, 主要污染物排放量继续下降: which way an indicator is to go, without a number."""
    found = _trend().search(text, start, end)
    if found is None or not reachable(text, start, found.start()):
        return None
    kept = _KEEPS.match(text, start, found.start())
    named, name = kept.end() if kept else start, without_trail(text, start, found.start())
    if not ends("indicators").search(text, named, name) or "了" in text[named:name]:
        return None
    return Found(named, name, found.start(), found.group(), "section", True)


@cache
def _trend() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('goes_on')}){{0,3}}(?:{any_of('trends')})$")


def _everyone(text: str, start: int, end: int) -> Found | None:
    """村村通公路, 人人享有基本医疗卫生服务."""
    found = _everybody().search(text, start, end)
    if found is None or not may_precede(text, start, found.start()):
        return None
    stop = object_end(text, found.end(), end, False, _how())
    return Found(found.end(), stop, found.start(), found.group(), "set") if stop is not None else None


@cache
def _everybody() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('everyone')})都?(?:享有|有|通)")


Form = tuple[str, Callable[[str, int, int], Found | None]]
"""The rule that a fact of this form names, and what finds it."""
_UNSET: Form = ("goals.unset", _unset)
_COMES: Form = ("goals.comes", _comes)
_COVERED: Form = ("goals.covers", _covers)
_EVERY: Form = ("goals.all", _all)
_FORMS: tuple[Form, ...] = (
    _COMES, ("goals.state", _state), ("goals.settles", _settles), ("goals.ended", _ended), ("goals.due", _due),
    _COVERED, _EVERY, ("goals.arrives", _arrives), ("goals.balanced", _balanced), ("goals.steady", _steady),
    ("goals.everyone", _everyone),
)  # fmt: skip


def _whole(how: str) -> bool:
    return one_of("whole", "ceremonial").search(how) is not None


def _celebrated(how: re.Match[str]) -> bool:
    return bool(one_of("ceremonial").search(how["how"]) or one_of("concludes").fullmatch(how["verb"]))


def _behind(text: str, start: int, end: int) -> int:
    """Where the object of a verb begins, behind 了 and the like."""
    after = _AFTER_VERB.match(text, start, end)
    return after.end() if after else start
