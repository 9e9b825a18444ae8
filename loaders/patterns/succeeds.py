"""succeeds: a plan or program continues or replaces an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle
from ..language.reading import Name
from .clause_roles import entity, in_news, relation
from .issues import own_title
from .wording import head_of, verbs

_REVISES = re.compile(r"^《?关于修[订改]")
_THINGS = frozenset({"Plan", "Program", "Document", "Center"})


_IN_FORCE = re.compile(r"(?:施行|执行|实施|生效)[^。]{0,30}[。；，][^。；]{0,10}《?$|^(?:原)?《?$")
"""本办法自印发之日起施行。《旧办法》同时废止: what comes into force is the document itself."""


def _own(article: ScopedArticle) -> Entity | None:
    """The article's own document by its title; None for news and for an article without one."""
    title = article.read.article.info.title
    return None if title is None or in_news(article) else Entity(own_title(title.value), "Plan")


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between a thing and what it becomes or replaces, and what stands after a repealed one."""
    becomes, replaces, repeal = (alternation(verbs("succeeds", group)) for group in ("becomes", "verbs", "repeal"))
    return (
        re.compile(rf"[》”]?(?:平台)?[^。；]{{0,12}}(?:{becomes})[《“]?"),
        re.compile(rf"[》”]?(?:{replaces})[《“]?"),
        re.compile(rf"^[^，。；]{{0,12}}(?:同时)?(?:{repeal})"),
    )


def _is_class(name: Name) -> bool:
    """国家制造业创新中心: bodies rise from one class to another, no class succeeds another."""
    head = head_of(name.text)
    return head is not None and head.designated and name.text.startswith(("国家", "省级", "市级"))


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every explicit succession: a decision that amends a document, 升级为, 代替, a repeal beside a new title."""
    becomes, replaces, repealed = _forms()
    for sentence in article.sentences:
        read = sentence.read
        things = [n for n in read.names if n.type in _THINGS and not _is_class(n)]
        for name in things:
            if _REVISES.match(read.text[name.start : name.end]):
                for inner in read.nested:
                    if inner.type in {"Plan", "Document"} and name.start < inner.start and inner.end < name.end:
                        yield relation(
                            article,
                            sentence,
                            sentence.clause_at(name.start),
                            entity(name),
                            "succeeds",
                            entity(inner),
                            (name.start, name.end),
                            "succeeds.amends",
                        )
        for old in things:
            own = _own(article) if old.type == "Plan" and repealed.match(read.text[old.end :].lstrip("》")) else None
            first = not any(n.end <= old.start and n.type == "Plan" for n in things)
            if own is not None and first and own.name != old.canonical and _IN_FORCE.search(read.text[: old.start]):
                clause = sentence.clause_at(old.start)
                place = (old.start, old.end)
                yield relation(article, sentence, clause, own, "succeeds", entity(old), place, "succeeds.repeals")
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
