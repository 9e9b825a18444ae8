"""The trained network: what the rules saw in a text goes in, spans with types come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from .. import characters, overlaps  # noqa: F401  # characters registers the tokenizer of the configuration
from ..candidates import text_of
from ..mentions import mentions_in
from . import SEGMENTER, SHIPPED, architecture, check  # noqa: F401  # architecture registers the layers
from .columns import Columns, columns, write
from .joining import joining
from .segmenter import Segmenter

BATCH = 32

Span = tuple[int, int, str]


class Recognizer:
    """Finds names with the network of a folder that `policygraph train` wrote.

    Raises RunError where there is none.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        check(folder)
        config = load_config(folder / "config.cfg")
        self.nlp: Language = load_model_from_config(config, auto_fill=True).from_disk(folder, exclude=["vocab"])
        looks_at = config["components"]["ner"]["model"]["tok2vec"]["embed"]["columns"]
        self.segmenter = Segmenter(folder / SEGMENTER) if "word" in looks_at else None

    def add(self, docs: Sequence[Doc]) -> None:
        """Adds names to Docs that went through the rules' pipeline, in place.

        What may be added is told in joining.py. A Doc in which the rules found nothing is skipped.
        """
        waiting = []
        for doc in docs:
            outer, nested = overlaps.result(doc)
            found = mentions_in(doc)
            if outer or found:
                words = self.segmenter.words(text_of(doc)) if self.segmenter else None
                waiting.append((doc, found, columns(text_of(doc), found, [*outer, *nested], words)))
        for (doc, found, _), spans in zip(waiting, self.find((text_of(d), t) for d, _, t in waiting), strict=True):
            outer, nested = overlaps.result(doc)
            added = joining(text_of(doc), found, [*outer, *nested], spans)
            if added:
                overlaps.keep(doc, [*outer, *nested, *added])

    def find(self, texts: Iterable[tuple[str, Columns]]) -> list[list[Span]]:
        """The spans of each text, from left to right, none inside another; half-open offsets into the text."""
        docs = []
        for text, table in texts:
            doc = self.nlp.make_doc(text)
            write(doc, table)
            docs.append(doc)
        return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in self.nlp.pipe(docs, batch_size=BATCH)]
