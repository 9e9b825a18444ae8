"""Finds the verbs of a clause that open an object, and where that object stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..context.context import Clause, ScopedSentence
from ..language.reading import Name
from .masking import MASK, blot, closed
from .wording import adverbs, alternation, compounds, every_verb, helpers, telling

_JOINED = re.compile(r"(?:[、和及并与或]|以及|并且|而且|\s|\t|[一二三四五六七八九十]是)\s*$")
"""What before a verb says that it stands beside the verb before it, not inside that verb's object."""
_ACTOR_GAP = re.compile(
    rf"^(?:有条件的|符合条件的)?[^的]{{0,60}}(?:企业|高校|院校|学校|机构|协会|政府|各地|地方|部门|单位|地区|行业|中心|院所|社会资本|组织|联盟|平台|高新区|行政区|[省市县区州]|{MASK}|"
    r"等(?:地|单位|部门)?)\s*$"
)

_NOMINAL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2}(?:工程|行动|计划|试点|项目|专项|战略|制度|机制|体系|办法|方案|规划|意见|工作|活动|中心|基地|平台|作用|情况|要求|规定|条例)|(?:不|水平|能力|力度|成效|取得|有待|仍|较))"
)
_NO_ACT = re.compile(r"\s*(?:\d+周年|以来|之际|之初)")  # 成立70周年: a date, not an act
_PIVOT = re.compile(r"\d+(?:余|多)?[家个所][^，、和]{0,10}(?:企业|单位|机构|高校|院校)$")
_PARTING = ("、", "和", "并", "及", "与")
_SUBJECT = re.compile(rf"(?:{MASK}|要|将|应|会|地|上|中|下|来|以|可|[,，、：:]|已|还|[年月日])\s*$")
_CARRIED = re.compile(r"(?:以及|及|和)\s*")
_ACTORS_ONLY = re.compile(
    rf"^\s*由?{MASK}+(?:(?:[、和与及]|会同|联合|等|共同|\s)+{MASK}+)*(?:等?[\d一二三四五六七八九十]*(?:个?部门|单位)?)\s*$"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """One verb, or several that stand together (遴选认定), with the places of its object.

    All offsets count in the sentence. start..end: the verbs with their adverbs. verbs: in order.
    object_start..object_end: right of it (behind 的 where the verb is a modifier: X举办的Y); equal where nothing
    follows. before: where what stands left of it begins. helped: the place of the body between 支持 and the verb, None
    without such a helper. relative: the verb modifies what follows (建成的…平台).
    """

    clause: Clause
    start: int
    end: int
    verbs: tuple[str, ...]
    object_start: int
    object_end: int
    before: int
    helped: tuple[int, int] | None = None
    helper: str | None = None
    relative: bool = False

    def any(self, words: frozenset[str]) -> str | None:
        """The last of its verbs that is among the words, None without one."""
        return next((v for v in reversed(self.verbs) if v in words), None)


@cache
def _chain() -> re.Pattern[str]:
    verb, adverb = f"(?:{alternation(every_verb())})", f"(?:{adverbs()})"
    return re.compile(rf"(?:{adverb})*{verb}(?:(?:了|并|和|与|、|或)?(?:{adverb})*{verb})*")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(alternation(every_verb()))


def masked(sentence: ScopedSentence) -> str:
    """The sentence's text, same length, with names, titles, quoted names, brackets and compounds blotted out."""
    text = sentence.read.text
    names = [(_beginning(n), n.end) for n in sentence.read.names]
    return blot(text, [*names, *closed(text), *(m.span() for m in compounds().finditer(text))])


def _beginning(name: Name) -> int:
    """Where a name begins behind a verb that was taken into it (推开营改增试点); a programme's or a centre's name by
    its ending may hold the very verb that sets it up, and is left open."""
    if name.found_by != "suffix":
        return name.start
    if name.type in {"Program", "Center", "Plan", "Metric"}:
        return name.end
    verb = _chain().match(name.text)
    return name.start + (verb.end() if verb and verb.end() + 2 < len(name.text) else 0)


@lru_cache(maxsize=4096)
def triggers(sentence: ScopedSentence) -> tuple[Trigger, ...]:
    """The verbs of every clause, from left to right; verbs inside another verb's object are left out.

    Kept, because every loader of relations asks for the same sentences of an article.
    """
    hidden = masked(sentence)
    found: list[Trigger] = []
    last: Trigger | None = None
    for clause in sentence.clauses:
        own = list(_in_clause(hidden, clause, last))
        found.extend(own)
        last = own[-1] if own else None
    return tuple(found)


def _midway(led: str) -> bool:
    """Whether words stand before a verb that are no subject of it, so that it is part of their name."""
    return bool(led.strip(f" {MASK}")) and not _SUBJECT.search(led)


def _in_clause(hidden: str, clause: Clause, before: Trigger | None) -> Iterator[Trigger]:
    """The triggers of one clause. before: the last of the clause before, whose list may go on behind the comma."""
    chains = [(m.start(), m.end()) for m in _chain().finditer(hidden, clause.start, clause.end)]
    if not chains and before is not None and _CARRIED.match(hidden, clause.start, clause.end):
        start = clause.start + len(_CARRIED.match(hidden, clause.start, clause.end).group())  # type: ignore[union-attr]
        yield replace(
            before, clause=clause, start=start, end=start, object_start=start, object_end=clause.end, before=start
        )
        return
    main: list[tuple[int, int, tuple[int, int] | None, str | None]] = []
    relative: list[tuple[int, int, int]] = []  # 落实A和B印发的《X》: 印发 has a subject of its own inside the object
    for start, end in chains:
        if _NO_ACT.match(hidden, end):
            continue
        led = hidden[clause.start : start]
        if _NOMINAL.match(hidden, end) and not led.endswith(_PARTING) and (main or _midway(led)):
            continue  # …建设行动, …认定工作: part of a name
        if not main:
            main.append((start, end, None, None))
            continue
        last_start, last_end, _, _ = main[-1]
        gap = hidden[last_end:start]
        helper = next(reversed(_verb().findall(hidden, last_start, last_end)), "")
        if helper in helpers() and _ACTOR_GAP.match(gap) and end < clause.end:
            main.append((start, end, (last_end, start), helper))
        elif _PIVOT.search(gap) and end < clause.end:
            main.append((start, end, None, None))  # 遴选出20家单位开展攻关: the object of one verb does the next
        elif helper in telling() and end < clause.end:
            main.append((start, end, None, None))
        elif hidden[end : end + 1] == "的" and _ACTORS_ONLY.match(gap):
            relative.append((start, end, last_end))
        elif _JOINED.search(gap) and hidden[end : end + 1] not in {"", "工", "的"} and end < clause.end:
            main.append((start, end, None, None))
    for index, (start, end, helped, helper_word) in enumerate(main):
        stop = main[index + 1][0] if index + 1 < len(main) else clause.end
        after = re.match(r"(?:了|好|出(?!口|台|版|租|让|国|境|资)|起(?!草|步|诉|重)|到|完成|的)*", hidden[end:stop])
        begin = end + (after.end() if after else 0)
        modifies = "的" in hidden[end:begin]
        object_end = len(hidden[begin:stop].rstrip(" 、和及并与或\t").removesuffix("以及")) + begin
        before = main[index - 1][1] if index else clause.start
        verbs = tuple(_verb().findall(hidden, start, end))
        yield Trigger(clause, start, end, verbs, begin, max(begin, object_end), before, helped, helper_word, modifies)
    for start, end, before in relative:
        stop = next((s for s, *_ in main if s > end), clause.end)
        yield Trigger(
            clause, start, end, tuple(_verb().findall(hidden, start, end)), end + 1, stop, before, relative=True
        )
