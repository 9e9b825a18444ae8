"""The network trained by folds over documents: what it finds in those of whose annotation it has learned nothing."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from policygraph.loaders.language import language
from policygraph.loaders.language.network import SEGMENTER
from policygraph.loaders.language.network.recognizer import Recognizer
from policygraph.loaders.language.network.segmenter import Segmenter
from policygraph.training.annotation import Span
from policygraph.training.network import Training, configuration
from policygraph.training.sentences import Example, by_annotation, by_gold, by_rules

FOLDS = 5
_SHARED = 0.5
"""Documents that share so much of the sentences of the shorter one are kept in one fold."""


def folds(texts: Mapping[str, Sequence[str]], number: int = FOLDS) -> list[set[str]]:
    """Documents in folds of about the same number of sentences. texts: key → sentences."""
    groups: list[tuple[set[str], set[str]]] = []
    for key in sorted(texts):
        keys, own = {key}, set(texts[key])
        for group in list(groups):
            if len(own & group[1]) >= _SHARED * min(len(own), len(group[1])):
                groups.remove(group)
                keys, own = keys | group[0], own | group[1]
        groups.append((keys, own))
    made: list[set[str]] = [set() for _ in range(number)]
    sizes = [0] * number
    for keys, own in sorted(groups, key=lambda g: (-len(g[1]), min(g[0]))):
        least = sizes.index(min(sizes))
        made[least] |= keys
        sizes[least] += len(own)
    return made


def found_by_folds(shared: Path, folder: Path, with_gold: bool) -> dict[tuple[str, str], list[Span]]:
    """(document, sentence) → spans, for every annotated sentence.

    folder: a network that was stopped after the rules.
    """
    corpus, words = shared / "corpus", folder / SEGMENTER
    reader, own = language(), Segmenter(words) if words.is_dir() else None
    rules = list(by_rules(shared / "raw", reader, own))
    marked = list(by_annotation(corpus, reader, own))
    named = list(by_gold(shared, reader, own)) if with_gold else []
    texts = defaultdict(list)
    for example in [*marked, *named]:
        texts[example.document].append(example.text)
    found: dict[tuple[str, str], list[Span]] = {}
    for held in folds(texts):
        with tempfile.TemporaryDirectory() as scratch:
            learned = Path(scratch) / "network"
            training = Training(configuration(own is not None), lambda line: print(line, file=sys.stderr, flush=True))
            training.begin(rules)
            training.resume(folder)
            training.learn("annotation", _outside(marked, held), _outside(named, held), rules)
            training.save(learned)
            if own is not None:
                shutil.copytree(words, learned / SEGMENTER)
            test = [e for e in marked if e.document in held]
            spans = Recognizer(learned).find((e.text, e.table) for e in test)
        found.update(((e.document, e.text), one) for e, one in zip(test, spans, strict=True))
    return found


def _outside(examples: Sequence[Example], held: set[str]) -> list[Example]:
    return [e for e in examples if e.document not in held]
