"""What kind of number it is: new, total, share, growth, change, amount, rank, multiple or level."""

from __future__ import annotations

import re

from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from .words import words

_RATE_OF_GROWTH = re.compile(r"(?:增长率|增速|增幅|涨幅|降幅|增长)$")
_CUMULATIVE = re.compile(r"累计|总计|合计|共计|已达|总数|共有|现有")


def measure(quantity: Quantity, subject: str, verb: str | None, carrier: str | None, before: str) -> str:
    """The measure of a figure (GUIDE.md).

    verb: the verb that leads the noun; carrier: the verb between noun and number; before: the text of the clause
    and of the list that the number stands in, left of it.
    """
    if quantity.measure is not None:
        return quantity.measure
    unit = quantity.unit or ""
    changing = carrier in words("rise", "fall") or (not subject and verb in words("rise", "fall"))
    if unit in ("%", "‰", "％"):
        return "growth" if changing or _RATE_OF_GROWTH.search(subject) else "share"
    if unit.endswith("百分点"):
        return "change"
    if unit == "倍":
        return "multiple"
    if changing and (carrier or "") not in ("增加", "扩大", "增"):
        return "change"
    kinds = vocabulary("unit_kinds")
    if unit in kinds["level"] or "/" in unit:
        return "level"
    flow = verb in words("flow") or verb is not None and verb.startswith(("新", "再"))
    if unit in kinds["amount"]:
        return "amount"
    if unit in kinds["length"]:
        return "new" if flow else "amount"
    if _CUMULATIVE.search(before):
        return "total"
    if carrier in words("reach") and carrier not in ("超过", "超", "突破", "接近", "实现", "到", "在", "为"):
        return "total"
    if verb in words("stock"):
        return "total"
    return "new" if flow else "total"
