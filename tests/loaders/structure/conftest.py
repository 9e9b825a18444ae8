"""Sources made from text, and real documents read from the shared corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policygraph.loaders.reading import MappedText, Source, read_bytes
from policygraph.loaders.structure import StructuredDocument, structure
from policygraph.schema.documents import Stated


@pytest.fixture(scope="session")
def make_source() -> Callable[..., Source]:
    """A source that is its own original: make_source(text, key=..., headers=...)."""

    def make(text: str, key: str = "a.txt", headers: tuple[tuple[str, Stated], ...] = ()) -> Source:
        return Source(key, "0" * 64, "txt", text, MappedText.whole(text), headers=headers)

    return make


@pytest.fixture(scope="session")
def take_apart(make_source: Callable[..., Source]) -> Callable[..., StructuredDocument]:
    """`structure` of a written text."""

    def take(text: str, **more: object) -> StructuredDocument:
        return structure(make_source(text, **more))

    return take


@pytest.fixture(scope="session")
def real(shared: Path) -> Callable[[str], StructuredDocument]:
    """A document of the shared corpus, by its path in it, read once."""
    known: dict[str, StructuredDocument] = {}

    def load(path: str) -> StructuredDocument:
        if path not in known:
            (file,) = (shared / "corpus").glob(path)
            known[path] = structure(read_bytes(file.read_bytes(), file.relative_to(shared / "corpus").as_posix()))
        return known[path]

    return load
