"""What the tests of goals share: the street from a text to its goals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.goals import find
from policygraph.schema.facts import Figure

Goals = Callable[..., list[Figure]]


@pytest.fixture(scope="session")
def goals(scoping: Callable[..., Any]) -> Goals:
    """goals(text, key="a.txt"): every goal of a text, each checked to stand where it says it stands."""

    def found(text: str, key: str = "a.txt") -> list[Figure]:
        document, articles = scoping(text, key)
        all_of_them = [goal for article in articles for goal in find(article)]
        for goal in all_of_them:
            place = goal.evidence
            assert document.source.original[place.char_start : place.char_end] == place.quote
        return all_of_them

    return found


@pytest.fixture(scope="session")
def words(article: Callable[..., ScopedArticle]) -> Callable[..., list[str]]:
    """words(text, **said): the words of the goals of a text whose document says of itself what is given."""

    def found(text: str, **said: str) -> list[str]:
        return [goal.goal_text or "" for goal in find(article(text, **said))]

    return found
