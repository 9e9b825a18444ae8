"""The forms of time expressions as one compiled expression; period_readers.py reads its groups."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...schema.vocabulary import vocabulary

WORDS = vocabulary("period_words")
PLANS: dict[str, list[int]] = vocabulary("five_year_plans")

HINT = re.compile(r"[年月季比五中今]|目前|当前|现在|现阶段|如今|以来|以后|之后|世纪|\d[-/.]\d")
"""Without one of these no time expression stands in a text."""
TRIGGER = re.compile(
    r"\d+|[一二三四五六七八九十百两截到至比较高低自从由与同距“\"‘「『最近过未今此往这连再用经每前头后党新中建改加本进去上大明当下全年逐历目现迄第如]"
)
"""Where a time expression may begin: the first characters of PERIOD (a test compares them on the whole corpus)."""


def _any(words: Iterable[str], guard: bool = True) -> str:
    """Alternatives, longest first; a word does not begin inside another one (WORDS["not_after"])."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        stop = WORDS["not_after"].get(word) if guard else None
        parts.append((f"(?<![{stop}])" if stop else "") + re.escape(word))
    return "|".join(parts)


_Y = r"(?:(?:18|19|20|21)\d\d|[一二][〇零九八一二][〇零一二三四五六七八九]{2})"
_N = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_D = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r" ?(?:[-–—~～―]{1,2}|至|到) ?"
_BEFORE = r"(?P<before>截至|截止到?|到|至|比|较|高于|低于|自|从|由|与|同|距)? ?"
_ENDS = (
    r"(?:年底|年末|年初|年中(?!期)|底|末|初(?!步|期|次|级|心|始)|中期|全年度?|上半年|下半年"
    r"|前?[一二三四1-4]个?季度|第[一二三四1-4]季度|度|内(?!容|部|外|涵))"
)
_TAIL = (
    r"(?:之|以)?前(?![三两一二几\d]{1,3} ?个?[季月年名位批]|列|期|后|沿|瞻|往|来|景)|以来|来(?!自|源|华|往|临)"
    r"|以后|之后|后(?![续疫])|开始|起(?!草|点|步)|至今|迄今|期间|同期|相比|间(?=[，。])|的?(?:水平的?)?基础上|为(?:基期|基年|基数|基准)"
)


def _part(form: str) -> str:
    """What stands behind a year: 年底前, 年上半年, 年前三季度, 年3月, 年1-9月."""
    month = rf"(?P<{form}ma>{_D}) ?(?:月?份?{_TO}(?P<{form}mb>{_D}) ?)?月(?: ?{_D} ?日)?(?:份|底|末|初|中旬|上旬|下旬)?"
    first = rf"前 ?(?P<{form}mf>{_D}|两) ?个月"
    return rf"(?: ?(?P<{form}part>{first}|{_ENDS}|{month}))?(?: ?(?P<{form}after>{_TAIL}))?"


_PLAN_TAIL = r"的?基础上|期间|时期|规划期间?|中后期|末期|期末|末|初期|初|以来|之初|开局之?年?|收官之?年?"
_SPAN_BEFORE = r"最近|近|过去的?|未来|今后|此后|往后|这|连续|再用|用|经过|每|前|头"
_SPAN_AFTER = r"以来|来(?!自|源)|间(?!隔)|之内|以内|内(?!部|容)|前(?!后|期|列|沿)|之前|后|之后"

