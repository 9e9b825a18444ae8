"""Who acts in a clause: the body that stands as its subject."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ...schema.periods import Period
from ...schema.vocabulary import vocabulary
from ..language.reading import Name, ReadSentence
from .context import Inherited

ACTORS = frozenset({"Agency", "Organization", "Region", "Center"})
_LEAD = re.compile(
    r"(?:[\s，,、；;：:（(“”]|同时|此外|另外|其中|据悉|据了解|近日|日前|目前|当前|截至目前|近年来|多年来|过去[一\d]+年|新的一年|接下来|下一步|会上|"
    r"由|在[^，,。]{2,40}(?:下|上|中|方面|领域|过程中)[，,]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[（(][一二三四五六七八九十]+[）)]|"
    r"到|截至|自|从|作为[^，,]{2,30}[，,]|今年|去年|全年)*"
)
"""What may stand before the subject without being it."""
_JOIN = re.compile(r"\s*(?:[、，,和与及]|以及|会同|联合)\s*$")
WITH = re.compile(r"(?:(?<![会共协联])同|(?<![参给赠])与|跟)\s*$")
"""与A、B等加强合作: they are partners of who acts."""
_SOURCE = re.compile(r"[^，,。]{0,14}(?:报告|指数|数据|统计|公报|监测|快报|调查)(?:显示|表明|指出)")
"""A body whose report is quoted is the source, not the actor."""
_PUBLISHED = re.compile(
    r"\s*(?:今天|昨天|近日|日前|\d{1,2}日)?(?:[（(][^（）()]{2,12}[)）])?(?:发布|公布|通报|披露)"
    r"(?:[，,：:]|的?(?:最新)?(?:数据|消息|报告))"
)
"""国家统计局今天（5月27日）发布：what a body makes known that day it states."""
_REPORTED = re.compile(
    r"据(?P<who>[^，,。；]{2,12}?(?:媒体|报|社|电视台|通讯社))(?:[^，,。；]{0,6}?(?:报道|消息|援引))"
)
"""据美国媒体报道: a source that is no known body."""
_SET_UP = re.compile(
    r"\s*+(?:已|将|正式|顺利|全面){0,8}+(?:启动|开工|揭牌|挂牌|建成|投产|投运|竣工|开通|落户|落地|启用|成立|获批|建设)"
)
"""海南自贸试验区启动建设: what is set up does not act."""
_RESPONSIBLE = re.compile(r"\s*[（(].*(?:负责|牵头|配合|参与|落实)[）)]?\s*")
"""（公安部、财政部负责）: who answers for the task above, not who acts below."""
_HELPS = re.compile(r"等?(?:单位|部门)?(?:积极)?(?:配合|协助|参与|协同)(?=[，,；;。]|$)")
"""甲局牵头，乙局、丙局配合，实施…: those who help do not lead what follows."""
_COUNTED = re.compile(r"\s*+(?:已经|已|共|累计|总数|数量|合计|约|近|超过|超|达到|达|为|有|增至|增加到){0,12}+\s*+$")
_NUMBERED = re.compile(r"\s*(?:\d|[一二三四五六七八九十两]+[大个家项])")
_NOT_SUBJECT = re.compile(
    r"\s*(?:的|等(?!\d|[一二三四五六七八九十]|部门|单位|地|多部门)|》|”|系统|领域|行业|内(?!.)|以上|发展水平)"
)
_LEARNED = re.compile(r"(?:据|根据|从)\s*$")
_FROM = re.compile(r"[^，,。；]{0,12}?(?:获悉|了解到|消息|介绍|通报|统计|数据|发布的[^，,。；]{0,8})[^，,。；]{0,4}$")
"""记者从…获悉, 据…统计: where a report comes from."""
_CLASS = re.compile(
    r"^[一二三][级甲](?!市)|^(?:基层|乡镇|公办|民办|公立)|(?:^|[^国])(?:国家级|省级|市级|县级|级以上)|^(?:全[国省市县区]|来自|通过)|与|共建|作为|(?:企业|项目|产品|供应商|单位|标准|工厂|车间|示范平台)$"
)
"""Names that stand for a class of bodies (三级医院) or of designated ones, which does not act."""


_KIND = re.compile(
    r"\s*(?P<kind>(?:重点|大型|小微|中小|公立|国有|中央|民营|龙头|骨干|外资)[^，。；、的\d]{0,10}?"
    r"(?:企业|银行|机构|医院|高校|院校|平台))"
    r"(?![的和、及等或与达超有共为]|总数|数量|家数|累计|已达|突破|增至|增加到|[\d一二三四五六七八九十])(?=.{2})"
)
_THE_EVENT = re.compile(
    r"(?:(?:本届|此次|本次|这次|该)(?:大会|峰会|论坛|展会|博览会|展览会|交易会|推介会|年会|大赛|会议|活动|[\u4e00-\u9fff]{2}会)"
    r"|(?:大会|峰会|论坛|博览会|展会))(?=[共还将围吸设举发签达推集以展汇聚安参有\d，])"
)
_AT_THE_EVENT = re.compile(r"会上|(?:大会|峰会|论坛|展会|开幕式|闭幕式|签约仪式|博览会)(?:上|期间)")


def subject(
    read: ReadSentence, start: int, end: int, bodies: Mapping[str, str] = MappingProxyType({})
) -> Inherited | None:
    """The bodies that a stretch begins with (several joined by 、), or None where it names none as its subject.

    A region followed by a number (山东9家上榜) is only where, which `where` = "place" says.
    A person gives the body of the post (科技部部长王志刚 acts for 科技部); bodies: of persons whose post was named
    in the article. 的 after the name makes it a modifier.
    """
    at = _LEAD.match(read.text, start, end)
    position = at.end() if at else start
    for period in read.periods:
        if period.start <= position < period.end or period.start == position:
            lead = _LEAD.match(read.text, period.end, end)
            position = lead.end() if lead else period.end
    found: list[Name] = []
    for name in read.names:
        if name.end <= position or name.start >= end:
            continue
        between = read.text[position : name.start]
        if (found and not _JOIN.fullmatch(between)) or (not found and between.strip()):
            break
        if name.type in ACTORS and _CLASS.search(name.canonical):
            break
        if name.type not in ACTORS and not _body(name, bodies):
            break
        found.append(name)
        position = name.end
    if found and WITH.search(read.text, start, found[0].start):
        return None
    if not found or _NOT_SUBJECT.match(read.text, position, end) or _SOURCE.match(read.text, position, end):
        return None
    if found[0].type == "Center" and _SET_UP.match(read.text, position, end):
        return None
    if _RESPONSIBLE.fullmatch(read.text, start, end) or (found and _HELPS.match(read.text, position)):
        return None
    number = next((q.start for q in read.quantities if position <= q.start < end), None)
    if (
        number is not None
        and found[0].type not in ("Agency", "Region")
        and _COUNTED.fullmatch(read.text, position, number)
    ):
        return None
    where = (
        "place"
        if found[0].type == "Region"
        and _NUMBERED.match(read.text, position, end)
        else "clause"
    )
    if any(n.canonical in _never_acts() for n in found):
        return None
    canonical = list(dict.fromkeys(_body(n, bodies) or n.canonical for n in found))
    kind = "Agency" if found[0].type == "Person" else found[0].type
    return Inherited("、".join(canonical), kind, where, (found[0].start, found[-1].end))


@cache
def _never_acts() -> frozenset[str]:
    return frozenset(vocabulary("context")["media"] + vocabulary("context")["nowhere"])


def pointed(read: ReadSentence, start: int, end: int, event: str | None) -> Inherited | None:
    """The event that a clause speaks of without its name (本届大会举办了…, 会上，…); None for any other clause."""
    if event is None:
        return None
    at = _LEAD.match(read.text, start, end)
    position = at.end() if at else start
    found = _THE_EVENT.match(read.text, position, end) or _AT_THE_EVENT.fullmatch(read.text, start, end)
    return Inherited(event, "Event", "clause", found.span()) if found else None


def kind_of_body(read: ReadSentence, start: int, end: int) -> Inherited | None:
    """The kind of body that a clause states something of (重点物流企业业务量…, 大型银行…贷款…); None without one."""
    at = _LEAD.match(read.text, start, end)
    position = at.end() if at else start
    for period in read.periods:
        if period.start <= position < period.end:
            position = period.end
    found = _KIND.match(read.text, position, end)
    return Inherited(found["kind"], "Organization", "kind", found.span("kind")) if found else None


def leads(read: ReadSentence, start: int, period: Period) -> bool:
    """True for a period that a clause opens with, if only after connectives or the acting body (江苏省2024年新增…)."""
    position = start
    for name in read.names:
        if name.start <= position + 1 and position < name.end <= period.start and name.type in ACTORS:
            position = name.end
    lead = _LEAD.match(read.text, position, period.start)
    return (lead.end() if lead else position) >= period.start


def speaker(read: ReadSentence, start: int, end: int) -> str | None:
    """The person or body whose words a clause reports (陈因表示，…; 国家统计局发布的数据显示，…; 记者从交通部获悉，…).

    None where it reports nobody's.
    """
    says = tuple(vocabulary("context")["persons_say"])
    for name in read.names:
        if not (start <= name.start and name.end <= end):
            continue
        if name.type == "Person":
            return name.canonical if read.text.startswith(says, name.end) else None
        if name.type in ("Agency", "Organization"):
            source = _LEARNED.search(read.text, start, name.start) and _FROM.match(read.text, name.end, end)
            if source or _SOURCE.match(read.text, name.end, end) or _PUBLISHED.match(read.text, name.end):
                return name.canonical
    reported = _REPORTED.search(read.text, start, end)
    return reported["who"] if reported else None


def _body(name: Name, bodies: Mapping[str, str]) -> str | None:
    body = (name.body or bodies.get(name.text)) if name.type == "Person" else None
    return "中国" if body == "中华人民共和国" else body  # who holds an office of the state acts for the country
