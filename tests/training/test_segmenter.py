"""Training of the segmenter, on the example corpus."""

from __future__ import annotations

from pathlib import Path

from policygraph.loaders.language.network import fingerprint
from policygraph.loaders.language.network.segmenter import Segmenter
from policygraph.training.segmenter import train
from policygraph.training.words import lexicon


def test_it_learns_the_division_and_the_same_again_gives_the_same_bytes(lines: list[str], tmp_path: Path) -> None:
    words = lexicon(lines)
    few = lines[:60] * 5  # so that words stand as often as in many documents
    for name in ("one", "again"):
        train(few, words, tmp_path / name)
    assert fingerprint(tmp_path / "one") == fingerprint(tmp_path / "again")
    segmenter = Segmenter(tmp_path / "one")
    ends = right = total = 0
    for line in lines[:60]:
        wanted, found = _ends(words.divide(line)), _ends(segmenter.words(line))
        ends, right, total = ends + len(found), right + len(wanted & found), total + len(wanted)
    assert 2 * right / (ends + total) > 0.8


def _ends(words: list[str]) -> set[int]:
    at, found = 0, set()
    for word in words:
        at += len(word)
        found.add(at)
    return found