PERIOD = re.compile(
    # 2018-2020年, 2021年至2022年度, 2016—2020 年
    rf"(?P<range>(?:从|自)?(?P<r1>{_Y}) ?年?度? ?(?:{_TO}|、|和) ?(?P<r2>{_Y}|\d\d(?!\d)) ?年(?! ?{_D} ?月)"
    r"(?:度|期间|底|末)?(?:间(?!隔))?(?:的?这?[两三四五六七八九十]年(?:间(?!隔)|来|时间))?)"
    # 2019年1月1日至2020年12月31日, 2020年3月至5月
    rf"|(?P<dates>(?:从|自)?(?P<d1>{_Y}) ?年 ?{_D} ?月(?: ?{_D} ?日)?{_TO}(?:(?P<d2>{_Y}) ?年 ?)?"
    rf"(?P<d3>{_D}) ?月(?: ?{_D} ?日|份?底)?)"
    # 2018-04-12, 2018.4.12, 2018/4/12
    r"|(?P<iso>(?P<i1>(?:19|20)\d\d)(?P<dot>[-/.])(?P<i2>0?[1-9]|1[0-2])(?P=dot)(?:0?[1-9]|[12]\d|3[01])(?!\d))"
    # 到2025年底前, 截至2021年底, 比2015年, 2023年上半年, 自2018年以来
    rf"|(?P<year>{_BEFORE}(?P<y>{_Y}) ?年(?!版|鉴){_part('y')})"
    # “十四五”期间, “十三五”末, “十四五”以来, “十四五”开局之年
    rf"|(?P<plan>(?P<pb>截至|截止|比|较|到|至)?[“\"‘「『]?(?P<p>{_any(PLANS, False)})"
    rf"(?:(?P<pq>[”\"’」』])|(?= ?(?:{_PLAN_TAIL}|[头前后][一两二三四]年))) ?"
    rf"(?P<pt>{_PLAN_TAIL})?(?P<py>(?:头|前|后)[一两二三四]年)?)"
    # 第十四个五年规划期间
    rf"|(?P<nth>第(?P<np>十?[一二三四五六七八九]|十)个五年(?:规划|计划) ?(?P<nt>期间|时期|以来|末|期末))"
    # 20世纪90年代, 上世纪八十年代, 90年代末
    r"|(?P<decade>(?:(?P<dc>(?:\d{1,2}|[一二九十]{1,3}) ?世纪|上个?世纪))? ?"
    r"(?P<dd>[1-9]0|[二三四五六七八九]十)年代(?:以来|起|中后期|[初中末后]期?)?)"
    # 近三年来, 过去五年, 未来5年, 连续8年, 三年来, 两年内, 每3年, 用两年左右时间
    rf"|(?P<span>(?P<sb>{_SPAN_BEFORE})? ?(?:{_N}{_TO})?(?P<sn>{_N}) ?(?:多|余)? ?年多?"
    rf"(?P<st>左右)?(?:的?(?:时间|努力))?(?P<sa>{_SPAN_AFTER})?)"
    # 党的十八大以来, 改革开放以来, 新中国成立以来
    rf"|(?P<event>(?:自从?)?(?P<e>{_any(WORDS['events'], False)})(?:\d+年)?(?:之后|以后|以来))"
    rf"|(?P<named>(?:到|至)?(?P<nm>{_any(WORDS['named'], False)})(?!来|以来|间))"
    rf"|(?P<base>(?:{_any(WORDS['base'])})(?!例|重))"
    # 去年底, 今年上半年, 今年1-9月, 今年以来
    rf"|(?P<rel>(?P<rb>截至|截止|到|至|比|较|与|同|自|从|由)?(?P<rw>{_any(WORDS['relative'])}){_part('r')})"
    rf"|(?P<stretch>{_any(WORDS['stretches'])})"
    rf"|(?P<each>{_any(WORDS['each'])})"
    # 9月底前, 1—2月份, 12月22日, 10月1日至8日
    rf"|(?P<month>(?P<mb>截至|截止|到|至)?(?<![\d.])"
    r"(?P<ma>\d{1,2}|(?<![一二三四五六七八九十个])[一二三四五六七八九十]{1,2}) ?"
    rf"(?:(?:月(?: ?{_D} ?日)?)?份?(?:{_TO}|、)(?P<mz>{_D}) ?)?月(?: ?{_D} ?日)?(?:份|底|末|初|中旬|上旬|下旬)?"
    r"(?P<mt>(?:之|以)?前(?!后|期))?(?![龄嫂球饼台亮光季]))"
    r"|(?P<quarter>(?P<qb>截至|到|至)?(?:前|第)?(?P<q>[一二三四1-4])个?季度末?)"
    # 上个月, 比上月, 截至本月12日
    rf"|(?P<near>(?P<nb>截至|截止|到|至|比|较|与|同)?(?P<nw>{_any(WORDS['months'])})(?!球)"
    rf"(?: ?{_D} ?日|底|末|初|[上中下]旬)?(?P<na>(?:之|以)?前(?!后|期))?)"
    rf"|(?P<months>前 ?(?P<fm>{_D}|两) ?个月)"
    # 全年, 上半年, 年底前
    rf"|(?P<alone>(?P<ab>截至|到|至|比|较)?(?P<a>{_any(WORDS['parts'])})(?P<at>(?:之|以)?前(?!后|期)|以来)?(?!龄|级|度假))"
    r"|(?P<recent>近年来?|近些年来?|近几年来?|这些年来?)"
    rf"|(?P<now>(?!如今[年天后日]|(?<=[表体呈展])现在)(?:{_any(WORDS['now'])}))"
)
