"""Which numbers are no figures although they state a quantity: durations, and parts of names."""

from __future__ import annotations

import re

from ....schema.quantities import Quantity
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedSentence
from .own_parts import counts_own_parts
from .words import tail

_LEVEL_WORDS = re.compile(
    r"周期|时限|期限|时间|过渡期|有效期|寿命|年限|年龄|工龄|缩短|压缩|延长|放宽|不超过|以内|时长|间隔|里程|提前|届满|连续|满|每|平均|审批|办理|办结|用时|集中隔离|制程|工艺"
)
_LONE = frozenset("百千万亿")
"""A magnitude alone is a figure of speech (百年, 万里行, 双千兆) unless a comparator makes it a number (近千家)."""
_RATE_BASE = re.compile(r"(?:每|[×÷*=＝])\s*$")
_LABEL = re.compile(r"(?:表|图|专栏|附件|附表|第)\s*$|[A-Za-z]\s*$|[A-Za-z]\s*[（(]?\s*$")
"""每十万人 is the base of a rate; 表1, 专栏2, PM2.5 and O 3 are labels and names."""
_HALF_LEVIED = re.compile(r"减半(?:征收|收取|缴纳|计征)")
"""减半征收所得税优惠政策: the name of an arrangement."""
_DEFINES = re.compile(r"[^，；。：]{2,24}?(?:是指|指)(?![标数导出挥定引向南示])")
"""大城市指常住人口100万以上的城市: a definition."""
_LEADER = re.compile(r"(?:排|列)(?:名|在)?(?:第一|首)(?:位|者|名)?.{0,6}牵头")
"""排在第一位的部门为牵头部门: how to read a list of bodies."""
_LASTED = re.compile(r"(?:短短|历时|用了?|经过|花了?|只有).{1,5}(?:年|个?月|天)(?:的?时间)?$")
"""短短5年时间: how long it took, which measures nothing."""
_SET_TO = re.compile(
    r"(?:扩展|扩大|提高|延长|放宽|缩短|压缩|压减|调整|改|降低|降|减|增加|增)(?:至|到|为)\s*[“‘\"]?\s*$"
    r"|(?<![提之以])后(?:的)?\s*$|起\s*$|按照?\s*$"
)
"""扩展至16—24岁, 更新后30天内, 按6个月的…: a duration or an age that a rule sets."""
_REACHED = re.compile(r"[^，。；（(）)]{0,4}(?:到达|抵达|可达|通达|送达|直达)")
"""2小时内到达灾区, 60分钟可达: how far a service reaches."""
_AGED = re.compile(r"的?(?:婴幼儿|婴儿|幼儿|儿童|老年人|老人|青少年|人口|人群|居民)")
"""3岁以下婴幼儿, 65岁以上老年人: an age that is part of a name."""
_DISTANCE = re.compile(r"(?<![差])距(?!今)[^，,。；]{2,24}$")
"""西距县城5公里: where something lies."""
_AT_A_DEPTH = re.compile(r"[多余]?(?:深处|高处|高空|远处|处(?![理置罚在于境]))")
"""1500米深处, 8000米高空: where something is."""
_SEVERAL = re.compile(r"[一两二][个位处名](?:及|或)?以上$")
"""两个以上的个人, 一位及以上被赡养人: whom a rule is for."""
_NAMED_BY = re.compile(r"是[^，,]*的$")
"""两大对策 after 减缓和适应是…的: things that the sentence names, not how many there are."""
_FORMULA = re.compile(r"\s*[-－×÷*/＋+]\s*[\u4e00-\u9fff]")
"""1-黑臭水体数/水体数量: a formula."""
_GRADE = re.compile(r"(?:优于|劣于?|好于)\s*[一二三四五ⅠⅡⅢⅣⅤ\d]类$")
"""劣五类, 优于三类: a grade of water."""
_FORBIDDEN = re.compile(r"(?:严禁|禁止|不再|不得(?![超高低少多大小早晚短迟]))[^，,；;。]{0,20}$")
"""不得新增10亿元以上的债务, 不再给予20万元补助: what is not to be is no target."""
_FINED = re.compile(r"(?:罚款|罚金|处以?)\s*$")
_FINE = re.compile(r"的?(?:罚款|罚金)")
"""处3万元以上10万元以下罚款: a penalty that a rule sets for whoever breaks it."""
_NOT_ONE = re.compile(r"无一(?:[所家个名起例]|人)[^，；。]{0,12}$")
"""无一所超过50人的班级: the kind of which there is none."""
_SIZE = re.compile(r"(?:的|规模)?(?:[\u4e00-\u9fff]{0,6}?)(?:项目|企业|产业|集群|产业链|园区|基地|订单|单品)\s*$")
"""亿元以上项目120个, 10亿元以上企业5家: a class by its size, counted by the number behind it."""
_JOINT = re.compile(r"\s*(?:部门|部委|单位联合|国领导人)")
"""八部门联合印发: who issued it says so already."""


def _is_label(text: str, quantity: Quantity) -> bool:
    """交点1, 方案2: a small number without a unit, glued to its noun with nothing after it, tells things apart."""
    if quantity.unit is not None or quantity.cmp != "eq" or quantity.measure or quantity.value >= 100:
        return False
    before, after = text[: quantity.start], text[quantity.end : quantity.end + 1]
    glued = before[-1:] > "\u3400" and (not after or after in "，,、。；;：:（(）)的至和与")
    return glued and text[quantity.start : quantity.end].isdigit() and not tail().search(before)


