"""A reader of single texts, and what a name in one must be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.language import Name, Reader, language
from policygraph.loaders.language.candidates import Scope
from policygraph.loaders.language.overlaps import result

Read = Callable[..., tuple[Name, ...]]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The pipeline of rules, without a model."""
    return language()


@pytest.fixture
def names_of(reader: Reader) -> Read:
    """Outermost names of texts that are read as one article: `names_of(text, …, ministry=…)`; those of the last text.

    Every name is checked to be written where it says.
    """

    def read(*texts: str, **known: str) -> tuple[Name, ...]:
        scope = Scope(**known)
        found: tuple[Name, ...] = ()
        for text in texts:
            found, nested = result(reader.text(text, scope))
            for name in (*found, *nested):
                assert text[name.start : name.end] == name.text
        return found

    return read


@pytest.fixture
def nested_of(reader: Reader) -> Read:
    """Names inside the outermost names of one text."""

    def read(text: str, **known: str) -> tuple[Name, ...]:
        return result(reader.text(text, Scope(**known)))[1]

    return read
