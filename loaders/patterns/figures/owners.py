"""Whose a measure is that names no owner: 全长, 产量, 总投资."""

from __future__ import annotations

import re

from ...context.context import ScopedSentence
from .naming import tidy
from .predicates import without_manner
from .slots import Slot
from .subject import Subject
from .words import listed, one_of, words

_LONGEST = 20
"""Characters of an owner; more is a clause and no name."""
_OPENS = re.compile(
    r"^(?:[一二三四五六七八九十]+是|其中|目前|当前|今天|近日|日前|截至[^，,]*|据[^，,]*|记者[^，,]*"
    r"|[（(][^（）()]*[)）]|\d+[.、．])"
)
"""What a clause opens with that is no part of its subject."""
_OPENING_TIME = re.compile(r"^(?:(?:19|20)\d\d年(?:度|底|末)?|今年|去年|\d{1,2}月份?|全国)+(?:我国|全国)?")
_WHEN = re.compile(
    r"(?<=.{2})(?:在[^，,在]{2,8}|在?(?:今年|去年|(?:19|20)\d\d年)?(?:\d{1,2}月份?)?(?:\d{1,2}日)?"
    r"|近日|连续|日前|今天|正式|全线|成功)$"
)
"""When, at the ends of a stretch (工业机器人在4月份)."""
_COMPARING = re.compile("同比|环比|[比较][^，,]{1,8}$|分别|累计|年均")
"""What stands before the verb of a clause that only says more (同比增长3%)."""
_NOT_OWNER = re.compile(
    r"^(?:[这该其此它他她我你]|在|从|随着|通过|为了?|按照|根据|以|由于|虽然|如果|不断|同时|不仅|而且|并|但)|[。，；：]"
)


def owner_of(sentence: ScopedSentence, slot: Slot, noun: int, before: Subject | None) -> str | None:
    """The owner: that of the measure before it in the clause or the sentence, or what the nearest clause before speaks
    of; None where none of them tells one. noun: where the measure's name begins."""
    text = sentence.read.text
    if noun - slot.clause.start > 2 and text[noun - 1] == "、" and slot.number == 0:
        left = _spoken_of(sentence, slot.clause.start, noun - 1)
        return _without_measure(left) if left else None  # 粮食播种面积保持稳定、产量达到…
    index = sentence.clauses.index(slot.clause)
    near = sentence.clauses[max(0, index - 1)].start
    while index > 1 and _goes_on(text[near : slot.clause.start]):
        index -= 1
        near = sentence.clauses[index - 1].start  # …销售500件，同比增长3%；销售额…
    beside = any(near <= q.start and q.end <= slot.left for q in sentence.read.quantities)
    if before is not None and beside and text.startswith(words("shares"), noun):
        return before.name  # 工业增加值3万亿元，增长5%，占比…
    if before is not None and beside and before.name[-2:] in text[near : slot.quantity.start]:
        return _without_measure(before.name)
    went_on = index != sentence.clauses.index(slot.clause)
    if index == 0 or went_on or any(near <= q.start < slot.clause.start for q in sentence.read.quantities):
        return None
    return _spoken_of(sentence, near, sentence.clauses[index - 1].end)


def _goes_on(said: str) -> bool:
    """Whether a clause only says more of the measure before it (，同比增长3%；)."""
    changed = one_of("rise", "fall").search(said)
    return changed is not None and not _COMPARING.sub("", said[: changed.start()]).strip()


def bare(measure: str) -> str:
    """A measure without the noun that only points at its owner (投资总额 of 项目投资总额)."""
    pointer = next((w for w in words("pointed") if measure.startswith(w)), "")
    return measure.removeprefix(pointer)


def points_at(measure: str, owner: str) -> bool:
    """Whether an owner can be what the measure's own noun points at (项目投资总额: an owner that is a 项目)."""
    pointer = measure.removesuffix(bare(measure))
    return not pointer or pointer in owner


def with_owner(owner: str, measure: str) -> str:
    """Both in one name; a part that both hold stands once (认购总额, 认购倍数)."""
    shared = next((n for n in range(min(len(owner), len(measure)), 1, -1) if owner.endswith(measure[:n])), 0)
    return owner + measure[shared:]


def _without_measure(name: str) -> str | None:
    """The owner in the name of a measure (冬小麦 in 冬小麦面积), the whole name where it counts things."""
    for measure in words("owned"):
        if name.endswith(measure):
            rest = name.removesuffix(measure)
            return rest if len(rest) >= 2 else None
    measure = next((m for m in words("indicators") if len(m) > 1 and name.endswith(m)), "")
    rest = name.removesuffix(measure)
    return rest if len(rest) >= 2 else None


def _spoken_of(sentence: ScopedSentence, start: int, end: int) -> str | None:
    """What a clause speaks of: what it says something of (大桥今天通车), else what is done in it (建成大桥)."""
    text = sentence.read.text
    while opens := _OPENS.match(text[start:end]):
        start += opens.end()
    names = [n for n in sentence.read.names if start <= n.start < end and n.type not in ("Agency", "Region", "Person")]
    if names:
        return names[0].canonical
    stretch = text[start:end]
    done = one_of("flow", "stock").match(stretch)
    if done:
        said = stretch[done.end() :].lstrip("了")
    else:
        verb = one_of("owns", "comes_about").search(stretch, 2)
        said = stretch[: verb.start()] if verb else ""
    name = without_manner(tidy(_WHEN.sub("", _OPENING_TIME.sub("", said))))
    name = (_without_measure(name) or name) if name.endswith(words("owned")) else name
    fits = 2 <= len(name) <= _LONGEST and not _NOT_OWNER.search(name) and not listed(name, "adverbs")
    return name if fits else None
