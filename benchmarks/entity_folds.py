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

from .quality.folds import folds
from .quality.kinship import kin

FOLDS, SEED = 5, 1


def held_out(texts: Mapping[str, Sequence[str]]) -> list[set[str]]:
    """The documents of each fold; those that share a sentence are in one. texts: key → sentences.

    Raises RunError where there are fewer groups of such documents than folds.
    """
    groups = kin(texts)
    return [{key for key, group in groups.items() if group in fold} for fold in folds(groups.values(), FOLDS, SEED)]


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
    for held in held_out(texts):
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
