"""What a number counts or measures, with elided heads restored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ....schema.vocabulary import vocabulary
from ...context.context import ScopedSentence
from .changes import role
from .distribution import distributed
from .durations import lasting, reaching, set_by, within
from .measured import behind, measured
from .naming import plain, tidy
from .owners import bare, owner_of, points_at, with_owner
from .parts import GOAL, area, completed, part, share_among, share_of
from .people import PEOPLE, befallen, doing, sent, undergoing
from .phrase import Left, Phrase
from .phrases import left_of, right_of
from .predicates import predicate
from .slots import Slot
from .standards import at_standard
from .subject import NEAR, Around, Subject, again, named, start_of
from .words import listed, one_of, words

_ADVERBIAL = re.compile(r"(?:从[^，]*看$|随着|按照|根据|为了|通过|在[^，]*(?:下|中|上|前提下)$|据)")
"""A clause that names no thing: 从就业看，6.5%左右."""
_AIMED = re.compile(r"\s*(?:左右|以上)?的?(?P<what>[^，,的]{2,10}?)(?:预期)?(?:目标|预期)")
_PURPOSE = re.compile(r"\s*(?:以上|左右)?用于[^，,；;。]{2,20}")
_IN_BRACKET = re.compile(r"[（(]\s*共计?\s*$")
_LABEL = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])\s*")
_RANKING = re.compile(r"(?:\d强|[十百]强|榜单?|名录|案例库)$")
_EACH_PART = re.compile(r"分别占(?P<whole>[^，,占\d]{1,20}?)的?(?:比重|比例)")
_LONG = 10
"""Characters of an attribute; more is a clause."""
_SET_ANEW = re.compile("(?:调整|更改|变更|优化|缩短|改)$")
_KIND = re.compile("(?<![平高中对同均优初何])等(?P<kind>[\u4e00-\u9fff]{2,8})$")
_TO_INVEST = re.compile("(?:拟|将|计划|可|需|已|共|总)$")
"""拟投资400亿元: the verb, not the measure."""
_AMONG_THEM = re.compile("中[，,](?:有|共有|已有|约有)?\\s*$")
_WORK_PLAN = re.compile("(?:[一二三四五六七八九十]+年)?(?P<on>.{2,10}?)(?:攻坚|改造|建设)?(?:行动)?(?:计划|行动)$")
"""三年棚改攻坚计划: what is built under it is counted, not the plan."""
_NATION = 1e8
"""So many people are a country's population."""
_NOW = re.compile("(?:现行|目前|原有|原先)的?$")


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
    likened = re.search(r"(?:是|为|相当于)(?:今年|去年|上年|同期)?$", a.text[a.slot.left : a.left.noun.start])
    return again(a.before, a.left, a.slot) if likened else None


def _distributed(a: Around) -> Subject | None:
    """分别: the member of the list that the number belongs to."""
    shared = distributed(a.sentence, a.slot)
    if shared is None or a.right.text:
        return None
    carrying = a.left if a.left.carrier or a.before is None else replace(a.left, carrier=a.before.carrier)
    if shared.verb is not None:
        carrying = replace(carrying, verb=shared.verb)
    elif a.slot.number and not carrying.carrier and not carrying.verb and a.before is not None:
        carrying = replace(carrying, verb=a.before.verb)  # 分别新增3家、5家
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
    if becomes is not None and _SET_ANEW.search(a.text, place, becomes.start()):
        becomes = None  # 2次证明调整为1次
    if becomes is None or becomes.end() >= slot.right or a.carried or money:
        return None
    made = named(a.text[becomes.end() : slot.right], start_of(a.left, slot.quantity.start), slot.right, a.left, True)
    made_by = one_of("flow").search(a.text, slot.quantity.end, becomes.start())  # 被认定为
    verb = a.left.verb or (made_by.group() if made_by else becomes.group())
    return replace(made, verb=verb) if made is not None else None


def _of_them(a: Around) -> Subject | None:
    """122种产品中，有75种产量增长: those of the things before with which something is so."""
    units = [q.unit for q in a.sentence.read.quantities if q.end <= a.slot.quantity.start]
    among = a.before is not None and _AMONG_THEM.search(a.text, 0, a.slot.quantity.start)
    does = tidy(a.after)
    if a.before is None or not among or not units or units[-1] != a.slot.quantity.unit or not 4 <= len(does) <= 16:
        return None
    if not one_of("rise", "fall").search(does, 1) and not predicate().search(does, 1):
        return None
    does = does.removeprefix(a.before.name[-2:])
    end = a.slot.quantity.end + len(a.after.rstrip())
    return named(f"{does}的{a.before.name}", a.slot.quantity.start, end, a.left, True)


