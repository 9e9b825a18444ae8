"""Finds the verbs of a clause that open an object, and where that object stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from ...schema.vocabulary import alternation
from ..context.context import Clause, ScopedSentence
from ..language.reading import Name
from .masking import MASK, blot, closed
from .wording import adverbs, compounds, every_verb, helpers, in_names, opening_title, setting_off, telling
from .wording import verbs as verb_group

LONGEST = 8_000
"""Characters; a line without an end is no sentence, and looking at each of its verbs would cost its length squared."""
_JOINED = re.compile(r"(?:[、和及并与或]|以及|并且|而且|[一二三四五六七八九十]是)\s*+$|\s$")
"""What before a verb says that it stands beside the verb before it, not inside that verb's object."""
_ACTOR_GAP = re.compile(
    rf"^(?:有条件的|符合条件的)?[^的]{{0,60}}(?:企业|高校|院校|学校|机构|协会|政府|各地|地方|部门|单位|地区|行业|中心|院所|社会资本|组织|联盟|平台|高新区|行政区|主体|个人|人员|人士|专家|团队|公司|园区|[省市县区州]|{MASK}|"
    rf"等(?:地|单位|部门)?)(?:在(?:{MASK}|[^，。；]){{2,40}}?(?:方面|领域|行业|地区|范围内|等地|[上中内]))?\s*$"
)

_NOMINAL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2}(?:工程|行动|计划|试点|项目|专项|战略|制度|机制|体系|办法|方案|规划|意见|工作|活动|中心|基地|平台|作用|情况|要求|规定|条例)|(?:不|水平|能力|力度|成效|取得|有待|仍|较))"
)
# 成立70周年: a date, not an act; 推进中存在的问题, …基地建设、…: the verb is a noun
_NO_ACT = re.compile(r"\s*(?:\d+周年|以来|之际|之初|中(?=[，。；、]|存在|出现|遇到|发现|的)|过程中|、)")
# What follows is done by nobody yet: it is asked for, wished for, or was ended.
_WISHED = re.compile(r"(?:希望|请求|恳请|呼吁|敦促|期待|盼望|欢迎|(?<!应)邀请)(?!赛|函|工程|小学|学校)[^，。；并]*$")
_WELCOMED = re.compile(r"(?:欢迎|(?<!应)邀请)[^，。；]*$")
"""欢迎各方参与，并启动X: behind 并 stands what the body does that welcomes."""
_MANNER = re.compile(r"了?(?:高质量|高水平|高标准|全面|加快|进一步|深入|持续|积极)*")
"""What may stand between the verb and the title that it issues (制定高质量共建…行动计划)."""
_HOPED = re.compile(r"(?:希望|请求|恳请|敦促)(?!工程|小学|学校)[^。；;并]{1,60}$")
_ENDED = re.compile(r"(?:取消|停征|撤销|清理|清退|废止|整治|查处|纠正|取缔|叫停)[^，。；、]{0,6}$")
# 在实施…上下功夫, 在推进…等方面: the circumstances of what is done, not the act.
_AMID = re.compile(r"(?:^|[^存现潜所内旨])在(?:全面|深入|加快|持续|积极|大力|着力)?$")
_AMID_END = re.compile(
    r"上(?=下|再|先|走|持续|更|发力|[，。；取有作见])|中(?=[，。；取发]|[^，。；]{0,2}(?:作用|作出))|方面|工作中|过程中|领域"
)
_TEXT = re.compile(
    r"[^，。；]{2,40}?(?:规划|纲要|方案|意见|办法|措施|举措|行动计划|条例|细则|指南|决定|计划)(?=[，。；、（(]|和|及|$)"
)
_NEVER_NOUNS = ("开展", "推行", "举办")
_PROGRAM = re.compile(r"(?:试点|行动|改革|工程|计划)$")
_BEGUN_NAME = re.compile(r"[^，。；]{2,30}?(?:试点|专项行动|行动|改革|工程|计划)")
_PIVOT = re.compile(r"\d(?:余|多)?[家个所][^，、和]{0,10}(?:企业|单位|机构|高校|院校)$")
_PARTING = ("、", "和", "并", "及", "与")
_SUBJECT = re.compile(rf"(?:{MASK}|要|将|应|会|地|上|中|下|来|以|可|[,，、：:]|已|还|[年月日])\s*$")
_PARTICLES = re.compile(
    r"(?:了|好|成为|成(?!立|套|品|果|员|本|熟|都|渝|人|长)|出(?!口|台|版|租|让|国|境|资)|起(?!草|步|诉|重)|到|完成|的)*"
)
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
        for verb in reversed(self.verbs):  # asked so often that a generator would cost more than the search
            if verb in words:
                return verb
        return None


