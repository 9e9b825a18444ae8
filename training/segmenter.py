"""Trains the word segmenter (spacy-pkuseg, a linear-chain CRF) on the first division of the documents."""

from __future__ import annotations

import contextlib
import io
import random
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import spacy_pkuseg
import srsly
from spacy_pkuseg.config import config

from .words import Lexicon

SENTENCES = 3000
"""Sentences to train on; a tenth as many are tested on while training."""
SHORTEST, LONGEST = 10, 200
"""Sentences of other lengths, in characters, are not trained on."""
ITERATIONS = 12
TRIM = 4
"""A feature that stands so many times or fewer in the training sentences is left out."""


def train(sentences: Iterable[str], words: Lexicon, folder: Path, seed: int = 0) -> None:
    """Writes features.msgpack and weights.npz to the folder. The same sentences and seed give the same bytes.

    Features that stand TRIM times or fewer are left out, and so is the list of pairs of words: no sentence can be read
    in the files.
    """
    whole = [text for text in sentences if SHORTEST < len(text) < LONGEST]
    divided = [" ".join(word for word in words.divide(text) if not word.isspace()) for text in whole]
    chosen = random.Random(seed).sample(divided, min(len(divided), SENTENCES + SENTENCES // 10))
    tested = len(chosen) // 11
    config.featureTrim = TRIM
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        train_file, test_file = Path(scratch) / "train.txt", Path(scratch) / "test.txt"
        train_file.write_text("\n".join(chosen[tested:]), encoding="utf-8")
        test_file.write_text("\n".join(chosen[:tested]), encoding="utf-8")
        random.seed(seed)
        np.random.seed(seed)
        with contextlib.redirect_stdout(io.StringIO()):
            spacy_pkuseg.train(str(train_file), str(test_file), str(folder), train_iter=ITERATIONS)
    _shrink(folder)


def _shrink(folder: Path) -> None:
    """Half precision, and without what the segmenter does not look up: pairs of words, words of no feature."""
    features = srsly.read_msgpack(folder / "features.msgpack")
    used = {form for name in features["feature_to_idx"] if name.startswith("w") for form in _forms(name)}
    features["bigram"], features["unigram"] = [], sorted(used)
    srsly.write_msgpack(folder / "features.msgpack", features)
    with np.load(folder / "weights.npz", allow_pickle=False) as weights:
        sizes, values = weights["sizes"], weights["w"].astype(np.float16)
    np.savez_compressed(folder / "weights.npz", sizes=sizes, w=values)


def _forms(feature: str) -> list[str]:
    """The words in the name of a feature: w1.工业, ww.l.工业*企业."""
    return feature.rsplit(".", 1)[1].split("*")