def _counted(a: Around) -> Subject | None:
    """新增企业30家 is not this, 30家企业 is: the noun right of the number."""
    if not a.right.text or a.carried or a.slot.modifies:
        return None
    aims = a.slot.quantity.unit in ("个", "处") and a.right.text == "目标"  # 空袭了250个目标
    if a.left.noun.text and GOAL.match(a.right.text) and not aims:
        return None
    if a.slot.quantity.unit == "例" and listed(a.right.text, "cases"):
        return undergoing(a)
    if found := befallen(a):
        return found
    if a.slot.quantity.unit in PEOPLE:
        if listed(a.right.text.rstrip("后"), "undergone") or a.right.text.startswith("遭"):
            return undergoing(a)
        if a.right.text.startswith("在"):
            return None  # 1亿人在中西部地区就近城镇化
    return _right_noun(a.sentence, a.slot, a.left, a.right, a.before)


def _modified(a: Around) -> Subject | None:
    """投资超5000万元的项目: the number stands inside what tells its noun apart."""
    if not a.slot.modifies or not a.right.text or a.carried or GOAL.match(f"的{a.right.text}"):
        return None
    start = min(a.slot.quantity.start, a.left.noun.start)
    if a.slot.quantity.unit == "人" and a.slot.quantity.value >= _NATION:
        return named("人口", a.slot.quantity.start, a.slot.quantity.end, a.left, True)  # 14亿人的粮食安全
    if a.right.text.endswith(words("indicators")) and _NOW.search(a.left.noun.text):  # 将制造业现行16%的税率降至13%
        name = _NOW.sub("", a.left.noun.text) + a.right.text
        return named(name, start_of(a.left, start), a.right.end, a.left, True)
    by = a.left.noun.text if len(a.left.noun.text) > 1 else ""  # 处5万元以下的罚款
    if len(by) > _LONG and not by.endswith(words("indicators")):
        by = ""  # 社团应有固定的地点、5000元以上的资金
    if not by.endswith(words("indicators")) and one_of("flow", "noun_ends").search(by):
        by = next((w for w in words("owned") if by.endswith(w)), "")  # 峰会设立了1万平方米的展示区
    return named(a.right.text + by, start_of(a.left, start), a.right.end, a.left, True)


def _listed(a: Around) -> Subject | None:
    """A、B等12个重点领域…: a list whose number is followed by what was done."""
    if not a.left.noun.text.endswith("等") or not a.after.strip():
        return None
    if a.before is not None and not a.right.text:
        return again(a.before, a.left, a.slot)  # 园林80余座，其中甲园、乙园等9处被列入名录
    unit = "人员" if a.slot.quantity.unit in ("人", "名", "位") else a.slot.quantity.unit or ""
    name = f"{a.after}的{unit}"
    return named(name, start_of(a.left, a.slot.quantity.start), a.slot.right, a.left, True)


def _batches(a: Around) -> Subject | None:
    """43批72艘船舶: two counts of one thing."""
    following = next((q for q in a.sentence.read.quantities if q.start == a.slot.quantity.end), None)
    if following is None or a.carried:
        return None
    shared = behind(a.sentence, a.slot, following)
    return named(shared.text, start_of(a.left, a.slot.quantity.start), shared.end, a.left, True)


def _done_again(a: Around) -> Subject | None:
    """制定标准1580项、废止2749项: another act on the thing before."""
    noun = a.left.noun
    money = a.slot.quantity.unit in vocabulary("unit_kinds")["money"]  # 出口15万亿元，进口11万亿元: each its own
    if a.before is None or money or not listed(noun.text, "flow"):
        return None
    if noun.text == "建设" and a.left.verb in ("开工", "新开工"):  # 保障房建成400万套，开工建设1000万套
        return again(a.before, replace(a.left, verb=f"{a.left.verb}建设"), a.slot)
    if a.left.verb not in (None, noun.text):
        return None
    return again(a.before, replace(a.left, verb=noun.text, verb_start=noun.start), a.slot)


def _owned(a: Around) -> Subject | None:
    """大桥今天通车，全长40公里: whose the measure is stands in the clause before, or with the number before."""
    noun = a.left.noun
    if a.right.text or not listed(bare(plain(noun.text)), "owned"):
        return None
    if noun.text == "投资" and _TO_INVEST.search(a.text, a.slot.clause.start, noun.start):
        return None
    owner = owner_of(a.sentence, a.slot, noun.start, a.before)
    if owner is None or not points_at(plain(noun.text), owner):
        return None
    return named(with_owner(owner, plain(noun.text)), start_of(a.left, noun.start), a.slot.quantity.end, a.left, False)


def _clause_before(a: Around) -> Subject | None:
    """办好乡镇书屋，增加8家: the noun that the clause before ends in."""
    first = a.slot.number == 0 and not a.left.carrier
    return _from_clause_before(a.sentence, a.slot, a.left) if first or a.before is None else None


