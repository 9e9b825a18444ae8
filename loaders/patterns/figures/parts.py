"""The subjects of shares: what holds for a part, and what a part is of."""

from __future__ import annotations

import re

from ...context.context import ScopedSentence
from .naming import tidy
from .slots import Slot
from .subject import Around, Subject, named, start_of
from .words import listed, one_of

_RATES = ("率", "比例", "比重", "增速", "增长", "增幅", "涨幅", "目标")
"""Ends of nouns that are rates themselves."""
_PART_OF = re.compile(r"占(?!比)(?P<whole>[^，,占]{1,20}?)(?:的?(?:比重|比例)|的)?$")
"""产量占全国的12%: a part of a whole."""
_COMPLETED = re.compile(
    r"^(?:超额|提前|已|共|累计|均)?(?:完成|达到|为|是)?(?P<plan>(?:全年|年度|年初|预期|全部|计划|五年|规划)的?(?:计划|目标任务|目标|任务|预算))的?$"
)
"""完成年度计划的107.5%: how much of what was planned has been done."""
_OVER = re.compile(r"(?:占|达到|达|为)?(?P<whole>[^\d，,的]{2,12}?)(?<!水平)(?<!同期)(?<!均值)的 ?$")
"""不得超过货款的 before 20%: the whole that a comparator holds the share against."""
_HELD = "控制(?![面器线])|掌控"
_SHOWN = re.compile(r"^[^，,]{0,12}(?:显示|表明)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
GOAL = re.compile(
    r"(?:的?(?:预期目标|目标|任务|要求|政策|优惠|预期|标准|水平|红线|底线))(?:任务|要求)?(?:$|[的基顺如提])"
)
"""三分之一目标: what stands after the number calls it a target and is not what is measured."""


def share_of(a: Around) -> Subject | None:
    """70%的企业实现数字化: a share by what holds for it."""
    if a.slot.quantity.unit != "%" or not a.right.text or a.carried or a.left.noun.text:
        return None
    if GOAL.search(a.right.text):
        return None  # 低于13%左右的预期目标
    start = a.slot.quantity.start
    inside = a.slot.left if a.text[a.slot.left] == "在" else start
    name = _share(a.sentence, a.slot)
    return Subject(name, min(inside, start), a.slot.right, a.left.verb, a.left.carrier, True)


def share_among(a: Around) -> Subject | None:
    """建成区20%面积达到要求, 防洪能力约有20%未达标: the share of a whole for which something holds."""
    whole, holds = a.left.noun.text, tidy(a.after)
    if a.slot.quantity.unit != "%" or not whole or a.left.carrier not in (None, "有") or a.left.verb is not None:
        return None
    if not a.right.text or a.slot.modifies or not _HAN.match(a.after) or a.after.startswith(("的", "以上的", "左右的")):
        return None
    if GOAL.match(a.right.text):
        return None
    whole = _SHOWN.sub("", whole)
    name = f"{whole}{holds}" if holds.endswith(_RATES) else f"{whole}{holds}的比例"
    return named(name, start_of(a.left, a.left.noun.start), a.slot.right, a.left, True)


def area(a: Around) -> Subject | None:
    """控制了该国90%以上的地区, 覆盖灌区近40%的面积: a part of a place, by whose it is."""
    if a.slot.quantity.unit != "%" or not a.slot.modifies or not listed(a.right.text, "areas"):
        return None
    before = a.text[a.slot.left : a.slot.quantity.start].rstrip("的 ")
    place = next((n for n in a.sentence.read.names if n.type == "Region" and n.end == a.slot.left + len(before)), None)
    held = re.search(f".*(?:{_HELD}|{one_of('flow', 'stock').pattern})了?", before)
    whole = place.text if place else before[held.end() :] if held else a.left.noun.text
    return named(whole + a.right.text, start_of(a.left, a.left.noun.start), a.right.end, a.left, True)


def completed(a: Around) -> Subject | None:
    """新增就业4万人，完成年度计划的107%: the share of the plan that the number before is."""
    quantity = a.slot.quantity
    if quantity.unit not in ("%", "倍") or a.before is None:
        return None
    planned = _COMPLETED.match(a.left.noun.text)
    if planned is None or (a.left.verb is None and a.left.carrier is None):
        return None
    name = a.before.name if quantity.unit == "倍" else f"{a.before.name}占{planned['plan']}的比重"
    return named(name, start_of(a.left, a.left.noun.start), quantity.end, a.left, False)


def part(a: Around) -> Subject | None:
    """产量占全国的12%, 定金不得超过货款的20%: a part of a whole."""
    quantity = a.slot.quantity
    if quantity.unit not in ("%", "‰", "‱"):
        return None
    behind = quantity.start + len(quantity.cmp_text or "")
    compared = _OVER.match(a.text[behind : quantity.number_start]) if quantity.cmp_text else None
    found = None if compared else _PART_OF.search(a.left.noun.text)
    if found is None and compared is None:
        return None
    thing = (a.left.noun.text[: found.start()] if found else a.left.noun.text) or (a.before.name if a.before else "")
    whole = found["whole"] if found else compared["whole"] if compared else ""
    name = f"{thing}占{whole}的比重" if thing else f"占{whole}的比重"
    return named(name, start_of(a.left, a.left.noun.start), a.slot.quantity.end, a.left, False)


def _share(sentence: ScopedSentence, slot: Slot) -> str:
    """A share by what holds for it: 70%的企业实现数字化 measures 企业实现数字化的比例.

    在80%的专项中设立项目 measures 设立项目的专项比例.
    """
    text = tidy(sentence.read.text[slot.quantity.end : slot.right])
    inside = re.match(r"(?P<of>[^，,]{2,20}?)中(?P<what>[^心国].{2,})", text)
    if inside and sentence.read.text[slot.left : slot.quantity.start].rstrip().endswith("在"):
        return f"{inside['what']}的{inside['of']}比例"
    return text if text.endswith(_RATES) else f"{text}的比例"
