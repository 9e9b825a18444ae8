"""The lineage of one thing as a report: what is stated, how it changed, where documents disagree or say nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import networkx as nx

from ...graph import Graph
from ...graph.entities import agents
from ...graph.resolve.succession import succession as changes_of
from ...graph.verdicts import Verdict, verdicts
from ..lineage import gathered, line_of, lineage
from ..names import Node
from ..statements import Record, in_order, meets
from ..table import Table
from ..wording import Unanswerable, Words, words
from .changes import Change, changes
from .series import Series, conflicts, series_of
from .voices import Account, accounts

_BODIES = ("Agency", "Organization", "Region", "Person", "Plan")
"""The types of those who do something with a thing."""


@dataclass(frozen=True)
class Role:
    """What a body does with the thing in a year. year: None where it is not known. role: a predicate, or the verb."""

    year: int | None
    body: str
    role: str
    fact: str


@dataclass(frozen=True)
class Step:
    """What came before or after the thing; derived, no document of the graph states it.

    way: "predecessor" or "successor". change: the kind and date of a reform (merged 2018-03), or the periods of the two
    plans. source: the public document that the reform rests on, with its date; None for plans, whose names tell it.
    """

    name: str
    type: str
    way: str
    change: str
    source: str | None


@dataclass(frozen=True)
class LineageReport:
    """What a graph holds of one thing, from year `first` to `last` (None: open at that end).

    It prints itself on a rich console, draws itself in a notebook, and gives itself as Markdown, HTML and JSON.
    name: as the graph has it. types: of the nodes of that name. aliases: what else it is called or counted as.
    snapshot: which content of the graph it was made from. facts: records of the dated facts in order, with `via_name`
    where a fact is of a body that belongs to the thing. undated: those without a year. table: the rows as
    `PolicyGraph.lineage` gives them. succession: what came before and after. verdicts: what became of each target, by
    its id.
    """

    name: str
    types: tuple[str, ...]
    aliases: tuple[str, ...]
    lang: str
    first: int | None
    last: int | None
    snapshot: str
    facts: tuple[Record, ...]
    undated: tuple[Record, ...]
    series: tuple[Series, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[tuple[Record, Record], ...]
    accounts: tuple[Account, ...]
    roles: tuple[Role, ...]
    relatives: tuple[Record, ...]
    succession: tuple[Step, ...]
    verdicts: Mapping[str, Verdict]
    table: Table

    @property
    def said(self) -> Words:
        """The words of its language."""
        return words(self.lang)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that each fact is shown under, from 1, by id."""
        return {r["id"]: number for number, r in enumerate((*self.facts, *self.undated), start=1)}

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain values; facts stand in `facts` and `undated`, the other parts name them by id."""
        from .as_json import lineage_record

        return lineage_record(self)

    def to_json(self) -> str:
        """`to_dict` as JSON, characters as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_markdown(self) -> str:
        """It as Markdown, a section for each part; what documents say is escaped."""
        from .markdown import lineage_markdown

        return lineage_markdown(self)

    def to_html(self) -> str:
        """One page with charts that loads nothing from elsewhere and can be read without scripts."""
        from .html import lineage_page

        return lineage_page(self)

    def write(self, path: Path | str) -> None:
        """Writes it as the file's suffix says: .html, .md or .json. Raises QueryError where it cannot."""
        path = Path(path)
        forms = {".html": self.to_html, ".htm": self.to_html, ".md": self.to_markdown, ".json": self.to_json}
        if path.suffix.lower() not in forms:
            raise Unanswerable("report_suffix", path=path)
        try:
            path.write_text(forms[path.suffix.lower()]().rstrip("\n") + "\n", encoding="utf-8")
        except OSError as error:
            raise Unanswerable("cannot_write", path=path, reason=error.strerror) from error

    def _repr_html_(self) -> str:
        from .html import lineage_fragment

        return lineage_fragment(self)

    def __rich__(self) -> Any:
        from .terminal import lineage_view

        return lineage_view(self)


def lineage_report(
    network: nx.MultiDiGraph[Node],
    store: Graph,
    name: str,
    first: int | None = None,
    last: int | None = None,
    *,
    lang: str | None = None,
    as_named: bool = False,
    succession: bool = True,
) -> LineageReport:
    """The report on `name`; which facts belong to it, as_named and succession are as of `queries.lineage.lineage`.

    Raises Unanswerable (a QueryError) where no fact names it; the message offers the nearest names.
    """
    if first is not None and last is not None and first > last:
        raise Unanswerable("empty_range", first=first, last=last)
    things, found = gathered(network, name, as_named, succession)
    every: list[Record] = in_order({**record, **via} for record, via in found.values())
    facts = [r for r in every if meets(r, first, last)]
    # what belongs to the thing and is counted is its own series; bodies of its class are not the thing
    series = series_of(facts)
    spoken = accounts(store, every)
    planning = frozenset(
        str(r["article"] or r["document"])
        for _, _, r in network.edges(data=True)
        if not r["derived"] and r["status"] == "planned"
    )
    named, judged = things.names, verdicts(store)
    return LineageReport(
        named[0],
        tuple(dict.fromkeys(kind for kind, _ in things.nodes)),
        _aliases(every, named),
        words(lang).lang,
        first,
        last,
        store.content[:16],
        tuple(facts),
        tuple(r for r in every if r["year"] is None),
        series,
        changes(series, spoken, planning),
        conflicts(series),
        spoken,
        _roles(facts),
        tuple(r for r in every if r["predicate"] == "succeeds"),
        _steps(network, things.nodes, succession),
        {r["id"]: judged[r["id"]] for r in facts if r["id"] in judged},
        lineage(network, name, first, last, lang=lang, as_named=as_named, succession=succession),
    )


def _aliases(records: list[Record], names: tuple[str, ...]) -> tuple[str, ...]:
    """The other names of the thing's nodes, and names that only count it (measured by them)."""
    counted = (r["via_name"] for r in records if r.get("via") == "measures")
    return tuple(name for name in dict.fromkeys([*names, *counted]) if name and name != names[0])


def _steps(network: nx.MultiDiGraph[Node], things: Collection[Node], wanted: bool) -> tuple[Step, ...]:
    line = line_of(network, things) if wanted else {}
    found = (
        Step(name, kind, str(row["via"]), str(row["via_change"]), _rests_on(name, str(row["via_change"])))
        for (kind, name), row in line.items()
    )
    return tuple(sorted(found, key=lambda step: (step.way, step.change, step.name)))


def _rests_on(name: str, change: str) -> str | None:
    """The document of the reform by which a body came or went."""
    for one in changes_of(name, "Agency"):
        if change == f"{one.kind} {one.date}":
            return f"{one.decision.title} {one.decision.date}"
    return None


def _roles(records: list[Record]) -> tuple[Role, ...]:
    found: dict[tuple[int | None, str, str], Role] = {}
    for r in records:
        if r["kind"] == "relation":
            bodies, role = [r["subject"]] if r["subject_type"] in _BODIES else [], r["predicate"]
        else:
            bodies, role = agents(r["agent"]), r["action"] or r["predicate"]
        for body in bodies:
            found.setdefault((r["year"], body, role), Role(r["year"], body, role, r["id"]))
    return tuple(found.values())
