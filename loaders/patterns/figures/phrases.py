"""The noun that a number counts: read from the right or the left of the number."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ....schema.punctuation import PAIRS
from ....schema.vocabulary import vocabulary
from ...context.context import ScopedSentence
from .phrase import Left, Phrase
from .predicates import manner, object_of, predicate
from .slots import Slot
from .words import NAMELY, listed, one_of, tail, words

MODIFIERS = re.compile(
    r"^(?:首批|第[一二三四五六七八九十\d]+批|一批|各类|相关|约|近|超过|超(?![深大高低级算薄细长声导临])"
    r"|的|等|个(?![人体别性])|级(?![别以])|上述|以下|余|[高长宽深厚重]的)+"
)
_NOT_NOUN = re.compile(r"^[\s，,。；;：:、）)》”\]】.!?！？+]|^$")
_NOUN_AFTER = re.compile(r"出[口境版租资台厂]|过[境渡路剩]|好[转评]")
"""了出过好 after a verb are its particles, but not where they begin a noun (完成出口…)."""
_SET_AIM = re.compile(r"(?:提出|确定|明确|下达|规定|部署)的$")
_YEARS = re.compile(r"[一二三四五六七八九十两\d]+年(?=累计|共|新增|完成|转移)")
_CHANGING = re.compile(r"(?:增长|增加|提高|提升|上升|扩大|下降|降低|降|减少|缩短|压缩|增|升|恢复|回升|达)$")
_BEGIN_NOUNS = frozenset("高低升降减增涨为是列居在到至共遭")
"""Verbs of one character that begin a noun right after a number as well (高技能人才)."""
_SETTING = re.compile(r"在[^，,在]{2,24}?(?:中|上|里|内|下|方面|领域|方向|期间|过程中)(?!心|国|型|小)")
"""An adverbial of place or field before the verb (在重大任务中安排…)."""
_STEADY = re.compile(r"[^、]{2,24}(?:稳定|增长|增加|减少|回升|提高|提升|下降|扩大|改善|优化|平稳)、(?=.{2})")
"""A predicate without a number before the noun of the number."""
_GRADES = "中高初平同均优劣"
"""Before 等 these make an adjective."""
_PLACING = ("在", "由", "列", "共")
_GOALS_OF_PASSING = ("大关", "关口", "台阶", "区间")
"""突破3万亿元大关 passes it, 两个关口 counts them."""
_FILED = re.compile(r"(?P<what>[^，,]{2,}?)已经?(?:成功|顺利|连续|累计)?(?P<verb>[\u4e00-\u9fff]{2})了?$")
_WHERE = ("在", "于", "从", "赴")
"""Before a region they tell where those that were counted do something (100名士兵在美国接受培训)."""
_AMONG = re.compile("(?<![存内潜现所])在[^，,。；;]{0,10}$")
_WITH = re.compile("(?:与|同|和)[^，,。；;]{0,40}$")
_JOINTLY = re.compile("(?:合作|联合|对接|携手|签约|结对|共建|签订)$")
"""与7所高校合作: what is done with those that are counted."""
SUMMED_UP = re.compile(
    r"^ ?[两二三四五六七八九十\d]{1,2} ?[个大]?(?:省区市|省市|省份|省|市|县|区|地|国|城市|地区)(?![场级内外区民域])"
)
"""甲、乙两市: how many regions a list of them has."""
_NAMELY = re.compile(NAMELY)
_MEANWHILE = re.compile(r"的(?:同时|基础上|情况下|前提下|过程中|背景下)$")
_CIRCUMSTANCES = re.compile("基础上|[情状]况下|前提下|背景下|条件下|同时[，,]|时候|居(?:全国|世界|全球|亚洲|首位|第)")
"""在保持1万亿斤以上的基础上, 破千亿元 居全国首位."""
_CIRCUMSTANCE = ("由", "在", "对", "从", "被", "向")
_RELATIVE = re.compile(r"[^，,。；;：:、的]{4,24}的(?P<head>[^，,。；;：:、的\d]{2,16})(?=[，,。；;：:、]|$)")
"""160项由企业主要参与制定的国际标准: the head behind what tells which."""
_REMARKED = re.compile("[（(]以下(?:统称|简称)")
_WORKS = ("项目", "计划", "工作")
_DONE_WELL = re.compile("在?(?:继续|切实)?(?:巩固|落实|保护|利用|管理|使用|维护|保障|服务){1,2}好(?![评转莱])(?=.{2})")
"""落实好补贴政策: a verb with its complement before the noun."""
_NAMED_BY = "的级、和—－-至州县市区省盟旗港"
"""After a body or a region they make it a part of a name."""
_SUFFERING = re.compile("被[^，,。；;、]{1,4}(?:人员|者|对象|单位|企业|家庭)")
_ONE_THING = re.compile("国家[和及]地区|人口(?=的)")
"""来自15个国家和地区的客商, 14亿人口的大国: the noun ends here, whatever follows."""
_INDEX = re.compile("(?<=[\u4e00-\u9fff]{2})指数")
_JOINED_VERB = "和与及"
_ARENA = re.compile("(?<=[均都也仍稳位并])[居列][^，,居列]{2,10}$")
"""吞吐量均居沿海港口首位: who is compared, between the verb and the rank."""
_CLOSERS = "，,。；;：: 、）)"


def left_of(sentence: ScopedSentence, slot: Slot, counted_right: bool) -> Left:
    """The stretch left of a number, taken apart. counted_right: a noun stands right of the number, so that a verb
    right before the number is its verb (园区辅导100家企业) and no part of a noun (危房改造190万户)."""
    found = _left_of(sentence, slot, counted_right)
    outside = found.noun.text.rfind("）") + 1
    if 0 < outside < len(found.noun.text) and "（" not in found.noun.text:
        noun = Phrase(found.noun.start + outside, found.noun.end, found.noun.text[outside:])
        found = replace(found, noun=noun)  # the number before stood inside the bracket
    filed = _FILED.match(found.noun.text)
    if filed:  # 大模型数量已备案超300个
        noun = Phrase(found.noun.start, found.noun.start + filed.end("what"), filed["what"])
        found = replace(found, noun=noun, verb=found.verb or filed["verb"])
    if listed(found.verb, "tells_which") and "的" in found.noun.text and not counted_right:
        start = found.verb_start  # 提供服务的机构600家
        noun = Phrase(start, found.noun.end, sentence.read.text[start : found.noun.end])
        return replace(found, noun=noun, verb=None, verb_start=-1)
    found = object_of(found, sentence.read.text)
    if counted_right and found.verb is None and listed(slot.quantity.cmp_text, "flow"):
        return replace(found, verb=slot.quantity.cmp_text)  # 突破100种以上关键技术
    steady = _STEADY.match(found.noun.text)
    if steady and slot.quantity.measure is None and found.carrier:  # 播种面积保持稳定、产量达到…
        start = found.noun.start + steady.end()
        return replace(found, noun=Phrase(start, found.noun.end, found.noun.text[steady.end() :]))
    return found


def _left_of(sentence: ScopedSentence, slot: Slot, counted_right: bool) -> Left:
    text = sentence.read.text
    end = slot.quantity.start
    if _change_before().search(text[end : slot.quantity.number_start]):
        end = slot.quantity.number_start  # 约同比下降3%: the comparator stands before the verb
    end = _before_period(sentence, slot.left, end)
    start = _after_frame(sentence, slot.left, end)
    if slot.quantity.measure == "rank":
        end = _before_arena(text, start, end)
    member = slot.number > 0 and text[slot.left - 1 : slot.left] in ("、", "和", "及", "与")
    noun_start, verb, verb_start = (start, None, -1) if member else _strip_lead(sentence, start, end, counted_right)
    close = _closing_verb().search(text[noun_start:end])
    carried = tail().search(text[noun_start:end])
    if close and (carried is None or close.start() < carried.start() or close.end() == carried.end()) and verb is None:
        if not counted_right and listed(close.group(), "after_object") and close.start() > 1:
            return Left(_trim(text, noun_start, noun_start + close.start()), close.group(), noun_start, None)
        if counted_right:
            return Left(Phrase(noun_start, noun_start, ""), close.group(), noun_start + close.start(), None)
        noun = _trim(text, noun_start, noun_start + close.start() if close.group().startswith("新") else end)
        return Left(noun, close.group(), noun_start, None)
    noun_end = _before_period(sentence, noun_start, noun_start + carried.start() if carried else end)
    carrier = _carrier(carried.group()) if carried else None
    if counted_right and carrier in _PLACING:
        carrier = None  # 在10个领域开展试点
    noun = _trim(text, noun_start, noun_end)
    if carrier is None and noun.text and not counted_right and listed(slot.quantity.cmp_text, "reach"):
        carrier = slot.quantity.cmp_text  # 总量超过1亿户
    if verb is not None and not noun.text and not counted_right and carrier is None:
        noun, verb = _verbal_noun(sentence, slot, verb, verb_start)
    return Left(noun, verb, verb_start, carrier)


@cache
def _came_about() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('comes_about').pattern})$")


@cache
def _change_before() -> re.Pattern[str]:
    return re.compile("|".join(w for w in words("rise", "fall") if len(w) > 1))


@cache
def _closing_verb() -> re.Pattern[str]:
    """A verb, perhaps with its particle, at the end of a stretch."""
    return re.compile(rf"(?:{one_of('flow').pattern})(?=[了出过]?\s*$)")


def _verbal_noun(sentence: ScopedSentence, slot: Slot, verb: str, start: int) -> tuple[Phrase, str]:
    """举办培训12期: of two verbs the second is the noun; 减税8000亿元: a verb of money is its own noun."""
    second = next((w for w in words("flow") if verb.endswith(w) and listed(verb.removesuffix(w), "flow")), None)
    if second is not None:
        at = start + len(verb) - len(second)
        return Phrase(at, start + len(verb), second), verb.removesuffix(second)
    if slot.quantity.unit in vocabulary("unit_kinds")["money"] or listed(verb, "own_nouns"):
        return Phrase(start, start + len(verb), verb), verb
    own = next((w for w in words("own_nouns") if verb.endswith(w)), None)
    if own is not None:  # 累计完成造林2953万公顷
        at = start + len(verb) - len(own)
        return Phrase(at, start + len(verb), own), verb.removesuffix(own)
    return Phrase(start, start, ""), verb


def _before_period(sentence: ScopedSentence, start: int, end: int) -> int:
    """Before the periods that a stretch ends with (…的占比从2008年的3%, …产量连续4年超过…)."""
    text, moved = sentence.read.text, True
    while moved:
        moved = False
        bare = end
        while start < bare and text[bare - 1] in " 的":
            bare -= 1
        if text.endswith("水平", start, bare) and any(p.end == bare - 2 for p in sentence.read.periods):
            bare -= 2  # 达到2019年水平的98%
        for period in sentence.read.periods:
            if start < period.start < period.end == bare:
                reached = period.text[0] in "到至" and _CHANGING.search(text[start : period.start])  # 提高到2021年的
                end, moved = period.start + bool(reached), True
    while start < end and text[end - 1] in "从由自":
        end -= 1
    return end


def _carrier(run: str) -> str | None:
    """The verb of a run that carries the number: the last of rising or falling, else the last of reaching."""
    found = [m.group() for m in one_of("reach", "rise", "fall", "carrier_adverbs").finditer(run)]
    changing = [w for w in found if listed(w, "rise", "fall")]
    reaching = [w for w in found if listed(w, "reach")]
    return changing[-1] if changing else reaching[-1] if reaching else None


def _before_arena(text: str, start: int, end: int) -> int:
    """位列全省第三: the arena of a rank stands between its verb and its number."""
    arena = re.search(rf"(?:在|居|列)?(?:{one_of('arenas').pattern}){{1,2}}(?:各?[^，,]{{0,8}}中)?$", text[start:end])
    arena = arena or _ARENA.search(text[start:end])
    return start + arena.start() + (1 if arena and arena.group()[0] in "居列" else 0) if arena else end


def _after_frame(sentence: ScopedSentence, start: int, end: int) -> int:
    """Past the periods and the acting body that a clause opens with."""
    text = sentence.read.text
    moved = True
    while moved:
        moved = False
        while start < end and (text[start].isspace() or text[start] in "，,、：:“”"):
            start += 1
        for period in sentence.read.periods:
            if period.start <= start + 1 and start < period.end <= end:
                start, moved = period.end, True
                start += text.startswith("度", start) and text[start - 1] == "年"  # 2021 年度
        for period in sentence.read.periods:
            if start < period.start and period.end <= end and _SET_AIM.search(text, start, period.start):
                start, moved = period.end, True  # 落实某部提出的到2030年…
        label = re.match(
            r"(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|——|这\d+[个家项座]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])",
            text[start:end],
        )
        if label:
            start, moved = start + label.end(), True
    return start


def _strip_lead(sentence: ScopedSentence, start: int, end: int, counted_right: bool) -> tuple[int, str | None, int]:
    """Past adverbs, bodies and verbs that lead up to the noun: where the noun begins, the last verb, its start."""
    text = sentence.read.text
    verb: str | None = None
    verb_start, at = -1, start
    bodies = {
        n.start: n.end
        for n in sentence.read.names
        if n.type in ("Agency", "Region", "Organization")
        and (_acts(text[n.end : end]) or (counted_right and text[n.end : end].strip()))
    }
    periods = {p.start: p.end for p in sentence.read.periods if p.end <= end}
    benefit = re.compile(rf"(?:为|对|向|给|面向|我们为)[^，,]{{1,16}}?(?!(?<=进)出口)(?={one_of('flow').pattern})")
    guard = "|".join(vocabulary("figure_verbs")["verb_noun_guard"])
    flow, leading = one_of("flow").pattern, one_of("flow", "stock", "adverbs").pattern
    pattern = re.compile(rf"(?:新(?={flow})|{leading})(?!{guard})")
    while at < end:
        if at in periods:
            at = periods[at]
            continue
        setting = _SETTING.match(text, at, end) or benefit.match(text, at, end)
        if setting and verb is None:
            at = setting.end()
            continue
        if text.startswith(("会同", "联合"), at) and at + 2 in bodies:
            at += 2
        if at in bodies:
            after = bodies[at]
            if verb is None and (together := SUMMED_UP.match(text[after:end])):
                after += together.end()  # 甲、乙两市分别建设…
            if text[after] in "、和与及" and after + 1 in bodies:
                at = after + 1  # 工业和信息化部、财政部认定…
                continue
            indexed = text.startswith("中国", at) and _INDEX.search(text, bodies[at], end)  # 中国仓储指数
            named_by = indexed or text[after] in _NAMED_BY or text.startswith(("国家", "地区"), after)
            with_whom = text[at - 1] in "对自从" and text.startswith(words("trade"), after)  # 对东盟进出口
            if not (named_by or with_whom) and (verb is None or pattern.match(text, after, end)):
                at = after
                continue
        match = None if one_of("noun_starts").match(text, at, end) else pattern.match(text, at, end)
        if match is None:
            particle = verb is not None and text[at] in "了出过好后" and not _NOUN_AFTER.match(text, at)
            joined_on = verb is not None and text[at] in _JOINED_VERB and one_of("flow").match(text, at + 1, end)
            if text[at] in " 的、" or particle or joined_on:
                at += 1
                continue
            if well := _DONE_WELL.match(text, at, end):
                at = well.end()
                continue
            years = _YEARS.match(text, at, end)
            if years:
                at = years.end()
                continue
            break
        word = match.group()
        if word == "重点" and (verb is not None or not pattern.match(text, match.end(), end)):
            break  # 打造重点工业互联网平台: the kind of thing, not the manner
        if match.end() == end and listed(word, "pace"):
            break  # 较上月加快0.6个百分点: it carries the number
        if listed(word, "flow", "stock"):
            joined = verb is not None and text[verb_start:at] == verb
            verb, verb_start = (f"{verb}{word}", verb_start) if joined else (word, at)
        at = match.end()
    return at, verb, verb_start


def _measured_head(sentence: ScopedSentence, slot: Slot) -> Phrase | None:
    """两座海拔3300多米的高山: the head behind a second number that only tells its height, length or price."""
    text = sentence.read.text
    second = next((q for q in sentence.read.quantities if slot.quantity.end < q.start < slot.clause.end), None)
    if second is None or slot.quantity.unit not in vocabulary("unit_kinds")["counters"]:
        return None
    measure = text[slot.quantity.end : second.start]
    behind = re.compile(r"(?:以上|左右|以下)?的").match(text, second.end)
    if not behind or not (listed(measure.rstrip("近约超达为"), "owned") and len(measure) <= 6):
        return None
    return right_of(sentence, Slot(second, slot.clause, second.end, slot.clause.end, True, slot.number + 1))


def _acts(behind: str) -> bool:
    """Whether a body before these words does something, and is not itself what is counted (高新技术企业数量增长5%)."""
    rest = tail().sub("", behind).strip()
    return bool(rest) and not listed(rest, "owned", "points_back")


def right_of(sentence: ScopedSentence, slot: Slot) -> Phrase:
    """The noun right of a number, empty where a verb or punctuation follows it."""
    text = sentence.read.text
    if head := _measured_head(sentence, slot):
        return head
    start, end = slot.quantity.end, slot.right
    while start < end and text[start] in " 　":
        start += 1
    if start < end and text[start] == "的":
        start += 1
    if _NOT_NOUN.match(text[start:end]) or _CIRCUMSTANCES.match(text, start, end):
        return Phrase(start, start, "")
    lead = MODIFIERS.match(text[start:end])
    if lead:
        start += lead.end()
    if slot.quantity.unit is None and re.match(r"大(?![学会型赛桥厦数气豆米])", text[start:end]):
        start += 1  # 五大任务
    adverb = one_of("carrier_adverbs").match(text, start, end)  # 从8万亿元逐步增长到15万亿元
    past = adverb.end() if adverb and len(adverb.group()) > 1 else start
    verb = one_of("reach", "rise", "fall").match(text, past, end)
    verb = verb or one_of("noun_ends", "reach", "rise", "fall").match(text, start, end)
    region = next((n for n in sentence.read.names if n.start == start and n.type == "Region"), None)
    if verb and (region or _SUFFERING.match(text, start)):
        verb = None  # 15辆以色列坦克, 6名被扣押人员
    if verb and (verb.group() in _BEGIN_NOUNS or one_of("noun_starts").match(text, start, end)):
        verb = None
    if verb and verb.group() in _GOALS_OF_PASSING and slot.quantity.unit in vocabulary("unit_kinds")["counters"]:
        verb = None
    if verb is None and (does := predicate().match(text, start, end)):
        shaken = slot.quantity.unit == "级地震"  # 6.2级地震造成…; but 7起违反规定问题
        verb = does if shaken or does.group().endswith("了") else None
    named = next(
        (n for n in sentence.read.names if n.start <= start < n.end and n.type not in ("Region", "Agency")), None
    )
    told = _RELATIVE.match(text, start, end) if verb and verb.group() in _CIRCUMSTANCE else None
    if told:
        return _trim(text, told.start("head"), told.end())
    if verb and named is None:
        return Phrase(start, start, "")
    if whole := _ONE_THING.match(text, start, end):
        return Phrase(start, whole.end(), whole.group())
    least = region.end + 1 if region else start + 1
    stop = _noun_end(sentence, start, end, named.end if named else least)  # 5名以色列被扣押人员
    if stop == end < slot.clause.end and (carried := tail().search(text, start, stop)):
        stop = carried.start()  # 收入超10亿元的供应商达43家
    stop = _before_period(sentence, start, stop)
    while (came := _came_about().search(text, start + 2, stop)) and came.end() == stop:
        stop = came.start()  # 两条高铁通车
    if how := manner().search(text, start, stop):
        stop = how.start()  # 10个紧缺领域大力开展培训
    if stop == slot.clause.end and _AMONG.search(text, slot.left, slot.quantity.start):
        done = re.compile(f"(?:{one_of('flow').pattern})$").search(text, start + 1, stop)
        stop = done.start() if done else stop  # 在全国2000个县推进
    if _WITH.search(text, slot.left, slot.quantity.start) and (jointly := _JOINTLY.search(text, start + 2, stop)):
        stop = jointly.start()  # 与北京理工大学等7所高校合作
    if remarked := _REMARKED.search(text, start + 2, stop):
        stop = remarked.start()  # 3个开发区（以下统称…）建设示范区
    if namely := _NAMELY.search(text, start + 2, stop):
        stop = namely.start()  # 3个子体系即…
    if meanwhile := _MEANWHILE.search(text, start, stop):
        stop = meanwhile.start()  # 做强10个产业集群的同时
    if text[stop - 1 : stop + 1] == "中，" and stop - start > 2 and text[stop - 2] not in "初高集":
        stop -= 1  # 调查的21个行业中，
    return _trim(text, start, stop)


def _noun_end(sentence: ScopedSentence, start: int, end: int, least: int) -> int:
    """Where the counted noun ends: before the verb of what it does, never inside a name or before `least`."""
    text = sentence.read.text
    names = [(n.start, n.end) for n in sentence.read.names if n.type not in ("Region", "Agency")]
    regions = {n.start for n in sentence.read.names if n.type == "Region"}
    depth: list[str] = []
    at = start
    while at < end:
        character = text[at]
        if depth and character == depth[-1]:
            depth.pop()
        elif character in PAIRS:
            depth.append(PAIRS[character])
        elif not depth and at >= least and not any(a < at < b for a, b in names):
            noun = one_of("within_nouns").match(text, at, end)  # 联合奖惩备忘录
            match = one_of("noun_ends").match(text, at, end) if noun is None else None
            if match and text[at - 1] in vocabulary("figure_verbs")["second_halves"].get(match.group(), ""):
                match = None  # 意向书, 人均收入
            if match and text.startswith(_WORKS, match.end()):
                match = None  # 37项国家标准制定项目
            if match and match.group() == "等" and text[at - 1] in _GRADES:
                match = None  # 中等职业学校
            long = at - start >= 2 or listed(text[start], "short_nouns", "listed_nouns")
            if match is None and noun is None and long:
                match = predicate().match(text, at, end)
            where = match is not None and match.group() in _WHERE and match.end() in regions
            if match and (where or match.group() in ("组成", "构成", "就是") or _tells(text[match.end() : end])):
                return at
            if (
                character == "、"
                and at - start >= 4
                and (any(n[0] in (at + 1, at + 2) for n in names) or any(n[1] == at for n in names))
            ):
                return at
        at += 1
    return end


def _tells(behind: str) -> bool:
    """Whether a verb after the counted noun says what it does (通过搬迁摆脱了贫困), not which it is (参与…的企业)."""
    did = behind.find("了")
    return "的" not in behind or (0 <= did < behind.find("的"))


def _closes(phrase: str) -> bool:
    """True where a phrase ends with the bracket of a remark inside it (示范平台（含试点）)."""
    return phrase[-1] in "）)" and any(c in phrase for c in "（(")


def _trim(text: str, start: int, end: int) -> Phrase:
    while start < end and text[start] in _CLOSERS + "的":
        start += 1
    while start < end and text[end - 1] in _CLOSERS + "的" and not _closes(text[start:end]):
        end -= 1
    lead = re.match(r"(?:首批|第[一二三四五六七八九十\d]+批|一批|其中)", text[start:end])
    if lead:
        start += lead.end()
    return Phrase(start, end, text[start:end])
