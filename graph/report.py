"""What a build did."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .document import Refusal


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did to a graph file.

    changed: whether the file at `path` was written; False where it already held just this.
    documents, articles, facts, entities: how many the file now holds.
    added, replaced, reused, stale, forgotten: keys of the documents, sorted; stale ones keep their old facts because
    their file can no longer be read; forgotten ones had vanished. refused: every file that could not be used.
    """

    path: Path
    changed: bool
    documents: int
    articles: int
    facts: int
    entities: int
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    reused: tuple[str, ...]
    stale: tuple[str, ...]
    forgotten: tuple[str, ...]
    refused: tuple[Refusal, ...]
