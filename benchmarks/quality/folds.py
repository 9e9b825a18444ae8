"""Documents dealt into folds, so that nothing is judged by what it was trained on."""

from __future__ import annotations

import random
from collections.abc import Iterable

from policygraph.schema.errors import RunError


def folds(documents: Iterable[str], k: int, seed: int) -> tuple[frozenset[str], ...]:
    """k sets of documents, every document in one of them, their sizes at most one apart.

    The same for the same documents and seed, whatever their order; a document that is named twice counts once.
    Raises RunError where there are fewer documents than folds, or k is below 2.
    """
    dealt = sorted(set(documents))
    if not 2 <= k <= len(dealt):
        raise RunError(f"{k} folds of {len(dealt)} documents; expected 2 to {len(dealt)} folds")
    random.Random(seed).shuffle(dealt)
    return tuple(frozenset(dealt[n::k]) for n in range(k))
