"""How one thing came along: every dated fact that names it or a body of its own, year by year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from .directory import Directory, Names
from .names import Node
from .statements import Graph, Record, in_order, meets, touching
from .table import FACT_COLUMNS, Row, Table, row_of
from .wording import Unanswerable, words

COLUMNS = (*FACT_COLUMNS, "via", "via_name", "via_fact")
SHOWN = ("year", "status", "what", "who", "proof")
"""The columns of the printed view; what, who and proof are composed of several fields (queries/rendering)."""


def lineage(
    graph: Graph[Node], name: str, first: int | None = None, last: int | None = None, *, lang: str | None = None,
    as_named: bool = False, succession: bool = True,
) -> Table:
    """The lineage of `name` from year `first` to `last`, both included; None leaves that end open.

    A row for every fact that names the thing itself (as what is counted, as subject, as object) or a body linked to it
    by a derived belongs_to (`via`; None where the thing itself is named), whose [since, year] meets first..last.
    Facts without a year are in `undated` of the table, whatever the range. Names are equal when bare of quotes,
    brackets, spaces and script; a body of another level or a longer name is another thing. Other names of the thing
    (same_as) are followed too, unless `as_named`; so is what came before and after it (succeeded_by: bodies through
    reforms, plans through their periods), with `via` "predecessor" or "successor", unless not `succession`.

    Raises Unanswerable (a QueryError) where no fact names it; the message offers the nearest names.
    """
    if first is not None and last is not None and first > last:
        raise Unanswerable("empty_range", first=first, last=last)
    things, found = gathered(graph, name, as_named, succession)
    said = words(lang)
    title = said.say("lineage.title", name=things.nodes[0][1])
    dated = _table(found, [r for r, _ in found.values() if meets(r, first, last)], title, said.lang)
    undated = _table(
        found,
        [r for r, _ in found.values() if r["year"] is None],
        said.say("lineage.undated", name=things.nodes[0][1]),
        said.lang,
    )
    return Table(dated.name, dated.columns, dated.rows, title, SHOWN, said.lang, undated)


def gathered(
    graph: Graph[Node], name: str, as_named: bool = False, succession: bool = True
) -> tuple[Names, dict[str, tuple[Record, Row]]]:
    """What a name means, and every fact of its lineage by id; of a body with `via`, `via_name` and `via_fact`.

    as_named, succession: as of `lineage`. Raises Unanswerable as `lineage`.
    """
    things = Directory.of_network(graph, as_named).thing(name)
    members = {**(line_of(graph, things.nodes) if succession else {}), **_members(graph, things.nodes)}
    found: dict[str, tuple[Record, Row]] = {}
    for _, r in touching(graph, things.nodes):
        found[r["id"]] = (r, {})
    for node, r in touching(graph, sorted(members)):
        found.setdefault(r["id"], (r, {**members[node], "via_name": node[1]}))
    return things, found


def short_of(some: Table, every: Table) -> Table:
    """The lineage `some` with the number of rows that `every`, of the same thing and years, has more."""
    undated = some.undated
    if undated is not None and every.undated is not None:
        undated = replace(undated, left_out=len(every.undated) - len(undated))
    return replace(some, undated=undated, left_out=len(every) - len(some))


def _members(graph: Graph[Node], things: Collection[Node]) -> dict[Node, Row]:
    """What belongs to the things, with `via` and `via_fact` (the id of the fact that states it, else None)."""
    edges = graph.in_edges(things, data=True)
    found = sorted(  # of a member of several things the last id of a fact, so that every engine finds the same
        (member, data["via"], data.get("via_fact") or "")
        for member, _, data in edges
        if data["predicate"] == "belongs_to" and member not in things
    )
    return {member: {"via": via, "via_fact": fact or None} for member, via, fact in found}


def line_of(graph: Graph[Node], things: Collection[Node]) -> dict[Node, Row]:
    """What came before the things and after them, at any distance, with `via`: "predecessor" or "successor".

    `via_change` says by which change its line reached it (kind and date of a reform, or the two periods of plans).
    """
    found: dict[Node, Row] = {}
    for via, step in (("successor", _after), ("predecessor", _before)):
        waiting = list(things)
        while waiting:
            for node, change in step(graph, waiting.pop()):
                if node not in things and node not in found:
                    found[node] = {"via": via, "via_fact": None, "via_change": change}
                    waiting.append(node)
    return found


def _after(graph: Graph[Node], node: Node) -> list[tuple[Node, str]]:
    return sorted((end, d["via"]) for _, end, d in graph.out_edges(node, data=True) if d["predicate"] == "succeeded_by")


def _before(graph: Graph[Node], node: Node) -> list[tuple[Node, str]]:
    return sorted((end, d["via"]) for end, _, d in graph.in_edges(node, data=True) if d["predicate"] == "succeeded_by")


def _table(found: dict[str, tuple[Record, Row]], records: list[Record], title: str, lang: str) -> Table:
    rows = tuple(row_of(r, COLUMNS, **found[r["id"]][1]) for r in in_order(records))
    return Table("lineage", COLUMNS, rows, title, SHOWN, lang)
