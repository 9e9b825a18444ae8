"""What a plan succeeds and implements, and what succeeds and implements it, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...directory import Names
from ...matching import facts
from ...names import TITLED, Node
from ...statements import Graph, Record
from ...table import Row

STEPS = 6


def answer(graph: Graph[Node], plan: Names) -> Iterable[Row]:
    """Texts that succeeds and implements facts lead to, in either direction, each with the fact of its last step.

    Only texts are walked over (a body that implements a plan is none). Of the facts of a text's last step the first
    in the order of the question stays; a text is reached in the fewest steps there are, STEPS at most.
    """
    stated = [
        r
        for r in facts(graph, lambda r: r["predicate"] in ("succeeds", "implements"))
        if r["source"][0] in TITLED and r["target"][0] in TITLED
    ]
    for direction, near, far in (("earlier", "source", "target"), ("later", "target", "source")):
        leading: dict[Node, list[Record]] = defaultdict(list)
        for r in stated:
            leading[r[near]].append(r)
        known = frontier = frozenset(plan.nodes)
        for steps in range(1, STEPS + 1):
            last = [r for node in frontier for r in leading[node] if r[far] not in known]
            for r in last:
                kind, name = r[far]
                yield r | {"direction": direction, "steps": steps, "reached": name, "type": kind}
            frontier = frozenset(r[far] for r in last)
            known |= frontier
