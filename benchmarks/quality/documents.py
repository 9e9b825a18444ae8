"""Documents of a corpus, read by the present code."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from policygraph.folder import list_folder
from policygraph.loaders.pipeline import Refused, load_files
from policygraph.loaders.reading import SUFFIXES, close
from policygraph.loaders.structure import StructuredDocument
from policygraph.loaders.structure.article import Article, Sentence
from policygraph.schema.errors import RunError
from policygraph.schema.facts import Figure, Relation


@dataclass(frozen=True)
class Passage:
    """A sentence with its article; start, end: its place in the original."""

    article: Article
    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """One document with its facts, in the order of their places."""

    structured: StructuredDocument
    facts: tuple[Figure | Relation, ...]

    @property
    def key(self) -> str:
        """Path relative to the corpus."""
        return self.structured.info.key

    @property
    def name(self) -> str:
        """The file's name: what the gold calls it."""
        return self.key.rsplit("/", 1)[-1]

    @property
    def genre(self) -> str:
        """The folder of the corpus that it lies in; "." outside of folders."""
        return self.key.split("/")[0] if "/" in self.key else "."

    @property
    def nature(self) -> str:
        """What kind of text the reading takes it for; "unknown" where it does not say."""
        return self.structured.info.nature.value if self.structured.info.nature else "unknown"

    @property
    def text(self) -> str:
        """The original, into which offsets point."""
        return self.structured.source.original

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence in the order of places."""
        found = []
        for article in self.structured.articles:
            for sentence in article.sentences:
                if sentence.text.text:
                    found.append(Passage(article, sentence, *sentence.text.origin(0, len(sentence.text))))
        return tuple(found)

    def passage(self, place: int) -> Passage | None:
        """The sentence at an offset; None in text that is no part of the document's own."""
        return next((p for p in self.passages if p.start <= place < p.end), None)


def read_documents(corpus: Path, names: Collection[str] | None = None, workers: int = 1) -> Iterator[Document]:
    """The documents of a folder and those below it; names: only files of these names, None for all.

    Those that cannot be read are said on standard error. Raises RunError where a name is not there.
    """
    files = list_folder(corpus).of(SUFFIXES)
    if names is not None:
        files = tuple(f for f in files if f.path.name in names)
        absent = set(names) - {f.path.name for f in files}
        if absent:
            raise RunError(f"{', '.join(sorted(absent))}: not under {corpus}; expected every annotated document there")
    for file, outcome in load_files(files, workers):
        if isinstance(outcome, Refused):
            print(f"refused: {file.key}: {outcome.notice.said('en')}", file=sys.stderr)
        else:
            yield Document(outcome.document, tuple(f for f in outcome.facts if isinstance(f, Figure | Relation)))
    close()
