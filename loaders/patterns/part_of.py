"""part_of: a body inside a larger one, where the name or the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle
from .clause_roles import entity, relation
from .timing import known

_UNIT = re.compile(r"(?:(?<!公)司|局|处|(?<!验)室|办公室|专委会|委员会|分中心|分公司|学院|研究所|机关|小组)$")

_KIND = re.compile(r"(?:企业|机构|单位|部门)$")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every body whose name begins with another body's name, once an article."""
    seen: set[tuple[str, str]] = set()
    for sentence in article.sentences:
        for name in sentence.read.names:
            if name.type not in {"Agency", "Organization", "Center"} or not _UNIT.search(name.canonical):
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
