"""分别: as many numbers as there are things in a list, each for its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ...context.context import ScopedSentence
from ...language.reading import Name
from .phrases import SUMMED_UP
from .slots import Slot
from .words import listed, one_of, words

_JOIN = re.compile(r"[、，]|和|与|以及")
_SUMMED = re.compile("[二两三四五六七八九十]大(?:指标|行业|领域|产业)$")
"""造船完工量、新接订单量和手持订单量三大指标: what sums up the list."""
_SECTORS = re.compile("第([一二三])、(?:第)?([一二三])(?:、|和)(?:第)?([一二三])产业")
"""第一、二、三产业增加值分别…"""
_LEADS = re.compile(r"(?:力争|争取|预计|计划|确保|努力|全市|全省|全国|其中|我市|我省|到|至|[、和与及，, ]){0,4}+")
_APIECE = re.compile("(?:人均|户均|亩均|日均|平均).{2,12}$")
"""医保和卫生服务经费人均补助标准: a rate that all members share."""
_AGAIN = re.compile(
    r"[，, ]{0,2}(?:总量|总数|分别)?(?:已|将|累计|均){0,2}"
    r"(?:达到|达|增至|增加到|提高到|升至|上升到|降至|下降到|减少到|突破|超过|为)"
)
"""What opens a clause that goes on with the same list."""
_BESIDE = re.compile(r" ?(?:、|和|与|及|以及) ?")
_ENDED = re.compile(r"[以之]?[上下内]?左?右?[，。；, ]{0,2}")
_BEFORE_VERB = re.compile(r"(?:年均|均|要|将|约|已){0,8}+$")

_MEASURES = ("量", "额", "率", "值", "数")
"""Characters that end the name of a measure of three characters (发电量, 出口额)."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one number under 分别 is for: name, the offset where the list begins, the verb that stands after 分别."""

    name: str
    start: int
    verb: str | None


def distributed(sentence: ScopedSentence, slot: Slot) -> Share | None:
    """The member of the list that a number under 分别 belongs to; None without such a list.

    A、B产量分别下降3%和2% gives A产量 and B产量; 分别新增省级、市级工厂12家和40家 gives 省级工厂 and 市级工厂.
    """
    text, numbers = sentence.read.text, sentence.read.quantities
    at = text.rfind("分别", slot.clause.start, slot.quantity.start)
    if at < 0:
        return _carried(sentence, slot)
    first = next((q.start for q in numbers if q.start > at), None)
    if first is None or any(slot.clause.start <= q.start < at for q in numbers):
        return None
    position = sum(1 for q in numbers if first <= q.start < slot.quantity.start)
    start, end = _before(sentence, slot.clause.start, at)
    members, verb = _members(text[start:end]), None
    if (placed := _placed(sentence, start, end)) is not None:
        return Share(placed.head, start, None) if placed.head else None  # whose it is stands in the region
    own = sum(1 for q in numbers if first <= q.start < slot.clause.end)
    if len(members) < 2 and not text[start:end].strip("，, 同环比年均约到至"):
        members = _list_before(sentence, at, own)
    if len(members) < 2:
        verb = one_of("flow", "stock", "reach", "rise", "fall").match(text, at + 2, first)
        start, end = verb.end() if verb else at + 2, first
        members = _members(text[start:end])
    if position >= len(members) or len(members) < 2:
        return None
    action = verb.group() if verb and listed(verb.group(), "flow", "stock") else None
    return Share(_with_head(members[position], members[-1]), start, action)


def _carried(sentence: ScopedSentence, slot: Slot) -> Share | None:
    """分别增长5%和6%，达到3万元和2万元: the clause behind 分别 gives the members of the list a second number each."""
    text, numbers = sentence.read.text, sentence.read.quantities
    own = [q for q in numbers if slot.clause.start <= q.start < slot.clause.end]
    number = sentence.clauses.index(slot.clause) if slot.clause in sentence.clauses else 0
    if number == 0 or len(own) < 2 or not _AGAIN.fullmatch(text, slot.clause.start, own[0].start):
        return None
    if any(not _BESIDE.fullmatch(text, a.end, b.start) for a, b in pairwise(own)):
        return None
    if _ENDED.fullmatch(text, own[-1].end, slot.clause.end) is None:
        return None
    before = sentence.clauses[number - 1]
    at = text.rfind("分别", before.start, before.end)
    told = [q for q in numbers if at < q.start < before.end]
    if at < 0 or len(told) != len(own):
        return None
    members = _list_before(sentence, at + 2, len(own))
    if len(members) != len(own):
        return None
    position = next(n for n, q in enumerate(own) if q.start == slot.quantity.start)
    return Share(_with_head(members[position], members[-1]), slot.quantity.start, None)


