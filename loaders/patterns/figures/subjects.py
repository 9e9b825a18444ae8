"""What a number counts or measures, with elided heads restored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...context.context import ScopedSentence
from .phrases import Left, Phrase, left_of, right_of
from .slots import Slot
from .words import one_of, words

_DROP = re.compile(r"^(?:其中|其|全国|全省|全市|全县|全区|我国|我省|我市|本市|本省|全社会各类|各类|共|新)(?=.{2})")
_SPACES = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_ENDS_LIST = re.compile(r"等(?:方面|领域|单位|企业|机构)?$")
_POINTS_BACK = re.compile(r"^(?:数量|总数|总量|规模|增长率|增速|增幅|占比|同比|比重|平均|名义|实际)*$")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a figure and the words around it; offsets of what the quote must hold."""

    name: str
    start: int
    end: int
    verb: str | None
    carrier: str | None
    counted_right: bool


def subject_of(sentence: ScopedSentence, slot: Slot, before: Subject | None) -> Subject | None:
    """The subject of the number in a slot; `before` is the one of the number before it in the sentence.

    None where nothing in the sentence can be what is counted.
    """
    left, right = left_of(sentence, slot), right_of(sentence, slot)
    text, quantity = sentence.read.text, slot.quantity
    carried = left.carrier is not None and bool(left.noun.text)
    if quantity.unit == "%" and right.text and re.match(r"\s*的", text[quantity.end : slot.right]):
        share = text[right.start : slot.right]
        return Subject(_share(share), quantity.start, slot.right, left.verb, left.carrier, True)
    becomes = one_of("becomes").search(text, right.end, slot.right) if right.text else one_of("becomes").match(text, quantity.end, slot.right)
    if becomes and becomes.end() < slot.right and not carried:
        name = text[becomes.end() : slot.right]
        return _made(name, min(left.verb_start if left.verb_start >= 0 else quantity.start, quantity.start), slot.right, left, True)
    if right.text and not carried and not slot.modifies:
        return _made(_with_list(left, right, text), _start(left, quantity.start), right.end, left, True, before)
    if left.noun.text and not _POINTS_BACK.match(left.noun.text):
        return _made(_distributed(sentence, slot, left) or left.noun.text, _start(left, left.noun.start), quantity.end, left, False, before)
    if slot.modifies and right.text:
        return _made(right.text, quantity.start, right.end, left, True)
    if before is not None:
        return Subject(before.name, left.verb_start if left.verb_start >= 0 else slot.left, quantity.end, left.verb or before.verb, left.carrier, False)
    return _from_clause_before(sentence, slot, left)


def _start(left: Left, otherwise: int) -> int:
    return left.verb_start if 0 <= left.verb_start else min(otherwise, left.noun.start) if left.noun.text else otherwise


def _made(name: str, start: int, end: int, left: Left, counted_right: bool, before: Subject | None = None) -> Subject | None:
    name = tidy(name)
    if before is not None:
        name = restored(name, before.name)
    verb = left.verb or (before.verb if before is not None and left.carrier is None else None)
    return Subject(name, start, end, verb, left.carrier, counted_right) if name else None


def tidy(name: str) -> str:
    """A subject without spaces beside Chinese characters, leading pointers, and the 的 at its ends."""
    name = _SPACES.sub("", name).strip("，,。；;：:、的 \t")
    for _ in range(3):
        name = _DROP.sub("", name)
    return name.strip("的和与及了过出")


def restored(name: str, before: str) -> str:
    """An elided head or modifier put back from the subject before it in a list.

    省级 after 国家级服务标准化试点 gives 省级服务标准化试点; 示范项目 after 服务型制造示范企业 gives 服务型制造示范项目.
    """
    levels = sorted(words("levels"), key=len, reverse=True)
    if name in levels:
        level = next((v for v in levels if before.startswith(v)), "")
        return name + before[len(level) :]
    if len(name) <= 6 and len(before) > len(name):
        for size in (4, 3, 2):
            at = before.find(name[:size])
            if at > 1 and before[:at] not in name and not name.startswith(tuple(levels)):
                return before[:at] + name
    return name


def _share(text: str) -> str:
    """70%的规模以上企业基本实现数字化 measures 规模以上企业基本实现数字化的比例."""
    text = tidy(text)
    return text if text.endswith(("率", "比例", "比重")) else f"{text}的比例"


def _with_list(left: Left, right: Phrase, text: str) -> str:
    """The counted noun; for 推动重点装备、消费品等10个领域质量提升 the list stays out of the name."""
    if left.noun.text and not _ENDS_LIST.search(left.noun.text) and "、" not in left.noun.text and text[left.noun.end : left.noun.end + 1] == "的":
        return f"{left.noun.text}的{right.text}"
    return right.text


def _distributed(sentence: ScopedSentence, slot: Slot, left: Left) -> str | None:
    """A、B分别下降5.6%和4%: the member of the list that this number belongs to."""
    text = sentence.read.text
    at = text.rfind("分别", slot.clause.start, slot.quantity.start)
    if at < 0:
        return None
    first = next((q.start for q in sentence.read.quantities if q.start > at), None)
    position = sum(1 for q in sentence.read.quantities if first is not None and first <= q.start < slot.quantity.start)
    members = re.split(r"[、，]|和|与|以及", tidy(text[slot.clause.start : at]))
    members = [m for m in members if m]
    if position >= len(members) or len(members) < 2:
        return None
    head = next((h for h in words("shared_heads") if members[-1].endswith(h)), "")
    member = members[position]
    return member if member.endswith(head) else member + head


def _from_clause_before(sentence: ScopedSentence, slot: Slot, left: Left) -> Subject | None:
    """新增11家 after a clause that ends in its noun (共建联合创新中心，新增11家)."""
    index = sentence.clauses.index(slot.clause)
    if index == 0:
        return None
    before = sentence.clauses[index - 1]
    text = sentence.read.text
    names = [n for n in sentence.read.names if before.start <= n.start < before.end and n.type not in ("Agency", "Region", "Person")]
    if names:
        return Subject(names[-1].canonical, before.start, slot.quantity.end, left.verb, left.carrier, False)
    stretch = text[before.start : before.end]
    match = None
    for match in one_of("flow", "stock").finditer(stretch):
        pass
    name = tidy(stretch[match.end() :] if match else stretch)
    return Subject(name, before.start, slot.quantity.end, left.verb, left.carrier, False) if 2 <= len(name) <= 30 else None
