"""A document alone in its folder, and the same with an unrelated one beside it."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from policygraph.conductor import build
from policygraph.graph import open_graph
from policygraph.schema.facts import Fact

from .compare import Comparison, compare, figures, read
from .document import Document

BESIDE = "unrelated document"
"""The name of this transformation, which is none of a document alone."""


def compare_beside(some: Sequence[Document], others: Sequence[Document]) -> Iterator[Comparison]:
    """Each document's figures read alone, and from a graph built of all of them and the others.

    others: documents of another kind; they are put before, between and after.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "all")
        for document in some:
            _put(root / "m" / document.key, document)
        for place in ("a", "n"):
            for document in others:
                _put(root / place / document.key, document)
        built = build(root, Path(folder, "all.pg"), workers=1)
        said: defaultdict[str, list[Fact]] = defaultdict(list)
        with open_graph(built.report.path) as graph:
            for fact in graph.facts():
                said[fact.evidence.document].append(fact)
    for document in some:
        yield compare(read(document), figures(said[f"m/{document.key}"]), document)


def _put(path: Path, document: Document) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(document.data)
