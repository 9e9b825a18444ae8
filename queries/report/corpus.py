"""A report on a whole corpus: what it covers, what moves, which targets are open, unreported or binding."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from ...graph import Graph
from ...graph.verdicts import Verdict, verdicts
from ..library.list_against_count.reference import differs, lists
from ..names import Node
from ..rendering.cells import figure, years
from ..statements import Record, newest, statements
from ..wording import Words, words
from .sheet import Line, Part, Sheet
from .told import statement, type_label
from .voices import issuers, leaves

MOST_ACTIVE = 50
"""So many programs and centers are listed."""


def corpus_report(network: nx.MultiDiGraph[Node], store: Graph, lang: str | None = None) -> Sheet:
    """The report. What has no date or issuer is counted, and named in no year."""
    said, facts = words(lang), statements(network, lambda r: True)
    end = newest(network)
    parts = {
        "coverage": _coverage(store, said),
        "programs": _programs(network, facts, said),
        "open": _open(facts, end, said),
        "unreported": _unreported(store, facts, said),
        "binding": [_target(r, said) for r in facts if r.get("binding") == "binding"],
        "lists": list_against_count(network, said),
    }
    documents = list(store.documents())
    summary = [
        said.say("report.corpus.summary", documents=len(documents), facts=len(facts), newest=end or "-"),
        said.say("report.snapshot", id=store.content[:16]),
    ]
    made = tuple(
        Part(key, said.say(f"report.corpus.{key}"), tuple(lines), said.say(f"report.corpus.{key}_note"))
        for key, lines in parts.items()
    )
    return Sheet(
        said.say("report.corpus.title", name=store.path.name), tuple(summary), made, store.content[:16], said.lang
    )


def _coverage(store: Graph, said: Words) -> list[Line]:
    """Of each issuer the number of documents a year, and the years between of which there is none; most first."""
    held: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    undated = unsigned = 0
    for info, whole in leaves(store):
        date = info.date or whole.date
        known = issuers(info, whole)
        unsigned += not known
        undated += date is None
        for issuer in known if date else ():
            held[issuer][int(date.value[:4])].append(info.key)  # type: ignore[union-attr]
    lines = []
    for issuer, by_year in sorted(held.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0])):
        have = sorted(by_year)
        missing = [year for year in range(have[0], have[-1]) if year not in by_year]
        shown = said.say("report.comma").join(f"{y} ({len(by_year[y])})" for y in have)
        key = "report.corpus.covered_gap" if missing else "report.corpus.covered"
        text = said.say(key, issuer=issuer, years=shown, missing=said.say("report.comma").join(map(str, missing)))
        lines.append(
            Line(text, (), {"issuer": issuer, "years": {str(y): by_year[y] for y in have}, "missing": missing})
        )
    rest = said.say("report.corpus.uncovered", unsigned=unsigned, undated=undated)
    return [*lines, Line(rest, (), {"without_issuer": unsigned, "without_date": undated})]


def _programs(network: nx.MultiDiGraph[Node], facts: list[Record], said: Words) -> list[Line]:
    """The programs and centers by how many facts name them or what counts them."""
    naming: dict[Node, list[Record]] = defaultdict(list)
    for r in facts:
        for node in {r["source"], r["target"]}:
            naming[node].append(r)
            whole = [w for _, w, d in network.out_edges([node], data=True) if d["predicate"] == "belongs_to"]
            for thing in whole:
                naming[thing].append(r)
    lines = []
    for (kind, name), held in naming.items():
        if kind in ("Program", "Center"):
            seen = list({r["id"]: r for r in held}.values())
            when = [r["year"] for r in seen if r["year"] is not None]
            documents = {r["document"] for r in seen}
            span = f"{min(when)}–{max(when)}" if when and min(when) < max(when) else str(*when[:1])
            values = {"name": name, "type": kind, "statements": len(seen), "documents": len(documents), "span": span}
            lines.append(
                Line(said.say("report.corpus.program", **values | {"type": type_label(kind, said)}), (), values)
            )
    ordered = sorted(
        lines, key=lambda line: (-line.values["documents"], -line.values["statements"], line.values["name"])
    )
    return ordered[:MOST_ACTIVE]


def _open(facts: list[Record], end: int | None, said: Words) -> list[Line]:
    """Targets whose deadline the newest document has not passed."""
    found = [r for r in facts if r["predicate"] == "targets" and r["year"] is not None and end and r["year"] >= end]
    return [_target(r, said) for r in found]


def _unreported(store: Graph, facts: list[Record], said: Words) -> list[Line]:
    """Targets whose deadline has passed and of which the document that reports on it does not say."""
    by_id = {r["id"]: r for r in facts}
    found = (v for v in verdicts(store).values() if v.verdict == "unreported" and v.target in by_id)
    return [_judged(by_id[v.target], v, said) for v in found]


def _judged(r: Record, verdict: Verdict, said: Words) -> Line:
    line = _target(r, said)
    return Line(f"{line.text}{said.say('report.colon')}{verdict.reason(said.lang)}", line.facts, {"rule": verdict.rule})


def _target(r: Record, said: Words) -> Line:
    return Line(f"{years(r)} {statement(r, said)}", (r,))


def list_against_count(network: nx.MultiDiGraph[Node], said: Words) -> list[Line]:
    """The figures beside which more or fewer bodies are named than they count, as the question of that name has it."""
    lines = []
    for r, named in lists(network):
        if differs(r, len(named)):
            names = [name for _, name in named]
            text = said.say(
                "report.corpus.mismatch", subject=r["subject"], value=figure(r, said), count=len(names),
                names=said.say("report.comma").join(names),
            )  # fmt: skip
            lines.append(Line(text, (r,), {"stated": r["value"], "listed": len(names), "names": names}))
    return lines