def _said_again(a: Around) -> Subject | None:
    """…，增长6.7%: the subject of the number before; with what those do that are counted (其中18个位于扩张区间)."""
    does = tidy(a.after)
    counted = a.slot.quantity.unit in ("个", "家", "项", "名", "座") and not a.left.noun.text
    if a.before is not None and counted and 4 <= len(does) <= 16 and _does().match(does):
        end = a.slot.quantity.end + len(a.after.rstrip())
        return Subject(f"{does}的{a.before.name}", a.slot.quantity.start, end, a.left.verb, a.left.carrier, True)
    return again(a.before, a.left, a.slot) if a.before is not None else None


@cache
def _does() -> re.Pattern[str]:
    return re.compile(f"{predicate().pattern}|{one_of('noun_ends').pattern}")


def _used_for(a: Around) -> Subject | None:
    """一半用于大病保险, 其中用于农村建设3000亿元: the part of the amount before that goes to something."""
    if a.before is None:
        return None
    purpose = _PURPOSE.match(a.text, a.slot.quantity.end, a.slot.right)
    if purpose is not None and a.slot.quantity.unit == "%" and not a.left.noun.text:
        name = f"{a.before.name}{plain(purpose.group())}的比例"
        return Subject(name, a.slot.quantity.start, purpose.end(), None, None, True)
    money = a.slot.quantity.unit in vocabulary("unit_kinds")["money"]  # 用于1500万人次的培训 is no amount
    if not money or not a.left.noun.text.startswith("用于") or a.left.carrier:
        return None
    funds = vocabulary("figure_verbs")["funds"]
    head = next((word for word in funds if a.before.name.endswith(word)), funds[-1])
    start = a.left.noun.start
    return Subject(f"{a.left.noun.text}的{head}", start, a.slot.quantity.end, None, None, False)


def _list_total(a: Around) -> Subject | None:
    """（共36个） behind a list: how many of what the heading above names, or the item's own words before it."""
    headings = a.sentence.read.sentence.headings
    listing = not a.left.noun.text or "、" in a.left.noun.text
    own = a.text[a.slot.clause.start : a.slot.quantity.start].partition("（")[0]
    label = _LABEL.match(own)
    if not (headings or label) or not listing or not _IN_BRACKET.search(a.text, a.slot.left, a.slot.quantity.start):
        return None
    name = tidy(own[label.end() :] if label else _LABEL.sub("", headings[-1].text.text))
    return Subject(name, a.slot.quantity.start, a.slot.quantity.end, None, None, True) if 2 <= len(name) <= 20 else None


_RULES = (
    set_by, lasting, reaching, within, _list_total, _used_for, _batches, sent, _changed_to, _times, _ranked, _likened,
    _distributed, _aimed, share_of, share_among, _becoming, at_standard, _of_them, _counted, area, _modified,
    _listed, completed, part, _done_again, _owned, measured, doing, _clause_before, _said_again,
)  # fmt: skip
"""In this order: the first that finds a subject has found it."""


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
    own = listed(left.noun.text, "origin_nouns")  # 15个国家和地区的3000家企业
    before_it = text[: slot.quantity.start].rstrip().endswith("的")
    relative = slot.quantity.unit in (*PEOPLE, "位") and listed(left.verb, "borne")
    if left.noun.text and relative and before_it:
        name = f"{left.verb}{left.noun.text}的{name}"  # 佩戴奖章的3名士兵
    elif left.noun.text and before_it and not (own or left.noun.text.endswith("在内")):
        name = f"{left.noun.text}的{name}"  # 促进平稳较快增长的十项措施
    elif slot.quantity.unit is None and "、" in left.noun.text and (kind := _KIND.search(left.noun.text)):
        name = kind["kind"] + name  # A、B等科技创新七大重点工程
    elif listed(left.noun.text, "levels") and not before_it:
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
    if names and (worked := _WORK_PLAN.match(names[-1].canonical)) and slot.quantity.unit in ("套", "户", "公里", "亩"):
        return Subject(worked["on"], before.start, slot.quantity.end, left.verb, left.carrier, False, pointer)
    if names:
        return Subject(names[-1].canonical, before.start, slot.quantity.end, left.verb, left.carrier, False, pointer)
    stretch = text[before.start : before.end]
    verbs = list(one_of("flow", "stock").finditer(stretch))
    spoken_of = re.match(r"([^是]{2,12})是", stretch)  # 经济增速是综合性指标，预期目标设定为6%以上
    said = predicate().search(stretch, 2)
    holds = said and (said.end() == len(stretch) or stretch[: said.start()].endswith(words("indicators")))
    if spoken_of is None and said and holds:
        spoken_of = re.match("(.*)", stretch[: said.start()])  # 人均可支配收入保持领先，超过6万元
    name = tidy(spoken_of[1] if spoken_of else stretch[verbs[-1].end() :] if verbs else stretch)
    return (
        Subject(name, before.start, slot.quantity.end, left.verb, left.carrier, False, pointer)
        if 3 <= len(name) <= 30 and not listed(name, "adverbs")
        else None
    )
