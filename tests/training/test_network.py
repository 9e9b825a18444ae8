"""Training of the network, on the example corpus: it learns, and the same again gives the same bytes."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from spacy.util import load_config

from policygraph.loaders.language.network import SHIPPED, fingerprint
from policygraph.loaders.language.network.columns import COLUMNS
from policygraph.loaders.language.network.recognizer import Recognizer
from policygraph.training.network import Training, configuration, hidden
from policygraph.training.sentences import Example

RULES = [COLUMNS.index("mention"), COLUMNS.index("name")]


def trained(examples: list[Example], folder: Path, passes: int, seed: int = 0) -> Path:
    config = configuration(words=False)
    quick = {"passes": passes, "batch": 150, "learn_rate": 0.005, "hidden_sentences": 0, "hidden_names": 0}
    config["recipe"]["rules"] |= quick
    config["training"]["seed"] = seed
    training = Training(config)
    training.begin(examples)
    training.learn("rules", examples)
    training.save(folder)
    return folder


def test_the_same_again_gives_the_same_bytes(examples: list[Example], tmp_path: Path) -> None:
    few = examples[:60]
    one = fingerprint(trained(few, tmp_path / "one", 1))
    assert fingerprint(trained(few, tmp_path / "again", 1)) == one
    assert fingerprint(trained(few, tmp_path / "seed", 1, seed=1)) != one


def test_it_learns_to_find_what_it_was_shown(examples: list[Example], tmp_path: Path) -> None:
    few = sorted(examples, key=lambda e: (-len(e.spans), e.text))[:15]
    found = Recognizer(trained(few, tmp_path / "network", 40)).find((e.text, e.table) for e in few)
    right = sum(len(set(spans) & set(e.spans)) for spans, e in zip(found, few, strict=True))
    total = sum(len(e.spans) + len(spans) for spans, e in zip(found, few, strict=True))
    assert 2 * right / total > 0.6


def test_a_network_goes_on_from_where_it_was_stopped(examples: list[Example], tmp_path: Path) -> None:
    """In two runs, or in one: the same network."""
    few, more, others = examples[:10], examples[10:20], examples[20:]
    whole = Training(configuration(words=False))
    whole.recipe["rules"]["passes"] = 1
    whole.begin(few)
    whole.learn("rules", few)
    whole.save(tmp_path / "first")
    whole.learn("annotation", few, more, others)
    whole.save(tmp_path / "whole")
    resumed = Training(configuration(words=False))
    resumed.begin(few)
    resumed.resume(tmp_path / "first")
    resumed.save(tmp_path / "same")
    assert fingerprint(tmp_path / "same") == fingerprint(tmp_path / "first")
    resumed.learn("annotation", few, more, others)
    resumed.save(tmp_path / "resumed")
    assert [list(load_config(tmp_path / name / "config.cfg")["recipe"]) for name in ("first", "whole", "resumed")] == [
        ["rules"], ["rules", "annotation"], ["rules", "annotation"],
    ]  # fmt: skip
    assert fingerprint(tmp_path / "resumed") == fingerprint(tmp_path / "whole") != fingerprint(tmp_path / "first")


def test_the_configuration_of_the_network_that_ships_tells_what_made_it() -> None:
    told, recipe = load_config(SHIPPED / "config.cfg"), configuration()
    assert set(told) == {"nlp", "components", "training", "recipe"}
    assert told["training"] == recipe["training"]
    assert told["recipe"] == {"rules": recipe["recipe"]["rules"]}
    assert told["components"]["ner"]["model"]["tok2vec"] == recipe["components"]["ner"]["model"]["tok2vec"]


def test_what_the_rules_say_is_hidden_and_nothing_else(examples: list[Example]) -> None:
    table = next(e.table for e in examples if e.spans)
    others = [n for n in range(len(COLUMNS)) if n not in RULES]
    whole = hidden(table, random.Random(0), 1, 0)
    names = hidden(table, random.Random(0), 0, 1)
    assert not whole[:, RULES].any()
    assert not names[:, RULES].any()
    assert table[:, RULES].any()  # the table itself stays
    assert np.array_equal(whole[:, others], table[:, others])
    assert np.array_equal(hidden(table, random.Random(0), 0, 0), table)
