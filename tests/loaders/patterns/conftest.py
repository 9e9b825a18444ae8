"""What the tests of the pattern loaders share: the street from a text to its relations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import scopes
from policygraph.loaders.language import Reader, language
from policygraph.loaders.patterns.relations import find_relations
from policygraph.loaders.reading import read_bytes
from policygraph.loaders.structure import structure
from policygraph.schema.facts import Relation

Relations = Callable[[str], list[Relation]]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The language stage without a model."""
    return language()


@pytest.fixture(scope="session")
def relations(reader: Reader) -> Relations:
    """Every relation of a text, read as a .txt document; each quote is checked against its offsets."""

    def find(text: str) -> list[Relation]:
        document = structure(read_bytes(text.encode(), "document.txt"))
        found = [
            relation
            for article in document.articles
            for relation in find_relations(scopes(reader.read(article, document), document))
        ]
        for relation in found:
            place = relation.evidence
            assert document.source.original[place.char_start : place.char_end] == place.quote
        return found

    return find


Triples = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def triples(relations: Relations) -> Triples:
    """(subject, predicate, object) of every relation of a text; the object of holds_post ends with the post."""

    def find(text: str) -> set[tuple[str, str, str]]:
        return {(r.subject.name, r.predicate, r.object.name + (r.post or "")) for r in relations(text)}

    return find
