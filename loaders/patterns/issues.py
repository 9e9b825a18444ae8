"""issues: a body makes or publishes a titled document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle, ScopedSentence, read_in
from ..context.origin import issuers
from ..language.reading import Name
from .clause_roles import acting, entity, in_news, relation, stated, told_plan
from .coordination import members
from .mention import Member
from .timing import When, dated, of_plan_years, published, reported
from .topics import last_event
from .triggers import Trigger, triggers
from .wording import generic, head_of, opening_title, verbs

_VAGUE = re.compile("具体|如下|办理|以下|相关|有关|配套|各项|各类|各级|最新")  # which text is not said
_NO_NAME = re.compile("本地区|本部门|本单位|^(?:并|或)|并(?:公开|向)|要[^求点素]|等(?:国家|行业)?标准$")
_CHANGES = re.compile("^(?:和|并)?(?:调整|修改)(?=.{4})(?!.*措施$)")
_MEASURES = frozenset({"举措", "措施", "政策", "政策措施", "政策举措"})
"""What is listed under these are contents, no titles: 出台了减税、降费等12条举措."""
_TO_COME = re.compile(r"(?:将|拟|要|争取|尽快|抓紧)[^，。；]{0,6}$")
_ABOUT = re.compile(r"^(?:关于|印发|转发|发布)")
_WRAPPED = re.compile(r"(?:关于)?(?:印发|发布)《?(.+?)》?(?:的(?:通知|函|通告|公告))?$")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every issue that the article states, its own first."""
    own = list(_own(article))
    yield from own
    for sentence in article.sentences:
        for trigger in triggers(sentence):
            for made in _stated(article, sentence, trigger):
                if own and own[0].object.name == made.object.name:
                    yield from (_issued_by(made, o) for o in own)  # 现将《X》印发给你们: its issuer is known
                else:
                    yield made
        yield from _in_titles(article, sentence)


def _issued_by(made: Relation, own: Relation) -> Relation:
    """An issue with the issuer of the article's own title."""
    (issuer,) = (basis for name, basis in own.bases if name == "subject")
    issuer = replace(issuer, where="title") if issuer.where in ("clause", "sentence") else issuer
    bases = tuple((name, issuer if name == "subject" else basis) for name, basis in made.bases)
    return replace(made, subject=own.subject, bases=bases)


def _own(article: ScopedArticle) -> Iterator[Relation]:
    """The article's own title with the body it names, else with its issuer."""
    info = article.read.article.info
    if info.title is None:
        return
    for sentence in article.sentences:
        if sentence.read.sentence.kind != "title" or not sentence.clauses:
            continue
        text = sentence.read.text
        found = re.match(r"(.*?)(?=关于|印发|发布|转发)", text)
        names = [
            n
            for n in (*sentence.read.names, *sentence.read.nested)
            if n.type in {"Agency", "Organization"} and found and n.end <= found.end()
        ]
        bodies = [
            entity(n)
            for n in sorted(names, key=lambda n: n.start)
            if not any(o is not n and o.start <= n.start and n.end <= o.end for o in names)
        ]
        if (
            not bodies
            and info.issuer is not None
            and info.nature is not None
            and info.nature.value in {"plan", "notice", "draft"}
        ):
            bodies = [Entity(name, "Agency") for name in issuers(article.read, article.document)]
        title = own_title(text)
        head = head_of(title)
        if head is None or head.type not in {"Plan", "Document"}:
            continue
        clause = sentence.clauses[0]
        for body in bodies:
            yield relation(
                article,
                sentence,
                clause,
                body,
                "issues",
                Entity(title, "Plan"),
                (0, len(text)),
                "issues.own",
                dated(clause) if clause.context.day is not None else published(clause),
            )
        return


def own_title(text: str) -> str:
    """The plan that a notice's title is about (…关于印发《X》的通知 → X), else the title itself."""
    wrapped = _WRAPPED.search(text)
    return (wrapped.group(1) if wrapped else text).strip("《》 　")


