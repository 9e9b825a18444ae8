"""The subjects of durations and ages: what lasts so long, or what has to be done within that time."""

from __future__ import annotations

import re

from .filters import is_duration
from .subject import Around, Subject, named, start_of

_BY = re.compile(r"(?:^|.*[，,])\s*(?P<what>[^，,]{2,20}?)(?:可|应|须)?按照?\s*$", re.DOTALL)
_WITHIN = re.compile(r"(?:(?P<who>[^，,。；]{2,24}?)(?:应当?|须|要|原则上|自|于|在)(?!治))?[^，,。；]{0,24}?[后起]\s*$")
_DUTY = re.compile(r"(?<!\s)\s*+[，,]\s*(?P<what>[^，,；;。]{3,24})")
_DUTY_HERE = re.compile(r"(?<!\s)\s*+(?P<what>[\u4e00-\u9fff]{2,16})(?=[，,；;。]|$)")
_REACHES = re.compile(r"\s*(?:可达|通达|直达|可到达|到达|可送达|送达)[^，,；;。、\d]{2,14}")
_TIMES = ("时间", "期", "期限", "时限", "周期")


def set_by(a: Around) -> Subject | None:
    """返还标准可按6个月的失业保险金确定: what is set by so much time."""
    stretch = a.text[a.slot.left : a.slot.quantity.start]
    by = _BY.match(stretch) if is_duration(a.slot.quantity) else None
    return named(by["what"], a.slot.left + by.start("what"), a.slot.quantity.end, a.left, False) if by else None


def lasting(a: Around) -> Subject | None:
    """3—12个月的就业见习: what lasts so long."""
    if not is_duration(a.slot.quantity) or not a.right.text or not a.after.startswith("的") or a.carried:
        return None
    name = a.right.text if a.right.text.endswith(_TIMES) else f"{a.right.text}时间"
    return named(name, start_of(a.left, a.slot.quantity.start), a.right.end, a.left, True)


def reaching(a: Around) -> Subject | None:
    """枢纽90分钟可达主要城市: what is reached in that time."""
    noun = a.left.noun
    reached = _REACHES.match(a.after) if is_duration(a.slot.quantity) and noun.text and not a.left.carrier else None
    if reached is None:
        return None
    end = a.slot.quantity.end + reached.end()
    return named(f"{noun.text}{reached.group().strip()}的时间", noun.start, end, a.left, True)


def within(a: Around) -> Subject | None:
    """医院应于目录更新后30天内，组织评估: what has to be done in that time."""
    quantity = a.slot.quantity
    if not is_duration(quantity) or quantity.cmp != "le":
        return None
    told = _WITHIN.match(a.text, a.slot.left, quantity.start)
    duty = (_DUTY_HERE if a.after.strip() else _DUTY).match(a.text, quantity.end) if told else None
    if told is None or duty is None:
        return None
    name = f"{told['who'] or ''}{duty['what']}的时限"
    return named(name, a.slot.left, duty.end(), a.left, False)
