"""Trains the network that recognises names. The same sentences, configuration and machine give the same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.tokens import Span as Entity
from spacy.training import Example as Pair
from spacy.util import load_config, load_model_from_config, registry
from thinc.api import Config, Optimizer, fix_random_seed

from .. import __version__
from ..loaders.language import characters  # noqa: F401  # registers the tokenizer that the configuration names
from ..loaders.language.network import architecture  # noqa: F401  # registers the layers
from ..loaders.language.network.columns import COLUMNS, Columns, starts_and_ends, write
from .annotation import TYPES
from .sentences import Example

_RULES = (COLUMNS.index("mention"), COLUMNS.index("name"))
_FALL = 0.9
"""The learning rate falls by this share of it over a stage."""
_SECTIONS = ["nlp", "components", "training", "recipe"]
Say = Callable[[str], None]


def configuration(words: bool = True) -> Config:
    """The configuration that comes with the package. words: False to leave out the column of words."""
    config = Config().from_str((files(__package__) / "config.cfg").read_text(encoding="utf-8"))
    embedding = config["components"]["ner"]["model"]["tok2vec"]["embed"]
    if not words:
        place = embedding["columns"].index("word")
        for key in ("columns", "rows", "widths"):
            embedding[key] = [*embedding[key][:place], *embedding[key][place + 1 :]]
    return config


class Training:
    """One network while it learns. config: as `configuration` gives it."""

    def __init__(self, config: Config, say: Say = lambda _: None) -> None:
        self.recipe: dict[str, dict[str, Any]] = config["recipe"]
        self.settings: dict[str, Any] = config["training"]
        self.say = say
        self.learned: dict[str, dict[str, Any]] = {}  # of the recipe the stages that the network went through
        fix_random_seed(self.settings["seed"])
        own = Config({key: section for key, section in config.items() if key in ("nlp", "components")})
        self.nlp = load_model_from_config(own, auto_fill=True)
        for kind in TYPES:
            self.nlp.get_pipe("ner").add_label(kind)  # type: ignore[attr-defined]  # the factory's type is not known

    def begin(self, examples: Sequence[Example]) -> None:
        """Sets the weights to what the seed gives; a few examples show the sizes."""
        fix_random_seed(self.settings["seed"])
        pairs = [self._pair(e, e.table) for e in examples[:50]]
        self.nlp.initialize(lambda: pairs)

    def resume(self, folder: Path) -> None:
        """Takes the weights of a folder that `save` wrote, and what made them."""
        self.nlp.from_disk(folder, exclude=["vocab"])
        self.learned = dict(load_config(folder / "config.cfg").get("recipe", {}))

    def learn(
        self, stage: str, examples: Sequence[Example], more: Sequence[Example] = (), others: Sequence[Example] = ()
    ) -> None:
        """Goes through the examples as often as the recipe of the stage says ("rules", "annotation").

        examples: each is taken as often in one pass as the recipe says (weight). more: taken once. others: from which
        the stage takes some by lot, so that what was learned before is not forgotten.
        """
        recipe = self.recipe[stage]
        lot = random.Random(self.settings["seed"])
        fix_random_seed(self.settings["seed"])
        optimizer: Optimizer = registry.resolve({"optimizer": self.settings["optimizer"]})["optimizer"]
        again = lot.sample(list(others), min(len(others), recipe["repeated"]))
        chosen = [*list(examples) * recipe["weight"], *more, *again]
        total, done = recipe["passes"] * sum(len(e.text) for e in chosen), 0
        for number in range(recipe["passes"]):
            lot.shuffle(chosen)
            losses: dict[str, float] = {}
            batch: list[Pair] = []
            size = 0
            for example in chosen:
                table = hidden(example.table, lot, recipe["hidden_sentences"], recipe["hidden_names"])
                batch.append(self._pair(example, table))
                size, done = size + len(example.text), done + len(example.text)
                if size >= recipe["batch"] or example is chosen[-1]:
                    optimizer.learn_rate = recipe["learn_rate"] * (1 - _FALL * done / total)
                    self.nlp.update(batch, drop=self.settings["dropout"], sgd=optimizer, losses=losses)
                    batch, size = [], 0
            self.say(f"{stage} {number + 1}/{recipe['passes']}: {len(chosen)} sentences, loss {losses['ner']:.0f}")
        self.learned[stage] = recipe

    def save(self, folder: Path) -> None:
        """Writes the configuration and the weights; no vocabulary, since the labels are all the strings it needs."""
        self.nlp.meta["name"], self.nlp.meta["version"] = "policygraph_names", __version__
        self.nlp.meta["license"] = "Apache-2.0"
        self.nlp.to_disk(folder, exclude=["vocab", "tokenizer"])
        self._told().to_disk(folder / "config.cfg")

    def _told(self) -> Config:
        """What made the network. spaCy would write the defaults of its own loop of training, which did not run."""
        told = {section: self.nlp.config[section] for section in ("nlp", "components")}
        return Config(told | {"training": self.settings, "recipe": self.learned}, section_order=_SECTIONS)

    def _pair(self, example: Example, table: Columns) -> Pair:
        seen, right = self.nlp.make_doc(example.text), self.nlp.make_doc(example.text)
        write(seen, table)
        right.ents = tuple(Entity(right, start, end, label=kind) for start, end, kind in example.spans)
        return Pair(seen, right)


def hidden(table: Columns, lot: random.Random, sentences: float, names: float) -> Columns:
    """The columns without what the rules say: of the whole sentence, or of some names in it."""
    table = table.copy()
    if lot.random() < sentences:
        table[:, _RULES] = 0
        return table
    for column in _RULES:
        for start, end in starts_and_ends(table[:, column]):
            if lot.random() < names:
                table[start:end, column] = 0
    return table

