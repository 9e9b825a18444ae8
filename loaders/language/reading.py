"""A sentence read: the names, numbers and times that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from ...schema.periods import Period
from ...schema.quantities import NotAFigure, Quantity
from ..structure.article import Article, Sentence


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence.

    start, end: half-open offsets into the sentence's text (characters are the spaCy Doc's tokens).
    text: as written; canonical: the fullest form the document supports (工信部 gives 工业和信息化部, 《规划》
        its title).
    type: one of schema.facts.ENTITY_TYPES. found_by: the component: gazetteer, title, suffix, quoted,
        event, alias, person, model.
    post: for a Person the title that stands beside the name (部长), else None.
    body: for a Person the canonical name of the body of that post (科学技术部), else None.
    level: 国家 / 省级 / 市级 / 县级 where the name carries it, else None.
    """

    start: int
    end: int
    text: str
    canonical: str
    type: str
    found_by: str
    post: str | None = None
    level: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ReadSentence:
    """One sentence with what was found in it; every offset counts in `sentence.text.text`.

    doc: one token a character; doc.spans["names"] and doc.spans["nested"] hold the same as the tuples.
    names: outermost names from left to right, none overlapping. nested: names inside other names (江苏省 in a title).
    text: the sentence, simplified, on one line.
    """

    sentence: Sentence
    doc: Doc
    names: tuple[Name, ...]
    nested: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    not_figures: tuple[NotAFigure, ...]
    periods: tuple[Period, ...]
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.sentence.text.text)  # kept: every loader asks for it many times


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """An article with every sentence read, in order."""

    article: Article
    sentences: tuple[ReadSentence, ...]
