"""What kind of number it is: new, total, share, growth, change, amount, rank, multiple or level."""

from __future__ import annotations

import re

from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from .subjects import Subject
from .words import is_flow, listed

_RATE_OF_GROWTH = re.compile(r"(?:增长率|增速|增幅|涨幅|降幅|增长)$")
_CUMULATIVE = re.compile(r"累计|总计|合计|共计|已达|总数|共有|现有")
_AS_OF = re.compile(r"截至|截止|累计")
_BY_NOW = re.compile(r"目前已|已经|至今|截至目前")
_NEWLY = re.compile(r"新增|新建|新开工|新设|新登记|新开|新签|(?:搬迁|脱贫|减贫|落户|招生|毕业)(?:人口|人数)")
_YEARLY_OUTPUT = re.compile(r"年产(?:能|量)?$")
_PASSING = frozenset({"超过", "超", "突破", "接近", "实现", "到", "在", "为"})
"""Words that compare and do not say that the number is a stock."""
_LEVEL = re.compile(r"(?:指数|密度|浓度|时间|时限|期限|周期|年龄|寿命|水平)$")
_OUTPUT = re.compile(r"(?:产量|产能|销量|吞吐量|发电量|用电量|运量|周转量|交易量|消费量|储量|容量|能力)$")


def _grows(subject: Subject) -> bool:
    """True for the name of a rate of growth, or a noun that points back to one (经济增速…，预期目标6%以上)."""
    return any(_RATE_OF_GROWTH.search(name) for name in (subject.name, subject.pointer or ""))


def measure(quantity: Quantity, subject: Subject, clause: str, before: str) -> str:
    """The measure of a figure (GUIDE.md).

    clause: its clause left of the number; before: the same from the last ；, whose 累计 holds for list members too.
    """
    verb, carrier = subject.verb, subject.carrier
    if quantity.measure is not None:
        return quantity.measure
    unit = quantity.unit or ""
    changing = listed(carrier, "rise", "fall")
    if unit in ("%", "‰", "％"):
        return "growth" if changing or _grows(subject) else "share"
    if unit.endswith("百分点"):
        return "change"
    if unit == "倍":
        return "multiple"
    if changing and (carrier or "") not in ("增加", "扩大", "增"):
        return "change"
    kinds = vocabulary("unit_kinds")
    if _YEARLY_OUTPUT.search(before):
        return "amount"
    if _OUTPUT.search(subject.name) and unit not in kinds["counters"]:
        return "amount"
    if unit in kinds["level"] or "/" in unit or _LEVEL.search(subject.name):
        return "level"
    flow = is_flow(subject.verb) or _NEWLY.search(subject.name)
    cumulative = _CUMULATIVE.search(clause if subject.counted_right and flow else before) or _BY_NOW.search(clause)
    if unit in kinds["length"]:
        return "total" if cumulative else "new" if flow else "amount"
    if unit in kinds["amount"]:
        return "amount"
    if cumulative:
        return "total"
    if unit in kinds["happenings"] or subject.name.endswith("次数"):
        return "new"
    if listed(carrier, "reach") and carrier not in _PASSING:
        return "total"
    if listed(verb, "stock") or (carrier is None and not subject.counted_right and _AS_OF.search(before)):
        return "total"
    return "new" if flow else "total"
