"""What a figure's own fields rest on: the words of its subject, of its number and of its measure."""

from __future__ import annotations

from ....schema.basis import Basis
from ....schema.quantities import Quantity
from ...context.context import ScopedSentence, read_in
from ..evidence import said_at
from .measures import Measured
from .words import half_width


def grounds(
    sentence: ScopedSentence,
    quantity: Quantity,
    place: tuple[int, int],
    subject: tuple[str, str],
    measured: Measured,
    where: str = "clause",
) -> dict[str, Basis]:
    """The bases of subject, measure and value.

    place: half-open offsets of the quote, which stands for the subject where its name is not written there in one
    piece. subject: its name and the rule that found it. where: "clause", or "table" for the cells of one.
    """
    text, number = half_width(sentence.read.text), (quantity.start, quantity.end)
    named = said_at(text, subject[0], number) or place
    told = said_at(text, measured.words, number) if measured.words else None
    kind = read_in(sentence.read, *told, where, measured.rule) if told else Basis(where, measured.rule, measured.words)
    return {
        "subject": read_in(sentence.read, *named, where, subject[1]),
        "measure": kind,
        "value": read_in(sentence.read, *number, where, value_rule(quantity)),
    }


def value_rule(quantity: Quantity) -> str:
    """How the number was read: as a rank, a range, with a word that compares, or as it stands."""
    if quantity.measure == "rank":
        return "quantities.rank"
    if quantity.high is not None:
        return "quantities.range"
    return "quantities.compared" if quantity.cmp_text is not None else "quantities.number"
