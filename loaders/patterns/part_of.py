"""part_of: a body inside a larger one by its name, and one thing inside another where a verb says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...schema.facts import Entity, Relation
from ...schema.vocabulary import alternation
from ..context.context import ScopedArticle
from .clause_roles import entity, relation
from .timing import known
from .wording import verbs

_UNIT = re.compile(r"(?:(?<!公)司|局|处|(?<!验)室|办公室|专委会|委员会|分中心|分公司|学院|研究所|机关|小组)$")

_KIND = re.compile(r"(?:企业|机构|单位|部门)$")
_BODIES = frozenset({"Agency", "Organization", "Center"})
_WORKS = frozenset({"Plan", "Program", "Document"})


@cache
def _joining() -> re.Pattern[str]:
    """What stands between a part and its whole: …隶属于…, …正式纳入《…."""
    return re.compile(rf"[》”]?(?:已|均|正式|全部|一并|统一|首批)*(?:{alternation(verbs('part_of'))})[《“]?")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body whose name begins with another body's name, once an article, and every part that a verb joins."""
    yield from _named(article)
    yield from _joined(article)


def _joined(article: ScopedArticle) -> Iterator[Relation]:
    """A body that belongs to a body, a thing that is taken into a plan or program (…纳入《…规划》)."""
    for sentence in article.sentences:
        for part, whole in pairwise(sentence.read.names):
            if not _joining().fullmatch(sentence.read.text[part.end : whole.start]):
                continue
            if (part.type in _BODIES and whole.type in _BODIES) or (
                part.type in _WORKS | {"Center"} and whole.type in _WORKS
            ):
                clause = sentence.clause_at(part.start)
                yield relation(
                    article,
                    sentence,
                    clause,
                    entity(part),
                    "part_of",
                    entity(whole),
                    (part.start, whole.end),
                    "part_of.verb",
                    known(clause),
                )


def _named(article: ScopedArticle) -> Iterator[Relation]:
    """Every body whose name begins with another body's name, once an article."""
    seen: set[tuple[str, str]] = set()
    for sentence in article.sentences:
        for name in sentence.read.names:
            if name.type not in _BODIES or not _UNIT.search(name.canonical):
                continue
            whole = next(
                (
                    n
                    for n in (*sentence.read.nested, *sentence.read.names)
                    if n is not name
                    and not _KIND.search(n.canonical)
                    and n.type in {"Agency", "Organization"}
                    and name.canonical.startswith(n.canonical)
                    and name.canonical != n.canonical
                    and name.start <= n.start
                    and n.end <= name.end
                ),
                None,
            )
            if whole is None or (name.canonical, whole.canonical) in seen:
                continue
            seen.add((name.canonical, whole.canonical))
            yield relation(
                article,
                sentence,
                sentence.clause_at(name.start),
                entity(name),
                "part_of",
                Entity(whole.canonical, whole.type),
                (name.start, name.end),
                "part_of.name",
                known(sentence.clause_at(name.start)),
            )
