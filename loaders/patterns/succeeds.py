"""succeeds: a plan or program continues or replaces an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle, ScopedSentence
from ..language.reading import Name
from .clause_roles import entity, in_news, relation
from .issues import own_title
from .timing import dated
from .wording import head_of, verbs

_REVISES = re.compile(r"^《?[^《》〈〉]{0,24}关于(?P<how>修[订改]|废止)")
_REPEALS_IN_TITLE = re.compile(r"关于(?:修[订改]和|公布)?(?:废止|宣布[^《》]{0,12}失效)")
# 决定废止《A》, 关于废止《A》; several titles stand side by side.
_ENDS = re.compile(
    r"(?:关于|决定|同意|现|即日起|即行|同时|予以|一并|修[改订]和)[^，。；《》]{0,6}(?:废止|停止执行)[^，。；《》]{0,14}[：:]?\s*《?$"
)
_BRACKET = r"[（(][^（()）]{1,40}[）)]"
"""Behind a title: its number."""
_ENDED_SO = re.compile(
    rf"(?:^|[，。；\s]|决定|现)对(?P<titles>《[^《》]{{2,80}}》(?:{_BRACKET})?"
    rf"(?:(?:[、和与及]|以及)?《[^《》]{{2,80}}》(?:{_BRACKET})?){{0,60}}+)"
    r"(?:等[^，。；《》]{0,16})?(?:一并|现)?(?:予以|进行)(?:废止|停止执行)"
)
"""对《A》等8件文件予以废止: the verb stands behind the titles."""
_NEXT = re.compile(r"^》?(?:[（(][^（）()]*+[）)])?(?:[、和及与以]|以及)?《?$")
_ENDS_NEXT = re.compile(r"(?:^|[，。；])\s*废止(?:了)?《?$")
_LABEL = re.compile(r"\s*+(?:[（(]?[\d一二三四五六七八九十]{1,4}+[）)]?\s*+[.．、]?\s*+)?+")
"""A line of a list that is a title and nothing else."""
_REST = re.compile(r"》?\s*+(?:[（(][^（）()]{0,60}+[）)])?\s*+[；;。]?\s*+$")
_THINGS = frozenset({"Plan", "Program", "Document", "Center"})


_STARTS = re.compile(r"(?:施行|执行|实施|生效)。?$")
_IN_FORCE = re.compile(r"(?:施行|执行|实施|生效)[^。]{0,30}[。；，][^。；]{0,10}《?$|^(?:原)?《?$")
"""本办法自印发之日起施行。《旧办法》同时废止: what comes into force is the document itself."""


def _own(article: ScopedArticle) -> Entity | None:
    """The article's own document by its title; None for news and for an article without one."""
    title = article.read.article.info.title
    return None if title is None or in_news(article) else Entity(own_title(title.value), "Plan")


def _repeals(article: ScopedArticle) -> bool:
    """Whether the article is by its own title a decision or notice that repeals documents."""
    title = article.read.article.info.title
    return title is not None and _REPEALS_IN_TITLE.search(title.value) is not None


def _decides(article: ScopedArticle) -> bool:
    """Whether the article is a text of an authority, not a report, a story or a speech about one."""
    nature = article.read.article.info.nature
    return nature is not None and nature.value in {"plan", "notice", "draft"}