def region_under(sentence: ScopedSentence, slot: Slot) -> Name | None:
    """The region that 分别 gives a number (甲市、乙市分别建设园区3个、2个); None without as many regions as numbers."""
    text, numbers = sentence.read.text, sentence.read.quantities
    at = text.rfind("分别", slot.clause.start, slot.quantity.start)
    if at < 0:
        return None
    placed = _placed(sentence, *_before(sentence, slot.clause.start, at))
    own = [q.start for q in numbers if at < q.start < slot.clause.end]
    if placed is None or len(own) != len(placed.regions) or slot.quantity.start not in own:
        return None
    return placed.regions[own.index(slot.quantity.start)]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A list of regions before 分别, and what of theirs is measured (甲省、乙省粮食产量); "" where it stands later."""

    regions: tuple[Name, ...]
    head: str


def _placed(sentence: ScopedSentence, start: int, end: int) -> _Placed | None:
    text, found = sentence.read.text, list[Name]()
    for name in sorted((n for n in sentence.read.names if start <= n.start and n.end <= end), key=lambda n: n.start):
        if name.type != "Region":
            break
        joined = _JOIN.fullmatch(text, found[-1].end, name.start) if found else not text[start : name.start].strip()
        if not joined:
            break
        found.append(name)
    if len(found) < 2:
        return None
    behind = SUMMED_UP.sub("", text[found[-1].end : end]).strip("的 ")
    return None if _JOIN.search(behind) else _Placed(tuple(found), behind)


def _list_before(sentence: ScopedSentence, at: int, own: int) -> list[str]:
    """…分别达到35家和210家，同比分别增长25%和18%: the list before, of as many members as there are numbers here."""
    text = sentence.read.text
    while (at := text.rfind("分别", 0, at)) >= 0:
        start, end = _before(sentence, sentence.clause_at(at).start, at)
        if len(shared := _members(text[start:end])) == own > 1:
            return shared
    return []


def _before(sentence: ScopedSentence, start: int, at: int) -> tuple[int, int]:
    """The stretch before 分别 without the period it opens with and the one that it compares with."""
    text, end = sentence.read.text, at
    for period in sorted(sentence.read.periods, key=lambda p: p.start):
        if period.end > start and period.end <= at and (
            period.start <= start + 1 or _LEADS.fullmatch(text, start, period.start)
        ):
            start = period.end
        elif period.kind == "base" and start < period.start < end:
            end = period.start
    return start, start + len(_BEFORE_VERB.sub("", text[start:end]))


def _members(stretch: str) -> list[str]:
    whole = _SECTORS.sub(r"第\1产业、第\2产业、第\3产业", _SUMMED.sub("", stretch))
    return [m.strip("的 ") for m in _JOIN.split(whole) if m.strip("的 ")]


def _with_head(member: str, last: str) -> str:
    """A member with the head that only the last one carries (二氧化硫、氮氧化物排放量; 省级、市级工厂)."""
    if listed(member, "levels"):
        level = next((v for v in words("levels") if last.startswith(v)), "")
        return member + last[len(level) :]
    if member.endswith(words("indicators")):
        return member
    if listed(member, "parts") and (part := next((p for p in words("parts") if last.startswith(p)), None)):
        return member + last[len(part) :]  # 城镇和农村居民人均可支配收入
    head = next((h for h in words("shared_heads", "owned") if last.endswith(h)), "")
    if not head and (apiece := _APIECE.search(last)) and apiece.start() > 1:
        head = apiece.group()
    if not head and len(last) > 4 and last.endswith(_MEASURES):
        head = last[-3:]  # 水电、风电、太阳能发电量
    return member if member.endswith(head) else member + head
