"""Who does what a verb says, and the making of a relation from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ...schema.facts import Entity, Relation
from ..context.actors import ACTORS, WITH
from ..context.context import Clause, Inherited, ScopedArticle, ScopedSentence
from ..language.reading import Name
from ..language.spacing import joined
from .evidence import evidence, kept_bases
from .named import named
from .timing import When, of
from .triggers import Trigger
from .wording import head_of, opening_verb

_GENERIC_ACTOR = re.compile(
    r"(?:各|有条件的|符合条件的|重点|广大)?((?:[\u4e00-\u9fffA-Za-z“”]{0,14})(?:企业|高校|院校|机构|协会|地方政府|地方|各地|院所|社会资本|部门|单位|国家高新区))(?:等(?:单位|机构|部门)?)?\s*$"
)
_PUBLIC = re.compile(r"(?:政府|地方|各地|部门|地区)$")
_NOBODY = re.compile(
    r"(?:(?:国务院|全[国省市县])?各[^、]{0,14}|自治区|直辖市(?:人民政府)?|地方|有关部门|相关部门)(?:、(?:国务院)?(?:各[^、]{0,14}|自治区|直辖市[^、]{0,4}))*"
)
"""All and everybody: 各地, or the line of addressees (各省、自治区、直辖市人民政府，国务院各部委、各直属机构)."""
_PLACE_OF = re.compile(r"(?:在|于|到|赴|往|至|从|来自|位于|对|向|为|由于|面向|将|把|给|依托|借助|利用|运用)\s*$")
_TOWARDS = re.compile(r"(?:对|向|把|将|给)[^，。；]*[、和与及]$")
"""对A、B、C等…开展: a list of those to whom it is done, the first of which no name covers."""
_BETWEEN = re.compile(
    r"^(?:\s|[”’》]|等(?:[\d一二三四五六七八九十]+[个家]?)?(?:部门|单位|部委|地|省份|机构|省[（(]?.{0,8}?[)）]?|多部门)*|联合|共同|近日|日前|已|将|要|应|还|也|都|又|已经|正在|分别|先后|就|"
    r"(?:在|于)[^，。的]{1,12}|今年|今天|正式|当天|当日|上午|下午|晚上?|今晚|主持|发起|牵头|迅速行动|第一时间|通过[^，。]{1,12}|组织|负责|有关|相关|一起|可|可以|须|应当|从[^，。]{1,8}|率先|[（(].{0,20}[)）]|\d{1,4}年|\d{1,2}月|\d{1,2}日|昨天)*+$"
)
_JOIN = re.compile(r"^\s*+(?:[、，,和与及]|以及|会同|联合)?\s*+$")


def entity(name: Name) -> Entity:
    """The named thing by its canonical name."""
    return Entity(name.canonical, name.type)


def acts(name: Name) -> bool:
    """Whether a name can be who does something: a body, neither a class of bodies (示范企业) nor a phrase."""
    if name.type not in ACTORS:
        return False
    if name.found_by != "suffix":
        return True
    head = head_of(name.text)
    return not (head is not None and head.designated and name.level is None) and not opening_verb().match(name.text)


_GOVERNMENT = re.compile(r"(?:人民)?政府$")


def with_shared_tail(run: Sequence[Entity], last: str) -> tuple[Entity, ...]:
    """Who a list of bodies names whose last member alone is written in full (A市、B市人民政府): each a government.

    last: the last member as it is written.
    """
    tail = _GOVERNMENT.search(last)
    if tail is None or len(run) < 2:
        return tuple(run)
    return tuple(Entity(f"{body.name}人民政府", "Agency") if body.type == "Region" else body for body in run)


def agents(article: ScopedArticle, clause: Clause) -> tuple[Entity, ...]:
    """Who acts in a clause that names nobody, as the context says; empty where nothing says it."""
    agent = clause.context.agent
    if (
        agent is None
        or opening_verb().match(agent.value)
        or (agent.where != "clause" and _NOBODY.fullmatch(agent.value))
    ):
        territory = _territory(clause)
        agent = None if territory else standing(article)
        if agent is None:
            return territory
    return tuple(Entity(part, agent.type) for part in agent.value.split("、") if part.strip())


def in_news(article: ScopedArticle) -> bool:
    """Whether the article is a news item."""
    nature = article.read.article.info.nature
    return nature is not None and nature.value == "news"


_BROAD = frozenset({"article", "document", "speaker"})


@lru_cache(maxsize=4)
def standing(article: ScopedArticle) -> Inherited | None:
    """The agent of the article as a whole: the one that most clauses inherit from it; None without one and in news."""
    if in_news(article):
        return None
    counted = Counter(
        clause.context.agent
        for sentence in article.sentences
        for clause in sentence.clauses
        if clause.context.agent is not None and clause.context.agent.where in _BROAD
    )
    return counted.most_common(1)[0][0] if counted else None


TOLD = frozenset({"clause", "sentence", "paragraph"})
"""Where a plan is named so near that what follows is its content, whatever the tense of the text that tells it."""


def told_plan(clause: Clause) -> Inherited | None:
    """The plan whose content a clause tells; None where there is none, or the clause says what was done."""
    context = clause.context
    if context.plan is None or (context.status == "achieved" and context.plan.where not in TOLD):
        return None
    return context.plan


def _territory(clause: Clause) -> tuple[Entity, ...]:
    """A plan that looks back speaks for its region, else for the country."""
    context = clause.context
    if context.plan is None or context.status != "achieved" or context.agent is not None or context.plan.where in TOLD:
        return ()
    return (Entity(context.region.value if context.region is not None else "中国", "Region"),)


def named_before(sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """The bodies that stand before a verb in its clause as its subject, partners (会同X) among them."""
    text = sentence.read.text
    names = [n for n in sentence.read.names if trigger.clause.start <= n.start and n.end <= trigger.start]
    run: list[Name] = []
    position = trigger.start
    for name in reversed(names):
        between = text[name.end : position]
        if (run and not _JOIN.match(between)) or (not run and not _BETWEEN.match(between)):
            break
        place = _PLACE_OF.search(text, trigger.clause.start, name.start)
        partner = WITH.search(text, trigger.clause.start, name.start)
        if partner is not None and not any(n.end == partner.start() and n.type in ACTORS for n in names):
            return ()  # 与A、B等加强合作: partners of who acts
        if place is not None:  # 在A、B布局: where, not who; who may stand before it
            run.clear()
            position = place.start()
            continue
        if not run and name.type == "Person" and name.body is not None:
            if _WITH_WHOM.search(text, trigger.clause.start, name.start):
                break
            state = name.body == "中华人民共和国"
            return (Entity("中国", "Region") if state else Entity(name.body, "Agency"),)  # 国务院总理X主持召开
        if not acts(name):
            break
        run.insert(0, name)
        position = name.start
    if run and _TOWARDS.search(text, trigger.clause.start, run[0].start):
        return ()
    return with_shared_tail([entity(n) for n in run], run[-1].text if run else "")


def _done_to(sentence: ScopedSentence, trigger: Trigger, bodies: tuple[Entity, ...]) -> bool:
    """Whether a body stands in a list of those to whom something is done (对A、B、C等5家公司开展…)."""
    acting_ones = {body.name for body in bodies}
    named = [n for n in sentence.read.names if n.end <= trigger.start and n.canonical in acting_ones]
    return any(_TARGETS.search(sentence.read.text, 0, name.start) for name in named)


_WITH_WHOM = re.compile("(?:同|与|和|对|向|会见|邀请|陪同)[^，。；]*$")
_TARGETS = re.compile(r"对(?:[^。；]*、)?$")


def partnered(sentence: ScopedSentence, trigger: Trigger, run: tuple[Entity, ...]) -> bool:
    """Whether what was named before the verb only joins in (会同财政部认定), so that the inherited agent acts too."""
    text = sentence.read.text[trigger.clause.start : trigger.start]
    return bool(run) and re.match(r"^[^，。；]{0,6}?(?:会同|联合|协同|携手)", text) is not None


def acting(
    article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger, helped: bool = True
) -> tuple[Entity, ...]:
    """Who does what the verb says: the body that is helped to do it, those named before it, or the inherited agent."""
    if helped and trigger.helped is not None:
        own = tuple(helped_bodies(sentence, trigger))
        if own:
            return own
    run = named_before(sentence, trigger)
    if not run and (own_kind := obliged(sentence, trigger)):
        return own_kind
    inherited = agents(article, trigger.clause)
    if not run and inherited and inherited[0].type == "Center":
        here = {n.canonical for n in sentence.read.names}
        if inherited[0].name not in here:
            # …自贸试验区启动建设。推进…: what was set up does not act in the next sentence
            broad = standing(article)
            inherited = () if broad is None else tuple(Entity(part, broad.type) for part in broad.value.split("、"))
    if not run:
        return () if _done_to(sentence, trigger, inherited) else inherited
    if partnered(sentence, trigger, run):
        return tuple(dict.fromkeys((*inherited, *run)))
    return run


_OBLIGED = re.compile(
    r"\s*(?:同时|此外|因此)?，?(?P<who>(?:各级|各类|各|所有|有关|相关|部属|直属|省属|市属|所属|地方|郊区|企业|高校|学校|律师)"
    r"[\u4e00-\u9fff、（）()]{0,24}?)(?:都|均|也|还)?(?:必须|应当|要|应|须|可以)(?![求点素])"
)
_ALL = re.compile(r"(?:各|有关|相关|所有)(?:有关|相关)?(?:地区|地方|地|部门|单位|方面|方)(?:[、和及与]|$)")
"""各地区、各部门: everybody, who is nobody to be named."""
_KIND = re.compile(
    r"(?:党校|党委|党组织|组织|团组织|高校|院校|院所|研究所|学校|单位|机构|企业|医院|政府|部门|郊区|地区|法院|检察院|事务所|协会|银行|园区)$"
)


def obliged(sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """The kinds of bodies that a sentence says, up to the verb, have to do something (各级党校要…，开展…); () if none.

    A body that a later clause names takes their place; 各地 and 各部门 are nobody.
    """
    text = sentence.read.text
    for clause in reversed([c for c in sentence.clauses if c.start <= trigger.start]):
        if re.search("[；;]", text[clause.end : trigger.start]):
            return ()
        found = _OBLIGED.match(text, clause.start, min(clause.end, trigger.start + 1))
        if found is None:
            if any(n.type in ACTORS and n.start <= clause.start + 1 <= n.end for n in sentence.read.names):
                return ()
            continue
        if _ALL.search(found["who"]) or any(
            n.start < found.end("who") and found.start("who") < n.end and n.type in ACTORS and n.found_by != "suffix"
            for n in sentence.read.names
        ):
            return ()
        parts = [part for part in re.split(r"[、和及与]", re.sub(r"[（(][^（）()]*+[）)]", "", found["who"])) if part]
        if not all(_KIND.search(part) for part in parts):
            return ()
        return tuple(Entity(part, "Agency" if _PUBLIC.search(part) else "Organization") for part in parts)
    return ()


def stated(sentence: ScopedSentence, trigger: Trigger) -> bool:
    """Whether the sentence itself names who acts, up to the verb; 各地 names nobody."""
    found = [e.name for e in named_before(sentence, trigger)]
    agent = trigger.clause.context.agent
    if agent is not None and agent.where in {"clause", "sentence"} and not opening_verb().match(agent.value):
        here = {n.canonical for n in sentence.read.names if n.start < trigger.start}
        if here.intersection(agent.value.split("、")):
            found.append(agent.value)
    return any(not _NOBODY.fullmatch(name) for name in found)


def helped_bodies(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Entity]:
    """The bodies between 支持 and the verb: named ones, else a kind of body (科技型中小企业)."""
    if trigger.helped is None:
        return
    start, end = trigger.helped
    inside = [n for n in sentence.read.names if start <= n.start and n.end <= end and n.type in ACTORS]
    if any(n.type == "Region" and _OF_PLACE.match(sentence.read.text, n.end, end) for n in inside):
        return  # 组织东部地区经济较发达县与…开展: some of the place, who are not named
    if inside and WITH.search(sentence.read.text, start, inside[0].start):
        return  # 依托铁路与A、B等加强: partners
    for name in inside:
        yield entity(name)
    if not inside:
        for part in re.split(r"[、和及与]|(?<=.{2})联合(?=.{2})", sentence.read.text[start:end].strip()):
            kind = _GENERIC_ACTOR.fullmatch(part.strip())
            if kind and len(kind.group(1)) >= 2:
                yield Entity(kind.group(1), "Agency" if _PUBLIC.search(kind.group(1)) else "Organization")


_OF_PLACE = re.compile(r"(?!等|各地)[\u4e00-\u9fff]{2,12}[县市区](?:[（(]|[、和与及]|$)")


def _joined(thing: Entity) -> Entity:
    """The same with a name that is one node whether a title was set with spaces or not."""
    return replace(thing, name=joined(thing.name))


def relation(
    article: ScopedArticle,
    sentence: ScopedSentence,
    clause: Clause,
    subject: Entity,
    predicate: str,
    thing: Entity,
    place: tuple[int, int],
    extractor: str,
    when: When | None = None,
    post: str | None = None,
) -> Relation:
    """A relation with its evidence, the characters `place` of the sentence; when: None for what the clause says."""
    when, broad = when or of(clause), standing(article)
    subject, thing = _joined(subject), _joined(thing)
    ends = {
        "subject": named(article, sentence, clause, subject, place, broad),
        "object": named(article, sentence, clause, thing, place, broad),
    }
    told = {"year": when.year, "status": when.status, "subject": subject, "object": thing}
    return Relation(
        evidence=evidence(article.document, sentence, *place),
        extractor=extractor,
        year=when.year,
        status=when.status,
        year_source=when.source,
        subject=subject,
        predicate=predicate,
        object=thing,
        post=post,
        bases=kept_bases(sentence, clause, {**when.bases, **ends}, **told),
    )
