"""Counts of what the text itself names (三个方面, 这两次, 甲、乙两个市场), which tell how it is arranged."""

from __future__ import annotations

import re
from functools import cache

from ....schema.quantities import Quantity
from ....schema.vocabulary import alternation, vocabulary
from .words import words

_FEW = 20
"""A text names no more things one by one."""
_MANY = 100
"""More than these are no parts of a text even where 这 or 以下 points at them."""
_SET = 10
"""…大 heads of a set phrase: more than ten are a statistic."""
_LISTED = re.compile(
    r"(?:、[^、，。；：\s]{1,12}|[\u4e00-\u9fff“”）][和与及][^、，。；：和与及\s]{1,8}|、[^，。；：]{1,24}等)"
    r"(?<![的了着有])$"
)
"""What a numeral sums up: members joined by 、 or 和 right before it."""
_NUMERAL = re.compile(r"[一二三四五六七八九十两]")
_KINDS = (None, "个", "类", "种", "项", "条", "方面", "大类")
"""Units by which a text counts its own parts; 家, 名, 座 count what stands in the world."""
_ENDS = r"(?=[的等上中内来着，。；、：:”\s（(]|$)"
"""What follows a noun that is no part of a longer one."""
_AFTER_UNITS = re.compile(r"[\d元万亿%％个人岁级项家米年月日天户次]以[上下]$")


def counts_own_parts(text: str, start: int, end: int, quantity: Quantity, counted: bool) -> bool:
    """Whether a number counts parts or things that the text names itself.

    text: the sentence; start, end: the clause of the number. counted: whether its unit counts things.
    """
    if quantity.cmp != "eq" or quantity.high is not None or quantity.measure or quantity.value > _MANY:
        return False
    if not (counted or quantity.unit in _KINDS):
        return False
    before, after = text[start : quantity.start].rstrip(), text[quantity.end : end].lstrip()
    if _pointing().search(before) and not _AFTER_UNITS.search(before):
        return True
    if quantity.value > _FEW:
        return False
    if quantity.unit in ("类", "种") and text.startswith(("：", ":"), quantity.end):
        return True  # 主要包括两类：一类是…
    if quantity.unit == "方面" or (quantity.unit in (*_KINDS, "篇", "字", "件", "对") and _heads().match(after)):
        return True
    return _set_phrase(before, after, quantity)


def _set_phrase(before: str, after: str, quantity: Quantity) -> bool:
    """A few things that are named in front of their number (甲、乙两个关口) or known by it (三大产业).

    Not where the clause says that they are set up: then the number is news.
    """
    named = quantity.unit is None and after.startswith("大") and not after.startswith(("大型", "大规模"))
    listed = quantity.unit in _KINDS and quantity.unit is not None and bool(_LISTED.search(before))
    if quantity.value > _SET or not _NUMERAL.match(quantity.text) or not (named or listed):
        return False
    return not _set_up().search(before) and not _happens().search(after)


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(vocabulary('not_figures')['own_parts']['pointing'])})$")


@cache
def _heads() -> re.Pattern[str]:
    parts = vocabulary("not_figures")["own_parts"]
    return re.compile(rf"大?(?:(?:{alternation(parts['heads'])})|(?:{alternation(parts['heads_alone'])}){_ENDS})")


@cache
def _happens() -> re.Pattern[str]:
    return re.compile(alternation(vocabulary("not_figures")["own_parts"]["happens"]))


@cache
def _set_up() -> re.Pattern[str]:
    """Verbs of the flow and stock lists by which things come to be or are had, of two characters or more."""
    parts = vocabulary("not_figures")["own_parts"]
    flows = (w for w in words("flow", "stock") if len(w) > 1 and w not in parts["working_on"])
    return re.compile(alternation([*flows, *parts["sets_up"]]))