@cache
def _chain() -> re.Pattern[str]:
    verb, adverb = f"(?:{alternation(every_verb())})", f"(?:{alternation(adverbs())})"
    first = "".join(sorted({re.escape(word[0]) for word in every_verb() | adverbs()}))  # passes by most places at once
    # the number of adverbs is bounded, so that a long run of them costs no second look from each of its words
    return re.compile(rf"(?=[{first}])(?:{adverb}){{0,5}}{verb}(?:(?:了|并|和|与|、|或)?(?:{adverb}){{0,5}}{verb})*")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(alternation(every_verb()))


def masked(sentence: ScopedSentence) -> str:
    """The sentence's text, same length, with names, titles, quoted names, brackets and compounds blotted out."""
    text = sentence.read.text
    names = [(_beginning(n), n.end) for n in sentence.read.names]
    held = [span for n in sentence.read.names for span in _verbs_inside(n)]
    return blot(text, [*names, *held, *closed(text), *(m.span() for m in compounds().finditer(text))])


def _beginning(name: Name) -> int:
    """Where a name begins behind a verb that was taken into it (推开营改增试点); a program's or a center's name by
    its ending may hold the very verb that sets it up, and is left open."""
    if name.found_by != "suffix":
        return name.start
    if name.type in {"Program", "Center", "Plan", "Metric"}:
        return name.end
    verb = _chain().match(name.text)
    return name.start + (verb.end() if verb and verb.end() + 2 < len(name.text) else 0)


def _verbs_inside(name: Name) -> Iterator[tuple[int, int]]:
    """The verbs in the middle of a program's name by its ending that set nothing going (服务业扩大开放综合试点)."""
    if name.found_by != "suffix" or name.type != "Program" or not _PROGRAM.search(name.text):
        return
    for verb in _verb().finditer(name.text, 2):
        if verb.group() in in_names():
            yield name.start + verb.start(), name.start + verb.end()


@lru_cache(maxsize=4096)
def triggers(sentence: ScopedSentence) -> tuple[Trigger, ...]:
    """The verbs of every clause, from left to right; verbs inside another verb's object are left out.

    Nothing for a sentence longer than LONGEST. Kept, because every loader asks for the same sentences of an article.
    """
    if len(sentence.read.text) > LONGEST:
        return ()
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


@dataclass(frozen=True, slots=True)
class _Chain:
    """Verbs that stand together: start..end, and the body between a helper and them, with the helper."""

    start: int
    end: int
    helped: tuple[int, int] | None = None
    helper: str | None = None


def _in_clause(hidden: str, clause: Clause, before: Trigger | None) -> Iterator[Trigger]:
    """The triggers of one clause. before: the last of the clause before, whose list may go on behind the comma."""
    chains = [_Chain(*m.span()) for m in _chain().finditer(hidden, clause.start, clause.end)]
    carried = _CARRIED.match(hidden, clause.start, clause.end)
    if not chains and before is not None and carried is not None:
        at, end = carried.end(), clause.end
        yield replace(before, clause=clause, start=at, end=at, object_start=at, object_end=end, before=at)
        return
    main: list[_Chain] = []
    for chain in chains:
        chain = _past_welcome(hidden, clause, chain)
        if _no_act(hidden, clause, chain) or _in_a_name(hidden, clause, chain, bool(main)):
            continue
        chain = _without_name(hidden, clause, chain)
        if not main:
            main.append(chain)
            continue
        gap = hidden[main[-1].end : chain.start]
        if hidden[chain.end : chain.end + 1] == "的" and _ACTORS_ONLY.match(gap):
            # 落实A和B印发的《X》: 印发 has a subject of its own inside the object of 落实
            verbs = tuple(_verb().findall(hidden, chain.start, chain.end))
            yield Trigger(clause, chain.start, chain.end, verbs, chain.end + 1, clause.end, main[-1].end, relative=True)
        elif chain.end < clause.end:
            main.extend(_beside(hidden, main[-1], chain, gap))
    for index, chain in enumerate(main):
        left = main[index - 1].end if index else clause.start
        stop = main[index + 1].start if index + 1 < len(main) else clause.end
        yield _placed(hidden, clause, chain, left, stop)


