"""How the recognition of names is judged: exact spans, and folds that keep documents of one text together."""

from __future__ import annotations

import pytest

from policygraph.benchmarks.entities import Score
from policygraph.benchmarks.entity_folds import FOLDS, held_out
from policygraph.schema.errors import RunError


def test_only_the_same_place_and_type_is_right() -> None:
    score = Score().add(
        [(0, 3, "Agency"), (5, 9, "Plan"), (12, 14, "Region")], [(0, 3, "Agency"), (5, 8, "Plan"), (12, 14, "Agency")]
    )
    assert (score.right["all"], score.found["all"], score.marked["all"]) == (1, 3, 3)
    assert score.f1() == pytest.approx(1 / 3)
    assert score.f1("Agency") == pytest.approx(2 / 3)
    assert score.f1("Metric") == 0


def test_every_document_is_in_one_fold_and_those_of_one_text_together() -> None:
    texts = {f"d{n}": [f"第{n}份文件的第{k}句话与别处都不相同" for k in range(4)] for n in range(9)}
    texts["copy"] = ["另一份文件开头的一句话并不长", texts["d3"][2]]
    made = held_out(texts)
    assert len(made) == FOLDS
    assert sorted(key for fold in made for key in fold) == sorted(texts)
    (together,) = [fold for fold in made if "d3" in fold]
    assert "copy" in together


def test_fewer_kinds_of_text_than_folds_are_an_error() -> None:
    with pytest.raises(RunError, match="folds of 1 documents"):
        held_out({name: ["每一份文件里都有的同一句话"] for name in "abcdef"})
