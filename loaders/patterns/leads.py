"""leads: a body answers for a task (（A、B负责）, 责任单位：A、B, A牵头)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.actors import ACTORS
from ..context.context import ScopedArticle, ScopedSentence
from .clause_roles import acting, entity, relation
from .coordination import members
from .timing import to_do
from .topics import done_by, topic
from .triggers import triggers
from .undertakings import named
from .wording import verbs

_RESPONSIBLE = re.compile(
    r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*?)(?:按照?(?:各自)?职责)?(?:分工)?(?:共同)?(?:牵头)?负责(?=[。，；：）)]|分别)[^（）()]*[）)]?"
)
_BODY = re.compile(r"(?:部|委|局|署|办|会|院|司|处|厅|中心|政府|办公室|单位|部门|机构|银行|公司|集团|海关|大学|协会)$")
_UNNAMED = re.compile(r"(?<!等)(?:相关|有关)(?:部门|单位)|^各?(?:地区|地方|部门|单位|地)$|^各(?:地区|部门|地)")
_QUALIFIER = re.compile(
    r"^(?:由|各?有关)?|(?:等?(?:各?有关|相关)?(?:部门|单位)(?:和单位)?|等|牵头|分别|按(?:照)?(?:各自)?职责(?:分工)?){1,12}+$"
)


_LABEL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|第[一二三四五六七八九十]+[条项])\s*")


_TIME = re.compile(r"^(?:(?:到|在|自|从)?\d{4}年(?:\d{1,2}月)?(?:底|末|初)?(?:以?前|起|内)?(?:要)?)")  # 2018年底前完成…


@cache
def _listing() -> re.Pattern[str]:
    labels = alternation(verbs("leads", "lists"))
    return re.compile(rf"(?:{labels})[：:]\s*([^（）()；。]+)")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body that the article makes answer for a task or a programme."""
    for sentence in article.sentences:
        yield from _responsible(article, sentence)
        yield from _stated(article, sentence)
        yield from _by(article, sentence)


def _responsible(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    text = sentence.read.text
    places = [m for pattern in (_RESPONSIBLE, _listing()) for m in pattern.finditer(text)]
    if not places:
        return
    task = _task(article, sentence)
    if not 3 <= len(task) <= 60:
        return
    for found in places:
        start, end = found.span(1)
        for body in bodies(sentence, start, end):
            yield relation(
                article,
                sentence,
                sentence.clause_at(start),
                body,
                "leads",
                Entity(task, "Program"),
                found.span(),
                "leads.responsible",
                to_do(sentence.clause_at(start)),
            )


def _task(article: ScopedArticle, sentence: ScopedSentence) -> str:
    """What the bodies answer for: the heading above, else the measure that the item itself states."""
    headings = sentence.read.sentence.headings
    if headings and not _item(article, sentence):
        return _LABEL.sub("", re.sub(r"[。；：\s]+$", "", headings[-1].text.text.strip()))
    first = _first(article, sentence)
    for clause in first.clauses:
        text = _TIME.sub("", _LABEL.sub("", first.read.text[clause.start : clause.end].strip()))
        if text and not re.match("对|凡|按照|根据|为|（", text):
            return text.removeprefix("将")
    return ""


def _first(article: ScopedArticle, sentence: ScopedSentence) -> ScopedSentence:
    """The sentence that the paragraph of another begins with."""
    own = sentence.read.sentence
    return next(
        s for s in article.sentences if s.read.sentence.paragraph == own.paragraph and s.read.sentence.kind == own.kind
    )


def _item(article: ScopedArticle, sentence: ScopedSentence) -> bool:
    """Whether the paragraph is a numbered item under its heading, so that it states a task of its own."""
    return _LABEL.match(_first(article, sentence).read.text) is not None


def bodies(sentence: ScopedSentence, start: int, end: int) -> Iterator[Entity]:
    """The bodies of a list in characters start..end; a piece that no name covers counts where it ends as a body."""
    text = sentence.read.text
    for piece in re.finditer(r"[^、，,；;\s]+", text[start:end]):
        a, b = start + piece.start(), start + piece.end()
        inside = [n for n in sentence.read.names if n.start < b and n.end > a and n.type in ACTORS]
        word = _QUALIFIER.sub("", text[a:b])
        if _UNNAMED.search(text[a:b]):
            continue
        if inside and inside[-1].end >= a + len(word) - 1:
            yield entity(inside[-1])
        elif _BODY.search(word) and 2 < len(word) <= 30:
            yield Entity(word, "Agency")


def _by(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    """X由A牵头."""
    found = done_by("leads").search(sentence.read.text)
    thing = topic(article, sentence) if found else None
    if found is None or thing is None:
        return
    name = next((n for n in sentence.read.names if n.start == found.end() and n.type in ACTORS), None)
    if name is not None:
        clause = sentence.clause_at(name.start)
        yield relation(article, sentence, clause, entity(name), "leads", thing, (found.start(1), name.end), "leads.by")


def _stated(article: ScopedArticle, sentence: ScopedSentence) -> Iterator[Relation]:
    for trigger in triggers(sentence):
        if trigger.any(verbs("leads")) is None or trigger.object_start >= trigger.object_end:
            continue
        found = members(sentence.read, trigger.object_start, trigger.object_end)
        for member in found:
            thing = named(member, weak=True)
            if thing is None or thing.type != "Program":
                continue
            for subject in acting(article, sentence, trigger):
                yield relation(
                    article,
                    sentence,
                    trigger.clause,
                    subject,
                    "leads",
                    thing,
                    (trigger.start, max(m.end for m in found)),
                    "leads.verb",
                )