def _no_act(hidden: str, clause: Clause, chain: _Chain) -> bool:
    """Whether the verb is a noun, tells the circumstances of another act, or what is only wished for or was ended."""
    if _NO_ACT.match(hidden, chain.end):
        return True
    agent = clause.context.agent
    own = agent is not None and agent.where == "clause"
    if not own and _HOPED.search(hidden, 0, chain.start):
        return True
    welcomed = hidden.startswith("并", chain.start - 1) and _WELCOMED.search(hidden, clause.start, chain.start)
    if (_WISHED.search(hidden, clause.start, chain.start) and not welcomed) or (
        _ENDED.search(hidden, clause.start, chain.start) and hidden.startswith("的", chain.end)
    ):
        return True
    amid = _AMID.search(hidden, max(clause.start - 1, 0), chain.start)
    return amid is not None and _AMID_END.search(hidden, chain.end, clause.end) is not None


def _past_welcome(hidden: str, clause: Clause, chain: _Chain) -> _Chain:
    """The chain without what others are welcome to do (欢迎各方参与并启动X)."""
    joint = hidden.rfind("并", chain.start, chain.end)
    if joint < 0 or not _WELCOMED.search(hidden, clause.start, chain.start):
        return chain
    return replace(chain, start=joint + 1)


@cache
def _issuing() -> frozenset[str]:
    return verb_group("issues") - verb_group("issues", "cautious")


def _without_name(hidden: str, clause: Clause, chain: _Chain) -> _Chain:
    """The chain without the last verb where that opens the name of what the others set going."""
    verbs = list(_verb().finditer(hidden, chain.start, chain.end))
    for before, last in pairwise(verbs):
        beside = _MANNER.fullmatch(hidden, before.end(), last.start())
        if before.group() in _issuing() and beside and opening_title().match(last.group()):
            if _TEXT.search(hidden, last.end(), clause.end):
                return replace(chain, end=before.end())  # 制定促进…的意见
            break
    if len(verbs) < 2 or verbs[-1].group() not in in_names() or verbs[-2].group() not in setting_off():
        return chain
    before, last = verbs[-2], verbs[-1]
    if before.end() != last.start() or not _BEGUN_NAME.match(hidden, last.end(), clause.end):
        return chain
    return replace(chain, end=before.end())


def _in_a_name(hidden: str, clause: Clause, chain: _Chain, later: bool) -> bool:
    """Whether a verb is part of a name (…建设行动, …认定工作). later: another verb stands before it in the clause."""
    led = hidden[clause.start : chain.start]
    if hidden[chain.start : chain.end].endswith(_NEVER_NOUNS):
        return False
    return _NOMINAL.match(hidden, chain.end) is not None and not led.endswith(_PARTING) and (later or _midway(led))


def _beside(hidden: str, last: _Chain, chain: _Chain, gap: str) -> Iterator[_Chain]:
    """The chain, where it stands beside the one before it rather than in its object."""
    helper = next(reversed(_verb().findall(hidden, last.start, last.end)), "")
    if helper == "依托" and _ACTOR_GAP.match(gap):
        yield chain  # with what it is done, not by whom
        return
    if helper in helpers() and _ACTOR_GAP.match(gap):
        yield _Chain(chain.start, chain.end, (last.end, chain.start), helper)
        return
    pivot = _PIVOT.search(gap) is not None  # 遴选出20家单位开展攻关: the object of one verb does the next
    joined = _JOINED.search(gap) is not None and hidden[chain.end] not in "工的"
    if pivot or joined or helper in telling():
        yield chain


def _placed(hidden: str, clause: Clause, chain: _Chain, left: int, stop: int) -> Trigger:
    """The chain with its object, which ends before `stop`."""
    after = _PARTICLES.match(hidden, chain.end, stop)
    begin = after.end() if after else chain.end
    end = begin + len(hidden[begin:stop].rstrip(" 、和及并与或\t").removesuffix("以及"))
    verbs = tuple(_verb().findall(hidden, chain.start, chain.end))
    relative = "的" in hidden[chain.end : begin]
    return Trigger(
        clause, chain.start, chain.end, verbs, begin, max(begin, end), left, chain.helped, chain.helper, relative
    )
