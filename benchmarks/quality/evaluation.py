"""Reads the annotated documents and has the scorer compare what was found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from policygraph.schema.errors import RunError

from .counts import Tally, total
from .documents import Document, read_documents
from .gold import annotated_part, gold_folders, in_part
from .scorer import Official, Row, Scorer, Scores


@dataclass(frozen=True)
class Scored:
    """One annotated document.

    gold_set: the folder of the gold. gold: its records. found: the rows that the scorer compares; a fact outside the
    annotated part is among them when half of its quote stands inside as well. inside: those that truly lie in it.
    """

    scorer: Scorer
    gold_set: str
    document: Document
    gold: Sequence[Row]
    found: Sequence[Row]
    part: tuple[int, int]

    @cached_property
    def inside(self) -> Sequence[Row]:
        """The compared rows that lie in the annotated part."""
        return [row for row in self.found if in_part(row, self.part)]

    @cached_property
    def figures(self) -> Scores:
        """The figures inside."""
        return self.scorer.figures(self.inside, self.gold)

    @cached_property
    def relations(self) -> Scores:
        """The relations inside."""
        return self.scorer.relations(self.inside, self.gold)

    @cached_property
    def matched_relations(self) -> Mapping[str, tuple[Row | None, bool]]:
        """What `Scorer.relation_match` says of every relation inside, by id."""
        return {row["id"]: self.scorer.relation_match(row, self.gold)
                for row in self.inside if row["kind"] == "relation"}  # fmt: skip

    @cached_property
    def tally(self) -> Tally:
        """The scorer's own counts; with " inside" behind their names those without facts outside of the part."""
        own = {**self.figures.counts, **self.relations.counts}
        given = own
        if len(self.inside) < len(self.found):
            given = {**self.scorer.figures(self.found, self.gold).counts,
                     **self.scorer.relations(self.found, self.gold).counts}  # fmt: skip
        return {**given, **{f"{name} inside": count for name, count in own.items()}}


@dataclass(frozen=True)
class Evaluation:
    """Every annotated document, and by set what the scorer's own command says."""

    scorer: Scorer
    documents: Sequence[Scored]
    official: Mapping[str, Mapping[str, Any]]


def evaluate(gold: Path, corpus: Path, scorer: Path, workers: int = 1) -> Evaluation:
    """Read the annotated documents of the corpus with the present code and compare them with the gold.

    Raises RunError where gold, scorer or a document is missing or refused, or where the counts of single documents
    do not come to what the scorer's own command says.
    """
    judge = Scorer(scorer)
    folders = gold_folders(gold)
    annotated = {folder: judge.load_gold(folder) for folder in folders}
    names = {name for records, _ in annotated.values() for name in records}
    documents = {document.name: document for document in read_documents(corpus, names, workers)}
    refused = names - documents.keys()
    if refused:
        raise RunError(f"{', '.join(sorted(refused))}: refused by the reading; expected every annotated document read")
    scored, official = [], {}
    for folder, (records, ranges) in annotated.items():
        read = [documents[name] for name in records]
        rows = [fact.row() for document in read for fact in document.facts]
        run = judge.official(folder, rows, corpus)
        official[folder.name] = run.result
        own = [
            Scored(judge, folder.name, d, records[d.name], run.found.get(d.name, ()),
                   annotated_part(ranges.get(d.name), d.text))
            for d in read
        ]  # fmt: skip
        _check(folder, run, own)
        scored += own
    return Evaluation(judge, scored, official)


def _check(folder: Path, run: Official, scored: Sequence[Scored]) -> None:
    """Raises RunError where the documents' counts do not add up to the scorer's."""
    own = total(document.tally for document in scored)
    figures, relations = run.result["figures"], run.result["relations"]
    said = {name: figures[name] for name in ("detection", "core", "full")}
    said |= {"relations": relations, "relations core": relations["core"]}
    said |= {f"predicate {name}": one for name, one in relations["predicates"].items()}
    for name, one in said.items():
        if (own[name].right, own[name].found, own[name].gold) != (one["right"], one["predicted"], one["gold"]):
            raise RunError(f"{folder.name}: {name} by document {own[name]}; expected the scorer's {json.dumps(one)}")
