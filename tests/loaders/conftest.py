"""The whole street on written texts, with one reader for the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from policygraph.loaders.context import ScopedArticle, ScopedSentence, scopes
from policygraph.loaders.language import Reader, language
from policygraph.loaders.language.reading import ReadSentence
from policygraph.loaders.patterns.figures import find
from policygraph.loaders.reading import MappedText, Source, read_bytes
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.loaders.structure.article import Article, Sentence
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Figure

Scoping = Callable[..., tuple[StructuredDocument, list[ScopedArticle]]]


@dataclass(frozen=True)
class Written:
    """A document made for a test: its text, and what it says of itself."""

    text: str
    info: DocumentInfo

    def read(self, reader: Reader) -> tuple[StructuredDocument, ScopedArticle]:
        """Each line of the text as one sentence of one article, through language and context."""
        whole = MappedText.whole(self.text)
        lines = [line.strip() for line in whole.lines()]
        sentences = tuple(Sentence(line, "sentence", n) for n, line in enumerate(lines) if len(line))
        source = Source(self.info.key, "0" * 64, "txt", self.text, whole)
        article = Article(self.info, sentences)
        document = StructuredDocument(source, self.info, (article,))
        return document, scopes(reader.read(article, document), document)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The pipeline of names; loading it takes a second or two."""
    return language()


@pytest.fixture(scope="session")
def scoping(reader: Reader) -> Scoping:
    """scoping(text, key="a.txt"): the bytes of a text read, taken apart, read for names and scoped."""

    def walk(text: str, key: str = "a.txt") -> tuple[StructuredDocument, list[ScopedArticle]]:
        document = structure(read_bytes(text.encode(), key))
        return document, [scopes(reader.read(article, document), document) for article in document.articles]

    return walk


@pytest.fixture(scope="session")
def figures(scoping: Scoping) -> Callable[..., list[Figure]]:
    """figures(text, key="a.txt"): every figure of a text, each checked to stand where it says it stands."""

    def found(text: str, key: str = "a.txt") -> list[Figure]:
        document, articles = scoping(text, key)
        all_of_them = [figure for article in articles for figure in find(article)]
        for figure in all_of_them:
            place = figure.evidence
            assert document.source.quote(place.char_start, place.char_end) == place.quote
            if not document.source.markup:
                assert document.source.original[place.char_start : place.char_end] == place.quote
        return all_of_them

    return found


@pytest.fixture(scope="session")
def only(figures: Callable[..., list[Figure]]) -> Callable[..., Figure]:
    """only(text, key="a.txt"): the one figure of a text."""

    def one(text: str, key: str = "a.txt") -> Figure:
        (figure,) = figures(text, key)
        return figure

    return one


@pytest.fixture(scope="session")
def article(reader: Reader) -> Callable[..., ScopedArticle]:
    """article(text, title=..., date=..., nature=..., issuer=..., speaker=...): each line is one sentence and paragraph.

    What the document says of itself is given, so that a test of one rule does not depend on how titles are found.
    """

    def made(text: str, **said: str) -> ScopedArticle:
        info = DocumentInfo("a.txt", **{name: Stated(value, "masthead") for name, value in said.items()})  # type: ignore[arg-type]
        return Written(text, info).read(reader)[1]

    return made


@pytest.fixture(scope="session")
def scoped(article: Callable[..., ScopedArticle]) -> Callable[..., ScopedSentence]:
    """scoped(text, **said): one sentence in the context of its document."""

    def first(text: str, **said: str) -> ScopedSentence:
        return article(text, **said).sentences[0]

    return first


@pytest.fixture(scope="session")
def read(scoped: Callable[..., ScopedSentence]) -> Callable[..., ReadSentence]:
    """read(text, **said): one sentence with its names, numbers and times."""

    def first(text: str, **said: str) -> ReadSentence:
        return scoped(text, **said).read

    return first
