"""Clause to spans: names, quantities and periods."""

from .pipeline import Reader, language
from .reading import Name, ReadArticle, ReadSentence

__all__ = ["Name", "ReadArticle", "ReadSentence", "Reader", "language"]
