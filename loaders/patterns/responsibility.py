"""Who answers for a task and who helps, as lists behind or below it say: （A、B负责）, 牵头单位：A；配合单位：B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.basis import Basis
from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.actors import ACTORS
from ..context.context import ScopedArticle, ScopedSentence, read_in
from ..context.times import said_in
from .clause_roles import entity, relation, with_shared_tail
from .timing import by_limit, to_do
from .undertakings import undertakings
from .wording import head_of, verbs

_RESPONSIBLE = re.compile(
    r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*?)(?:按照?(?:各自)?职责)?(?:分工)?(?:共同)?(?:牵头)?负责(?=[。，；：）)]|分别)[^（）()]*[）)]?"
)
_BODY = re.compile(r"(?:部|委|局|署|办|会|院|司|处|厅|中心|政府|办公室|单位|部门|机构|银行|公司|集团|海关|大学|协会)$")
_UNNAMED = re.compile(
    r"(?<!等)(?:相关|有关)(?:部门|单位)|^各?(?:地区|地方|部门|单位|地)$|^各(?:地区|部门|地|[市县区乡镇（(])"
)
_QUALIFIER = re.compile(
    r"^(?:由|各?有关)?|(?:等?(?:各?有关|相关)?(?:部门|单位)(?:和单位)?|等|牵头|分别|按(?:照)?(?:各自)?职责(?:分工)?){1,12}+$"
)
# One of a list; a bracket (各县（市、区）) is not parted.
_PIECE = re.compile(r"(?:[^、，,；;\s（()）]|[（(][^（()）]*+[）)]|[（()）])+")
_LABEL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|第[一二三四五六七八九十]+[条项])\s*")
_ITEM = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.](?!\d))\s*")
_TIME = re.compile(r"^(?:(?:到|在|自|从)?\d{4}年(?:\d{1,2}月)?(?:底|末|初)?(?:以?前|起|内)?(?:要)?)")  # 2018年底前完成…
# A sentence of its own behind a task: 由A牵头，B、C配合，2023年10月底前完成。
_LED = re.compile(r"^\s*由?(?P<who>[^，。；：由]{2,60}?)(?:牵头|负责)(?:负责|组织|落实|推进|实施|办理)?(?=[，。；,])")
_HELPED = re.compile(r"[，,](?P<who>[^，。；：]{2,60}?)(?:积极)?(?:配合|参与|参加|协助)(?=[，。；,])")
# The same beside the program that the sentence sets going: 实施“X”工程，由A牵头，B配合。
_LED_WITHIN = re.compile(
    r"(?:^|[，；])由(?P<who>[^，。；：由]{2,60}?)牵头(?:负责|组织|落实|推进|实施|办理)?(?=[，。；,])"
)
# （A牵头，B配合）: who leads and who helps, in one bracket.
_LED_IN_BRACKET = re.compile(
    r"[（(]由?([^（）()，；：]{2,80}?)牵头(?:负责|组织|落实|推进)?(?=[，；,）)])[^（）()]{0,120}[）)]"
)
_HELPS_IN_BRACKET = re.compile(
    r"[（(][^（）()，；：]{2,80}?牵头(?:负责|组织|落实|推进)?"
    r"[，；,]([^（）()，；：]{2,80}?)(?:积极)?(?:配合|参与|参加|协助)(?=[，；,）)])"
)
_ONLY_BODIES = re.compile(r"(?:^|[。；])\s*[（(]([^（）()，。；：]{3,120})[）)][。；]?\s*$")
"""…。（A、B）: bodies alone in a bracket behind the full stop of a numbered task."""
_LIMIT = re.compile(
    r"(?:完成时[限间]|时间要求|时限要求|办结时限|时间节点|进度安排)\s*[：:][^（）()；;。]{0,12}?(?P<year>(?:19|20)\d\d)年"
)
# What a measure is for (对…的省（区、市）, 针对…难问题, 在供电服务方面), when and under what it holds (安排资金时,
# 资金下达后, 除…外): no task by itself, but the measure behind it says little without it.
_THEME = re.compile(
    r"^(?:针对|除(?!以))|^在[^，]{2,100}(?:时|中|下|方面)$|[^同暂临及随]时$|(?<!先)后$|(?:的情况下|[^以另]外|[^目标]的)$"
    r"|^对(?!.{0,60}?(?:进行|实行|实施|予以|给予|开展|加大|要[^求点素]|建立|推行|落实))"
    r"|可根据.{2,30}$"
)
_CARRIES_OUT = re.compile("(?:组织|深入|全面|继续|持续)?(?:实施|开展|启动)")
_FOR_WHOM = re.compile(r"的(?:省|市|县|区|地方|地区|城市|企业|单位)(?:、[^，]{1,24})?$")
# On what ground or with what means: the measure behind it stands without.
_GROUND = re.compile(
    r"^(?:按照?|根据|依据|通过|借鉴|结合|考虑|立足|围绕|聚焦|坚持|为(?!.{0,40}提供)|凡|（)|^从.{2,40}(?:做起|入手|出发)$"
)
_REMARK = re.compile(r"[（(][^（()）]{12,}[）)]")
_AS_RULED = re.compile(r"^(?:按照?|根据|依据)(?:国家|国务院)?(?:有关|相关|现行)?(?:规定|要求)(?=.{4})")
_KINDS_OF_PLACE = re.compile(r"(?<=[省市县区])[（(][^（()）]{1,12}[）)]")  # 市（地、州、盟）
_OTHER_LABEL = re.compile(r"[，；,;]\s*(?:适用范围|完成时[限间]|时间要求|办结时限|进度安排|备注|联系人)\s*[：:]")
"""A list of bodies ends where another label begins."""
_LONGEST_TASK = 80
"""Characters of a task that is named with what it is for."""
_AND_ALL = re.compile(
    r"等?(?:国务院|[省市县区])?(?:各?(?:有关|相关)|各)(?:部门|单位)(?:和单位|以及各地区?|和(?=各))?|等(?=和)|(?<=等)和|等(?=[、）)]|$)"
)
"""等国务院相关部门以及各地区, 等和各省级人民政府: nobody that is named, behind those that are."""
_TOGETHER = re.compile(r"会同(?:各?(?:有关|相关)[^、，,]*)?$")
_FARTHEST = 6
"""Lines above a list of bodies among which its task is sought."""


@cache
def _lists(predicate: str) -> re.Pattern[str]:
    labels = alternation(verbs(predicate, "lists"))
    return re.compile(rf"(?:{labels})[：:]\s*((?:[^（）()；;。]|[（(][^（）()]*+[）)])+)")


@cache
def _any_list() -> re.Pattern[str]:
    """A line that is only such a list, or the time limit beside one."""
    labels = alternation(verbs("leads", "lists") | verbs("participates", "lists"))
    return re.compile(rf"\s*+(?:{labels}|完成时[限间]|时间要求|时限要求|办结时限)\s*[：:]")


def assigned(article: ScopedArticle, predicate: str) -> Iterator[Relation]:
    """Every body of such lists: predicate "leads" for those that answer, "participates" for those that help."""
    brackets = [_RESPONSIBLE, _LED_IN_BRACKET] if predicate == "leads" else [_HELPS_IN_BRACKET]
    patterns = [_lists(predicate), *brackets]
    for number, sentence in enumerate(article.sentences):
        if sentence.read.sentence.kind == "row":
            continue
        places = [m for pattern in reversed(patterns) for m in pattern.finditer(sentence.read.text)]
        program, within = _within(sentence, predicate)
        places = places or within
        if program is None:
            places = places or list(_behind(article, number, predicate))
            places = places or (list(_bare(article, number)) if predicate == "leads" else [])
        task = program or (_task(article, number) if places else "")
        if not 3 <= len(task) <= _LONGEST_TASK:
            continue
        for found in places:
            start, end = found.span(1)
            other = _OTHER_LABEL.search(sentence.read.text, start, end)
            end = other.start() if other is not None else end
            clause = sentence.clause_at(start)
            limit = _limit(article, number)
            when = to_do(clause) if limit is None else by_limit(*limit)
            for body in bodies(sentence, start, end):
                thing = Entity(task, "Program")
                rule = "leads.responsible" if predicate == "leads" else "participates.responsible"
                yield relation(article, sentence, clause, body, predicate, thing, found.span(), rule, when)


def _within(sentence: ScopedSentence, predicate: str) -> tuple[str | None, list[re.Match[str]]]:
    """The program that a sentence sets going and says who leads (实施X，由A牵头，B配合), and where it names them.

    None and nothing for any other sentence.
    """
    led = _LED_WITHIN.search(sentence.read.text) if "牵头" in sentence.read.text else None
    if led is None or not bodies(sentence, *led.span("who")):
        return None, []
    programs = [u for u in undertakings(sentence) if u.thing.type == "Program"]
    before = [u for u in programs if u.place[1] <= led.start() + 1]
    behind = [u for u in programs if u.place[0] >= led.end()]
    if not before and not behind:
        return None, []
    thing = before[-1].thing if before else behind[0].thing
    if predicate == "leads":
        return thing.name, [led]
    return thing.name, list(_HELPED.finditer(sentence.read.text, led.end()))


def _bare(article: ScopedArticle, number: int) -> Iterator[re.Match[str]]:
    """Where a numbered task ends with a bracket of bodies and nothing else."""
    sentence = article.sentences[number]
    found = _ONLY_BODIES.search(sentence.read.text) if sentence.read.text.rstrip("。； ")[-1:] in "）)" else None
    if found is None or _ITEM.match(_first(article, number).read.text) is None:
        return
    pieces = [piece for piece in re.split("[、,]", found.group(1)) if not _UNNAMED.search(piece)]
    known = [n for n in sentence.read.names if found.start(1) <= n.start and n.end <= found.end(1)]
    if pieces and all(n.type in ACTORS for n in known) and len(known) == len(pieces):
        yield found


def _behind(article: ScopedArticle, number: int, predicate: str) -> Iterator[re.Match[str]]:
    """Where a sentence that follows a task in its paragraph says only who leads it and who helps."""
    sentence = article.sentences[number]
    own = sentence.read.sentence
    if not number or own.kind != "sentence" or article.sentences[number - 1].read.sentence.paragraph != own.paragraph:
        return
    led = _LED.match(sentence.read.text)
    if led is None or not bodies(sentence, *led.span("who")):
        return
    if predicate == "leads":
        yield led
    else:
        yield from _HELPED.finditer(sentence.read.text, led.end())


def _task(article: ScopedArticle, number: int) -> str:
    """What the bodies answer for: the heading above, else the measure that the item itself or the one above states."""
    sentence = article.sentences[number]
    headings = sentence.read.sentence.headings
    first = _first(article, number)
    if _any_list().match(first.read.text):
        above = _item_above(article, number)
        if above is not None:
            return _measure(above)
    if headings and _LABEL.match(first.read.text) is None and not _numbered_above(article, first):
        return _TIME.sub("", _LABEL.sub("", re.sub(r"[。；：\s]+$", "", headings[-1].text.text.strip())))
    return _measure(first)


def _numbered_above(article: ScopedArticle, first: ScopedSentence) -> bool:
    """Whether numbered items stand between the heading and a paragraph, so that the heading is not its task."""
    own = first.read.sentence
    for other in article.sentences[: article.sentences.index(first)]:
        sentence = other.read.sentence
        if (
            sentence.headings == own.headings
            and sentence.kind == own.kind
            and sentence.paragraph != own.paragraph
            and _ITEM.match(other.read.text)
        ):
            return True
    return False


def _measure(first: ScopedSentence) -> str:
    """The first clause of an item that says what is to be done, behind the clauses that say for whom or what."""
    texts = [_plain(first.read.text[clause.start : clause.end]) for clause in first.clauses]
    set_going = undertakings(first)
    places = [u.place for u in set_going]
    programs = {
        first.read.text[slice(*u.place)]: u.thing.name
        for u in set_going
        if u.thing.type == "Program" and places.count(u.place) == 1  # 实施X行动、Y行动: two of them
    }
    for_whom = max((n for n, text in enumerate(texts) if _FOR_WHOM.search(text)), default=-1)
    theme: list[str] = []
    for number, text in enumerate(texts):
        if number <= for_whom or (not _GROUND.match(text) and _THEME.search(text)):
            theme.append(text)
        elif text and not _GROUND.match(text):
            program = programs.get(text, "")
            head = head_of(program) if program and not theme and text.endswith(program) else None
            if head is not None and head.strong and _CARRIES_OUT.fullmatch(text.removesuffix(program)):
                return program  # 实施X行动: the same program that the plan deploys
            whole = "，".join([*theme, text])
            return whole if len(whole) <= _LONGEST_TASK else text
    return ""


def _plain(text: str) -> str:
    """A clause of an item without its label, its time, its 将, the rules that it refers to and remarks."""
    text = _TIME.sub("", _LABEL.sub("", text.strip(" ，、；。"))).removeprefix("将")
    return _REMARK.sub("", _KINDS_OF_PLACE.sub("", _AS_RULED.sub("", text)))


def _first(article: ScopedArticle, number: int) -> ScopedSentence:
    """The sentence that the paragraph of another begins with."""
    own = article.sentences[number].read.sentence
    first = number
    while first:
        before = article.sentences[first - 1].read.sentence
        if before.paragraph != own.paragraph:
            break
        first -= 1
    while article.sentences[first].read.sentence.kind != own.kind:
        first += 1
    return article.sentences[first]


def _item_above(article: ScopedArticle, number: int) -> ScopedSentence | None:
    """The item of a list, under the same heading, whose bodies a line of its own names; None where there is none."""
    own = article.sentences[number].read.sentence
    for above in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        other = article.sentences[above].read
        if other.sentence.headings != own.headings:
            return None
        if _any_list().match(other.text) or other.sentence.kind == "row":
            continue
        first = _first(article, above)
        if _LABEL.match(first.read.text):
            return first
    return None


def _limit(article: ScopedArticle, number: int) -> tuple[int, Basis] | None:
    """The year of the time limit that stands with a list: in its own sentence, or on a line of its own beside it."""
    own = article.sentences[number]
    nearby = [own]
    for step in (1, -1):
        n = number + step
        while 0 <= n < len(article.sentences) and _any_list().match(article.sentences[n].read.text):
            nearby.append(article.sentences[n])
            n += step
    for sentence in nearby:
        found = _LIMIT.search(sentence.read.text)
        if found is not None:
            where = "sentence" if sentence is own else "paragraph"
            return int(found["year"]), read_in(sentence.read, *found.span(), where, "responsible.limit")
    stated = next((p for p in own.read.periods if p.kind == "deadline"), None)
    return (stated.year, said_in(own.read, stated, "sentence")) if stated is not None and stated.year else None


def bodies(sentence: ScopedSentence, start: int, end: int) -> tuple[Entity, ...]:
    """The bodies of a list in characters start..end; a piece that no name covers counts where it ends as a body.

    Places that stand together before a government (A市、B市人民政府，省财政厅) are governments too.
    """
    made: list[Entity] = []
    for body, written in _pieces(sentence, start, end):
        made.append(body)
        if body.type == "Agency" and len(made) > 1 and made[-2].type == "Region":
            run = next((n for n, b in enumerate(reversed(made[:-1])) if b.type != "Region"), len(made) - 1)
            made[-run - 1 :] = with_shared_tail(made[-run - 1 :], written)
    return tuple(made)


def _pieces(sentence: ScopedSentence, start: int, end: int) -> Iterator[tuple[Entity, str]]:
    """Each body of a list with its words."""
    text = sentence.read.text
    for piece in _PIECE.finditer(_AND_ALL.sub(lambda m: "、" * len(m.group()), text[start:end])):
        a, b = start + piece.start(), start + piece.end()
        b -= len(m.group()) if (m := _TOGETHER.search(text[a:b])) else 0  # 教育部会同有关部门
        inside = [n for n in sentence.read.names if n.start < b and n.end > a and n.type in ACTORS]
        word = _QUALIFIER.sub("", text[a:b])
        if _UNNAMED.search(text[a:b]):
            continue
        if inside and inside[-1].end >= a + len(word) - 1:
            yield entity(inside[-1]), word
        elif _BODY.search(word) and 2 < len(word) <= 30:
            yield Entity(word, "Agency"), word