def _in_slogan(text: str, quantity: Quantity) -> bool:
    """True for a number inside a short quotation (“六大工程”, “四项原则”): it is part of a name."""
    if _counted_off(text, quantity):
        return True
    opening = text.rfind("“", max(0, quantity.start - 6), quantity.start)
    closing = text.find("”", quantity.end, quantity.end + 6)
    return (
        opening >= 0
        and not (is_duration(quantity) and _SET_TO.search(text[max(0, opening - 4) : opening]))
        and closing >= 0
        and "”" not in text[opening : quantity.start]
        and quantity.unit != "%"
        and closing - opening <= 8
    )


def _counted_off(text: str, quantity: Quantity) -> bool:
    """True inside a quotation whose members all begin with a numeral (“一核、三带、九片、多廊”)."""
    opening = text.rfind("“", max(0, quantity.start - 24), quantity.start)
    closing = text.find("”", quantity.end, quantity.end + 24)
    members = text[opening + 1 : closing].split("、") if min(opening, closing) >= 0 else []
    return len(members) > 1 and all(m[:1] in "一二三四五六七八九十两多双百千万" and 2 <= len(m) <= 6 for m in members)


def is_figure(sentence: ScopedSentence, quantity: Quantity) -> bool:
    """False for a quantity inside a name, and for a duration that measures nothing (历时3年, 为期两天)."""
    for name in sentence.read.names:
        if name.start < quantity.start and quantity.end < name.end:
            return False
        if name.type == "Plan" and name.start <= quantity.start and quantity.end <= name.end:
            return False
    numeral = sentence.read.text[quantity.number_start : quantity.number_end].strip()
    if numeral in _LONE and quantity.cmp == "eq" and quantity.unit not in ("元", "美元"):
        return False
    if _RATE_BASE.search(sentence.read.text[: quantity.start]) or _LABEL.search(
        sentence.read.text[max(0, quantity.start - 6) : quantity.start]
    ):
        return False
    if _is_label(sentence.read.text, quantity):
        return False
    clause = sentence.clause_at(quantity.start)
    if _is_condition(sentence, quantity, clause.start, clause.end):
        return False
    if _FORBIDDEN.search(sentence.read.text, clause.start, quantity.start):
        return False
    if _DEFINES.match(sentence.read.text, clause.start, quantity.start):
        return False
    if _LEADER.search(sentence.read.text, max(clause.start, quantity.start - 4), min(clause.end, quantity.end + 12)):
        return False
    if _FORMULA.match(sentence.read.text, quantity.end) or _GRADE.search(
        sentence.read.text[max(0, quantity.start - 4) : quantity.end]
    ):
        return False
    if _HALF_LEVIED.match(sentence.read.text, quantity.start):
        return False
    if quantity.unit is None and _JOINT.match(sentence.read.text[quantity.end :]):
        return False
    if _in_slogan(sentence.read.text, quantity):
        return False
    named = quantity.unit is None and sentence.read.text.startswith("大", quantity.end)
    if named and _NAMED_BY.search(sentence.read.text, clause.start, quantity.start):
        return False
    if any(p.start <= quantity.start and quantity.end <= p.end for p in sentence.read.periods):
        return False
    if quantity.unit == "岁" and _AGED.match(sentence.read.text, quantity.end):
        return False
    counted = quantity.unit in vocabulary("unit_kinds")["counters"]
    if counts_own_parts(sentence.read.text, clause.start, clause.end, quantity, counted):
        return False
    if quantity.cmp == "ge" and _SEVERAL.match(quantity.text):
        return False
    away = quantity.unit in ("公里", "千米", "米", "里") and quantity.cmp in ("eq", "range", "about")
    if quantity.unit in ("公里", "千米", "米", "里", "海里") and _AT_A_DEPTH.match(sentence.read.text, quantity.end):
        return False
    if away and _DISTANCE.search(sentence.read.text, clause.start, quantity.start):
        return False
    return not is_duration(quantity) or _measures(sentence.read.text, clause.start, clause.end, quantity)


def _is_condition(sentence: ScopedSentence, quantity: Quantity, start: int, end: int) -> bool:
    """Whether a number only says what falls under a rule or a kind, in the clause start..end."""
    text = sentence.read.text
    if _NOT_ONE.search(text, start, quantity.start):
        return True
    if quantity.cmp == "range" and quantity.unit == "元":
        return bool(_FINED.search(text, start, quantity.start) or _FINE.match(text, quantity.end))
    if quantity.cmp != "ge" or quantity.cmp_text != "以上" or quantity.unit not in ("元", "美元"):
        return False
    following = next((q for q in sentence.read.quantities if q.start >= quantity.end), None)
    return (
        following is not None
        and following.start < end
        and following.unit in vocabulary("unit_kinds")["counters"]
        and _SIZE.fullmatch(text, quantity.end, following.start) is not None
    )


def is_duration(quantity: Quantity) -> bool:
    """Whether a quantity is a length of time or an age."""
    return quantity.unit in vocabulary("unit_kinds")["durations"]


def _measures(text: str, start: int, end: int, duration: Quantity) -> bool:
    """Whether a duration or an age in the clause start..end is a value that is set or reached (审批时限压缩到5天)."""
    if _LASTED.search(text[max(0, duration.start - 4) : duration.end + 2]):
        return False
    if _LEVEL_WORDS.search(text, start, end) or (duration.cmp == "range" and text.startswith("的", duration.end)):
        return True
    if duration.unit in ("小时", "分钟") and _REACHED.match(text, duration.end, end):
        return text.rfind("（", start, duration.start) <= text.rfind("）", start, duration.start)
    return bool(_SET_TO.search(text[max(start, duration.start - 6) : duration.start])) and duration.unit != "年"
