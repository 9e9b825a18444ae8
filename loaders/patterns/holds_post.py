"""holds_post: a person's office, where the post stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.facts import Entity, Relation
from ..context.context import ScopedArticle
from .clause_roles import relation


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every person whom the text names with body and post."""
    for sentence in article.sentences:
        for name in sentence.read.names:
            body = getattr(name, "body", None)
            if name.type != "Person" or not name.post or not body:
                continue
            start = max(sentence.clause_at(name.start).start, name.start - len(body) - len(name.post) - 4)
            yield relation(
                article,
                sentence,
                sentence.clause_at(name.start),
                Entity(name.canonical, "Person"),
                "holds_post",
                Entity(body, "Agency"),
                (start, name.end),
                "holds_post.beside",
                status=None,
                post=name.post,
            )
