"""What follows from facts and names without being stated: which body, part or metric belongs to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from ..schema.facts import Entity
from .measures import measured
from .naming import bare, core, named_after, names_level, of_class, only_qualifiers
from .resolve.matching import follows_on, form
from .resolve.succession import successors

Node = tuple[str, str]
"""Type and name."""

LISTING = frozenset({"launches", "recognises"})
"""The predicates whose objects a document names one by one beside their class (新认定建设A、B、C 3家…中心)."""
BODY_TYPES = ("Agency", "Organization", "Region", "Center")
"""The types of bodies that departments belong to."""
_SHORTEST_WHOLE = 3
"""A body of a shorter name (中国, 北京) begins the names of many that are no departments of it (北京大学)."""


@dataclass(frozen=True, slots=True)
class StatedEdge:
    """What of one fact tells of belonging: its edge and its place (document, char_start, char_end)."""

    id: str
    predicate: str
    source: Node
    target: Node
    place: tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class DerivedEdge:
    """An edge that no document states.

    measures: from a Metric to the Program or Center whose whole name its own holds; before, after: what stands around.
    belongs_to: from a member of a thing (a metric that counts it, a body of its class, a part of it) to the thing;
        via: "measures" for metrics, else "part_of"; fact: id of the part_of fact that states it, the first by
        id of several, None where only names or a shared sentence do.
    counts_as: from every Metric to the one with the shortest name among those that count the same thing, itself too.
    same_as: from a member of a class of names to the one that stands for the class (resolve.classes).
    succeeded_by: from a body to one that directly followed it, where the graph knows both, and from a plan to the one
        of the same name for the next period; via: kind and date of the reform, or the two periods.
    within: from a body to each larger one that it lies in, at any depth, by part_of facts and by its name.
    """

    predicate: str
    source: Node
    target: Node
    via: str | None = None
    fact: str | None = None
    before: str | None = None
    after: str | None = None


def derived_edges(nodes: Collection[Node], stated: Iterable[StatedEdge]) -> Iterator[DerivedEdge]:
    """What follows for these nodes from these facts, each pair of nodes once a predicate, in no order.

    stated: the figures, the part_of facts and those of LISTING, in the order of facts; run through once.
    """
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        bearers[bare(node[1])].append(node)
    parts: dict[tuple[Node, Node], str] = {}
    listings: dict[tuple[str, int, int], list[StatedEdge]] = defaultdict(list)
    for edge in stated:
        if edge.predicate == "part_of":
            ends = edge.source, edge.target
            parts[ends] = min(edge.id, parts.get(ends, edge.id))
        else:
            listings[edge.place].append(edge)
    members: dict[tuple[Node, Node], DerivedEdge] = {}
    measures: dict[tuple[Node, Node], DerivedEdge] = {}
    for found in measured(Entity(name, kind) for kind, name in nodes):
        ends = ("Metric", found.metric), (found.type, found.name)
        measures.setdefault(ends, DerivedEdge("measures", *ends, before=found.before, after=found.after))
        if only_qualifiers(found.before):
            _add(members, *ends)
    yield from measures.values()
    for member, whole in [*_counted(nodes, bearers), *_classed(nodes, bearers), *_listed(listings.values(), bearers)]:
        _add(members, member, whole)
    for (member, whole), fact in parts.items():
        _add(members, member, whole, fact)
    yield from (edge for edge in members.values() if bare(edge.source[1]) != bare(edge.target[1]))
    yield from _counting(nodes)
    yield from _followed(nodes)
    yield from _next_plans(nodes)
    yield from _within(nodes, bearers, parts)


def _add(members: dict[tuple[Node, Node], DerivedEdge], member: Node, whole: Node, fact: str | None = None) -> None:
    via = "measures" if member[0] == "Metric" else "part_of"
    members[member, whole] = DerivedEdge("belongs_to", member, whole, via, fact)


def _counted(nodes: Iterable[Node], bearers: Mapping[str, list[Node]]) -> Iterator[tuple[Node, Node]]:
    """What only counts or qualifies a thing, and the thing: 首批X and X数量 of X."""
    for node in nodes:
        if (thing := core(node[1])) != bare(node[1]):
            yield from ((node, whole) for whole in bearers.get(thing, ()))


def _counting(nodes: Iterable[Node]) -> Iterator[DerivedEdge]:
    same: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node[0] == "Metric":
            same[core(node[1])].append(node)
    for metrics in same.values():
        first = min(metrics, key=lambda node: (len(node[1]), node[1]))
        yield from (DerivedEdge("counts_as", metric, first) for metric in metrics)


def _classed(nodes: Iterable[Node], bearers: Mapping[str, list[Node]]) -> Iterator[tuple[Node, Node]]:
    """Centers whose names end with the name of their class, and the class."""
    for node in nodes:
        if node[0] == "Center":
            name = bare(node[1])
            for start in range(1, len(name)):
                if names_level(name[start:]) and of_class(name, name[start:]):
                    yield from ((node, whole) for whole in bearers.get(name[start:], ()))


def _listed(places: Iterable[list[StatedEdge]], bearers: Mapping[str, list[Node]]) -> Iterator[tuple[Node, Node]]:
    """Bodies that a document launches or recognizes in the very words in which it counts or names their class.

    Of two bodies that are launched together neither is the class of the other, unless its name ends the other's.
    """
    for edges in places:
        bodies = {edge.target for edge in edges if edge.predicate in LISTING}
        if not bodies:
            continue
        counted = {bare(edge.target[1]) for edge in edges if edge.predicate not in LISTING}
        classes = counted | {bare(end[1]) for edge in edges for end in (edge.source, edge.target)}
        for body in bodies:
            for kind in sorted(classes):
                name = bare(body[1])
                if named_after(name, kind) and (kind in counted or name.endswith(kind)):
                    yield from ((body, whole) for whole in bearers.get(kind, ()))


def _followed(nodes: Iterable[Node]) -> Iterator[DerivedEdge]:
    bodies: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node[0] in ("Agency", "Organization"):
            bodies[bare(node[1])].append(node)
    for name, here in bodies.items():
        for after, change in successors(name).items():
            for end in bodies.get(bare(after), ()):
                yield from (DerivedEdge("succeeded_by", node, end, via=f"{change.kind} {change.date}") for node in here)


def _next_plans(nodes: Iterable[Node]) -> Iterator[DerivedEdge]:
    """From each plan to those that differ from it in their period alone, which begins where its own ends."""
    lines: dict[tuple[object, ...], list[tuple[str, Node]]] = defaultdict(list)
    for node in nodes:
        if node[0] == "Plan":
            made = form(node[1], "Plan")
            if made.vague is None and "period" in made.parts and not {"draft", "carrier"} & set(made.parts):
                others = tuple(sorted((part, said) for part, said in made.parts.items() if part != "period"))
                lines[made.core, others].append((made.parts["period"], node))
    for plans in lines.values():
        for (earlier, plan), (later, successor) in permutations(sorted(plans), 2):
            if follows_on(earlier, later):
                yield DerivedEdge("succeeded_by", plan, successor, via=f"{earlier} {later}")


def _within(
    nodes: Iterable[Node], bearers: Mapping[str, list[Node]], parts: Iterable[tuple[Node, Node]]
) -> Iterator[DerivedEdge]:
    above: dict[Node, set[Node]] = defaultdict(set)
    for part, whole in parts:
        above[part].add(whole)
    for node in nodes:
        if node[0] in BODY_TYPES:
            name = bare(node[1])
            for end in range(_SHORTEST_WHOLE, len(name)):
                above[node].update(whole for whole in bearers.get(name[:end], ()) if whole[0] in BODY_TYPES)
    for node in sorted(above):
        waiting, found = [*above[node]], set(above[node])
        while waiting:
            further = above.get(waiting.pop(), set()) - found
            found |= further
            waiting += further
        yield from (DerivedEdge("within", node, whole) for whole in sorted(found - {node}))
