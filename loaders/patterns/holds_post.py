"""holds_post: a person's office, where the post stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle
from .clause_roles import relation
from .timing import known


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every person whom the text names with body and post."""
    for sentence in article.sentences:
        for name in sentence.read.names:
            body = name.body
            if name.type != "Person" or not name.post or not body:
                continue
            types = (n.type for n in (*sentence.read.names, *sentence.read.nested) if n.canonical == body)
            kind = next((t for t in types if t in {"Agency", "Organization"}), "Agency")
            behind = name.end + len(name.post)
            end = behind if sentence.read.text[name.end : behind] == name.post else name.end
            start = max(sentence.clause_at(name.start).start, name.start - len(body) - len(name.post) - 4)
            yield relation(
                article,
                sentence,
                sentence.clause_at(name.start),
                Entity(name.canonical, "Person"),
                "holds_post",
                Entity(body, kind),
                (start, end),
                "holds_post.beside",
                known(sentence.clause_at(name.start)),
                post=name.post,
            )
