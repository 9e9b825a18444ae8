"""The noun left of a number as what it measures: 增加值增长6.7%."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ....schema.quantities import Quantity
from ....schema.vocabulary import alternation, vocabulary
from ...context.context import ScopedSentence
from .changes import role
from .naming import plain, tidy
from .phrase import Phrase
from .phrases import right_of
from .slots import Slot
from .subject import Around, Subject, named, start_of
from .words import is_flow, listed, one_of, words

_COMPARED = re.compile(r"\s*[比较](?:去年|上年|前年|上期|(?:19|20)?\d\d年)的?[^，,]{0,12}$")
"""比去年预算低0.4个百分点: what stands before the number is compared with."""
_AGAINST = re.compile(
    r"(?:比|较)(?:全国|全省|全市|世界|全球|同期|行业|预期)?(?:平均)?(?:水平|增速|均值)$"
    r"|(?:[高低快慢好优]于)[^，,]{2,16}$"
)
"""比全国平均水平高出1.5个百分点, 增速高于全国工业2.3个百分点."""
_GRANTED = re.compile(r"(?P<who>.{2,}?财政)(?:拟|将|已|共|累计)*(?P<verb>安排|拨付|下达|投入)(?:资金)?")
_OF_A_RATE = re.compile("[值额率量速幅比]")
"""After a verb of change it makes a noun of it (增加值, 增长率)."""
_OWNED_EACH = re.compile(
    r"每(?:\d[\d,.]{0,8}[万亿千百]?|[十百千万亿]{1,3})[人户名口个辆家][^\s，,的\d]{0,8}?(?P<verb>拥有|占有|配备|配有|装有)"
    r"(?P<what>[^，,\d]{1,12})$"
)
_WIDENED = re.compile(r"(?<=.)[由从][^，,由从]{2,20}(?P<verb>扩展|扩大|延伸|拓展|放宽)$")
_AVERAGED = re.compile(r"(?:日均|月均|人均|户均)[^，,。；;]{0,4}$")
_TRADED = re.compile("(?P<of>.*?)(?:进出口|出口|进口)")
_REACH = 30
"""Characters that 其中 may stand before the name of a part."""


@cache
def _points_back() -> re.Pattern[str]:
    """Nouns that only point back to what the text speaks of (…，今年预期目标设定为6%以上; …，比去年预算低4亿元)."""
    named_back = alternation(vocabulary("figure_verbs")["points_back"])
    return re.compile(
        rf"^(?:以[^，,]{{2,10}}计|[（(]?按[^，,（]{{2,12}}(?:折算|换算|计算|折合)为?|{named_back}|(?:这|该)[个一]?(?:数字|比例|规模|数量|占比|总量)"
        r"|比?前[一二三四五十]?年|连续[数多\d一二三四五六七八九十]{1,3}年|最[长短多少高低大小]"
        r"|比(?:上年|去年|上期)?(?:预算|计划|同期|目标|预期|上年|去年))*+$"
    )


def measured(a: Around) -> Subject | None:
    """The noun left of the number, by the first of the rules below that reads it; None where it only points back."""
    noun = a.left.noun
    if not noun.text or _points_back().match(noun.text):
        return None
    if a.before is not None:
        points = a.slot.quantity.unit == "个百分点" or a.slot.quantity.unit is None
        if points and _AGAINST.search(a.text, a.slot.left, noun.end):
            return None
        if a.left.carrier and _COMPARED.match(a.text[a.slot.left : noun.end]):
            return None
    return next((found for rule in _RULES if (found := rule(a)) is not None), None)


def behind(sentence: ScopedSentence, slot: Slot, quantity: Quantity) -> Phrase:
    """The noun right of another number of the slot's clause."""
    return right_of(sentence, Slot(quantity, slot.clause, quantity.end, slot.clause.end, False, 1))


def _name(a: Around, name: str, verb: str | None = None, carrier: str | None = None) -> Subject | None:
    """A subject of that name that ends with the number; verb, carrier: others than those left of it."""
    left = replace(a.left, verb=verb or a.left.verb, carrier=carrier or a.left.carrier)
    return named(name, start_of(left, left.noun.start), a.slot.quantity.end, left, False)


def _level(a: Around) -> Subject | None:
    """国家级1个、省级16个、市级30个创新平台: the head that only the last number of the list carries."""
    if a.before is not None or not listed(a.left.noun.text, "levels"):
        return None
    clause = a.slot.clause
    last = max((q for q in a.sentence.read.quantities if clause.start <= q.start < clause.end), key=lambda q: q.start)
    return _name(a, a.left.noun.text + behind(a.sentence, a.slot, last).text)


def _for_each(a: Around) -> Subject | None:
    """每百户家庭拥有汽车40辆: what falls to so many."""
    each = _OWNED_EACH.search(a.text, a.slot.clause.start, a.left.noun.end)
    if each is None or each.start("what") != a.left.noun.start:
        return None
    return Subject(plain(each.group()), each.start(), a.slot.quantity.end, each["verb"], a.left.carrier, False)


def _granted(a: Around) -> Subject | None:
    """中央财政安排429亿元: the money of who grants it."""
    money = a.slot.quantity.unit in vocabulary("unit_kinds")["money"]
    granted = _GRANTED.fullmatch(a.left.noun.text) if money and a.left.verb is None else None
    return _name(a, f"{granted['who']}资金", verb=granted["verb"]) if granted else None


def _widened(a: Around) -> Subject | None:
    """补贴范围由毕业生扩展至16—24岁青年."""
    widened = _WIDENED.search(a.left.noun.text) if a.left.carrier in ("至", "到") else None
    if widened is None:
        return None
    return _name(a, a.left.noun.text[: widened.start()], carrier=f"{widened['verb']}{a.left.carrier}")


