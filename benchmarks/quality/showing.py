"""Mistakes, sampled facts and paragraphs as text for a person: with sentences, so for no file of the project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policygraph.schema.basis import Basis
from policygraph.schema.facts import Figure, Relation
from policygraph.schema.printable import printable

from .documents import Document
from .mistakes import Mistake
from .sampling import Drawn, Paragraph

_SAID = ("kind", "id", "doc", "quote", "sentence", "document", "char_start", "char_end", "page", "extractor", "bases",
         "year_source", "confidence", "aliases")  # fmt: skip
"""Keys of a row that are shown elsewhere than among the fields."""
_BLANKS = re.compile(r"[^\S\t]+")


def shown_fact(drawn: Drawn) -> str:
    """The fact with its sentence, in which its place is marked ⟦so⟧, its fields, and what they rest on."""
    fact, document = drawn.fact, drawn.document
    evidence, row = fact.evidence, fact.row()
    confidence = "" if fact.confidence is None else f"  confidence {fact.confidence:.2f}"
    lines = [
        f"#{drawn.number}  {row['kind']}  {evidence.document} {evidence.char_start}–{evidence.char_end}"
        f"  {fact.extractor}{confidence}  {fact.id}",
        *_around(document, evidence.char_start),
        f"   {_marked(document, fact)}",
        "   " + " | ".join(_fields(row)),
        f"   year from: {fact.year_source or '–'}",
        *(f"   {name}: {_basis(basis)}" for name, basis in fact.bases),
    ]
    return "\n".join(map(printable, lines))


def shown_mistake(number: int, mistake: Mistake) -> str:
    """The mistake with its sentence, what was found and what is annotated."""
    place = "" if mistake.start is None else f" {mistake.start}–{mistake.end}"
    lines = [
        f"{number}. {mistake.kind}: {', '.join(mistake.fields) or '–'}  {mistake.scored.document.key}{place}",
        f"   {mistake.sentence}",
    ]
    for who, row in (("found", mistake.found), ("annotated", mistake.gold)):
        if row:
            lines.append(f"   {who}: " + " | ".join(_fields(row)))
    return "\n".join(map(printable, lines))


def shown_paragraph(number: int, paragraph: Paragraph) -> str:
    """The paragraph, and one line for each fact that was found in it."""
    document = paragraph.document
    lines = [
        f"#{number}  {document.key} {paragraph.start}–{paragraph.end}  facts: {len(paragraph.facts)}",
        *_around(document, paragraph.start),
        f"   {_one_line(document, paragraph.start, paragraph.end)}",
        *(f"   · {_one_line_fact(fact)}" for fact in paragraph.facts),
    ]
    return "\n".join(map(printable, lines))


def _around(document: Document, place: int) -> Iterator[str]:
    """What the sentence inherits from: the article's title, date and issuer, and its headings."""
    passage = document.passage(place)
    info = passage.article.info if passage else document.structured.info
    said = [stated.value for stated in (info.title, info.date, info.issuer, info.nature) if stated]
    yield "   in: " + " | ".join(said or ["–"])
    if passage and passage.sentence.headings:
        yield "   under: " + " › ".join(h.label + h.text.text.strip() for h in passage.sentence.headings)


def _marked(document: Document, fact: Figure | Relation) -> str:
    """The original's sentence with the fact's own place marked; the sentence and quote where that is no one stretch."""
    start, end = fact.evidence.char_start, fact.evidence.char_end
    passage = document.passage(start)
    if passage is None or end > passage.end:
        return f"{' '.join(fact.evidence.sentence.split())} ⟦{' '.join(fact.evidence.quote.split())}⟧"
    pieces = ((passage.start, start), (start, end), (end, passage.end))
    before, own, after = (_one_line(document, *piece) for piece in pieces)
    return f"{before}⟦{own}⟧{after}"


def _one_line(document: Document, start: int, end: int) -> str:
    """The stretch with its white space made one blank; a tab, between the cells of a row, stays."""
    return _BLANKS.sub(" ", document.structured.source.quote(start, end)).strip(" ") if end > start else ""


def _fields(row: Mapping[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        if name not in _SAID and value not in (None, False):
            said = f"{value['name']} ({value['type']})" if isinstance(value, dict) else value
            yield f"{name} {said}"


def _one_line_fact(fact: Figure | Relation) -> str:
    row = fact.row()
    return f"{row['kind']}: " + " | ".join(_fields(row))


def _basis(basis: Basis) -> str:
    return f"{basis.where}, {basis.rule}" + (f" “{basis.text}”" if basis.text else "")
