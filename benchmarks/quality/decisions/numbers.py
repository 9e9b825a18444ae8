"""Every number of the annotated running text with what the rules saw of it and what they made of it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policygraph.loaders.context import scopes
from policygraph.loaders.context.context import Clause, Context, ScopedArticle, ScopedSentence
from policygraph.loaders.language import language
from policygraph.loaders.patterns.figures.measures import Measured
from policygraph.loaders.patterns.figures.slots import Slot
from policygraph.loaders.patterns.figures.subject import Subject
from policygraph.schema.facts import Figure
from policygraph.schema.quantities import Quantity

from ..evaluation import Scored
from ..scorer import Row
from ..watching import watched

_FIND = importlib.import_module("policygraph.loaders.patterns.figures.find")  # the package's own `find` is the function


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What the rules made of a number that they took for a figure.

    before: the subject of the number before it. measure_asked: the clause left of the number, and the same from the
    last ；. context: what held when the figure was made.
    """

    slot: Slot
    before: Subject | None
    subject: Subject
    measured: Measured
    measure_asked: tuple[str, str]
    context: Context
    figure: Figure


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """One number of running text; rows of tables, where head and column decide, are none.

    place: half-open offsets into the original. made: None for a number that the rules did not take for a figure.
    """

    scored: Scored
    article: ScopedArticle
    sentence: ScopedSentence
    quantity: Quantity
    place: tuple[int, int]
    made: Made | None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.read.text

    @property
    def clause(self) -> Clause:
        """The clause that the number stands in."""
        return self.sentence.clause_at(self.quantity.start)


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """A number that is an annotated figure and that the rules took for one; found, gold: the scorer's pair."""

    number: Number
    made: Made
    found: Row
    gold: Row

    def right(self, field: str, **changed: object) -> bool:
        """Whether the scorer takes a field for right, had the rules given these values."""
        return self.number.scored.scorer.checks({**self.found, **changed}, self.gold)[field]


def numbers(scored: Sequence[Scored]) -> list[Number]:
    """The numbers in the annotated parts, in the order of documents, articles and places."""
    return [number for one in scored for number in _of_document(one)]


def annotated(found: Sequence[Number]) -> list[Annotated]:
    """The numbers that the scorer matches with an annotated figure that is not optional."""
    documents = {id(number.scored): number.scored for number in found}
    pairs = {(key, pair.found["id"]): pair for key, one in documents.items() for pair in one.figures.pairs}
    kept = []
    for number in found:
        pair = pairs.get((id(number.scored), number.made.figure.id)) if number.made else None
        if number.made and pair and not pair.gold.get("optional"):
            kept.append(Annotated(number, number.made, pair.found, pair.gold))
    return kept


def _of_document(scored: Scored) -> Iterator[Number]:
    document = scored.document.structured
    reader = language()
    for article in document.articles:
        if not any(_meets(s.text.origin(0, len(s.text)), scored.part) for s in article.sentences if s.text.text):
            continue
        scoped = scopes(reader.read(article, document), document)
        made = _made(scoped)
        for sentence in scoped.sentences:
            if sentence.read.sentence.kind == "row":
                continue
            for quantity in sentence.read.quantities:
                place = sentence.read.sentence.text.origin(quantity.start, quantity.end)
                if _meets(place, scored.part):
                    yield Number(scored, scoped, sentence, quantity, place, made.get(id(quantity)))


def _made(article: ScopedArticle) -> Mapping[int, Made]:
    """What the rules made of the article's numbers, by the identity of the quantity."""
    with (
        watched(_FIND, "subject_of") as subjects,
        watched(_FIND, "measure") as measures,
        watched(_FIND, "make") as figures,
    ):
        for _ in _FIND.find(article):
            pass
    asked = {id(slot.quantity): (slot, before, subject) for (_, slot, before), subject in subjects}
    measured = {id(quantity): ((clause, before), kind) for (quantity, _, clause, before), kind in measures}
    return {
        id(quantity): Made(*asked[id(quantity)], measured[id(quantity)][1], measured[id(quantity)][0], context, figure)
        for (_, _, quantity, context, _), figure in figures
    }


def _meets(place: tuple[int, int], part: tuple[int, int]) -> bool:
    return place[0] < part[1] and part[0] < place[1]
