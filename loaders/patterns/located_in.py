"""located_in: where a center, a zone or an event is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle, ScopedSentence
from ..language.reading import Name
from .clause_roles import entity, in_news, relation
from .coordination import members
from .hosts import event
from .timing import TIMELESS, known, reported
from .triggers import Trigger, triggers
from .undertakings import undertakings
from .wording import verbs
from .zones import zones

_PLACED = frozenset({"Center", "Organization", "Program"})


@cache
def _held_in() -> re.Pattern[str]:
    """…大会今天（11月11日）在苏州举行: what may stand between an event and the verb that says where it is held."""
    when = r"今天|昨天|昨日|今日|日前|近日|于?\d+月\d+日|\d+日|[（(][^（）()]*[）)]|将|于|成功|同期|顺利"
    acts = alternation(verbs("located_in", "events"))
    return re.compile(rf"[”》]?(?:{when}){{0,12}}+在[^，。；]{{0,24}}?(?:{acts})")


@cache
def _had_in() -> re.Pattern[str]:
    """在苏州举行的: what stands before an event and says where it was held."""
    return re.compile(rf"在([^，。；在]{{2,16}})(?:{alternation(verbs('located_in', 'events'))})的[“《]?$")


@cache
def _lies_in() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(verbs('located_in'))})")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every place of an event, a center or a zone that the article states."""
    for sentence in article.sentences:
        for zone in zones(sentence):
            for region in zone.regions:
                yield relation(
                    article,
                    sentence,
                    zone.trigger.clause,
                    zone.center,
                    "located_in",
                    region,
                    zone.place,
                    "located_in.zones",
                    TIMELESS,
                )
        for found in undertakings(sentence):
            if found.thing.type == "Center" and found.trigger.helped is None:
                for region in _spread(sentence, found.trigger):
                    yield relation(
                        article,
                        sentence,
                        found.trigger.clause,
                        found.thing,
                        "located_in",
                        region,
                        (region_start(sentence, found.trigger), found.place[1]),
                        "located_in.spread",
                    )
        yield from _held(article, sentence)
        yield from _events(article, sentence)
        yield from _named_for(article, sentence)
        yield from _places(article, sentence)


