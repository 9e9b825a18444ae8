"""What a clause inherits from its document, article, headings and the sentences before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ...schema.basis import Basis
from ..language.reading import ReadArticle, ReadSentence
from ..structure.article import StructuredDocument

_TRACED = {"year": "year", "since": "year", "status": "status", "agent": "agent", "plan": "plan", "region": "region",
           "responsible": "responsible"}  # fmt: skip
"""Fields of a context whose basis is kept, with the field of the fact that rests on it."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """One value with where it came from ("clause", "sentence", "paragraph", "heading", "article", "document").

    span: where its words stand in their sentence, half-open; None where they do not, no part of what is compared.
    """

    value: str
    type: str
    where: str
    span: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a clause that does not say otherwise. None: nothing is known.

    day: the article's own date: what 今年 means. nature: one of schema.documents.NATURES.
    agent: who acts where the clause names nobody (several: joined by 、).
    plan: title of the plan whose content is told.
    region: where, if narrower than the country. holder: who answers for a target (plan, else agent, else document).
    year, since: the years that hold; year_source: "stated" or "inherited: <where>".
    status: "achieved", "planned", "forecast". stated_by: the speaker or quoted source.
    responsible: the bodies that the paragraph's bracket names (（A、B负责）), who do what is to be done in it.
    bases: what year, status, agent, plan and region rest on.
    """

    day: dt.date | None = None
    nature: str | None = None
    agent: Inherited | None = None
    plan: Inherited | None = None
    region: Inherited | None = None
    holder: Inherited | None = None
    year: int | None = None
    since: int | None = None
    year_source: str | None = None
    status: str | None = None
    span: str = "end"
    base_year: int | None = None
    estimated: bool = False
    stated_by: str | None = None
    responsible: Inherited | None = None
    bases: Mapping[str, Basis] = field(default_factory=dict, compare=False)

    def given(self, basis: Basis, **changes: Any) -> Context:
        """The context with some fields changed, `basis` being what the new values rest on."""
        traced = {_TRACED[name]: basis for name in changes if name in _TRACED}
        return replace(self, **changes, bases={**self.bases, **traced})


def read_in(sentence: ReadSentence, start: int, end: int, where: str, rule: str) -> Basis:
    """The basis that characters start..end of a sentence are."""
    while start < end and sentence.text[start].isspace():
        start += 1
    while start < end and sentence.text[end - 1].isspace():
        end -= 1
    if start == end:
        return Basis(where, rule)
    return Basis(where, rule, sentence.text[start:end], *sentence.sentence.text.origin(start, end))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between ，；： (quotes, titles and brackets stay whole), with what holds in it.

    start, end: half-open offsets into the sentence's text, punctuation at the end left out.
    inherited: the context that the clause began with, before its own periods; None where it has none of its own.
    """

    start: int
    end: int
    context: Context
    inherited: Context | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ScopedSentence:
    """A sentence that was read, cut into clauses, each with its context."""

    read: ReadSentence
    clauses: tuple[Clause, ...]

    def clause_at(self, offset: int) -> Clause:
        """The clause that holds a character of the sentence (the last one that begins at or before it)."""
        found = self.clauses[0]
        for clause in self.clauses:
            if clause.start > offset:
                break
            found = clause
        return found


@dataclass(frozen=True, slots=True, eq=False)
class ScopedArticle:
    """What the pattern loaders take: an article read and scoped, with its document."""

    read: ReadArticle
    document: StructuredDocument
    sentences: tuple[ScopedSentence, ...]
