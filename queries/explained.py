"""A fact of a graph explained, with what its document says of itself and its original."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from ..graph import Graph
from ..schema.documents import DocumentInfo
from ..schema.explanation import Explanation, explain
from .wording import Unanswerable

SHORTEST = 4
"""Fewest digits that an id may be given by."""
_LISTED = 5


@dataclass(frozen=True, slots=True)
class ConsoleExplanation(Explanation):
    """An explanation that also shows itself in colors on a rich console."""

    def __rich__(self) -> Any:
        from .rendering.explanation import rich_text  # rich is loaded when a terminal is written to

        return rich_text(self)


def for_console(told: Explanation) -> ConsoleExplanation:
    """The same explanation for a rich console."""
    return ConsoleExplanation(**{field.name: getattr(told, field.name) for field in fields(told)})


def explained(graph: Graph, beginning: str, lang: str | None = None) -> ConsoleExplanation:
    """The explanation of the fact whose id begins so, in a language (None: the user's).

    Raises Unanswerable (a QueryError) for fewer than SHORTEST digits, and where no id or several begin so.
    """
    wanted = beginning.strip().lower()
    if len(wanted) < SHORTEST:
        raise Unanswerable("short_id", id=beginning, least=SHORTEST)
    ids = graph.ids(wanted)
    if len(ids) != 1:
        listed = " ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")
        raise Unanswerable("ambiguous_id" if ids else "no_such_fact", id=beginning, ids=listed)
    (fact,) = graph.facts(id=ids[0])
    document = graph.document(fact.evidence.document)
    voices = document.voices(fact.evidence.char_start)
    quoting = partial(document.quote_of, graph.original(document.key))
    return for_console(explain(fact, lang, _told_by(voices), quoting))


def _told_by(voices: list[DocumentInfo]) -> DocumentInfo:
    """What the article says of itself, and of title and date, where it has none, what its file says."""
    own, whole = voices[0], voices[-1]
    return DocumentInfo(own.key, title=own.title or whole.title, date=own.date or whole.date)
