"""assists: a region is paired with another, which it helps (北京市对口支援新疆和田地区)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.clause_roles import entity, relation
from policygraph.schema.facts import Relation

_ACT = re.compile(r"(?:继续|负责|已|将)?(?:对口(?:支援|帮扶|协作|合作)|结对帮扶)了?")


def find(article: ScopedArticle) -> Iterator[Relation]:
    """Every pairing whose two regions stand right before and right behind the verb.

    The names and periods of each sentence are read already; `relation` adds quote and place, the year and status that
    hold in the clause, and what each of them rests on.
    """
    for sentence in article.sentences:
        regions = [name for name in sentence.read.names if name.type == "Region"]
        for act in _ACT.finditer(sentence.read.text):
            giver = next((name for name in regions if name.end == act.start()), None)
            taker = next((name for name in regions if name.start == act.end()), None)
            if giver is None or taker is None:
                continue
            yield relation(
                article, sentence, sentence.clause_at(act.start()), entity(giver), "assists", entity(taker),
                (giver.start, taker.end), "assists.verb",
            )  # fmt: skip
