"""Learned entity recognition: a small spaCy network over characters and what the rules found.

This file tells where networks are and whether they can be used; it imports none of their layers, which most builds do
without.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from ....schema.errors import RunError

SHIPPED = Path(__file__).parent / "weights"
"""The folder of the network that comes with the package (docs/model-card.md)."""
SEGMENTER = "segmenter"
"""The folder of the segmenter inside that of a network."""


def check(folder: Path) -> None:
    """Raises RunError where the folder holds no network."""
    if not (folder / "config.cfg").is_file():
        raise RunError(
            f"no network in {folder}; expected a folder that `policygraph train` wrote: name one, or build without it"
        )


def fingerprint(folder: Path) -> str:
    """A hash of the network's files, by which a graph file knows what it was read with."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
