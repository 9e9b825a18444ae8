"""The events of a body or program: who hosted them, where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts, in_range, members, within
from ...names import Node
from ...statements import Graph
from ...table import Row

TO_EVENTS = ("hosts", "leads", "launches", "participates", "deploys")


def answer(
    graph: Graph[Node], thing: Names | None, place: Names | None, first: int | None, last: int | None
) -> Iterable[Row]:
    """The facts of TO_EVENTS and located_in at each event, once for each place of it.

    The thing's events: itself, those to which one of TO_EVENTS leads from it or a department of it, and those that
    belong to it; all without a thing. Of a place, those that are located there. `location` is None where no document
    says where the event is.
    """
    at_events = facts(graph, lambda r: r["predicate"] in (*TO_EVENTS, "located_in"))
    found = [(event, r) for r in at_events for event in {r["source"], r["target"]} if event[0] == "Event"]
    places: dict[Node, set[Node]] = defaultdict(set)
    for event, r in found:
        if r["predicate"] == "located_in" and r["source"] == event:
            places[event].add(r["target"])
    if thing is not None:
        bodies = within(graph, thing)
        wanted = {r["target"] for _, r in found if r["predicate"] in TO_EVENTS and r["source"] in bodies}
        wanted |= {*thing.nodes, *members(graph, thing)}
        found = [(event, r) for event, r in found if event in wanted]
    for event, r in found:
        if in_range(r, first, last) and (place is None or not places[event].isdisjoint(place.nodes)):
            for where in places[event] or [(None, None)]:
                yield r | {"event": event[1], "location": where[1]}
