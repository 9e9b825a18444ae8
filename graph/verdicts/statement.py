"""A figure or goal as the verdicts read it: what it says, with the voice and date that say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from ...schema.documents import DocumentInfo
from ..document import DocumentRecord
from ..rows import Scalar
from ..store import Graph


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure or goal of a graph; fields as of schema.facts.Figure, with what says it.

    voice: key of the article, or of the file where the file has none. date: its ISO date, as exact as known, empty
    where unknown. issuer, nature: of the article, else of the file.
    """

    id: str
    kind: str
    status: str | None
    subject: str
    value: float | None
    high: float | None
    unit: str | None
    cmp: str
    cmp_text: str | None
    measure: str
    action: str | None
    plan: str | None
    year: int | None
    since: int | None
    region: str | None
    span: str
    base_year: int | None
    direction: str | None
    estimated: bool
    holder: str | None
    holder_type: str
    goal_text: str | None
    quote: str
    sentence: str
    document: str
    char_start: int
    voice: str
    date: str
    issuer: str | None
    nature: str | None

    @property
    def stated_year(self) -> int | None:
        """The year in which it was said."""
        return int(self.date[:4]) if self.date else None

    @property
    def first_year(self) -> int | None:
        """The first year of a figure over a period, else its year."""
        if self.since is not None:
            return self.since
        long_ago = self.base_year is not None and self.year is not None and self.base_year < self.year - 1
        return self.base_year + 1 if long_ago and self.base_year is not None else self.year


_STORED = [
    f.name for f in fields(Statement) if f.name not in ("voice", "date", "issuer", "nature")
]  # the others come from the document


def statements(graph: Graph) -> Iterator[Statement]:
    """Every figure and goal of a graph, by document and place."""
    documents = {document.key: document for document in graph.documents()}
    for row in graph.records():
        if row["kind"] != "relation":
            yield statement(row, documents[str(row["document"])])


def statement(row: Mapping[str, Scalar], document: DocumentRecord) -> Statement:
    """The statement that a flat record of a document makes."""
    start = row["char_start"]
    assert isinstance(start, int)
    voices = document.voices(start)
    return Statement(
        **{name: row[name] for name in _STORED},  # type: ignore[arg-type]
        voice=voices[0].key,
        date=_said(voices, "date") or "",
        issuer=_said(voices, "issuer"),
        nature=_said(voices, "nature"),
    )


def _said(voices: list[DocumentInfo], name: str) -> str | None:
    return next((str(said.value) for info in voices if (said := getattr(info, name))), None)
