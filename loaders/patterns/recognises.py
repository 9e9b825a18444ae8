"""recognises: a body names others as members of a class (示范企业, 重点实验室), or names the class it selects for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import Clause, ScopedArticle, ScopedSentence
from .clause_roles import acting, agents, relation
from .coordination import members
from .enlisted import enlisted
from .mention import Member
from .timing import DONE
from .triggers import Trigger, triggers
from .wording import generic, verbs

_ALREADY = re.compile(r"已经?.?$")
_THROUGH = frozenset({"组织", "委托", "依托"})
"""With these the body that stands before them recognises, through the one behind them."""
_CONDITION = re.compile(r"[^，。；]{0,8}(?:对|凡|经)")
_FOR_WHOM = re.compile(
    r"的[^，。；、]{0,12}(?:省|市|县|区|地方|地区|城市|企业|单位|机构|人员|项目|产品)(?:[（(][^）)]{0,30}[）)])?\s*$"
)
_AS = re.compile(
    r"(?:企业|单位|项目|产品|平台|机构|[省市县区]|城市|地区|区域|园区|\d(?:余|多)?[家个项名所])?(?<![行作成])(?:作|成)?为(?=[^，。；]{3,30}$)"
)
"""A、B等12家企业为省级…: what stands before are the bodies, what stands behind is the class."""


@cache
def _nominal() -> re.Pattern[str]:
    """Words for the act (认定 in …认定工作): without a verb of recognition, only what one of them ends is selected."""
    return re.compile(alternation(verbs("recognises", "nominal")))


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every recognition that the article states."""
    for sentence in article.sentences:
        if not triggers(sentence):
            continue
        open_list: tuple[Trigger, Member] | None = None
        for clause in sentence.clauses:
            inside = [t for t in triggers(sentence) if t.clause is clause]
            if not inside and open_list is not None:
                yield from _carried(article, sentence, clause, *open_list)
                continue
            open_list = None
            for trigger in inside:
                found = list(_stated(article, sentence, trigger))
                yield from (made for made, _ in found)
                if found:
                    open_list = (trigger, found[0][1])


def _stated(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> Iterator[tuple[Relation, Member]]:
    read = sentence.read
    verb = trigger.any(verbs("recognises"))
    start, end = trigger.object_start, trigger.object_end
    if verb is None and read.text[start:end].rstrip().endswith("名单"):
        verb = trigger.any(verbs("recognises", "lists"))
    if start >= end or (verb is None and _nominal().search(read.text, start, end) is None):
        return
    if verb is None and trigger.helped is not None and trigger.helper not in _THROUGH:
        return  # 指导各省开展…认定: others recognise
    if _CONDITION.match(read.text, trigger.clause.start, trigger.start) and _FOR_WHOM.search(read.text[start:end]):
        return  # 对…认定为…的省，给予奖励
    as_ = _AS.search(read.text[start:end])
    stop = start
    if verb and as_:
        stop = start + as_.start() + as_.group().index("为")
        start += as_.end()
    found = members(read, start, end)
    listed = list(enlisted(sentence, trigger, stop)) if verb else []
    cautious = verb in verbs("recognises", "cautious")
    for member in found:
        if cautious and not (member.counted or as_) and verb == "新增":
            continue
        if member.title or (not verb and member.nominal not in verbs("recognises", "nominal")):
            continue
        if member.head is not None and member.name == member.head.text:
            member = replace(member, name=_topic(sentence, trigger) + member.name)
        thing = _class(member, careful=(cautious and not listed) or not verb)
        if thing is None or member.role in {"listed", "place"}:
            continue
        for subject in acting(article, sentence, trigger, helped=False):
            yield (
                relation(
                    article,
                    sentence,
                    trigger.clause,
                    subject,
                    "recognises",
                    thing,
                    (trigger.start, member.end if not found else max(m.end for m in found)),
                    "recognises.verb" if verb else "recognises.nominal",
                    DONE if _ALREADY.search(read.text, 0, trigger.start + 2) else None,
                ),
                member,
            )
            for body, first, last in listed:
                if body not in (subject, thing):
                    place = (min(trigger.start, first), max(trigger.end, last))
                    made = relation(
                        article, sentence, trigger.clause, subject, "recognises", body, place, "recognises.listed"
                    )
                    yield made, member


def _topic(sentence: ScopedSentence, trigger: Trigger) -> str:
    """What a bare class (试点单位) is for, where the clause before says what is pushed on (推进…品牌建设，新增…)."""
    before = [t for t in triggers(sentence) if t.clause.end < trigger.clause.start]
    if not before or before[-1].any(verbs("launches", "advance")) is None:
        return ""
    text = sentence.read.text[before[-1].object_start : before[-1].object_end]
    close = trigger.clause.start - before[-1].clause.end <= 2
    return text if close and 4 <= len(text) <= 16 and not re.search("[、，和“]", text) else ""


def _carried(
    article: ScopedArticle, sentence: ScopedSentence, clause: Clause, trigger: Trigger, first: Member
) -> Iterator[Relation]:
    """…示范企业30个，示范平台30个: the list goes on behind a comma."""
    for member in members(sentence.read, clause.start, clause.end):
        if not member.counted or member.head is None or not member.head.designated:
            continue
        if member.name == member.head.text and first.head is not None:
            member = replace(member, name=first.name.removesuffix(first.head.text) + member.name)
        thing = _class(member, careful=True)
        if thing is not None:
            for subject in acting(article, sentence, trigger, helped=False) or agents(article, clause):
                yield relation(
                    article,
                    sentence,
                    clause,
                    subject,
                    "recognises",
                    thing,
                    (trigger.start, member.end),
                    "recognises.carried",
                )


def _class(member: Member, careful: bool) -> Entity | None:
    """The class of designated bodies, None where the words name none. careful: the verb alone does not say so."""
    name = re.sub(r"^\d{4}年度?", "", member.name)
    if member.head is None or generic(name) or len(name) < 4:
        return None
    if not member.head.designated and (careful or not member.head.strong):
        return None
    if member.canonical is not None and member.canonical.type in {"Program", "Center", "Organization"}:
        return Entity(member.canonical.canonical, member.canonical.type)
    kind = member.head.type if member.head.type in {"Program", "Center", "Organization", "Region"} else "Program"
    return Entity(name, kind)
