"""Two documents side by side: what the second continues, changes, adds and drops, what it reports of targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import networkx as nx

from ...graph import Graph
from ...graph.naming import bare
from ...schema.documents import DocumentInfo
from ..names import Node, nearest, titled
from ..rendering.cells import figure, years
from ..statements import Record, statements
from ..wording import Unanswerable, Words, words
from .series import Series, interval, series_of, unit_of
from .sheet import Line, Part, Sheet
from .told import series_name, statement, type_label

_NAMED = ("Program", "Center", "Plan", "Agency", "Organization")
"""The types of things whose coming and going is told, in this order."""


def compare(network: nx.MultiDiGraph[Node], store: Graph, first: str, second: str, lang: str | None = None) -> Sheet:
    """The comparison of two files or articles, named by key, file name or title.

    Targets are compared within a series (`series_of`) and for as many years, the last of each document; names by
    `bare`.
    Raises Unanswerable where a name means no document, or several.
    """
    said = words(lang)
    chosen = [_document(store, name) for name in (first, second)]
    held = [_facts(network, info.key) for info in chosen]
    old, new = map(_targets, held)
    kept: list[Line] = []
    changed: list[Line] = []
    for key in old.keys() & new.keys():
        (_, earlier), (series, later) = old[key], new[key]
        before, after = earlier[-1], later[-1]
        same = interval(before) == interval(after) and before["cmp"] == after["cmp"]
        text = said.say(
            "report.compared.target_kept" if same else "report.compared.target_changed",
            subject=series_name(series, said), before=figure(before, said), before_year=years(before),
            after=figure(after, said), after_year=years(after),
        )  # fmt: skip
        (kept if same else changed).append(Line(text, (before, after)))
    things = [_named(facts) for facts in held]
    kept += [_thing(*things[1][k], said, things[0][k][0]) for k in things[1] if k in things[0]]
    added = [Line(_target(r, said), (r,)) for k in new.keys() - old.keys() for r in new[k][1]]
    dropped = [Line(_target(r, said), (r,)) for k in old.keys() - new.keys() for r in old[k][1]]
    added += [_thing(*things[1][k], said) for k in things[1] if k not in things[0]]
    dropped += [_thing(*things[0][k], said) for k in things[0] if k not in things[1]]
    parts = [("continues", kept), ("changes", changed), ("adds", added), ("drops", dropped),
             ("reports", _reported(held[0], held[1], said))]  # fmt: skip
    named = [f"《{info.title.value}》" if info.title else info.name for info in chosen]
    titles = [f"{title} ({info.date.value})" if info.date else title for title, info in zip(named, chosen, strict=True)]
    dates = [f"{title} · {info.key}" for title, info in zip(titles, chosen, strict=True)]
    return Sheet(
        said.say("report.compared.title", first=titles[0], second=titles[1]),
        (*dates, said.say("report.snapshot", id=store.content[:16])),
        tuple(
            Part(
                key,
                said.say(f"report.compared.{key}"),
                tuple(sorted(lines, key=_place)),
                said.say(f"report.compared.{key}_note"),
            )
            for key, lines in parts
        ),
        store.content[:16],
        said.lang,
    )


def _place(line: Line) -> tuple[int, int]:
    """Figures before names, then in the order of the document that was last said."""
    last = line.facts[-1]
    return line.values.get("order", -1), last["char_start"]


def _document(store: Graph, name: str) -> DocumentInfo:
    infos = [info for document in store.documents() for info in document.infos()]
    for fits in _fitting(name):
        found = {info.key: info for info in infos if fits(info)}
        whole = [info for info in found.values() if info.part_of is None] or list(found.values())
        if len(whole) == 1:
            return whole[0]
        if whole:
            raise Unanswerable("many_documents", name=name, keys=" ".join(sorted(info.key for info in whole)[:5]))
    known = [info.key for info in infos if info.part_of is None]
    raise Unanswerable("unknown_document", name=name, near="、".join(nearest(name, known)) or "-")


def _fitting(name: str) -> Iterable[Callable[[DocumentInfo], bool]]:
    return (
        lambda info: info.key == name,
        lambda info: info.part_of is None and info.name == name,
        lambda info: info.title is not None and titled(name, info.title.value),
    )


def _facts(network: nx.MultiDiGraph[Node], key: str) -> list[Record]:
    return statements(network, lambda r: key in (r["document"], r["article"]))


def _targets(facts: Iterable[Record]) -> dict[tuple[object, ...], tuple[Series, list[Record]]]:
    """The targets by series and by how many years they are for: one of a year is not held against one of five."""
    found: dict[tuple[object, ...], tuple[Series, list[Record]]] = {}
    for series in series_of(r for r in facts if r["status"] == "planned"):
        for r in series.figures:
            found.setdefault((*_key(series), _length(r)), (series, []))[1].append(r)
    return found


def _length(r: Record) -> int:
    return 1 if r["year"] is None or r["since"] is None else r["year"] - r["since"] + 1


def _key(series: Series) -> tuple[object, ...]:
    names = ("measure", "region", "years", "act", "direction", "base_year")
    return (bare(series.subject), unit_of(series.unit), *(getattr(series, name) for name in names))


def _target(r: Record, said: Words) -> str:
    return f"{years(r)} {statement(r, said)}"


def _named(facts: list[Record]) -> dict[tuple[str, str], tuple[Record, str, str]]:
    """By type and bare name of each named thing the first fact that names it, the type and the name."""
    found: dict[tuple[str, str], tuple[Record, str, str]] = {}
    for r in facts:
        if r["kind"] == "relation":
            for side in ("subject", "object"):
                if r[f"{side}_type"] in _NAMED:
                    found.setdefault((r[f"{side}_type"], bare(r[side])), (r, r[f"{side}_type"], r[side]))
    return found


def _thing(r: Record, kind: str, name: str, said: Words, *before: Record) -> Line:
    text = said.say("report.compared.thing", kind=type_label(kind, said), name=name)
    return Line(text, (*before, r), {"order": _NAMED.index(kind), "name": name, "type": kind})


def _reported(old: list[Record], new: list[Record], said: Words) -> list[Line]:
    """The first's targets of which the second states an outcome of the same series and year."""
    targets = [r for r in old if r["status"] == "planned"]
    lines = []
    for one in series_of([*targets, *(r for r in new if r["status"] == "achieved")]):
        for target in one.targets:
            for outcome in one.outcomes:
                if target["year"] == outcome["year"]:
                    text = said.say(
                        "report.compared.reached", subject=one.subject, year=years(target),
                        target=figure(target, said), outcome=figure(outcome, said),
                    )  # fmt: skip
                    lines.append(Line(text, (target, outcome)))
    return lines
