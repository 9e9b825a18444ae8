"""Room 5 of the street: spans and contexts to facts, one module a predicate or family."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema.facts import Fact
from ..context.context import ScopedArticle
from .figures import find as find_figures
from .goals import find as find_goals
from .relations import find_relations, forget_article

__all__ = ["find_facts", "forget_article"]


def find_facts(article: ScopedArticle) -> Iterator[Fact]:
    """Every fact of an article: figures, goals, relations."""
    yield from find_figures(article)
    yield from find_goals(article)
    yield from find_relations(article)