def _stated(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> Iterator[Relation]:
    verb = trigger.any(verbs("issues"))
    if verb is None:
        return
    cautious = verb in verbs("issues", "cautious")
    passive = trigger.object_start >= trigger.object_end or sentence.read.text[trigger.object_start :].startswith("给")
    if passive and not trigger.any(verbs("issues", "passive")):
        return
    start, end = (trigger.before, trigger.start) if passive else (trigger.object_start, trigger.object_end)
    found = members(sentence.read, start, end)
    out = trigger.any(verbs("issues", "passive")) is not None and not _TO_COME.search(
        sentence.read.text[: trigger.start]
    )
    context = trigger.clause.context
    out = out and (told_plan(trigger.clause) is not None or of_plan_years(trigger.clause))
    nature = article.read.article.info.nature
    report = nature is not None and nature.value == "report"  # it says what its own body will write
    planned = not report and told_plan(trigger.clause) is not None and not stated(sentence, trigger)
    local = context.agent is not None and context.agent.type == "Region"
    for member in _measures(sentence, found):
        thing = _document(member, cautious or passive)
        if thing is None or (planned and not local and not member.title):
            continue  # what a plan of the center wants written has no author yet
        place = (member.start, trigger.end) if passive else (trigger.start, max(m.end for m in found))
        when = published(trigger.clause) if member.title and out else None
        if when is None and trigger.any(verbs("issues", "public")) and in_news(article):
            when = reported(sentence, trigger.clause, (member.start, member.end))
        for subject in _bodies(article, sentence, trigger):
            if subject != thing:
                yield relation(
                    article,
                    sentence,
                    trigger.clause,
                    subject,
                    "issues",
                    thing,
                    place,
                    "issues.passive" if passive else "issues.verb",
                    when,
                )


def _measures(sentence: ScopedSentence, found: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members of an object; of measures whose contents a list tells (出台了减税、降费等12条举措) the whole."""
    first = found[0] if found else None
    last = max(found, key=lambda m: m.end, default=None)
    if last is not None and last.head is not None and last.head.text == "名单" and not any(m.title for m in found):
        start = min(m.start for m in found)  # …成员、…秘书长人选建议名单: one list of all of them
        whole = sentence.read.text[start : last.end]
        return (replace(last, name=whole, start=start, role="one", canonical=None, counted=True),)
    if len(found) < 2 or first is None or first.role != "class" or first.head is None:
        return found
    if first.head.text not in _MEASURES or any(m.title for m in found):
        return found
    start, end = min(m.start for m in found), max(m.end for m in found)
    text = sentence.read.text[start:end]
    return (replace(first, name=text, start=start, end=end, role="one", canonical=None, counted=True),)


_ASSEMBLY = re.compile(r"(?:会议|大会|峰会|论坛|博览会)(?=[^，。；、]{0,6}$)")


_PASSED_BY = re.compile(
    r"[》”](?:已)?(?:由|经|已经)(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?P<who>[^，。；]{2,36}?)"
    r"第[\d一二三四五六七八九十]{1,5}次"
)
"""《X》已由A第七次会议…通过."""


def _bodies(article: ScopedArticle, sentence: ScopedSentence, trigger: Trigger) -> tuple[Entity, ...]:
    """Who issues: the bodies that act, or the event that a bare 大会 stands for (大会发布了《X》)."""
    passed = _PASSED_BY.search(sentence.read.text, trigger.before, trigger.start)
    if passed is not None:
        bodies = [n for n in (*sentence.read.names, *sentence.read.nested) if passed.start("who") == n.start]
        by = max((n for n in bodies if n.type in {"Agency", "Organization"}), key=lambda n: n.end, default=None)
        if by is not None:
            return (entity(by),)
    assembly = _ASSEMBLY.search(sentence.read.text, trigger.clause.start, trigger.start)
    event = None if assembly is None else last_event(article, sentence, assembly.group())
    return acting(article, sentence, trigger) if event is None else (event,)


def _document(member: Member, cautious: bool) -> Entity | None:
    if member.title and (generic(member.name) or len(member.name) < 4):
        return None  # 《通知》: which one is not said
    if member.title:
        kind = (
            member.canonical.type
            if member.canonical is not None and member.canonical.type in {"Plan", "Document"}
            else "Plan"
        )
        return Entity(member.canonical.canonical if member.canonical is not None else member.name, kind)
    member = replace(member, name=_CHANGES.sub("", member.name))
    if _VAGUE.match(member.name) or _NO_NAME.search(member.name):
        return None
    head, known = member.head, member.canonical
    vague = generic(member.name) or (known is not None and generic(known.text))
    if known is not None and known.type in {"Plan", "Document"} and not vague:
        # 促进…意见: the verb that a title begins with belongs to it
        whole = known.found_by == "suffix" and head is not None and opening_title().match(member.name)
        return Entity(member.name, known.type) if whole else entity(known)
    if head is not None and head.text.endswith(("计划", "三年行动")) and not cautious and len(member.name) > 8:
        return Entity(member.name, "Plan")
    if (
        cautious
        or head is None
        or head.type not in {"Plan", "Document"}
        or generic(member.name)
        or not 5 <= len(member.name) <= 40
    ):
        return None
    if len(member.name) - len(head.text) < 3 or (not head.strong and not member.counted and len(member.name) < 8):
        return None
    return Entity(member.name, head.type)


def _in_titles(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """《国务院关于…的意见》: a title names its issuer."""
    read = sentence.read
    for name in read.names:
        if name.type not in {"Plan", "Document"} or name.found_by != "title":
            continue
        for inner in read.nested:
            lead = read.text[name.start : inner.start].strip("《 ")
            if (
                inner.type == "Agency"
                and name.start <= inner.start
                and inner.end <= name.end
                and not lead
                and _ABOUT.match(read.text[inner.end : name.end].lstrip())
            ):
                yield relation(
                    article,
                    sentence,
                    sentence.clause_at(name.start),
                    entity(inner),
                    "issues",
                    entity(name),
                    (name.start, name.end),
                    "issues.in_title",
                    _cited(sentence, name),
                )


_NUMBER = re.compile(r"》?\s*[（(][^（）()]{0,12}?[〔\[［](?P<year>(?:19|20)\d\d)[〕\]］]")


@cache
def _made_public() -> re.Pattern[str]:
    titles = r"(?:《[^《》]*+》[和、及与]?)*+"
    return re.compile(rf"(?:{alternation(verbs('issues', 'public'))})(?:了|的)?{titles}《?$")


def _cited(sentence: ScopedSentence, name: Name) -> When:
    """When a document was issued that a sentence names: by its number (国办发〔2016〕82号), or now if it says so.

    Without a year where it is only cited: the clause's year is that of what is done by it.
    """
    clause = sentence.clause_at(name.start)
    out, found = published(clause), _NUMBER.match(sentence.read.text, name.end)
    if found is not None:
        year = read_in(sentence.read, *found.span("year"), "clause", "issues.number")
        return replace(out, year=int(found["year"]), source="stated").on(year)
    if _made_public().search(sentence.read.text, clause.start, name.start):
        return out
    return replace(out, year=None, source=None)
