"""Documents that repeat each other's sentences: what was learned from one is known of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SHORTEST = 12
"""Characters without spaces from which on a sentence that two documents share says that they are kin; a shorter one
(二、重点任务) says nothing."""


def kin(documents: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The group of each document, named by its first member: who shares a sentence, directly or through others.

    documents: the sentences of each by its name.
    """
    parents = {name: name for name in documents}

    def root(name: str) -> str:
        while parents[name] != name:
            name = parents[name]
        return name

    first: dict[str, str] = {}
    for name in sorted(documents):
        for sentence in documents[name]:
            joined = "".join(sentence.split())
            if len(joined) < SHORTEST:
                continue
            one, other = sorted((root(name), root(first.setdefault(joined, name))))
            parents[other] = one
    return {name: root(name) for name in documents}