def _ended(article: ScopedArticle, sentence: ScopedSentence, things: list[Name]) -> Iterator[Name]:
    """The documents that a sentence says are repealed by the document in which it stands."""
    read, listed = sentence.read, False
    own, last = _repeals(article), 0
    behind = [m.span("titles") for m in _ENDED_SO.finditer(read.text)] if "对《" in read.text else []
    titles = [n for n in (*things, *read.nested) if n.type in {"Plan", "Document"} and n.found_by in {"title", "alias"}]
    for name in sorted(titles, key=lambda n: n.start):
        if name.start < last:
            continue
        before = read.text[: name.start]
        stated = bool(_ENDS.search(before) or (own and _ENDS_NEXT.search(before)))
        stated = stated or any(start <= name.start and name.end <= end for start, end in behind)
        if stated or (listed and _NEXT.match(read.text[last : name.start])):
            listed = True
        elif not (own and _LABEL.fullmatch(before.rstrip("《")) and _REST.match(read.text, name.end)):
            listed = False
            continue
        last = name.end
        yield name


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a thing and what it becomes or replaces, and what stands after a repealed one."""
    becomes, replaces, repeal = (alternation(verbs("succeeds", group)) for group in ("becomes", "verbs", "repeal"))
    return (
        re.compile(rf"[》”]?(?:平台)?[^。；]{{0,12}}(?:{becomes})[《“]?"),
        re.compile(rf"[》”]?(?:{replaces})[《“]?"),
        re.compile(rf"^(?:{_BRACKET})?[^，。；《》]{{0,20}}(?:{repeal})"),
    )


def _is_class(name: Name) -> bool:
    """国家制造业创新中心: bodies rise from one class to another, no class succeeds another."""
    head = head_of(name.text)
    return head is not None and head.designated and name.text.startswith(("国家", "省级", "市级"))


def _by_decision(article: ScopedArticle, sentence: ScopedSentence, things: list[Name]) -> Iterator[Relation]:
    """关于废止《A》的决定: it stands in the place of what it repeals."""
    named = next((entity(n) for n in things if _REPEALS_IN_TITLE.search(n.text)), None)
    own = named or (_own(article) if _repeals(article) or _decides(article) else None)
    for old in _ended(article, sentence, things) if own is not None else ():
        if own is not None and own.name != old.canonical:
            clause, place = sentence.clause_at(old.start), (old.start, old.end)
            yield relation(
                article, sentence, clause, own, "succeeds", entity(old), place, "succeeds.repeals", dated(clause)
            )


def _day_is_told(article: ScopedArticle, number: int, old: Name) -> bool:
    """Whether a repeal has the day on which the new document comes into force: told beside it or just before (同时)."""
    read = article.sentences[number].read
    if any(p.kind != "base" and p.year is not None for p in read.periods):
        return True
    before = article.sentences[number - 1].read if number else None
    same = before is not None and before.sentence.paragraph == read.sentence.paragraph
    return same and "同时" in read.text[old.end :] and before is not None and _STARTS.search(before.text) is not None


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every explicit succession: a decision that amends a document, 升级为, 代替, a repeal beside a new title."""
    becomes, replaces, repealed = _forms()
    for number, sentence in enumerate(article.sentences):
        read = sentence.read
        things = [n for n in read.names if n.type in _THINGS and not _is_class(n)]
        for name in things:
            revises = _REVISES.match(read.text[name.start : name.end])
            if revises is not None and (revises["how"] != "废止" or read.text.startswith("《", name.start)):
                rule = "repeals" if revises["how"] == "废止" else "amends"
                for inner in read.nested:
                    inside = name.start + revises.end() <= inner.start and inner.end < name.end
                    if inside and inner.type in {"Plan", "Document"}:
                        yield relation(
                            article,
                            sentence,
                            sentence.clause_at(name.start),
                            entity(name),
                            "succeeds",
                            entity(inner),
                            (name.start, name.end),
                            f"succeeds.{rule}",
                        )
        for old in things:
            own = _own(article) if old.type == "Plan" and repealed.match(read.text[old.end :].lstrip("》")) else None
            first = not any(n.end <= old.start and n.type == "Plan" for n in things)
            if own is not None and first and own.name != old.canonical and _IN_FORCE.search(read.text[: old.start]):
                clause = sentence.clause_at(old.start)
                place = (old.start, old.end)
                when = None if _day_is_told(article, number, old) else dated(clause)
                yield relation(article, sentence, clause, own, "succeeds", entity(old), place, "succeeds.repeals", when)
        yield from _by_decision(article, sentence, things)
        for earlier, later in pairwise(things):
            between = read.text[earlier.end : later.start]
            clause = sentence.clause_at(later.start)
            if becomes.fullmatch(between):
                new, old, rule = later, earlier, "becomes"
            elif replaces.fullmatch(between):
                new, old, rule = earlier, later, "replaces"
            elif (
                later.type == earlier.type == "Plan"
                and repealed.match(read.text[later.end :].lstrip("》"))
                and "施行" in between
            ):
                new, old, rule = earlier, later, "repeals"
            else:
                continue
            place = (earlier.start, later.end)
            yield relation(article, sentence, clause, entity(new), "succeeds", entity(old), place, f"succeeds.{rule}")
