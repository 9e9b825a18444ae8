"""Room 4 of the street: what every clause inherits."""

from .context import Clause, Context, Inherited, ScopedArticle, ScopedSentence
from .scopes import scopes

__all__ = ["Clause", "Context", "Inherited", "ScopedArticle", "ScopedSentence", "scopes"]