def _from(a: Around) -> Subject | None:
    """补助标准由每人每年420元提高到450元: what stands before 由."""
    started = max(a.left.noun.text.rfind("由"), a.left.noun.text.rfind("从"))
    if started <= 1 or role(a.sentence, a.slot) != "from":
        return None
    start, end = start_of(a.left, a.left.noun.start), a.slot.quantity.end
    averaged = _AVERAGED.search(a.text[a.slot.left : a.left.noun.start])
    name = (averaged.group() if averaged else "") + a.left.noun.text[:started]
    return named(name, start, end, a.left, False, a.before)


def _new(a: Around) -> Subject | None:
    """新登记企业增长24.5%: the verb with 新 tells which."""
    newly = a.left.verb_start - (a.text[a.left.verb_start - 1 : a.left.verb_start] == "新")
    if a.left.verb is None or not a.text.startswith("新", newly) or not listed(a.left.carrier, "rise", "fall"):
        return None
    whole = a.text[newly : a.left.noun.end]
    return named(whole, start_of(a.left, a.left.noun.start), a.slot.quantity.end, a.left, False, a.before)


def _trade(a: Around) -> Subject | None:
    """进口物流总额增长7.8%: one direction of trade, where it is no act on what follows."""
    verb, noun = a.left.verb, a.left.noun
    if not listed(verb, "traded") or not listed(a.left.carrier, "rise", "fall", "reach"):
        return None
    if a.left.verb_start + len(verb or "") != noun.start or not noun.text.endswith(words("indicators")):
        return None
    return named(f"{verb}{noun.text}", a.left.verb_start, a.slot.quantity.end, replace(a.left, verb=None), False)


def _changed_by(a: Around) -> Subject | None:
    """降低工商业电价5%: a rate behind the verb of change and what it changes."""
    noun = a.left.noun.text
    changed = one_of("rise", "fall").search(noun) if not a.left.carrier else None
    if changed is None or _OF_A_RATE.match(noun, changed.end()) or len(changed.group()) < 2:
        return None
    if a.slot.quantity.unit not in ("%", "‰", "个百分点"):
        return None
    return _name(a, noun[changed.end() :] or noun, carrier=changed.group())


def _cut(a: Around) -> Subject | None:
    """压减钢铁产能3000万吨: the verb of change leads."""
    noun = a.left.noun.text
    first = one_of("rise", "fall").match(noun) if not a.left.carrier and not a.left.verb else None
    if first is None or _OF_A_RATE.match(noun, first.end()) or len(first.group()) < 2 or len(noun) < first.end() + 2:
        return None
    return _name(a, noun[first.end() :], verb=first.group())


def _part_of_these(a: Around) -> Subject | None:
    """发生地震38次，其中大陆地区26次; 进出口总值…，其中出口…: a part that is named without its head."""
    noun = a.left.noun.text
    if a.before is None:
        return None
    if listed(noun, "traded") and (trade := _TRADED.match(a.before.name)):
        return _name(a, trade["of"] + noun)
    parts = words("parts")
    recent = a.text[max(0, a.left.noun.start - _REACH) : a.left.noun.start]
    whole = next((a.before.name.removeprefix(p) for p in parts if a.before.name.startswith(p)), a.before.name)
    own = next((p for p in parts if noun.startswith(p) and len(noun) > len(p) and "其中" in recent), "")
    if own and not a.left.carrier and whole != noun[len(own) :] and whole.endswith(noun[len(own) :]):
        return _name(a, own + whole, verb=a.left.verb or a.before.verb)  # 新增确诊病例90例，其中本土病例70例
    if a.left.carrier or not noun.endswith(parts) or "其中" not in recent:
        return None
    return None if noun.endswith(whole[-2:]) else _name(a, noun + whole, verb=a.left.verb or a.before.verb)


def _other_body(a: Around) -> Subject | None:
    """中央政府收费项目取消四成，地方政府收费项目取消一半: the same thing of another body."""
    noun = a.left.noun
    body = next((n for n in a.sentence.read.names if n.type == "Agency" and n.end == noun.start), None)
    if body is None or a.before is None or not a.before.name.endswith(noun.text):
        return None
    start = start_of(a.left, body.start)
    return named(a.text[body.start : noun.end], start, a.slot.quantity.end, a.left, False)


def _as_it_stands(a: Around) -> Subject | None:
    """The noun as written, with what a list elides; a verb of the list goes on (退出钢铁产能90万吨、煤炭产能30万吨)."""
    shaken = "地震" if a.slot.quantity.unit == "级地震" else ""  # 某县发生6.3级地震: the unit names the thing
    start, end = start_of(a.left, a.left.noun.start), a.slot.quantity.end
    name = tidy(a.left.noun.text) if shaken else a.left.noun.text
    if a.slot.quantity.unit == "例" and listed(name, "cases"):
        name = f"{name}病例"
    if a.slot.quantity.unit in vocabulary("unit_kinds")["money"] and listed(name, "spends"):
        name = f"{name}资金"  # 共安排8000亿元
    if averaged := _AVERAGED.search(a.text[a.slot.left : a.left.noun.start]):
        name = averaged.group() + name  # 日均新设企业1万户
    if listed(a.left.carrier, "rise", "fall", "reach"):
        name = name.removesuffix("调整")  # 将24项措施调整增加为30项
    made = named(name + shaken, start, end, a.left, False, a.before)
    if made is not None and made.verb is None and a.member and a.before is not None and is_flow(a.before.verb):
        return replace(made, verb=a.before.verb)
    return made


_RULES = (
    _level, _for_each, _granted, _widened, _from, _new, _trade, _changed_by, _cut, _part_of_these,
    _other_body, _as_it_stands,
)  # fmt: skip
"""In this order: the first that reads the noun has read it."""
