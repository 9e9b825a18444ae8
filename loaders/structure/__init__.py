"""Room 2 of the street: Source to articles, sections and sentences."""

from .article import Article, Heading, Sentence, StructuredDocument
from .document import structure

__all__ = ["Article", "Heading", "Sentence", "StructuredDocument", "structure"]