def _held(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """在A召开X大会."""
    for trigger in triggers(sentence):
        if trigger.relative or trigger.any(verbs("hosts")) is None or not _run(sentence, trigger):
            continue
        for member in members(sentence.read, trigger.object_start, trigger.object_end):
            thing = event(member, cautious=False)
            for region in _spread(sentence, trigger) if thing is not None else ():
                assert thing is not None
                place = (region_start(sentence, trigger), member.end)
                when = reported(sentence, trigger.clause, (member.start, member.end)) if in_news(article) else None
                yield relation(
                    article, sentence, trigger.clause, thing, "located_in", region, place, "located_in.hosted", when
                )


_IN = re.compile(r"[在于]\s*$")
_AND = re.compile(r"\s*+(?:[、，,和与及]|以及)?\s*+")


def _spread(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Entity]:
    """在A、B、C布局…: the regions before the verb."""
    yield from (entity(n) for n in _run(sentence, trigger))


def region_start(sentence: ScopedSentence, trigger: Trigger) -> int:
    """Where the first of the regions before a verb stands."""
    return min(n.start for n in _run(sentence, trigger))


def _run(sentence: ScopedSentence, trigger: Trigger) -> list[Name]:
    run: list[Name] = []
    text = sentence.read.text
    for name in sentence.read.names:
        if name.type != "Region" or not trigger.clause.start <= name.start < trigger.start:
            continue
        if run and not _AND.fullmatch(text[run[-1].end : name.start]):
            return []
        if not run and not _IN.search(text[: name.start]):
            return []
        run.append(name)
    rest = text[run[-1].end : trigger.start].strip() if run else ""
    return run if re.fullmatch(r"等?(?:\d+个)?(?:地|省份?|[省市县区])*(?:（[^（）]*）)?", rest) else []


def _named_for(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """无锡国家传感网创新示范区, 天津世界智能大会: the name begins with the place."""
    read = sentence.read
    for name in read.names:
        if name.type not in {"Center", "Event"}:
            continue
        regions = [n for n in read.nested if n.type == "Region" and name.start <= n.start and n.end <= name.end]
        place = _beginning(regions, name.start)
        rest = read.text[place.end : name.end] if place is not None else ""
        shown = _ZONE.search(rest) if name.type == "Center" else _OWN_NAME.match(rest)
        if place is not None and shown and place.canonical not in {"中国", "中华人民共和国"} and len(rest) > 4:
            edition = name.type == "Center" or _EDITION.match(rest)  # 河北省第四届…运动会: the place's own
            thing = entity(name) if edition else Entity(rest, "Event")
            yield relation(
                article,
                sentence,
                sentence.clause_at(name.start),
                thing,
                "located_in",
                Entity(place.canonical, "Region"),
                (name.start, name.end),
                "located_in.name",
                TIMELESS if name.type == "Center" else None,
            )


def _beginning(regions: list[Name], start: int) -> Name | None:
    """The narrowest of the regions that stand side by side at the beginning of a name."""
    last: Name | None = None
    for region in regions:
        if region.start == (start if last is None else last.end):
            last = region
    return last


def _events(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """X大会在苏州举行; 在苏州举行的X大会."""
    read = sentence.read
    for name in read.names:
        if name.type not in {"Event", "Program"}:
            continue
        held = _held_in().match(read.text[name.end :])
        before = _had_in().search(read.text[: name.start]) if name.type == "Event" else None
        places = [(name.start, name.end + held.end())] if held else []
        places += [(before.start(), name.end)] if before else []
        for start, end in places:
            clause = sentence.clause_at(name.start)
            thing, begin = _in_full(sentence, name)
            for region in _regions(read.names, start, end):
                yield relation(
                    article,
                    sentence,
                    clause,
                    thing,
                    "located_in",
                    Entity(region.canonical, "Region"),
                    (min(start, begin), end),
                    "located_in.held",
                    reported(sentence, clause, (begin, name.end)) if in_news(article) else None,
                )


_CUT = re.compile(r"(?:[的》”〉]|学习|贯彻|宣传|落实)$")
_BEFORE_NAME = re.compile(
    r"(?:央视网消息[^：:]*[：:]|\d+[.．、]|[（(]\d+[）)]|(?:今天|昨天|今日|日前|近日|\d+月\d+日|\d+日)(?:[（(][^（）()]*[）)])?|[，：]|\s)*"
    r"(?:由?[^，。；：“《]{2,60}?(?:主办|举办|承办|举行|召开|组织)的)?"
)


def _in_full(sentence: ScopedSentence, name: Name) -> tuple[Entity, int]:
    """An event with the words of its name before 的 or a quotation (《X》英文版推介会), and where they begin."""
    text, clause = sentence.read.text, sentence.clause_at(name.start)
    if name.type != "Event" or not _CUT.search(text, clause.start, name.start):
        return entity(name), name.start
    lead = _BEFORE_NAME.match(text, clause.start, name.start)
    begin = lead.end() if lead else clause.start
    whole = text[begin : name.end]
    if len(whole) > _LONGEST_NAME or _SENTENCE.search(text, begin, name.start):
        return entity(name), name.start
    return Entity(whole, "Event"), begin


_LONGEST_NAME = 60
_SENTENCE = re.compile(r"出席|参加|在[^，]{2,12}(?:举行|召开|举办|开幕)|[，。；]|今天|近日|日前")


def _places(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """位于厦门的X基地, X项目落地沈阳."""
    read = sentence.read
    for at in _lies_in().finditer(read.text):
        regions = list(_regions(read.names, at.end(), min(len(read.text), at.end() + 14)))
        regions = [r for r in regions if not read.text[at.end() : r.start].strip("在于 ")]
        if not regions:
            continue
        region = regions[0]
        after = next(
            (
                n
                for n in read.names
                if n.start >= region.end
                and n.type in _PLACED
                and re.fullmatch(r"[^，。；]{0,4}的?[“《]?", read.text[region.end : n.start])
            ),
            None,
        )
        before = next(
            (
                n
                for n in reversed(read.names)
                if n.end <= at.start()
                and n.type in _PLACED
                and re.fullmatch(r"[”》]?[^，。；]{0,6}", read.text[n.end : at.start()])
            ),
            None,
        )
        thing = after if after is not None and read.text[region.end : after.start].startswith("的") else before or after
        if thing is not None:
            yield relation(
                article,
                sentence,
                sentence.clause_at(thing.start),
                entity(thing),
                "located_in",
                entity(region),
                (min(at.start(), thing.start), max(region.end, thing.end)),
                "located_in.lies",
                known(sentence.clause_at(thing.start)),
            )


_OWN_NAME = re.compile("世界|中国|全国|国际|首届|第[一二三四五六七八九十]")  # an event's own name begins here
_EDITION = re.compile("首届|第[一二三四五六七八九十]")
_ZONE = re.compile(
    r"(?:高新区|开发区|新区|园区|示范区|先导区|先行区|试验区|集聚区|产业园|自由贸易港|新片区|自贸试验区|合作区|商务区|科学城|航天城)$"
)
"""Zones that are places too: something can be held in them."""


def _regions(names: tuple[Name, ...], start: int, end: int) -> Iterator[Name]:
    """The regions in a stretch; of side-by-side ones (江苏苏州) only the last, the narrowest."""
    found = [
        n
        for n in names
        if (n.type == "Region" or (n.type == "Center" and _ZONE.search(n.text))) and start <= n.start and n.end <= end
    ]
    for at, name in enumerate(found):
        if at + 1 == len(found) or found[at + 1].start > name.end:
            yield name
