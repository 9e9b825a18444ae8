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
