"""What a number counts or measures, with elided heads restored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedSentence
from .changes import role
from .distribution import distributed
from .durations import lasting, set_by, within
from .naming import plain, tidy
from .owners import owner_of, with_owner
from .parts import GOAL, part, share_among, share_of
from .people import PEOPLE, doing, sent, undergoing
from .phrases import Left, Phrase, left_of, right_of
from .slots import Slot
from .subject import NEAR, Around, Subject, again, named, start_of
from .words import is_flow, listed, one_of, words

_COMPARED = re.compile(r"\s*[比较](?:去年|上年|前年|上期|(?:19|20)?\d\d年)的?[^，,]{0,12}$")
"""比去年预算低0.4个百分点: what stands before the number is compared with."""
_AGAINST = re.compile(r"(?:比|较)(?:全国|全省|全市|世界|全球|同期|行业|预期)?(?:平均)?(?:水平|增速|均值)$|(?:[高低快慢好优]于)[^，,]{2,16}$")
"""比全国平均水平高出1.5个百分点, 增速高于全国工业2.3个百分点."""
_ADVERBIAL = re.compile(r"(?:从[^，]*看$|随着|按照|根据|为了|通过|在[^，]*(?:下|中|上|前提下)$|据)")
"""A clause that names no thing: 从就业看，6.5%左右."""
_AIMED = re.compile(r"\s*(?:左右|以上)?的?(?P<what>[^，,的]{2,10}?)(?:预期)?(?:目标|预期)")
_PURPOSE = re.compile(r"\s*(?:以上|左右)?用于[^，,；;。]{2,20}")
_IN_BRACKET = re.compile(r"[（(]\s*共计?\s*$")
_LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])\s*")
_RANKING = re.compile(r"(?:\d强|[十百]强|榜单?|名录|案例库)$")
_EACH_PART = re.compile(r"分别占(?P<whole>[^，,占\d]{1,20}?)的?(?:比重|比例)")
_GRANTED = re.compile(r"(?P<who>.{2,}?财政)(?:拟|将|已|共|累计)*(?P<verb>安排|拨付|下达|投入)")
_OF_A_RATE = re.compile("[值额率量速幅比]")
"""After a verb of change it makes a noun of it (增加值, 增长率)."""
_WIDENED = re.compile(r"(?<=.)[由从][^，,由从]{2,20}(?P<verb>扩展|扩大|延伸|拓展|放宽)$")
_TRADED = ("出口", "进口")
_REACH_OF_THESE = 30
"""Characters that 其中 may stand before the name of a part."""
_PLACES = ("境外输入", "本土", "外资", "民营", "国有", "境外", "省外", "海外", "地区", "区域", "海域", "境内", "省内", "市内", "国内", "城市", "农村", "城镇", "东部", "中部", "西部", "大陆")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_POINTS_BACK = re.compile(
    r"^(?:以[^，,]{2,10}计|单日|单月|单周|当日|当月|日均|月均|(?:这|该)[个一]?(?:数字|比例|规模|数量|占比|总量)|连续[数多\d一二三四五六七八九十]{1,3}年|数量|总数|总量|规模|最[长短多少高低大小]|增长率|增速|增幅|占比|同比|比重|平均|名义|实际|预期|目标|设定|比(?:上年|去年|上期)?(?:预算|计划|同期|目标|预期|上年|去年))*+$"
)
"""Nouns that only point back to what the text speaks of (…，今年预期目标设定为6%以上; …，比去年预算低0.4个百分点)."""


def subject_of(sentence: ScopedSentence, slot: Slot, before: Subject | None) -> Subject | None:
    """The subject of the number in a slot, by the first rule that finds one; None where nothing can be what is counted.

    before: the subject of the number before it in the paragraph.
    """
    return next(readings(sentence, slot, before), None)


def readings(sentence: ScopedSentence, slot: Slot, before: Subject | None) -> Iterator[Subject]:
    """What each rule that finds a subject would take for it, in the order of the rules (as in `subject_of`)."""
    right = right_of(sentence, slot)
    left = left_of(sentence, slot, bool(right.text))
    if _region_only(sentence, left):
        left = Left(Phrase(left.noun.start, left.noun.start, ""), left.verb, left.verb_start, left.carrier)
    around = Around(sentence, slot, before, right, left, sentence.read.text[slot.quantity.end : slot.right])
    for rule in _RULES:
        found = rule(around)
        if found is not None:
            yield replace(found, rule=f"subjects.{rule.__name__.lstrip('_')}")


def _changed_to(a: Around) -> Subject | None:
    """起征点由3万元提高到10万元等政策: the end of a change is of the thing that the start was of."""
    if a.before is None or role(a.sentence, a.slot) != "to":
        return None
    return again(a.before, a.left, a.slot)


def _times(a: Around) -> Subject | None:
    """先后4次降低存款准备金率: how often something was done."""
    if a.slot.quantity.unit not in ("次", "轮", "批次") or a.left.noun.text or a.left.carrier:
        return None
    done = one_of("flow", "rise", "fall").match(a.text, a.slot.quantity.end, a.slot.right)
    if done is None or done.end() >= a.slot.right:
        return None
    name = tidy(a.text[done.start() : a.slot.right])
    return Subject(f"{name}次数", a.slot.quantity.start, a.slot.right, done.group(), None, True)


def _ranked(a: Around) -> Subject | None:
    """第三大…: the noun right of a rank."""
    if a.slot.quantity.measure != "rank" or not a.right.text or a.carried:
        return None
    return named(a.right.text, start_of(a.left, a.slot.quantity.start), a.right.end, a.left, True)


def _likened(a: Around) -> Subject | None:
    """是2015年的3倍, 为全国第二: what the number before said it of."""
    if a.slot.quantity.measure not in ("rank", "multiple") or not a.left.noun.text or a.before is None:
        return None
    likened = re.search(r"(?:是|为|相当于)$", a.text[a.slot.left : a.left.noun.start])
    return again(a.before, a.left, a.slot) if likened else None


def _distributed(a: Around) -> Subject | None:
    """分别: the member of the list that the number belongs to."""
    shared = distributed(a.sentence, a.slot)
    if shared is None or a.right.text:
        return None
    carrying = a.left if a.left.carrier or a.before is None else replace(a.left, carrier=a.before.carrier)
    if shared.verb is not None:
        carrying = replace(carrying, verb=shared.verb)
    end = a.slot.quantity.end
    whole = _EACH_PART.search(a.text, a.slot.clause.start, end) if a.slot.quantity.unit == "%" else None
    if whole is not None:
        shared = replace(shared, name=f"{shared.name}占{whole['whole']}的比重")
    near = shared.start if end - shared.start <= NEAR else a.slot.quantity.start
    return named(shared.name, near, end, carrying, False)


def _aimed(a: Around) -> Subject | None:
    """5%左右的增长目标: what is aimed at."""
    aim = _AIMED.match(a.text, a.slot.quantity.end, a.slot.right) if not a.left.noun.text else None
    if aim is None or a.slot.quantity.unit not in ("%", "‰"):
        return None
    name = aim["what"].replace("预期", "")
    return named(name, a.slot.quantity.start, aim.end(), a.left, True)


def _becoming(a: Around) -> Subject | None:
    """12家企业入选…, 被认定为…: what it became."""
    slot = a.slot
    place = a.right.end if a.right.text else slot.quantity.end
    if _RANKING.search(a.text, place, slot.right):
        return None  # 18家企业入选世界品牌500强: the companies are counted
    becomes = (one_of("becomes").search if a.right.text else one_of("becomes").match)(a.text, place, slot.right)
    money = slot.quantity.unit in vocabulary("unit_kinds")["money"]  # 将2.8万亿元资金纳入…: the money is counted
    if becomes is None or becomes.end() >= slot.right or a.carried or money:
        return None
    made = named(a.text[becomes.end() : slot.right], start_of(a.left, slot.quantity.start), slot.right, a.left, True)
    made_by = one_of("flow").search(a.text, slot.quantity.end, becomes.start())  # 被认定为
    verb = a.left.verb or (made_by.group() if made_by else becomes.group())
    return replace(made, verb=verb) if made is not None else None


def _counted(a: Around) -> Subject | None:
    """新增企业30家 is not this, 30家企业 is: the noun right of the number."""
    if not a.right.text or a.carried or a.slot.modifies or (a.left.noun.text and GOAL.match(a.right.text)):
        return None
    if a.slot.quantity.unit in PEOPLE and listed(a.right.text.rstrip("后"), "undergone"):
        return undergoing(a)
    return _right_noun(a.sentence, a.slot, a.left, a.right, a.before)


def _modified(a: Around) -> Subject | None:
    """投资超5000万元的项目: the number stands inside what tells its noun apart."""
    if not a.slot.modifies or not a.right.text or a.carried or GOAL.match(f"的{a.right.text}"):
        return None
    start = min(a.slot.quantity.start, a.left.noun.start)
    measured = a.left.noun.text if len(a.left.noun.text) > 1 else ""  # 处5万元以下的罚款
    if not measured.endswith(words("indicators")) and one_of("flow", "noun_ends").search(measured):
        measured = next((w for w in words("owned") if measured.endswith(w)), "")  # 峰会设立了1万平方米的展示区
    return named(a.right.text + measured, start_of(a.left, start), a.right.end, a.left, True)


def _listed(a: Around) -> Subject | None:
    """A、B等12个重点领域…: a list whose number is followed by what was done."""
    if not a.left.noun.text.endswith("等") or not a.after.strip():
        return None
    if a.before is not None and not a.right.text:
        return again(a.before, a.left, a.slot)  # 园林80余座，其中甲园、乙园等9处被列入名录
    name = f"{a.after}的{a.slot.quantity.unit or ''}"
    return named(name, start_of(a.left, a.slot.quantity.start), a.slot.right, a.left, True)


def _batches(a: Around) -> Subject | None:
    """43批72艘船舶: two counts of one thing."""
    following = next((q for q in a.sentence.read.quantities if q.start == a.slot.quantity.end), None)
    if following is None or a.carried:
        return None
    behind = _behind(a.sentence, a.slot, following)
    return named(behind.text, start_of(a.left, a.slot.quantity.start), behind.end, a.left, True)


def _done_again(a: Around) -> Subject | None:
    """制定标准1580项、废止2749项: another act on the thing before."""
    noun = a.left.noun
    money = a.slot.quantity.unit in vocabulary("unit_kinds")["money"]  # 出口15万亿元，进口11万亿元: each its own
    if a.before is None or money or not listed(noun.text, "flow") or a.left.verb not in (None, noun.text):
        return None
    return again(a.before, replace(a.left, verb=noun.text, verb_start=noun.start), a.slot)


def _measured(a: Around) -> Subject | None:
    """增加值增长6.7%: the noun left of the number."""
    noun, end = a.left.noun, a.slot.quantity.end
    compared = a.left.carrier and _COMPARED.match(a.text[a.slot.left : noun.end])
    if not noun.text or _POINTS_BACK.match(noun.text) or (compared and a.before is not None):
        return None
    points = a.slot.quantity.unit == "个百分点" or a.slot.quantity.unit is None
    if points and a.before is not None and _AGAINST.search(a.text, a.slot.left, noun.end):
        return None
    if listed(noun.text, "levels") and a.before is None:
        name = noun.text + _head_behind(a.sentence, a.slot)
        return named(name, start_of(a.left, noun.start), end, a.left, False)
    granted = _GRANTED.fullmatch(noun.text) if a.slot.quantity.unit in vocabulary("unit_kinds")["money"] else None
    if granted is not None and a.left.verb is None:  # 中央财政安排429亿元
        given = replace(a.left, verb=granted["verb"])
        return named(f"{granted['who']}资金", start_of(a.left, noun.start), end, given, False)
    widened = _WIDENED.search(noun.text)
    if widened is not None and a.left.carrier in ("至", "到"):  # 补贴范围由毕业生扩展至16—24岁青年
        wider = replace(a.left, carrier=widened["verb"] + a.left.carrier)
        return named(noun.text[: widened.start()], start_of(a.left, noun.start), end, wider, False)
    started = max(noun.text.rfind("由"), noun.text.rfind("从"))
    if started > 1 and role(a.sentence, a.slot) == "from":  # 补助标准由每人每年420元提高到450元
        return named(noun.text[:started], start_of(a.left, noun.start), end, a.left, False, a.before)
    newly = a.left.verb_start - (a.text[a.left.verb_start - 1 : a.left.verb_start] == "新")
    if a.left.verb is not None and a.text.startswith("新", newly) and listed(a.left.carrier, "rise", "fall"):
        whole = a.text[newly : noun.end]  # 新登记企业增长24.5%
        return named(whole, start_of(a.left, noun.start), end, a.left, False, a.before)
    changed = None if a.left.carrier else one_of("rise", "fall").search(noun.text)
    if changed and _OF_A_RATE.match(noun.text, changed.end()):
        changed = None  # 服务业增加值比重
    if changed and len(changed.group()) > 1 and a.slot.quantity.unit in ("%", "‰", "个百分点"):
        left = replace(a.left, carrier=changed.group())  # 降低工商业电价5%
        return named(noun.text[changed.end() :] or noun.text, start_of(a.left, noun.start), end, left, False)
    first = None if a.left.carrier or a.left.verb else one_of("rise", "fall").match(noun.text)
    if first and _OF_A_RATE.match(noun.text, first.end()):
        first = None
    if first and len(first.group()) > 1 and len(noun.text) - first.end() >= 2:
        left = replace(a.left, verb=first.group())  # 压减钢铁产能3000万吨
        return named(noun.text[first.end() :], start_of(a.left, noun.start), end, left, False)
    if a.before is not None and (whole := _part_of_these(a, a.before.name)):
        carried = replace(a.left, verb=a.left.verb or a.before.verb)
        return named(whole, start_of(a.left, noun.start), end, carried, False)
    body = next((n for n in a.sentence.read.names if n.type == "Agency" and n.end == noun.start), None)
    if body is not None and a.before is not None and a.before.name.endswith(noun.text):
        whole = a.text[body.start : noun.end]  # 中央政府定价项目缩减80％，地方政府定价项目缩减50％
        return named(whole, start_of(a.left, body.start), end, a.left, False)
    shaken = "地震" if a.slot.quantity.unit == "级地震" else ""  # 某县发生6.3级地震: the unit names the thing
    made = named(noun.text + shaken, start_of(a.left, noun.start), end, a.left, False, a.before)
    if made is not None and made.verb is None and a.member and a.before is not None and is_flow(a.before.verb):
        return replace(made, verb=a.before.verb)  # 退出钢铁产能90万吨、煤炭产能30万吨
    return made


def _owned(a: Around) -> Subject | None:
    """大桥今天通车，全长40公里: whose the measure is stands in the clause before, or with the number before."""
    noun = a.left.noun
    if a.right.text or not listed(plain(noun.text), "owned"):
        return None
    owner = owner_of(a.sentence, a.slot, noun.start, a.before)
    if owner is None:
        return None
    return named(with_owner(owner, plain(noun.text)), start_of(a.left, noun.start), a.slot.quantity.end, a.left, False)


def _part_of_these(a: Around, before: str) -> str | None:
    """发生地震38次，其中大陆地区26次; 进出口总值…，其中出口…: a part that is named without its head; None elsewhere."""
    noun = a.left.noun.text
    if noun in _TRADED and (trade := re.match("(?P<of>.*?)(?:进出口|出口|进口)", before)):
        return trade["of"] + noun
    recent = a.text[max(0, a.left.noun.start - _REACH_OF_THESE) : a.left.noun.start]
    if a.left.carrier or not noun.endswith(_PLACES) or "其中" not in recent:
        return None
    head = next((before.removeprefix(place) for place in _PLACES if before.startswith(place)), before)
    return None if noun.endswith(head[-2:]) else f"{noun}{head}"


def _clause_before(a: Around) -> Subject | None:
    """办好乡镇书屋，增加8家: the noun that the clause before ends in."""
    first = a.slot.number == 0 and not a.left.carrier
    return _from_clause_before(a.sentence, a.slot, a.left) if first or a.before is None else None


def _said_again(a: Around) -> Subject | None:
    """…，增长6.7%: the subject of the number before."""
    return again(a.before, a.left, a.slot) if a.before is not None else None


def _used_for(a: Around) -> Subject | None:
    """一半用于大病保险, 其中用于农村建设3000亿元: the part of the amount before that goes to something."""
    if a.before is None:
        return None
    purpose = _PURPOSE.match(a.text, a.slot.quantity.end, a.slot.right)
    if purpose is not None and a.slot.quantity.unit == "%" and not a.left.noun.text:
        name = f"{a.before.name}{plain(purpose.group())}的比例"
        return Subject(name, a.slot.quantity.start, purpose.end(), None, None, True)
    if not a.left.noun.text.startswith("用于") or a.left.carrier:
        return None
    funds = vocabulary("figure_verbs")["funds"]
    head = next((word for word in funds if a.before.name.endswith(word)), funds[-1])
    start = a.left.noun.start
    return Subject(f"{a.left.noun.text}的{head}", start, a.slot.quantity.end, None, None, False)


def _list_total(a: Around) -> Subject | None:
    """（共36个） behind a list: how many of what the heading above names."""
    headings = a.sentence.read.sentence.headings
    listing = not a.left.noun.text or "、" in a.left.noun.text
    if not headings or not listing or not _IN_BRACKET.search(a.text, a.slot.left, a.slot.quantity.start):
        return None
    name = tidy(_LABEL.sub("", headings[-1].text.text))
    return Subject(name, a.slot.quantity.start, a.slot.quantity.end, None, None, True) if 2 <= len(name) <= 20 else None


_RULES = (
    set_by, lasting, within, _list_total, _used_for, _batches, sent, _changed_to, _times, _ranked, _likened,
    _distributed, _aimed, share_of, share_among, _becoming, _counted, _modified, _listed, part, _done_again,
    _owned, _measured, doing, _clause_before, _said_again,
)  # fmt: skip
"""In this order: the first that finds a subject has found it."""


def _head_behind(sentence: ScopedSentence, slot: Slot) -> str:
    """国家级1个、省级16个、市级30个创新平台: the head that only the last number of the list carries."""
    last = max(
        (q for q in sentence.read.quantities if slot.clause.start <= q.start < slot.clause.end), key=lambda q: q.start
    )
    return _behind(sentence, slot, last).text


def _behind(sentence: ScopedSentence, slot: Slot, quantity: Quantity) -> Phrase:
    return right_of(sentence, Slot(quantity, slot.clause, quantity.end, slot.clause.end, False, 1))


def _region_only(sentence: ScopedSentence, left: Left) -> bool:
    """山东9家上榜: what stands left of the number is only where."""
    return any(
        n.type == "Region" and n.start <= left.noun.start and left.noun.end <= n.end for n in sentence.read.names
    ) and bool(left.noun.text)


def _right_noun(
    sentence: ScopedSentence, slot: Slot, left: Left, right: Phrase, before: Subject | None
) -> Subject | None:
    """The noun right of the number.

    Its verb stands left of it, or after it (对50家企业开展了巡诊, 4个项目入围), or in the list before.
    """
    text = sentence.read.text
    for_them = re.search(r"[对为向给]\s*$", text[slot.left : slot.quantity.start])
    given = one_of("flow").search(right.text, 2) if for_them else None
    if given and "的" not in right.text[given.end() :]:  # 为1700万残疾人发放补贴
        right = Phrase(right.start, right.start + given.start(), right.text[: given.start()])
    does = re.sub(r"^\s*(?:实现|得到|完成|顺利|目标|集中|共同|成功)*", "", text[right.end : slot.clause.end])
    if listed(right.text, "undergone"):  # 1600万人进城落户
        left = replace(left, verb=right.text)
    acts = one_of("flow", "undergone").search(does) if for_them else one_of("flow", "undergone").match(does)
    acts = acts or (one_of("undergone").search(does) if slot.quantity.unit in (None, "人", "户", "名") else None)
    verb = left.verb or (acts.group() if acts else None) or (before.verb if before is not None else None)
    name = _with_what_it_does(text, slot, right, left)
    if left.noun.text and not left.noun.text.endswith("在内") and text[: slot.quantity.start].rstrip().endswith("的"):
        name = f"{left.noun.text}的{name}"  # 促进平稳较快增长的十项措施
    elif listed(left.noun.text, "levels"):
        name = left.noun.text + name  # 市级30个创新平台
    made = named(name, start_of(left, slot.quantity.start), right.end, left, True)
    return replace(made, verb=verb) if made is not None else None


def _with_what_it_does(text: str, slot: Slot, right: Phrase, left: Left) -> str:
    """The counted noun; a generic one (企业) with what it does after it (参与现场交流的企业)."""
    does = tidy(text[right.end : slot.right])
    if listed(right.text, "generic") and 2 <= len(does) <= 30 and not does.endswith("的"):
        return f"{does}的{right.text}"
    return right.text


def _from_clause_before(sentence: ScopedSentence, slot: Slot, left: Left) -> Subject | None:
    """增加8家 after a clause that ends in its noun (办好乡镇书屋，增加8家)."""
    index = sentence.clauses.index(slot.clause)
    if index == 0:
        return None
    before = sentence.clauses[index - 1]
    text = sentence.read.text
    if any(before.start <= q.start < before.end for q in sentence.read.quantities):
        return None
    if _ADVERBIAL.match(text, before.start, before.end):
        return None
    names = [
        n
        for n in sentence.read.names
        if before.start <= n.start < before.end and n.type not in ("Agency", "Region", "Person")
    ]
    pointer = left.noun.text or None
    if names:
        return Subject(names[-1].canonical, before.start, slot.quantity.end, left.verb, left.carrier, False, pointer)
    stretch = text[before.start : before.end]
    verbs = list(one_of("flow", "stock").finditer(stretch))
    spoken_of = re.match(r"([^是]{2,12})是", stretch)  # 经济增速是综合性指标，预期目标设定为6%以上
    name = tidy(spoken_of[1] if spoken_of else stretch[verbs[-1].end() :] if verbs else stretch)
    return (
        Subject(name, before.start, slot.quantity.end, left.verb, left.carrier, False, pointer)
        if 3 <= len(name) <= 30 and not listed(name, "adverbs")
        else None
    )
