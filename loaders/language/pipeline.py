"""The language stage: an article's sentences through a spaCy pipeline of characters, with numbers and times beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ...schema.agencies import bodies
from ...schema.quantities import NotAFigure, Quantity
from ...schema.regions import province_of, regions
from ..structure.article import Article, Sentence, StructuredDocument
from ..structure.sentences import sentence_spans
from . import aliases, gazetteer, overlaps, people, quoted, sessions, suffixes, titles
from .candidates import Scope, enter, made_of, text_of
from .characters import TOKENIZER
from .mentions import Mention, mentions_in
from .model import COMPONENT as MODEL
from .periods import periods
from .quantities import scan
from .reading import ReadArticle, ReadSentence

if TYPE_CHECKING:
    from .network.recognizer import Recognizer

COMPONENTS = tuple(part.COMPONENT for part in (gazetteer, titles, suffixes, sessions, quoted, people, aliases))
"""In this order: each sees the candidates of those before it."""

LONGEST = 20_000
"""A text longer than this, in characters, is no sentence: nothing is read in it, so that no input takes all memory."""

_Component = Callable[[Doc], Doc]

_TOLD = ("news", "speech", "interpretation")
"""Texts whose title is a headline and not the name of a document: 本规划 and 该计划 never mean it."""


def language(model: str | None = None, network: Path | None = None) -> Reader:
    """A reader of articles, by rules; what else may add names:

    model: an installed spaCy model whose entities are added, None for none. network: the folder of a network that
    `policygraph train` wrote (network.recognizer.SHIPPED is the one that comes with the package), None for none.
    Raises OSError from spaCy when the model is not installed, RunError when there is no such network.
    """
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    if model is not None:
        nlp.add_pipe(MODEL, config={"model": model})
    nlp.add_pipe(overlaps.COMPONENT)
    if network is None:
        return Reader(nlp)
    from .network.recognizer import Recognizer  # loads spaCy's layers, which the rules do without

    return Reader(nlp, Recognizer(network))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles. nlp: the pipeline; it keeps nothing between articles. network: None for the rules alone."""

    nlp: Language
    network: Recognizer | None = None

    def read(self, article: Article, document: StructuredDocument) -> ReadArticle:
        """Every sentence of the article, in order, with its names, numbers and times (none in one beyond LONGEST)."""
        known = article_scope(article, document)
        day = article.info.day or document.info.day
        components = self._components()
        docs = [self._doc(sentence, components, known) for sentence in article.sentences]
        if self.network is not None:
            self.network.add(docs)
        read = (_read(sentence, doc, day) for sentence, doc in zip(article.sentences, docs, strict=True))
        return ReadArticle(article, tuple(read))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The mentions of names in a text that is no document, with offsets into it; read sentence by sentence."""
        known, found = Scope(), []
        for start, end in sentence_spans(text):
            doc = self.text(text[start : min(end, start + LONGEST)], known)
            if self.network is not None:
                self.network.add([doc])
            found += [replace(m, start=m.start + start, end=m.end + start) for m in mentions_in(doc)]
        return tuple(found)

    def _doc(self, sentence: Sentence, components: Sequence[_Component], known: Scope) -> Doc:
        """The sentence with its names; an empty Doc for one beyond LONGEST."""
        text = sentence.text.text
        return self._through(components, text if len(text) <= LONGEST else "", known)

    def text(self, text: str, known: Scope | None = None) -> Doc:
        """One text through the pipeline; `known` is what its article says, a fresh scope without it."""
        return self._through(self._components(), text, known or Scope())

    def _components(self) -> tuple[_Component, ...]:
        return tuple(component for _, component in self.nlp.pipeline)  # spaCy makes the list anew each time

    def _through(self, components: Sequence[_Component], text: str, known: Scope) -> Doc:
        doc = enter(made_of(self.nlp.make_doc(text), text), known)
        for component in components:
            doc = component(doc)
        return doc


def _read(sentence: Sentence, doc: Doc, day: dt.date | None) -> ReadSentence:
    """The sentence with its names, numbers and times."""
    text = text_of(doc)
    outer, nested = overlaps.result(doc)
    numbers = scan(text)
    return ReadSentence(
        sentence, doc, outer, nested,
        tuple(n for n in numbers if isinstance(n, Quantity)),
        tuple(n for n in numbers if isinstance(n, NotAFigure)),
        tuple(periods(text, on=day)),
    )  # fmt: skip


def article_scope(article: Article, document: StructuredDocument) -> Scope:
    """What the article says of itself: its title, who speaks, and where."""
    known = Scope()
    for info in (article.info, document.info):
        told = info.nature is not None and info.nature.value in _TOLD
        if info.title and known.title is None and not told:
            known.title = titles.clean(info.title.value).strip("《》")
        for stated in (info.issuer, info.title):
            if stated is not None:
                _place(stated.value, known)
    first = "".join(s.text.text for s in article.sentences[:3])
    _place(first, known, agency_only=True)
    return known


def _place(text: str, known: Scope, agency_only: bool = False) -> None:
    probe = Scope()
    for name in gazetteer.find(text, probe):
        if name.type == "Agency" and known.agency is None:
            known.agency = name.canonical
            body = bodies().get(name.canonical)
            known.ministry = (body.ministry or body.name) if body else None
        if name.type == "Region" and not agency_only:
            region = regions().get(name.canonical)
            if region is None or region.level in ("country", "area"):
                continue
            province = province_of(name.canonical)
            if known.province in (None, province):
                known.province = province
                if region.level == "city" and known.city is None:
                    known.city = name.canonical
                if region.level == "district" and known.district is None:
                    known.district = name.canonical


