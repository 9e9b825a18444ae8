"""What kind of number it is: new, total, share, growth, change, amount, rank, multiple or level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from .subject import Subject
from .words import is_flow, listed

_PERCENT = ("%", "‰", "‱", "％")
_RATE_OF_GROWTH = re.compile(r"(?:增长率|增速|增幅|涨幅|降幅|增长)$")
_CUMULATIVE = re.compile(r"累计|总计|合计|共计|已达|总数|共有|现有")
_AS_OF = re.compile(r"截至|截止|累计")
_BY_NOW = re.compile(r"目前已|已经|至今|截至目前")
_NEWLY = re.compile(r"新增|新建|新开工|新设|新登记|新开|新签|(?:搬迁|脱贫|减贫|落户|招生|毕业)(?:人口|人数)")
_YEARLY_OUTPUT = re.compile(r"年产(?:能|量)?$")
_AGAINST = re.compile(r"[比较](?:去年|上年|前年|同期|\d{4}年|上期)")
"""比去年增加2000亿元."""
_FURTHER = re.compile(r"(?:再|又|进一步)[\u4e00-\u9fff]{1,3}$")
"""平均寿命再增加2岁: by how much a level changes."""
_PASSING = frozenset(
    {"超过", "超", "突破", "接近", "实现", "到", "在", "为", "不低于", "不少于", "不超过", "低于", "高于"}
)
"""Words that compare and do not say that the number is a stock."""
_BASED = re.compile(r"(?:年均|平均|全[国省市县])?每(?:\d[\d,.]*[万亿千百]?|[十百千万亿]{1,3})[人户名口个公平亩辆家]")
"""每百户, 每10万人: the base of a rate."""
_LEVEL = re.compile(r"(?:指数|密度|浓度|时间|时限|期限|周期|年龄|寿命|水平)$")
_OUTPUT = re.compile(r"(?:产量|产能|销量|吞吐量|发电量|用电量|运量|周转量|交易量|消费量|储量|容量|能力)$")


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a figure, the rule of this module that decided it, and the words that it went by; None: none."""

    kind: str
    rule: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A number and its subject, as the rules see them.

    clause: its clause left of the number; before: the same from the last ；, whose 累计 holds for list members too.
    """

    quantity: Quantity
    subject: Subject
    clause: str
    before: str

    @property
    def unit(self) -> str:
        """The unit, "" without one."""
        return self.quantity.unit or ""

    @property
    def changing(self) -> bool:
        """Whether a verb of rising or falling carries the number."""
        return listed(self.subject.carrier, "rise", "fall")

    @property
    def happening(self) -> str | None:
        """The words that say that it happened in the period: the verb, or 新… in the subject; None without any."""
        newly = _NEWLY.search(self.subject.name)
        return self.subject.verb if is_flow(self.subject.verb) else newly.group() if newly else None

    @property
    def together(self) -> str | None:
        """The words that say that it has come together until now (累计, 目前已); None without any."""
        near = self.clause if self.subject.counted_right and self.happening else self.before
        found = _CUMULATIVE.search(near) or _BY_NOW.search(self.clause)
        return found.group() if found else None


Found = tuple[str, str | None] | None
"""A measure with the words that decided it, or None: another rule has to."""


def measure(quantity: Quantity, subject: Subject, clause: str, before: str) -> Measured:
    """The measure of a figure, by the first rule that knows one; clause, before: as in `Asked`."""
    asked = Asked(quantity, subject, clause, before)
    for rule in _RULES:
        found = rule(asked)
        if found is not None:
            return Measured(found[0], f"measures.{rule.__name__.lstrip('_')}", found[1])
    return Measured("total", "measures.counted", None)


def _form(a: Asked) -> Found:
    """第12位, 翻番: the form of the number says it."""
    return (a.quantity.measure, a.quantity.text) if a.quantity.measure is not None else None


def _growth(a: Asked) -> Found:
    """A rate of growth: 增长6.5%, 增速为6.5%; by a noun that points back: 经济增速…，预期目标6%以上."""
    if a.unit not in _PERCENT:
        return None
    if a.changing:
        return "growth", a.subject.carrier
    rates = map(_RATE_OF_GROWTH.search, (a.subject.name, a.subject.pointer or ""))
    rate = next(filter(None, rates), None)
    return ("growth", rate.group()) if rate else None


def _share(a: Asked) -> Found:
    """占比达到65%: every other percentage."""
    return ("share", a.unit) if a.unit in _PERCENT else None


def _points(a: Asked) -> Found:
    """提高8个百分点."""
    return ("change", a.unit) if a.unit.endswith("百分点") else None


def _times(a: Asked) -> Found:
    """是2015年的3倍."""
    return ("multiple", a.unit) if a.unit == "倍" else None


def _change(a: Asked) -> Found:
    """办理事项减少20项, 比上年增加20亿元: by how much it changed; what grows by so many (增加300万户) came new."""
    compared = _AGAINST.search(a.clause)
    further = a.changing and _FURTHER.search(a.clause) and a.unit in vocabulary("unit_kinds")["level"]
    said = further or (a.changing and (compared or (a.subject.carrier or "") not in ("增加", "扩大", "增")))
    return ("change", a.subject.carrier) if said else None


def _yearly_output(a: Asked) -> Found:
    """年产100万吨."""
    yearly = _YEARLY_OUTPUT.search(a.before)
    return ("amount", yearly.group()) if yearly else None


def _output(a: Asked) -> Found:
    """粮食产量达到6亿吨: an amount by its name, unless it is counted."""
    named = _OUTPUT.search(a.subject.name)
    return ("amount", named.group()) if named and a.unit not in vocabulary("unit_kinds")["counters"] else None


def _for_each(a: Asked) -> Found:
    """每千人口床位数达到7张: how many fall to so many."""
    based = _BASED.match(a.subject.name)
    return ("level", based.group()) if based else None


def _level(a: Asked) -> Found:
    """压缩至3个工作日, 30微克/立方米, 创新指数达到66: how high something stands, by its unit or its name."""
    if a.unit in vocabulary("unit_kinds")["level"] or "/" in a.unit:
        return "level", a.unit
    named = _LEVEL.search(a.subject.name)
    return ("level", named.group()) if named else None


def _built(a: Asked) -> Found:
    """新建铁路500公里, 累计建成铁路500公里: a length that was built, in the period or until now."""
    if a.unit not in vocabulary("unit_kinds")["length"]:
        return None
    return ("total", a.together) if a.together else _happened(a)


def _length(a: Asked) -> Found:
    """公路里程达到6000公里: every other length."""
    return ("amount", a.unit) if a.unit in vocabulary("unit_kinds")["length"] else None


def _amount(a: Asked) -> Found:
    """投资12亿元: money, weight, area."""
    return ("amount", a.unit) if a.unit in vocabulary("unit_kinds")["amount"] else None


def _cumulative(a: Asked) -> Found:
    """累计建成20个."""
    return ("total", a.together) if a.together else None


def _how_often(a: Asked) -> Found:
    """开展检查300次: how often something was done, by the unit or the name."""
    if a.unit in vocabulary("unit_kinds")["happenings"]:
        return "new", a.unit
    return ("new", "次数") if a.subject.name.endswith("次数") else None


def _reached(a: Asked) -> Found:
    """总数达到20家; not after a word that only compares."""
    reached = listed(a.subject.carrier, "reach") and a.subject.carrier not in _PASSING
    return ("total", a.subject.carrier) if reached else None


def _stock(a: Asked) -> Found:
    """拥有20个, 截至10月底…20家: a stock by its verb or its date."""
    if listed(a.subject.verb, "stock"):
        return "total", a.subject.verb
    by_date = _AS_OF.search(a.before) if a.subject.carrier is None and not a.subject.counted_right else None
    return ("total", by_date.group()) if by_date else None


def _happened(a: Asked) -> Found:
    """新建20个, 认定20家: what happened in the period."""
    return ("new", a.happening) if a.happening else None


_RULES = (
    _form, _growth, _share, _points, _times, _change, _yearly_output, _output, _for_each, _level, _built, _length,
    _amount, _cumulative, _how_often, _reached, _stock, _happened,
)  # fmt: skip
"""In this order: the first that knows the measure has decided it. What no rule knows is a number of things, a total."""
