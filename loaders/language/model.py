"""Entities of an installed spaCy model, added to those of the rules."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .candidates import names, text_of
from .reading import Name

COMPONENT = "policygraph_model"

TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Region", "LOC": "Region", "EVENT": "Event", "LAW": "Plan"}
"""OntoNotes labels, as the zh_core_web models use them, and the node type each becomes; others are left out."""


class Entities:
    """Runs the model on the text of a Doc; its offsets are characters in both."""

    def __init__(self, model: str) -> None:
        self.model = spacy.load(model)

    def __call__(self, doc: Doc) -> Doc:
        found = names(doc)
        for entity in self.model(text_of(doc)).ents:
            kind = TYPES.get(entity.label_)
            if kind is not None:
                found.append(Name(entity.start_char, entity.end_char, entity.text, entity.text, kind, "model"))
        return doc


@Language.factory(COMPONENT)
def entities_of(nlp: Language, name: str, model: str) -> Entities:
    """The component that reads with another pipeline."""
    return Entities(model)
