"""Where the thing that a story tells took place."""

from __future__ import annotations

import re

from ..language.reading import Name, ReadSentence
from .context import Context, Inherited, ScopedSentence, read_in
from .narrowing import with_holder

_IN = re.compile(r"(?:在|于|位于|落户|落地|落子)(?:中国|我国)?$")
_LIES = re.compile(r"(?:位于|落户|落地|落子)(?:中国|我国)?$")
_TOOK_PLACE = re.compile(
    r".{0,8}?(?:举行|举办|召开|开幕|闭幕|签约|签署|开工|动工|奠基|启动|揭牌|挂牌|成立|投产|投运|竣工|通车|下线|发布|落成|"
    r"开赛|开馆|亮相|发生|遇袭)"
)
_COUNTRY = re.compile(
    r"\s*(?:(?:其中|目前|同期|预计|力争)?(?:到|至|截至)?(?:(?:19|20)\d\d年|“?十[二三四五六]五”?)?(?:底|末|期间|时期)?[，,]?)"
    r"(?:我国|全国)(?!人大|人民|政协|两会|各|统一|一体|性|范围|首|第|前列|文明|重点|先进|领先|唯一|最|一流|劳动|劳模|示范|试点|百强|科普|总)"
    r"(?![^，。；]{0,14}(?:大会|会议|论坛|前\d|第[一二三四五六七八九\d]))"
)


def of_whole_country(text: str) -> bool:
    """A clause that speaks of the whole country (全国到2025年…, 到2025年全国…), by its first words."""
    return _COUNTRY.match(text) is not None


_WHOLE = ("中国", "全国")


def held_in(context: Context, sentence: ReadSentence, start: int, end: int, where: str = "clause") -> Context:
    """The context with the region where a clause says that something took place or lies (在江苏常州开幕, 落地沈阳).

    where: what the clause is for the fact's basis, "clause" or "heading".
    """
    for name in sentence.names:
        if name.type != "Region" or not start <= name.start < end or name.canonical in _WHOLE:
            continue
        before = sentence.text[max(start, name.start - 5) : name.start]
        if _LIES.search(before) or (_IN.search(before) and _TOOK_PLACE.match(sentence.text, name.end, end)):
            by = read_in(sentence, name.start, name.end, where, "places.held_in")
            return context.given(by, region=Inherited(name.canonical, "Region", "clause", (name.start, name.end)))
    return context


def in_region(context: Context, sentence: ScopedSentence, region: Name) -> Context:
    """The context in one region of a list, which acts alone where the list as a whole does."""
    by = read_in(sentence.read, region.start, region.end, "clause", "places.in_region")
    own = Inherited(region.canonical, "Region", "clause", (region.start, region.end))
    context = context.given(by, region=own)
    together = context.agent is not None and region.canonical in context.agent.value.split("、")
    return with_holder(context.given(by, agent=own)) if together else context
